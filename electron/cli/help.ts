/** What `stet --help` prints. */
export const helpText = `Stet reads texts as a careful checker would. Everything stays on this machine.

  stet check FILE...     what contradicts itself, with both passages and the reason
  stet extract FILE      the dates of a text, as TIMEX3 values; with --format json also quantities, names and quotations
  stet report FILE...    the annotated report of a case file (.stet), or of texts, as one HTML file or in another --format
  stet export FILE...    the same for other programs; --format must be given
  stet search CASE WORDS what a case file says of words: "a phrase", begin*, verdict: type: status: tag: source: assignee:
                         has: since:
  stet verify CASE...    whether case files are as they were written, to the last record and log entry

  FILE is a text, web page, Word, PDF or other document; a text that holds several between rules is read as several
  sources.

  --published DATE       when the texts were published, YYYY-MM-DD; settles “last Wednesday” and dates without a year
  --format text|json     json for check, extract, search and verify; offsets are UTF-16 code units into the decoded file
  --format FORM          report and export: html (the usual), docx, md, csv, json; json-ld (web annotations, offsets in code points),
                         claim-review; the sources alone as csl-json, ris or bibtex
  --batch                check and extract: one JSON request a line on standard input, one answer a line on output
  --consistent           check: also tell what was looked into and is in order: weekdays, spans of time, sums, percentages
  --fail-on SEVERITY     check: exit with 1 when a finding is at least “check”, “likely” or “error”
  -o, --output FILE      report: where to write it (otherwise beside the first file)
  --title TITLE          report of texts: the title of the case
  --checker NAME         report: who checked
  --notes all|public     report: with internal notes or without them; without is usual for json-ld only
  --claims CHOICE        report: all, judged (with a verdict) or must-fix
  --review-url URL       claim-review: where the review will be published
  --review-author NAME   claim-review: who publishes it
  --review-date DATE     claim-review: on which day, YYYY-MM-DD; left out when not given
  --version              the program's version

  Exit codes: 0 done; 1 findings at or above --fail-on, or a case that is not sound; 2 not carried out, with the reason on standard error.`

/** What `stet --help` prints. */
export const helpText = `Stet reads texts as a careful checker would. Everything stays on this machine.

  stet check FILE...     what contradicts itself, with both passages and the reason
  stet extract FILE      the dates of a text, as TIMEX3 values; with --format json also quantities, names and quotations
  stet report FILE...    the annotated report of a case file (.stet), or of texts, as one HTML file or in another --format
  stet export FILE...    the same for other programs; --format must be given
  stet import CASE FILE...  texts, claims (JSON-LD annotations, Hypothesis, CSV, TSV), citations (CSL-JSON, RIS), saved
                         reports (.html) and the sources of other cases, into a case file; it is made when it is not there
  stet search CASE WORDS what a case file says of words: "a phrase", begin*, verdict: type: status: tag: source: assignee:
                         has: since:
  stet verify CASE...    whether case files are as they were written, to the last record and log entry
  stet verify REPORT     whether a report (.html) is as it was saved; with --case also whether that still says what was signed
  stet merge MINE THEIRS what another copy of a case, or a bundle that was answered, has that is new; with --output merged
  stet bundle CASE       chosen sources and claims as a case file of its own, to be merged back later

  FILE is a text, web page, Word, PDF or other document; a text that holds several between rules is read as several
  sources.

  --published DATE       when the texts were published, YYYY-MM-DD; settles “last Wednesday” and dates without a year
  --format text|json     json for bundle, check, extract, merge, search and verify; offsets are UTF-16 code units into the decoded file
  --format FORM          report and export (also --form): html (the usual), pdf, docx, odt, md, json; md-notes and txt (the texts with
                         a note a claim); csv, json-ld (web annotations, offsets in code points), claim-review; the sources
                         alone as csl-json, ris or bibtex; without it the end of the output's name tells the form
  --map COLUMN=FIELD,... import: what the columns of a table hold, by heading or number: quote, source, verdict, note, ...
  --orphans keep|leave   import: whether claims are kept whose quotes are not found in the text; keep is usual
  --batch                check and extract: one JSON request a line on standard input, one answer a line on output
  --consistent           check: also tell what was looked into and is in order: weekdays, spans of time, sums, percentages
  --fail-on SEVERITY     check: exit with 1 when a finding is at least “check”, “likely” or “error”
  -o, --output FILE      where to write a report (otherwise beside the first file), a merged case or a bundle
  --title TITLE          report of texts: the title of the case
  --checker NAME         report and import: who checked
  --notes all|public     report: with internal notes or without them; without is usual for json-ld only
  --claims CHOICE        report: all, judged (with a verdict) or must-fix
  --template KIND        report: full, must-fix (one page for an editor) or archive (with the whole log)
  --for WHOM             report: house or outside; outside never has internal notes and the log
  --withhold WHAT        report: claimants or sources, whose names are left out; may be given twice
  --language en|de       report: the language of its own words
  --paper A4|Letter      report: the paper of pages
  --review-url URL       claim-review: where the review will be published
  --review-author NAME   claim-review: who publishes it
  --review-date DATE     claim-review: on which day, YYYY-MM-DD; left out when not given
  --prefer mine|theirs   merge: how conflicts are decided; without it none is, and nothing is written
  --in-place             merge: change the first file itself, which --output must name as well
  --source TITLE         bundle: a source by its title or id, with its claims; as often as needed. import: the source that
                         the claims stand in, by its title or file name, or those to take from another case
  --claim ID             bundle: a claim by its id, with its source; as often as needed
  --no-originals         bundle: the texts without the files that they were read from; --notes public leaves internal notes out
  --case CASE            verify a report: the case to compare it with
  --version              the program's version

  Exit codes: 0 done; 1 findings at or above --fail-on, a case or report that is not as it was, conflicts that are left,
  or an import that left something out; 2 not carried out, with the reason on standard error.`

/** What `stet --help` prints. */
export const helpText = `Stet reads texts as a careful checker would. Everything stays on this machine.

  stet check FILE...     what contradicts itself, with both passages and the reason
  stet extract FILE      the dates of a text, as TIMEX3 values; with --format json also quantities, names and quotations
  stet report FILE...    the annotated report of a case file (.stet), or of texts, as one HTML file
  stet search CASE WORDS what a case file says of words: "a phrase", begin*, verdict: type: status: tag: source: has: since:
  stet verify CASE...    whether case files are as they were written, to the last record and log entry

  FILE is plain text or Markdown; a file that holds several texts between rules is read as several sources.

  --published DATE       when the texts were published, YYYY-MM-DD; settles “last Wednesday” and dates without a year
  --format text|json     json for check, extract, search and verify; offsets are UTF-16 code units into the decoded file
  --batch                check and extract: one JSON request a line on standard input, one answer a line on output
  --consistent           check: also tell what was looked into and is in order: weekdays, spans of time, sums, percentages
  --fail-on SEVERITY     check: exit with 1 when a finding is at least “check”, “likely” or “error”
  -o, --output FILE      report: where to write it (otherwise beside the first file)
  --title TITLE          report of texts: the title of the case
  --checker NAME         report: who checked
  --version              the program's version

  Exit codes: 0 done; 1 findings at or above --fail-on, or a case that is not sound; 2 not carried out, with the reason on standard error.`

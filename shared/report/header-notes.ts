import type { ReportModel } from './report-model.js'
import type { Wording } from './wording.js'

/** Of which state of the case a report is: its last log entry and the hash of that; null for a case without a log. */
export function versionOfCase({ version }: ReportModel, words: Wording): string | null {
  return version && `${words.say('log entry {number}', { number: version.entry })}, ${version.hash}`
}

/** The days from the first record of the work to the last; one where they are the same. */
export function datesOfWork(work: ReportModel['work'], words: Wording): string {
  if (!work) return words.say('none yet')
  const [from, to] = [words.day(work.earliest), words.day(work.latest)]
  return from === to ? from : `${from} – ${to}`
}

/** What a report leaves out, a sentence each. */
export function whatIsLeftOut(
  { withheld, claimsLeftOut, notesLeftOut }: ReportModel,
  words: Wording,
): string[] {
  const lines = [...withheld]
  if (claimsLeftOut) {
    const count = { count: claimsLeftOut }
    lines.push(words.say('Claims left out of this report: {count}. Those in it are numbered anew.', count))
  }
  if (notesLeftOut) {
    lines.push(words.say('Internal notes left out of this report: {count}.', { count: notesLeftOut }))
  }
  return lines
}

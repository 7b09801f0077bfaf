import type { ReportModel } from './report-model.js'
import type { Wording } from './wording.js'

/** What stands at the head of a report after who made it: of which state of the case it is, and what it leaves out. A line each. */
export function headerNotes(model: ReportModel, words: Wording): string[] {
  const { log, withheld, claimsLeftOut, notesLeftOut } = model
  const lines = [...withheld]
  if (log?.head) {
    const entry = words.say('log entry {number}', { number: log.total })
    lines.unshift(`${words.say('Version of the case')}: ${entry}, ${log.head}`)
  }
  if (claimsLeftOut) {
    const count = { count: claimsLeftOut }
    lines.push(words.say('Claims left out of this report: {count}. Those in it are numbered anew.', count))
  }
  if (notesLeftOut) {
    lines.push(words.say('Internal notes left out of this report: {count}.', { count: notesLeftOut }))
  }
  return lines
}

import type { LogExtract } from './log-extract.js'
import type { ReportModel } from './report-model.js'
import type { Wording } from './wording.js'

/** What a signature on paper covers, in a sentence. */
export function signatureNote({ generatedAt, version }: ReportModel, words: Wording): string {
  const covers = words.say('A signature on paper covers the case as it stood on')
  const head = version ? ` (${version.hash.slice(0, 16)})` : ''
  return `${covers} ${words.instant(generatedAt)}${head}.`
}

/** Which entries of a log these are, and the hash by which anyone can tell that it was not changed since. */
export function logNote({ entries, total, head }: LogExtract, words: Wording): string {
  const shown = { shown: entries.length, total }
  return `${words.say('The newest {shown} of {total} entries. The last has the hash', shown)} ${head ?? ''}.`
}

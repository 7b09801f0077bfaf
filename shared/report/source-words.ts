import { builtInEncoding, mediaTypeLabels } from '../domain/source.js'
import type { SourceEntry } from './report-model.js'
import type { Label, Wording } from './wording.js'

export const kindLabels: Record<SourceEntry['record']['kind'], Label> = {
  primary: 'Primary source',
  secondary: 'Secondary source',
  unspecified: 'Not specified',
}

/** Who wrote and who published a source. */
export function peopleInWords(
  { record: { author, publisher }, isWithheld }: Pick<SourceEntry, 'record' | 'isWithheld'>,
  words: Wording,
): { author: string; publisher: string } {
  const untold = words.say(isWithheld ? '[withheld]' : 'not known')
  return { author: author ?? untold, publisher: publisher ?? untold }
}

/** What a source was read from: the name of its file, and the format in brackets. */
export function fileInWords(
  { record: { fileName, mediaType, encoding }, isWithheld }: Pick<SourceEntry, 'record' | 'isWithheld'>,
  words: Wording,
): { name: string; format: string } {
  const kind = words.label(mediaTypeLabels[mediaType])
  return {
    name: fileName ?? words.say(isWithheld ? '[withheld]' : 'pasted text'),
    // How its letters are kept is said only where the format leaves that open.
    format: encoding === builtInEncoding ? `(${kind})` : `(${kind}, ${encoding})`,
  }
}

import { builtInEncoding, mediaTypeLabels } from '../domain/source.js'
import type { SourceEntry } from './report-model.js'
import type { Label, Wording } from './wording.js'

export const kindLabels: Record<SourceEntry['record']['kind'], Label> = {
  primary: 'Primary source',
  secondary: 'Secondary source',
  unspecified: 'Not specified',
}

/** What a source was read from: the name of its file, and the format in brackets. */
export function fileInWords(
  { fileName, mediaType, encoding }: SourceEntry['record'],
  words: Wording,
): { name: string; format: string } {
  const kind = words.label(mediaTypeLabels[mediaType])
  return {
    name: fileName ?? words.say('pasted text'),
    // How its letters are kept is said only where the format leaves that open.
    format: encoding === builtInEncoding ? `(${kind})` : `(${kind}, ${encoding})`,
  }
}

import type { NamedText } from '../../../shared/domain/record-import.js'
import type { Source } from '../../../shared/domain/source.js'
import type { TextHint } from './incoming.js'

/** A source of the case with the SHA-256 of its current text in UTF-8. */
export interface KnownSource {
  source: Source
  textSha256: string
}

/** The source that each text of a file is taken for: the only one that the surest sign fits. */
export function matchTexts(
  texts: readonly TextHint[],
  counts: ReadonlyMap<string, number>,
  known: readonly KnownSource[],
): NamedText[] {
  return texts.map((hint) => {
    const { key, label } = hint
    return { key, label, claims: counts.get(key) ?? 0, ...matchOf(hint, known) }
  })
}

type Match = Pick<NamedText, 'sourceId' | 'knownBy'>

function matchOf(hint: TextHint, known: readonly KnownSource[]): Match {
  const signs: [NonNullable<Match['knownBy']>, (one: KnownSource) => boolean][] = [
    ['text', ({ textSha256 }) => hint.textDigests.includes(textSha256)],
    ['identifier', ({ source }) => hint.sourceId === source.id],
    ['file', ({ source }) => hint.fileDigest === source.originalSha256],
    ['address', ({ source }) => isSameAddress(hint.address, source.url)],
    ['title', ({ source }) => isSameTitle(hint.title, source)],
  ]
  for (const [knownBy, fits] of signs) {
    const fitting = known.filter(fits)
    const only = fitting.length > 1 ? narrowed(fitting, hint) : fitting[0]
    if (only) return { sourceId: only.source.id, knownBy }
  }
  return { sourceId: null, knownBy: null }
}

/** Of several that one sign fits, the one that the other signs speak for too. */
function narrowed(fitting: readonly KnownSource[], hint: TextHint): KnownSource | undefined {
  const better = fitting.filter(
    ({ source }) => hint.sourceId === source.id || (isSameTitle(hint.title, source) && hint.title !== null),
  )
  return better.length === 1 ? better[0] : undefined
}

function isSameTitle(title: string | null, { title: own, fileName }: Source): boolean {
  if (title === null) return false
  const said = plain(title)
  return said === plain(own) || (fileName !== null && said === plain(fileName))
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Addresses that differ in their scheme, `www.`, a last slash or a place within the page lead to the same page. */
export function isSameAddress(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && pageOf(one) === pageOf(other)
}

const pageOf = (address: string): string =>
  address
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '')
    .toLowerCase()

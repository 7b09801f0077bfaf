import { perSection, type SectionView } from '../check-context.js'
import { type Place, placeOf } from '../explain.js'
import type { NameMention } from '../extract/names.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'

/** A name in one spelling as a section has it. */
export interface SectionName {
  words: readonly string[]
  count: number
  /** How often it stands after a word of place ("in Bergen"). */
  places: number
  /** Its first place in the section. */
  place: Place
}

/** The names of a section by their words, and the words that it has in lower case, which are mostly no names. */
export interface SectionNames {
  names: ReadonlyMap<string, SectionName>
  plain: ReadonlySet<string>
}

export const namesOfSection: (section: SectionView) => SectionNames = perSection((section) => {
  const names = new Map<string, SectionName>()
  const plain = new Set<string>()
  for (const paragraph of section.paragraphs) {
    for (const token of paragraph.annotated.tokens) {
      if (token.kind === 'word' && !token.capital) plain.add(token.lower)
    }
    if (paragraph.annotated.kind === 'table') continue
    for (const name of paragraph.annotated.names) count(names, section, paragraph, name)
  }
  return { names, plain }
})

/** Longer runs of capitals are headings and lists. */
const longestName = 5

const placeWords = new Set(['in', 'at', 'near', 'from', 'to', 'through', 'around', 'outside', 'into'])

function count(
  names: Map<string, SectionName>,
  section: SectionView,
  { annotated, offset }: PlacedParagraph,
  { first, next, words, sure }: NameMention,
): void {
  if (words.length > longestName || (words.length > 1 && !sure)) return
  const key = words.join(' ')
  const isPlace = placeWords.has(annotated.tokens[first - 1]?.lower ?? '')
  const known = names.get(key)
  if (known) {
    known.count++
    known.places += isPlace ? 1 : 0
    return
  }
  const start = offset + (annotated.tokens[first]?.start ?? 0)
  const end = offset + (annotated.tokens[next - 1]?.end ?? 0)
  names.set(key, { words, count: 1, places: isPlace ? 1 : 0, place: placeOf(section, { start, end }) })
}

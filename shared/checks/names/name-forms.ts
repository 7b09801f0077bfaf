import { type CheckContext, perSection, sectionsOf, type SectionView } from '../check-context.js'
import { type Place, placeOf } from '../explain.js'
import type { NameMention } from '../extract/names.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'

/** A name in one spelling, with how often and where it stands. */
export interface NameForm {
  words: readonly string[]
  count: number
  /** Its first place. */
  place: Place
  /** Ids of the sources that have it, joined: equal for names of the same sources. */
  sources: string
  /** Whether it mostly stands after a word of place ("in Bergen"). */
  isPlace: boolean
  /** Whether its last word also stands in lower case somewhere: "Apache License" beside "license". */
  endsPlain: boolean
}

interface Tally {
  words: readonly string[]
  count: number
  places: number
  place: Place
  sources: Set<string>
}

/** Every spelling of every name of the case, in the order of their first places. Words that also stand uncapitalised are none. */
export function nameFormsOf(context: CheckContext): NameForm[] {
  const sections = sectionsOf(context)
  const isPlain = plainTest(sections)
  const tallies = new Map<string, Tally>()
  for (const section of sections) {
    for (const paragraph of section.paragraphs) {
      if (paragraph.annotated.kind === 'table') continue
      for (const name of paragraph.annotated.names) count(tallies, section, paragraph, name, isPlain)
    }
  }
  return [...tallies.values()].map(({ places, sources, ...tally }) => ({
    ...tally,
    sources: [...sources].join(' '),
    endsPlain: isPlain(tally.words.at(-1) ?? ''),
    isPlace: places * 2 > tally.count,
  }))
}

function count(
  tallies: Map<string, Tally>,
  section: SectionView,
  { annotated, offset }: PlacedParagraph,
  name: NameMention,
  isPlain: (word: string) => boolean,
): void {
  if (name.words.length > longestName) return
  if (name.words.length === 1 ? isPlain(name.words[0] ?? '') : !name.sure) return
  const key = name.words.join(' ')
  const isPlace = placeWords.has(annotated.tokens[name.first - 1]?.lower ?? '')
  const known = tallies.get(key)
  if (known) {
    known.count++
    known.places += isPlace ? 1 : 0
    known.sources.add(section.source)
    return
  }
  const start = offset + (annotated.tokens[name.first]?.start ?? 0)
  const end = offset + (annotated.tokens[name.next - 1]?.end ?? 0)
  const place = placeOf(section, { start, end })
  tallies.set(key, {
    words: name.words,
    count: 1,
    places: isPlace ? 1 : 0,
    place,
    sources: new Set([section.source]),
  })
}

/** Longer runs of capitals are headings and lists. */
const longestName = 5

const placeWords = new Set(['in', 'at', 'near', 'from', 'to', 'through', 'around', 'outside', 'into'])

/** Words that a section has in lower case. */
const plainWords: (section: SectionView) => ReadonlySet<string> = perSection(({ paragraphs }) => {
  const words = new Set<string>()
  for (const { annotated } of paragraphs) {
    for (const token of annotated.tokens) {
      if (token.kind === 'word' && !token.capital) words.add(token.lower)
    }
  }
  return words
})

/** Tells words that the case also has in lower case: mostly no names. */
function plainTest(sections: readonly SectionView[]): (word: string) => boolean {
  const known = new Map<string, boolean>()
  return (word) => {
    const answer = known.get(word) ?? sections.some((section) => plainWords(section).has(word))
    known.set(word, answer)
    return answer
  }
}

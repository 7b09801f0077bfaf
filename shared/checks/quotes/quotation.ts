import { perSection, type SectionView } from '../check-context.js'
import { speechVerbs } from '../extract/en/title-words.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'
import { speakerOf } from '../extract/speakers.js'
import type { Token } from '../extract/tokens.js'

/** Words in quotation marks: [`start`, `end`) in the source, marks included. */
export interface Quotation {
  section: SectionView
  start: number
  end: number
  /** The words in lower case, without marks. */
  words: readonly string[]
  /** Whether the quotation shows by an ellipsis or bracket that it was shortened or changed. */
  isElided: boolean
  /** The words of the name of whoever is said to have spoken; null when the text does not say. */
  speaker: readonly string[] | null
  /** Whether the speaker is only "he" or "she" there, and the name stands before. */
  byPronoun: boolean
  /** Who has the words where no name is told: "pilot", "co - pilot"; '' when that is not told either. */
  role: string
}

/** Shorter quotations are terms and phrases that anyone may use. */
const leastWords = 5

/** The quotations of a section that are long enough to be somebody's own words, in order. */
export const quotationsOfSection: (section: SectionView) => readonly Quotation[] = perSection((section) =>
  section.paragraphs.flatMap((paragraph) => quotationsIn(section, paragraph)),
)

function quotationsIn(section: SectionView, { annotated, offset }: PlacedParagraph): Quotation[] {
  return annotated.quotes.flatMap((quote) => {
    const text = annotated.text.slice(quote.start, quote.end)
    if (text.length < 3 * leastWords || text.split(/\s+/, leastWords).length < leastWords) return []
    const inside = annotated.tokens.filter(({ start, end }) => start > quote.start && end < quote.end)
    const words = inside.filter(({ kind }) => kind !== 'mark').map(({ lower }) => lower)
    if (words.length < leastWords) return []
    const speaker = speakerOf(annotated, quote)
    return [
      {
        section,
        start: offset + quote.start,
        end: offset + quote.end,
        words,
        isElided: /\.\.\.|…|\[/.test(text),
        speaker: speaker?.name.words ?? null,
        byPronoun: speaker?.byPronoun ?? false,
        role: speaker ? '' : roleBehind(annotated.tokens, quote.end),
      },
    ]
  })
}

/** How many tokens "the co-pilot" may have. */
const longestRole = 5

/** The role right behind a quotation that has no name: "the pilot said", "said the co-pilot"; '' without one. */
function roleBehind(tokens: readonly Token[], end: number): string {
  const at = tokens.findIndex(({ start }) => start >= end)
  if (at < 0) return ''
  const words = tokens.slice(at, at + longestRole + 2).map(({ lower }) => lower)
  const isVerbFirst = speechVerbs.has(words[0] ?? '')
  const rest = isVerbFirst ? words.slice(1) : words
  if (rest[0] !== 'the') return ''
  const to = rest.findIndex((word) => (isVerbFirst ? /^[.,;]$/.test(word) : speechVerbs.has(word)))
  return to > 1 ? rest.slice(1, to).join(' ') : ''
}

import { perSection, type SectionView } from '../check-context.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'
import { speakerOf } from '../extract/speakers.js'

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
      },
    ]
  })
}

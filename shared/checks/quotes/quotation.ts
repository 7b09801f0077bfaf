import { perSection, type SectionView } from '../check-context.js'
import { speechVerbs } from '../extract/en/title-words.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'
import { type Speaker, speakerOf } from '../extract/speakers.js'
import type { Token } from '../extract/tokens.js'
import { holderOfRole } from './role-holders.js'

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
  /** The words with the name of the speaker, where it stands beside them: [`start`, `end`) in the source. */
  told: { start: number; end: number }
  /** Whether the speaker is only "he", "she" or "the minister" there, and the name stands elsewhere. */
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
    const role = speaker ? '' : roleBehind(annotated.tokens, quote.end)
    const holder = role ? holderOfRole(section, role) : null
    return [
      {
        section,
        start: offset + quote.start,
        end: offset + quote.end,
        words,
        isElided: /\.\.\.|…|\[/.test(text),
        speaker: speaker?.name.words ?? holder,
        told: withSpeaker(annotated.tokens, quote, speaker, offset),
        byPronoun: speaker?.byPronoun ?? holder !== null,
        role: holder ? '' : role,
      },
    ]
  })
}

/** How far from the words the name may stand that is shown with them, in UTF-16 code units. */
const nameReach = 120

function withSpeaker(
  tokens: readonly Token[],
  quote: { start: number; end: number },
  speaker: Speaker | null,
  offset: number,
): { start: number; end: number } {
  const from = speaker && !speaker.byPronoun ? tokens[speaker.name.first]?.start : undefined
  const to = speaker && !speaker.byPronoun ? tokens[speaker.name.next - 1]?.end : undefined
  const isBeside =
    from !== undefined && to !== undefined && from - quote.end <= nameReach && quote.start - to <= nameReach
  const [start, end] = isBeside
    ? [Math.min(from, quote.start), Math.max(to, quote.end)]
    : [quote.start, quote.end]
  return { start: offset + start, end: offset + end }
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

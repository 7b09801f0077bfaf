import { type CheckContext, perSection, sectionsOf, type SectionView } from '../check-context.js'
import { speechVerbs } from '../extract/en/title-words.js'
import type { AnnotatedParagraph } from '../extract/annotate.js'
import type { NameMention } from '../extract/names.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'

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
}

/** Shorter quotations are terms and phrases that anyone may use. */
const leastWords = 5

export function quotationsOf(context: CheckContext): Quotation[] {
  return sectionsOf(context).flatMap(quotationsOfSection)
}

const quotationsOfSection: (section: SectionView) => readonly Quotation[] = perSection((section) =>
  section.paragraphs.flatMap((paragraph) => quotationsIn(section, paragraph)),
)

function quotationsIn(section: SectionView, { annotated, offset }: PlacedParagraph): Quotation[] {
  return annotated.quotes.flatMap((quote) => {
    const text = annotated.text.slice(quote.start, quote.end)
    if (text.length < 3 * leastWords || text.split(/\s+/, leastWords).length < leastWords) return []
    const inside = annotated.tokens.filter(({ start, end }) => start > quote.start && end < quote.end)
    const words = inside.filter(({ kind }) => kind !== 'mark').map(({ lower }) => lower)
    if (words.length < leastWords) return []
    return [
      {
        section,
        start: offset + quote.start,
        end: offset + quote.end,
        words,
        isElided: /\.\.\.|…|\[/.test(text),
        speaker: speakerOf(annotated, quote),
      },
    ]
  })
}

/** How far from a quotation its speech verb may stand, and from the verb its subject, in tokens. */
const reach = { verb: 6, subject: 4 }

/**
 * The name beside the speech verb nearest to a quotation: `"…," said Anna Berg`, `Anna Berg said: "…"`. Pronouns and roles
 * say nothing sure, so they give null.
 */
function speakerOf(
  paragraph: AnnotatedParagraph,
  quote: { start: number; end: number },
): readonly string[] | null {
  const { tokens, names } = paragraph
  const after = tokens.findIndex(({ start }) => start >= quote.end)
  const behind =
    after < 0 ? null : speakerAround(paragraph, after, Math.min(tokens.length, after + reach.verb), names)
  if (behind) return behind
  const firstInside = tokens.findIndex(({ start }) => start >= quote.start)
  const lead = tokens.slice(Math.max(0, firstInside - reach.verb), Math.max(0, firstInside))
  const from =
    firstInside - lead.length + lead.findLastIndex(({ lower }) => lower === '.' || lower === ';') + 1
  return firstInside <= 0 ? null : speakerAround(paragraph, from, firstInside, names)
}

function speakerAround(
  { tokens }: AnnotatedParagraph,
  from: number,
  to: number,
  names: readonly NameMention[],
): readonly string[] | null {
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.lower ?? ''
    if (word === '.' || word === ';') return null
    if (!speechVerbs.has(word)) continue
    if (pronouns.has(tokens[at - 1]?.lower ?? '') || pronouns.has(tokens[at + 1]?.lower ?? '')) return null
    const before = names.find(({ next }) => next <= at && at - next <= 1)
    const next = names.find(({ first }) => first > at && first - at <= reach.subject)
    if (before && before.first >= from - reach.subject) return before.words
    if (next && isDirect(tokens.slice(at + 1, next.first).map(({ lower }) => lower))) return next.words
    return null
  }
  return null
}

const pronouns = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'you', 'who'])

/** Only titles and roles may stand between the verb and the name: "said the mayor, Anna Berg". */
function isDirect(between: readonly string[]): boolean {
  return (
    between[0] !== ',' &&
    between.every(
      (word) =>
        word !== 'and' &&
        word !== 'that' &&
        word !== 'to' &&
        word !== 'of' &&
        word !== 'in' &&
        word !== 'on' &&
        word !== 'a',
    )
  )
}

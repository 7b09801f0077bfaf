import { paragraphsOf } from '../document/paragraphs.js'
import { annotateParagraph } from './extract/annotate.js'
import { datesOfParagraphs, type ExtractedDate } from './extract/dates.js'
import type { Bound } from './extract/en/quantity-words.js'
import type { PlacedParagraph } from './extract/resolve-dates.js'
import { speakerOf } from './extract/speakers.js'
import type { Token } from './extract/tokens.js'

/** [`start`, `end`) in UTF-16 code units of the text, and that slice of it. */
export interface ExtractedRange {
  start: number
  end: number
  text: string
}

/** A number with its unit; the range leaves the noun out. */
export interface ExtractedQuantity extends ExtractedRange {
  /** In base units: "3 km" is 3000 of `m`, "$1.2 million" is 1200000 of `USD`. */
  value: number
  /** `%`, an ISO 4217 currency, a base unit (`m`, `kg`, `m2`, `l`, `W`), or '' for what is counted. */
  unit: string
  /** The stem of the noun that is counted or measured; '' when none follows. */
  noun: string
  /** What the words before it make of it: "about", "at least", "up to". */
  bound: Bound
}

/** A name of a person, place or body, without titles. */
export interface ExtractedName extends ExtractedRange {
  /** False for a single word whose capital may only mark the start of a sentence. */
  sure: boolean
}

/** A quotation with its marks. */
export interface ExtractedQuote extends ExtractedRange {
  /** The name that a speech verb beside it gives, as written; null when the text names nobody. */
  speaker: string | null
}

/** Everything that the rules read in a text, each list in the order of the text. */
export interface Extraction {
  dates: ExtractedDate[]
  quantities: ExtractedQuantity[]
  names: ExtractedName[]
  quotes: ExtractedQuote[]
}

/** What a text holds. `published` (YYYY-MM-DD or the start of one) is the day that "yesterday" counts from. */
export function extractAll(text: string, { published }: { published: string | null }): Extraction {
  const placed = paragraphsOf(text).map(({ start, end }, index): PlacedParagraph => ({
    annotated: annotateParagraph(text.slice(start, end)),
    offset: start,
    index,
  }))
  return {
    dates: datesOfParagraphs(text, placed, published),
    quantities: placed.flatMap((paragraph) => quantitiesIn(text, paragraph)),
    names: placed.flatMap((paragraph) => namesIn(text, paragraph)),
    quotes: placed.flatMap((paragraph) => quotesIn(text, paragraph)),
  }
}

function quantitiesIn(text: string, { annotated, offset }: PlacedParagraph): ExtractedQuantity[] {
  return annotated.quantities.map(({ first, next, value, unit, noun, bound }) => ({
    ...rangeOf(text, annotated.tokens, first, next, offset),
    value,
    unit,
    noun,
    bound,
  }))
}

function namesIn(text: string, { annotated, offset }: PlacedParagraph): ExtractedName[] {
  return annotated.names.map(({ first, next, sure }) => ({
    ...rangeOf(text, annotated.tokens, first, next, offset),
    sure,
  }))
}

function quotesIn(text: string, { annotated, offset }: PlacedParagraph): ExtractedQuote[] {
  return annotated.quotes.map((quote) => {
    const [start, end] = [quote.start + offset, quote.end + offset]
    const speaker = speakerOf(annotated, quote)
    // Whom a pronoun means is a guess, and not what the text says.
    const named = speaker && !speaker.byPronoun ? speaker.name : null
    const name = named && rangeOf(text, annotated.tokens, named.first, named.next, offset).text
    return { start, end, text: text.slice(start, end), speaker: name }
  })
}

/** The range of tokens [`first`, `next`) of a paragraph. */
function rangeOf(
  text: string,
  tokens: readonly Token[],
  first: number,
  next: number,
  offset: number,
): ExtractedRange {
  const start = offset + (tokens[first]?.start ?? 0)
  const end = offset + (tokens[next - 1]?.end ?? 0)
  return { start, end, text: text.slice(start, end) }
}

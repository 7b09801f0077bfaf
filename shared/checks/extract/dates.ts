import { paragraphsOf } from '../../document/paragraphs.js'
import { annotateParagraph } from './annotate.js'
import type { TimexType } from './mention.js'
import { type PlacedParagraph, resolveDates } from './resolve-dates.js'

/** A temporal expression: [`start`, `end`) in UTF-16 code units of the text, with its TIMEX3 type and value. */
export interface ExtractedDate {
  start: number
  end: number
  text: string
  type: TimexType
  value: string
}

/**
 * The dates, times, durations and sets of a text, in order. `published` (YYYY-MM-DD or the start of one) is the day that
 * "yesterday" counts from; without it the parts that are not known are written `X`.
 */
export function extractDates(text: string, { published }: { published: string | null }): ExtractedDate[] {
  const placed = paragraphsOf(text).map(({ start, end }, index) => ({
    annotated: annotateParagraph(text.slice(start, end)),
    offset: start,
    index,
  }))
  return datesOfParagraphs(text, placed, published)
}

/** The same of a text whose paragraphs are annotated. */
export function datesOfParagraphs(
  text: string,
  placed: readonly PlacedParagraph[],
  published: string | null,
): ExtractedDate[] {
  return resolveDates(placed, published).map(({ start, end, type, value }) => ({
    start,
    end,
    text: text.slice(start, end),
    type,
    value,
  }))
}

import type { Selector } from '../domain/claim.js'
import type { TextVersionId } from '../domain/ids.js'

/** Characters of context kept on either side of a quote: enough to tell repeats apart, short enough to read. */
const contextLength = 32

/**
 * The selector of [`start`, `end`) of a text, in UTF-16 code units. Throws a RangeError on a range that is empty, lies
 * outside the text or cuts a surrogate pair.
 */
export function makeSelector(
  text: string,
  textVersionId: TextVersionId,
  start: number,
  end: number,
): Selector {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`The range ${start}-${end} is not inside a text of ${text.length} characters`)
  }
  if (cutsPair(text, start) || cutsPair(text, end)) throw new RangeError('The range cuts a character in two')
  return {
    textVersionId,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(wholeFrom(text, Math.max(0, start - contextLength)), start),
    suffix: text.slice(end, wholeTo(text, Math.min(text.length, end + contextLength))),
  }
}

/** Whether the quote of a selector stands at its own position in this text. */
export function standsAt(text: string, selector: Pick<Selector, 'start' | 'end' | 'exact'>): boolean {
  return text.slice(selector.start, selector.end) === selector.exact
}

/** Whether an offset lies between the two halves of a surrogate pair. */
function cutsPair(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset))
}

const wholeFrom = (text: string, offset: number): number => (cutsPair(text, offset) ? offset + 1 : offset)
const wholeTo = (text: string, offset: number): number => (cutsPair(text, offset) ? offset - 1 : offset)
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

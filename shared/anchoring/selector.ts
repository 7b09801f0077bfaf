import type { Selector } from '../domain/claim.js'
import type { TextVersionId } from '../domain/ids.js'
import { contextOf } from './quote.js'
import { cutsPair } from './whole-characters.js'

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
    ...contextOf(text, start, end),
  }
}

/** Whether the quote of a selector stands at its own position in this text. */
export function standsAt(text: string, selector: Pick<Selector, 'start' | 'end' | 'exact'>): boolean {
  return text.slice(selector.start, selector.end) === selector.exact
}

import { cutsPair } from './whole-characters.js'

/**
 * UTF-16 code units of context kept on either side of a quote: enough to tell repeats apart, short enough to read. One less
 * where a surrogate pair would be cut.
 */
export const contextLength = 32

/**
 * A quote with what stands before and after it (empty when not known), and where it stood, in UTF-16 code units of some
 * text, when that is known.
 */
export interface Quote {
  exact: string
  prefix: string
  suffix: string
  start?: number | undefined
  end?: number | undefined
}

/** What stands around [`start`, `end`) of a text, without half a surrogate pair at the outer ends. */
export function contextOf(text: string, start: number, end: number): Pick<Quote, 'prefix' | 'suffix'> {
  const from = Math.max(0, start - contextLength)
  const to = Math.min(text.length, end + contextLength)
  return {
    prefix: text.slice(cutsPair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, cutsPair(text, to) ? to - 1 : to),
  }
}

import type { TextRange } from '../../document/paragraphs.js'

const closers: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['"', '"'],
])

/**
 * The quotations of a paragraph with their marks, in order. A quotation that is not closed runs to the end of the
 * paragraph, as it does when the next paragraph goes on with it. Single quotes are left out: they are mostly apostrophes.
 */
export function quotesOf(text: string): TextRange[] {
  const quotes: TextRange[] = []
  let start = -1
  let closer = ''
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (start < 0) {
      const closing = closers.get(char)
      if (!closing || (char === '"' && isInchMark(text, at))) continue
      start = at
      closer = closing
    } else if (char === closer) {
      quotes.push({ start, end: at + 1 })
      start = -1
    }
  }
  if (start >= 0) quotes.push({ start, end: text.length })
  return quotes
}

/** A straight quote after a digit is a measure: 3.5" screen. */
function isInchMark(text: string, at: number): boolean {
  return at > 0 && /\d/.test(text.charAt(at - 1))
}

/** Whether a stretch lies inside one of the quotations, which are in order and apart. */
export function isQuoted(quotes: readonly TextRange[], { start, end }: TextRange): boolean {
  let low = 0
  let high = quotes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const quote = quotes[middle] as TextRange
    if (end > quote.end) low = middle + 1
    else if (start < quote.start) high = middle - 1
    else return true
  }
  return false
}

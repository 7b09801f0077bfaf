import { onOneLine } from './entry.js'

/** How far to each side of a passage its sentence is followed, in UTF-16 code units. */
const reach = 70

/**
 * A passage with the words of its sentence around it, on one line: a bare “the next day” says nothing of what happened.
 * Cut where a sentence or a line seems to end, else at a word, with an ellipsis.
 */
export function surroundings(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  return onOneLine(
    `${lead(before, start > reach)}${text.slice(start, end)}${rest(after, end + reach < text.length)}`,
  )
}

function lead(before: string, isCut: boolean): string {
  const sentence = /[.!?;]["”’)]*\s|[\n\r]/g
  let from = -1
  for (const { index, 0: mark } of before.matchAll(sentence)) from = index + mark.length
  if (from >= 0 || !isCut) return before.slice(Math.max(0, from))
  return `…${before.slice(before.indexOf(' ') + 1)}`
}

function rest(after: string, isCut: boolean): string {
  const [sentence] = /^[^\n\r]*?(?:[.!?;](?=["”’)]*(?:\s|$))|(?=[\n\r]))/.exec(after) ?? []
  if (sentence !== undefined || !isCut) return sentence ?? after
  return `${after.slice(0, Math.max(0, after.lastIndexOf(' ')))}…`
}

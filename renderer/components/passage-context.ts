import { contextLength } from '../../shared/anchoring/quote.js'
import type { Selector } from '../../shared/domain/claim.js'

/** What stands before and after a passage in its paragraph. */
export interface PassageContext {
  before: string
  after: string
}

/** Context on either side, in UTF-16 code units. */
const reach = 140

/** The words around [`start`, `end`) of a text within its paragraph, cut at words, with an ellipsis where they are cut. */
export function contextOf(text: string, start: number, end: number): PassageContext {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, 0)
  const lineEnd = text.indexOf('\n', end)
  const to = lineEnd < 0 ? text.length : lineEnd
  return { before: cutBefore(text.slice(from, start)), after: cutAfter(text.slice(end, to)) }
}

/** What a selector keeps of the paragraph of its passage: whole words, with an ellipsis where they are cut. */
export function contextIn({ prefix, suffix, start }: Selector): PassageContext {
  const lineStart = prefix.lastIndexOf('\n') + 1
  const before = prefix.slice(lineStart)
  const isWhole = lineStart > 0 || start <= prefix.length
  return {
    before: isWhole ? before : `…${before.slice(before.indexOf(' ') + 1)}`,
    after: afterIn(suffix),
  }
}

function afterIn(suffix: string): string {
  const lineEnd = suffix.indexOf('\n')
  if (lineEnd >= 0) return suffix.slice(0, lineEnd)
  if (suffix.length < contextLength - 1) return suffix
  const space = suffix.lastIndexOf(' ')
  return `${space < 0 ? suffix : suffix.slice(0, space)}…`
}

function cutBefore(before: string): string {
  if (before.length <= reach) return before
  const space = before.indexOf(' ', before.length - reach)
  return `…${before.slice(space < 0 ? -reach : space)}`
}

function cutAfter(after: string): string {
  if (after.length <= reach) return after
  const space = after.lastIndexOf(' ', reach)
  return `${after.slice(0, space < 0 ? reach : space)}…`
}

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

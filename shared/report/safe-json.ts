import type { Pieces } from './pieces.js'

/** What a value may have, in values and letters, to be written in one piece. */
const roomOfPiece = 2000

/**
 * A value as JSON that can stand inside a `<script>` of a page as well as in a file: what could end the element or a
 * line of script is written as an escape, which every reader of JSON takes back. Half of a surrogate pair is escaped too.
 * An iterable that is no array is written as a list whose items are asked for one by one.
 */
export function* safeJson(value: unknown, indent: 0 | 2 = 2): Pieces {
  for (const piece of jsonOf(value, ' '.repeat(indent), indent ? '\n' : '')) yield harmless(piece)
  yield '\n'
}

/** `lineBreak` is what a line of the container begins with: a line break and its indentation, or nothing. */
function* jsonOf(value: unknown, indent: string, lineBreak: string): Pieces {
  if (typeof value === 'string') return yield* stringOf(value)
  if (typeof value !== 'object' || value === null) return yield JSON.stringify(value) ?? 'null'
  const isList = Symbol.iterator in value
  if ((!isList || Array.isArray(value)) && roomLeft(value, roomOfPiece) > 0) {
    return yield JSON.stringify(value, null, indent).replaceAll('\n', lineBreak)
  }
  const within = lineBreak + indent
  let between = isList ? '[' : '{'
  for (const entry of isList ? (value as Iterable<unknown>) : Object.entries(value)) {
    if (isList) {
      yield between + within
      yield* jsonOf(entry, indent, within)
    } else {
      const [name, said] = entry as [string, unknown]
      if (said === undefined) continue
      yield `${between}${within}${JSON.stringify(name)}:${indent && ' '}`
      yield* jsonOf(said, indent, within)
    }
    between = ','
  }
  if (between === ',') yield lineBreak + (isList ? ']' : '}')
  else yield isList ? '[]' : '{}'
}

/** A string between quotation marks; cut only where no pair is cut. */
function* stringOf(text: string): Pieces {
  if (text.length <= roomOfPiece) return yield JSON.stringify(text)
  yield '"'
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + roomOfPiece)
    if ((text.codePointAt(to - 1) ?? 0) > 0xffff) to += 1
    yield JSON.stringify(text.slice(from, to)).slice(1, -1)
    from = to
  }
  yield '"'
}

/** How much of `room` a value leaves when it is taken whole; nothing or less once it is too much. */
function roomLeft(value: unknown, room: number): number {
  if (typeof value === 'string') return room - value.length
  if (typeof value !== 'object' || value === null) return room - 1
  if (Symbol.iterator in value && !Array.isArray(value)) return 0
  let left = room - 1
  for (const name in value) {
    if (left <= 0) return left
    left = roomLeft((value as Record<string, unknown>)[name], left)
  }
  return left
}

function harmless(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, escape)
}

const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** How many values a JSON text from outside may have: a parser's memory holds that many, whatever they are. */
export const mostJsonValues = 2_000_000

const space = new Set([0x20, 0x09, 0x0a, 0x0d])
const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const opening = new Set([0x5b, 0x7b])
const closing = new Set([0x5d, 0x7d])

/**
 * How many values a JSON text has, objects and lists and what is in them, found without parsing it: parsing more than memory
 * holds cannot be caught. A count past `most` is not finished. Of a text that is no JSON it says nothing but that its parsing
 * would make no more values.
 */
export function jsonValuesIn(text: string, most = mostJsonValues): number {
  let count = 1
  let opened = false
  for (let at = 0; at < text.length && count <= most; at++) {
    const code = text.charCodeAt(at)
    if (space.has(code)) continue
    if (opened && !closing.has(code)) count++
    opened = opening.has(code)
    if (code === comma) count++
    else if (code === quote) at = endOfString(text, at)
  }
  return count
}

/** Where a string ends that begins at `start`, its last quotation mark; the end of the text where it never ends. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === quote) return at
    at += code === backslash ? 2 : 1
  }
  return at
}

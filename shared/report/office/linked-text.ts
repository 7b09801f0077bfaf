import { isWebAddress } from '../../domain/web-address.js'

/** A stretch of a text; `href` is the web address that it is, else null. */
export interface LinkedPiece {
  text: string
  href: string | null
}

/** Marks that end a sentence or a bracket around an address are none of it. */
const address = /https?:\/\/[^\s<>"'\\|^`{}“”„‘’]*[^\s<>"'\\|^`{}“”„‘’.,;:!?()[\]]/gi

/** Cuts a text where a web address begins or ends; put together, the pieces are the text. */
export function linkedPieces(text: string): LinkedPiece[] {
  // Most text has none.
  if (!text.includes('://')) return [{ text, href: null }]
  const pieces: LinkedPiece[] = []
  let end = 0
  const add = (text: string, href: string | null): void => {
    if (text !== '') pieces.push({ text, href })
  }
  for (const { 0: match, index } of text.matchAll(address)) {
    const found = match + bracketsOf(match, text, index + match.length)
    if (!isWebAddress(found)) continue
    add(text.slice(end, index), null)
    add(found, found)
    end = index + found.length
  }
  add(text.slice(end), null)
  return pieces
}

/** The brackets at `offset`, behind an address, that close what it opens: `https://example.org/Mercury_(planet)`. */
function bracketsOf(address: string, text: string, offset: number): string {
  const count = (sign: string): number => address.split(sign).length - 1
  const open = new Map([
    [')', count('(') - count(')')],
    [']', count('[') - count(']')],
  ])
  let end = offset
  for (; end < text.length; end++) {
    const left = open.get(text[end]!) ?? 0
    if (left <= 0) break
    open.set(text[end]!, left - 1)
  }
  return text.slice(offset, end)
}

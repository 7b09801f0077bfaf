import type { Token } from '../tokens.js'

export type Tokens = readonly Token[]

/** The lower-case text of a token; '' outside the paragraph. */
export function wordAt(tokens: Tokens, at: number): string {
  return tokens[at]?.lower ?? ''
}

/** The digits of a plain number token of `least` to `most` digits as a value; null for anything else. */
export function digitsAt(tokens: Tokens, at: number, least: number, most: number): number | null {
  const token = tokens[at]
  if (!token || token.kind !== 'number') return null
  const length = token.end - token.start
  return length >= least && length <= most && isDigits(token.lower) ? Number(token.lower) : null
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return true
}

/** Whether a token is a hyphen or a dash. */
export function isDash(word: string): boolean {
  return word === '-' || word === '–' || word === '—' || word === '‐' || word === '‑' || word === '−'
}

/** Whether a token touches the one before it. */
export function touches(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  return token !== undefined && !token.spaced
}

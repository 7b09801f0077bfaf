import { foldText, foldUnit } from './fold.js'

/**
 * A text cut into tokens, in order: what they are (equal numbers for equal tokens) and where they stand, [start, end) in
 * UTF-16 code units. What lies between tokens is white space.
 */
export class Tokens {
  readonly ids: number[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []

  add(id: number, start: number, end: number): void {
    this.ids.push(id)
    this.starts.push(start)
    this.ends.push(end)
  }
}

/** Tokens with a number at or below this one end a line. No two of them are equal. */
export const lastBreak = -(2 ** 29)

/** A word without spaces that is longer than this is cut, so that an edit in it leaves the rest of it alone. */
const longWord = 24
/** No token is longer. */
const longestToken = 64

/** Numbers lines: equal lines of the texts that it is given get equal numbers. */
export class LineNumbers {
  readonly #numbers = new Map<string, number>()

  /** The lines of a text that are not empty, without their line breaks. */
  linesOf(text: string): Tokens {
    const lines = new Tokens()
    for (let start = 0; start < text.length;) {
      const found = text.indexOf('\n', start)
      const end = found < 0 ? text.length : found
      if (end > start) lines.add(this.#numberOf(text.slice(start, end)), start, end)
      start = end + 1
    }
    return lines
  }

  #numberOf(line: string): number {
    const number = this.#numbers.get(line) ?? this.#numbers.size
    this.#numbers.set(line, number)
    return number
  }
}

/**
 * Adds the words and marks of [`from`, `to`) of a text to the tokens. Their numbers are hashes (30 bits) of what they read
 * like (case, normal form and the kind of mark make no difference), so that equal numbers are a strong hint and no proof.
 * Ideographs are tokens of their own, and a long stretch of letters without spaces is cut where its content says so.
 */
export function addWords(tokens: Tokens, text: string, from: number, to: number): void {
  for (let at = from; at < to;) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === 'space') {
      at++
      continue
    }
    const end = kind === 'letter' ? wordEnd(text, at, to) : markEnd(text, at, to)
    tokens.add(hashOf(text, at, end), at, end)
    at = end
  }
}

type Kind = 'space' | 'letter' | 'single' | 'attached'

/** What a code unit is to a tokeniser: rough by blocks of Unicode, and quick. */
function kindOf(unit: number): Kind {
  if (unit < 0x80) return asciiKinds[unit]!
  if (unit < 0xc0) return unit === 0xa0 || unit === 0x85 ? 'space' : 'single'
  if (unit < 0x300) return 'letter'
  if (unit < 0x370) return 'attached'
  if (unit < 0x2000) return 'letter'
  if (unit < 0x2e80) return foldUnit(unit) === 0x20 ? 'space' : isJoiner(unit) ? 'attached' : 'single'
  if (unit < 0xa4d0) return unit === 0x3000 ? 'space' : 'single'
  if (unit < 0xd800) return 'letter'
  return unit >= 0xfe00 && unit <= 0xfe0f ? 'attached' : 'single'
}

const asciiKinds: readonly Kind[] = Array.from({ length: 0x80 }, (_, unit) => {
  if (/\s/.test(String.fromCharCode(unit))) return 'space'
  return /[\dA-Za-z]/.test(String.fromCharCode(unit)) ? 'letter' : 'single'
})

const isJoiner = (unit: number): boolean =>
  (unit >= 0x200b && unit <= 0x200d) || (unit >= 0x20d0 && unit <= 0x20ff)

function wordEnd(text: string, start: number, to: number): number {
  let at = start
  let recent = 0
  for (; at < to; at++) {
    const unit = text.charCodeAt(at)
    const kind = kindOf(unit)
    if (kind !== 'letter' && kind !== 'attached') break
    if (kind === 'letter' && at - start >= longWord && (endsHere(recent) || at - start >= longestToken)) break
    recent = ((recent << 8) | (foldUnit(unit) & 0xff)) >>> 0
  }
  return at
}

/** Whether a long stretch is cut after these four letters; one place in eight, the same in every text. */
const endsHere = (recent: number): boolean => Math.imul(recent, 0x9e3779b1) >>> 29 === 0

/** The end of a mark or ideograph: both halves of a pair, and what is attached to it. */
function markEnd(text: string, start: number, to: number): number {
  let at = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
  while (at < to && at - start < longestToken && kindOf(text.charCodeAt(at)) === 'attached') at++
  return Math.min(at, to)
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) return hashOfReading(text.slice(start, end))
    hash = Math.imul(hash ^ foldUnit(unit), 0x01000193)
  }
  return finished(hash)
}

function hashOfReading(word: string): number {
  const reading = foldText(word)
  let hash = 0x811c9dc5
  for (let at = 0; at < reading.length; at++) hash = Math.imul(hash ^ reading.charCodeAt(at), 0x01000193)
  return finished(hash)
}

/** Spreads a hash (the finaliser of MurmurHash3) over 30 bits. */
function finished(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) & 0x3fffffff
}

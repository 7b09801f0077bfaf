/** What a token is made of. `mixed` has digits and letters: `4th`, `1980s`, `2O25`. */
export type TokenKind = 'word' | 'number' | 'mixed' | 'mark'

/** A word, number or single mark of a paragraph: [`start`, `end`) in UTF-16 code units of the paragraph. */
export interface Token {
  start: number
  end: number
  kind: TokenKind
  /** The text in lower case, with a typographic apostrophe made straight. */
  lower: string
  /** Whether the first character is upper case. */
  capital: boolean
  /** Whether white space comes before. */
  spaced: boolean
}

const Class = { Unknown: 0, Space: 1, Letter: 2, Digit: 3, Mark: 4 } as const
type Class = (typeof Class)[keyof typeof Class]

/** Classes of the UTF-16 code units, filled when a unit is first seen. */
const classes = new Uint8Array(0x10000)

function classOf(code: number): Class {
  const known = (classes[code] ?? Class.Mark) as Class
  if (known !== Class.Unknown) return known
  const char = String.fromCharCode(code)
  const found =
    code >= 48 && code <= 57
      ? Class.Digit
      : /\s|\u200b|\ufeff/.test(char)
        ? Class.Space
        : /[\p{L}\p{M}]/u.test(char)
          ? Class.Letter
          : Class.Mark
  classes[code] = found
  return found
}

const apostrophe = 39
const typographicApostrophe = 0x2019

/** The tokens of a paragraph. Linear, and total: every visible character is in exactly one token. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  let spaced = true
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === Class.Space) {
      spaced = true
      at++
      continue
    }
    const end = endOfToken(text, at, kind)
    tokens.push(tokenOf(text, at, end, kind, spaced))
    spaced = false
    at = end
  }
  return tokens
}

function tokenOf(text: string, start: number, end: number, kind: Class, spaced: boolean): Token {
  const raw = text.slice(start, end)
  const lower = raw.toLowerCase()
  return {
    start,
    end,
    kind: kindOf(raw, kind),
    lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
    capital: raw.charCodeAt(0) !== lower.charCodeAt(0),
    spaced,
  }
}

function kindOf(raw: string, first: Class): TokenKind {
  if (first === Class.Mark) return raw.length > 1 ? 'word' : 'mark'
  if (first === Class.Digit)
    return classOf(raw.charCodeAt(raw.length - 1)) === Class.Digit ? digitsOnly(raw) : 'mixed'
  for (let i = 1; i < raw.length; i++) if (classOf(raw.charCodeAt(i)) === Class.Digit) return 'mixed'
  return 'word'
}

function digitsOnly(raw: string): TokenKind {
  for (let i = 0; i < raw.length; i++) if (classOf(raw.charCodeAt(i)) === Class.Letter) return 'mixed'
  return 'number'
}

function endOfToken(text: string, start: number, kind: Class): number {
  if (kind === Class.Letter) return endOfWord(text, start)
  if (kind === Class.Digit) return endOfNumber(text, start)
  const code = text.charCodeAt(start)
  if ((code === apostrophe || code === typographicApostrophe) && isPossessive(text, start)) return start + 2
  return start + 1
}

/** Letters and digits, with an apostrophe inside ("don't", "O'Brien") but not the possessive "'s". */
function endOfWord(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const kind = classOf(code)
    if (kind === Class.Digit && at - start <= 4 && currencyLetters.test(text.slice(start, at))) break
    if (kind === Class.Letter || kind === Class.Digit) at++
    else if ((code === apostrophe || code === typographicApostrophe) && joinsLetters(text, at)) at++
    else break
  }
  return at
}

/** Letters for a currency that touch their number: "SKr4.48bn", "EUR300m". */
const currencyLetters = /^(?:[SND]Kr|Rs|USD|EUR|GBP|CHF|NOK|SEK|DKK|INR|ZAR|JPY|CNY|AUD|CAD|PLN)$/

function joinsLetters(text: string, at: number): boolean {
  return at + 1 < text.length && classOf(text.charCodeAt(at + 1)) === Class.Letter && !isPossessive(text, at)
}

function isPossessive(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  if (next !== 115 && next !== 83) return false
  if (at === 0 || classOf(text.charCodeAt(at - 1)) === Class.Space) return false
  if (at + 2 >= text.length) return true
  const after = classOf(text.charCodeAt(at + 2))
  return after !== Class.Letter && after !== Class.Digit
}

/** Digits with grouping commas ("1,200,000") or one decimal point ("3.5"), and letters that touch them ("4th"). */
function endOfNumber(text: string, start: number): number {
  let at = endOfDigits(text, start)
  if (at - start <= 3) at = endOfGroups(text, at)
  const next = text.charCodeAt(at)
  if (next === 46 && classOf(text.charCodeAt(at + 1)) === Class.Digit && !touchesPoint(text, start)) {
    const decimals = endOfDigits(text, at + 1)
    const afterwards = text.charCodeAt(decimals)
    const isChain = afterwards === 46 && classOf(text.charCodeAt(decimals + 1)) === Class.Digit
    if (!isChain && !(decimals - at === 3 && at - start <= 2 && isClockTail(text, decimals))) at = decimals
  }
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at))
    if (kind !== Class.Letter && kind !== Class.Digit) break
    at++
  }
  return at
}

/** Zones and times of day that follow a time: "11.15 GMT", "6.20 in the morning". */
const clockTail = /^ (?:GMT|UTC|BST|CET|CEST|EST|EDT|in the (?:morning|afternoon|evening))\b/

/** The longest text that `clockTail` reads. */
const clockTailLength = 18

/** Whether "am", "pm", a zone or the like follows: then "4.30" is a time of day and its point no decimal point. */
function isClockTail(text: string, at: number): boolean {
  if (clockTail.test(text.slice(at, at + clockTailLength))) return true
  const from = classOf(text.charCodeAt(at)) === Class.Space ? at + 1 : at
  const first = text.charCodeAt(from) | 32
  if (first !== 97 && first !== 112) return false
  const second = text.charCodeAt(from + 1) === 46 ? from + 2 : from + 1
  if ((text.charCodeAt(second) | 32) !== 109) return false
  return !/[\p{L}\d]/u.test(text.charAt(second + 1))
}

/** Whether a number continues a dotted chain such as "12.05.2011", in which no point is a decimal point. */
function touchesPoint(text: string, start: number): boolean {
  return (
    start >= 2 && text.charCodeAt(start - 1) === 46 && classOf(text.charCodeAt(start - 2)) === Class.Digit
  )
}

function endOfDigits(text: string, at: number): number {
  while (at < text.length && classOf(text.charCodeAt(at)) === Class.Digit) at++
  return at
}

function endOfGroups(text: string, at: number): number {
  while (text.charCodeAt(at) === 44) {
    const end = endOfDigits(text, at + 1)
    if (end - at !== 4) return at
    at = end
  }
  return at
}

/** The value of a `number` token; not a number for other kinds. */
export function numberOf(token: Token): number {
  return token.kind === 'number' ? Number(token.lower.replaceAll(',', '')) : Number.NaN
}

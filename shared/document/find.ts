import { FoldedText } from './folded-text.js'
import type { TextRange } from './paragraphs.js'

/** What to look for: words as they stand, or with `isRegExp` a pattern of JavaScript's regular expressions. */
export interface FindQuery {
  text: string
  matchCase: boolean
  wholeWord: boolean
  isRegExp: boolean
}

export interface FindResult {
  /** In the order of the text and without overlaps, in UTF-16 code units of the text. */
  passages: TextRange[]
  /** False when there are more than the limit. */
  isComplete: boolean
  /** Why nothing could be searched, in words for a person; null when all went well. */
  problem: string | null
}

/**
 * The passages of a text that a query finds, at most `limit`.
 *
 * Words are found however the text writes the same characters: composed or not, with typographic or plain quotation
 * marks, with any white space (a line break is a space), in either case unless it matters. A passage never begins or
 * ends inside a character as it is seen. A pattern is matched against the text as it is; `^` and `$` stand for the
 * edges of lines, `.` for anything within one. Some patterns take longer than anyone can wait: search for what a person
 * typed where it can be stopped.
 */
export function findPassages(text: string, query: FindQuery, limit: number): FindResult {
  const found: FindResult = { passages: [], isComplete: true, problem: null }
  if (query.text === '') return found
  const pattern = query.isRegExp ? compile(query) : null
  if (typeof pattern === 'string') return { ...found, problem: pattern }
  for (const passage of pattern ? matchesOf(text, pattern) : occurrencesOf(text, query)) {
    if (query.wholeWord && !isWhole(text, passage)) continue
    if (found.passages.length === limit) return { ...found, isComplete: false }
    found.passages.push(passage)
  }
  return found
}

/** The pattern, or what is wrong with it. */
function compile({ text, matchCase }: FindQuery): RegExp | string {
  try {
    return new RegExp(text, matchCase ? 'gmu' : 'gimu')
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(': ').at(-1)! : ''
    return `This is not a regular expression: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`
  }
}

/** Empty matches are left out: there is nothing to show. */
function* matchesOf(text: string, pattern: RegExp): Generator<TextRange> {
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (match) yield { start: index, end: index + match.length }
  }
}

function* occurrencesOf(text: string, { text: words, matchCase }: FindQuery): Generator<TextRange> {
  const folded = new FoldedText(text, matchCase)
  const wanted = new FoldedText(words, matchCase).text
  let at = folded.text.indexOf(wanted)
  while (at >= 0) {
    const start = folded.sourceOffset(at)
    const end = folded.sourceOffset(at + wanted.length)
    const isFound = start !== null && end !== null && !isInside(text, start) && !isInside(text, end)
    if (isFound) yield { start, end }
    at = folded.text.indexOf(wanted, at + (isFound ? wanted.length : 1))
  }
}

/** What belongs to the character before it: diacritical marks, variation selectors, skin tones and joined emoji. */
const joined =
  /\u200d|[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\p{Emoji_Modifier}]|(?<=\u200d)\p{Extended_Pictographic}/uy

function isInside(text: string, offset: number): boolean {
  joined.lastIndex = offset
  return joined.test(text) || isLowSurrogate(text, offset)
}

function isLowSurrogate(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff
}

/** Letters and digits make words; in scripts that set no spaces between words any place may be the edge of one. */
const wordCharacter =
  /^(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}])[\p{L}\p{M}\p{N}_]$/u

function isWhole(text: string, { start, end }: TextRange): boolean {
  return !isWithinWord(text, start) && !isWithinWord(text, end)
}

/** Whether word characters stand on both sides of an offset. */
function isWithinWord(text: string, offset: number): boolean {
  const after = text.codePointAt(offset)
  return (
    wordCharacter.test(characterBefore(text, offset)) &&
    wordCharacter.test(after === undefined ? '' : String.fromCodePoint(after))
  )
}

function characterBefore(text: string, offset: number): string {
  return text.slice(isLowSurrogate(text, offset - 1) ? offset - 2 : Math.max(offset - 1, 0), offset)
}

import type { PlacedSentence } from '../check-context.js'
import { cutOffAfter, neverLast } from '../extract/en/function-words.js'
import type { PlacedParagraph } from '../extract/resolve-dates.js'
import type { Token } from '../extract/tokens.js'
import { type Fragment, tokensOf } from './fragment.js'

/** A sentence that stops after a word that cannot be its last: "agreed to the.", or without a full stop "agreed to". */
export function cutOff(
  sentence: PlacedSentence,
  next: PlacedParagraph | undefined,
  isLast = true,
): Fragment | null {
  const tokens = tokensOf(sentence)
  const words = tokens.filter(({ kind }) => kind !== 'mark')
  const last = words.at(-1)
  if (!last || last.kind !== 'word' || words.length < 3 || /[:;,—–]["”]?$/.test(sentence.text)) return null
  if (tokens[tokens.indexOf(last) - 1]?.kind === 'mark' && last.lower === 'a') return null
  const ending = sentence.text.slice(last.end - sentence.sentence.start)
  const closed = isClosed(sentence.text)
  const where = { start: sentence.start, end: sentence.end }
  if (/^\.?["”’)]*$/.test(ending) && neverLast.has(last.lower) && !last.capital && !isNamedLetter(tokens)) {
    if (!closed && goesOnBelow(sentence, next)) return null
    return {
      ...where,
      reason: `The sentence stops after “${last.lower}”, which needs something to follow.`,
      severity: 'likely',
    }
  }
  if (closed || !isLast || ending !== '') return null
  if (cutOffAfter.has(last.lower) && !goesOnBelow(sentence, next)) {
    return { ...where, reason: `The paragraph breaks off after “${last.lower}”.`, severity: 'likely' }
  }
  return null
}

/** How long a line may be at most that was broken by the width of a page. */
const longestWrappedLine = 100

/** Whether the line below goes on with the sentence: a line break inside a sentence is no cut. */
function goesOnBelow({ paragraph }: PlacedSentence, next: PlacedParagraph | undefined): boolean {
  if (!next) return false
  const { annotated, offset } = paragraph
  if (
    /^\s*\p{Ll}/u.test(next.annotated.text) ||
    next.annotated.kind === 'list' ||
    next.annotated.kind === 'table'
  )
    return true
  const isAdjacent = next.offset - offset - annotated.text.length <= 1
  return isAdjacent && annotated.text.length <= longestWrappedLine
}

/** "vitamin a", "plan a": the letter as a name. */
function isNamedLetter(tokens: readonly Token[]): boolean {
  const at = tokens.findLastIndex(({ kind }) => kind === 'word')
  const named = /^(vitamin|plan|hepatitis|grade|group|type|class|section|point|side)$/
  return tokens[at]?.lower === 'a' && named.test(tokens[at - 1]?.lower ?? '')
}

/** Whether a sentence has a mark at its end that closes it. */
export function isClosed(text: string): boolean {
  return /[.!?…:;—–][\s"”’'»)\]*_]*(\[\d+\])*$/.test(text)
}

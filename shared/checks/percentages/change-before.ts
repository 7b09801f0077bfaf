import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { changeNouns, changeSlip, fractionsBy, inUnitOf, isComparison, sameMeasure } from './change.js'
import { falls, rises, type Slip, tokensOf } from './slip.js'

/**
 * "It grew from 200 to 260 beds. That is an increase of 20 percent.": a change whose figures the sentence before has, of the
 * same paragraph.
 */
export function changeBefore(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  before: readonly Quantity[],
): Slip[] {
  const tokens = tokensOf(sentence)
  const words = tokens.slice(sentence.sentence.first, sentence.sentence.next).map(({ lower }) => lower)
  const [share] = quantities.length > 0 ? quantities : fractionsBy(sentence)
  const isOnlyShare =
    share?.unit === '%' && (quantities.length <= 1 || isThisChange(tokens, share, quantities))
  if (!isOnlyShare || !(/^(that|this|it|the)$/.test(words[0] ?? '') || isNamedChange(words))) return []
  const up = words.some((word) => rises.test(word) || growing.has(word))
  const down = words.some((word) => falls.test(word) || shrinking.has(word))
  const [first, second] = before
  if (up === down || before.length !== 2 || !first || !second || !sameMeasure(first, second)) return []
  const link = tokens.slice(first.next, second.first).map(({ lower }) => lower)
  const isFromTo = tokens[first.first - 1]?.lower === 'from' && link.at(-1) === 'to'
  const isCompared = isComparison(tokens.slice(first.next, second.first), tokens[second.next])
  if (!isFromTo && !isCompared) return []
  const [from, to] = isFromTo ? [first, second] : [second, first]
  return changeSlip({ before: inUnitOf(from, to), after: to, direction: up ? 1 : -1 }, share)
}

/** "The 16 per cent reduction saved £30 million": the change is the one told before, whatever else is told of it. */
function isThisChange(
  tokens: readonly Token[],
  { first, next }: Quantity,
  quantities: readonly Quantity[],
): boolean {
  const isOnly = quantities.filter(({ unit }) => unit === '%').length === 1
  return (
    isOnly &&
    /^(the|this|that)$/.test(tokens[first - 1]?.lower ?? '') &&
    changeNouns.has(tokens[next]?.lower ?? '')
  )
}

/** "An increase of a quarter", "The 15 per cent fall". */
function isNamedChange([article = '', noun = '']: readonly string[]): boolean {
  return /^(a|an)$/.test(article) && changeNouns.has(noun)
}

const growing = new Set(['growth', 'jump', 'surge', 'improvement'])
const shrinking = new Set(['reduction', 'loss', 'fall', 'contraction'])

import { inSentence } from '../check-context.js'
import type { AnnotatedParagraph } from '../extract/annotate.js'
import type { Sentence } from '../extract/sentences.js'
import { numberBehindName, type Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'

/** The quantities of a sentence, with the bare numbers behind names that a list may hold. */
export function countsIn(annotated: AnnotatedParagraph, sentence: Sentence): readonly Quantity[] {
  const known = kept.get(sentence)
  if (known) return known
  const counts = withEach(annotated.tokens, allCounts(annotated, sentence))
  kept.set(sentence, counts)
  return counts
}

/** A sentence is asked for again by each that stands near it. */
const kept = new WeakMap<Sentence, readonly Quantity[]>()

/** "her two nieces £150,000 each": what each has, times how many they are. */
function withEach(tokens: readonly Token[], counts: readonly Quantity[]): Quantity[] {
  return counts.flatMap((count, index) => {
    const [before, after] = [counts[index - 1], counts[index + 1]]
    const isShared = (one: Quantity, of: Quantity): boolean =>
      tokens[one.next]?.lower === 'each' && of.unit === '' && of.noun !== '' && one.first - of.next <= 5
    if (after && isShared(after, count)) return []
    return before && isShared(count, before) ? [{ ...count, value: count.value * before.value }] : [count]
  })
}

function allCounts({ tokens, quantities, expressions }: AnnotatedParagraph, sentence: Sentence): Quantity[] {
  const own = inSentence(quantities, sentence).filter((quantity) => !isAge(tokens, quantity))
  const taken = new Set(
    [...own, ...inSentence(expressions, sentence)].flatMap(({ first, next }) => tokenRange(first, next)),
  )
  const behind: Quantity[] = []
  for (let at = sentence.first + 1; at < sentence.next; at++) {
    const found = taken.has(at) ? null : numberBehindName(tokens, at)
    if (found) behind.push(found)
  }
  return behind.length > 0 ? [...own, ...behind].sort((a, b) => a.first - b.first) : own
}

/** "children under twelve", "those over 60": how old, and not how many. */
function isAge(tokens: readonly Token[], { first, unit, noun }: Quantity): boolean {
  if (unit !== '' || noun !== '' || !/^(under|over|aged|below|above)$/.test(tokens[first - 1]?.lower ?? ''))
    return false
  return tokens[first - 2]?.kind === 'word'
}

function tokenRange(first: number, next: number): number[] {
  return Array.from({ length: next - first }, (_, step) => first + step)
}

/** "£882,000, or 84 per cent, …", "14 (28 %)": the share that is told beside a count belongs to it. */
export function withoutShares(tokens: readonly Token[], counts: readonly Quantity[]): Quantity[] {
  return counts.flatMap((count, index) => {
    const [before, after] = [counts[index - 1], counts[index + 1]]
    if (before && isShareBeside(tokens, before, count)) return []
    return after && isShareBeside(tokens, count, after)
      ? [{ ...count, next: endOfAside(tokens, after) }]
      : [count]
  })
}

function isShareBeside(tokens: readonly Token[], { next, unit }: Quantity, share: Quantity): boolean {
  if (unit === '%' || share.unit !== '%' || share.first - next > 3) return false
  const gap = tokens.slice(next, share.first).map(({ lower }) => lower)
  return gap.at(-1) === '(' || (gap.at(-1) === 'or' && gap.at(-2) === ',')
}

/** The token behind the bracket or comma that closes an aside. */
function endOfAside(tokens: readonly Token[], { next }: Quantity): number {
  return /^[),]$/.test(tokens[next]?.lower ?? '') ? next + 1 : next
}

/** In a list of sums of money other counts tell what they are spent on: "£882,000 on work in 14 countries, £105,000 on …". */
export function inCurrencyOf(counts: readonly Quantity[]): readonly Quantity[] {
  const [first] = counts
  if (!first || !/^([A-Z]{3}|[£€$¥])$/.test(first.unit)) return counts
  return counts.filter(({ unit }) => unit === first.unit)
}

import { diffIds, type Stretch } from './id-diff.js'
import { longestChain } from './longest-chain.js'
import { sharedOnce } from './shared-once.js'
import { TokenPairs } from './token-pairs.js'

/** How two lists of tokens are aligned. */
export interface AlignmentRules {
  /** So many tokens in a row make an anchor when each list has them once. */
  anchor: number
  /** Whether the tokens [`from`, `to`) of the first list are long enough to be known again in another order. */
  isSubstantial: (from: number, to: number) => boolean
  /** Whether a token of either list joins the one before it without a space, as a full stop does. */
  isJoined: (index: number, other: number) => boolean
  /** Whether a repeated token is left alone where the lists have it unequally often: its context must tell which went. */
  leavesRepeats: boolean
}

/** Stretches with this many tokens on both sides together are compared at once, without looking for anchors. */
const smallStretch = 48
/** Anchors inside stretches inside stretches are sought this often. */
const deepest = 8

/**
 * The partner of every token of the first list in the second, or -1. Tokens that each list has once are anchors; the
 * longest chain of them in the same order, spread over the equal tokens beside them, is the text that stayed, the
 * substantial rest is text that moved. Between neighbouring anchors smaller ones count, and at last the shortest edit
 * script, so that repeated tokens keep their order. Each token has one partner; those of `known` pairs are given. Near
 * linear, with bounds.
 */
export function alignTokens(
  ids: readonly number[],
  others: readonly number[],
  rules: AlignmentRules,
  known: readonly (readonly [number, number])[] = [],
): Int32Array {
  const pairs = new TokenPairs(ids, others)
  for (const [index, other] of known) pairs.pair(index, other)
  const inner = pairs.trim(pairs.whole())
  spreadChain(pairs, inner, rules.anchor)
  takeMoved(pairs, inner, rules)
  alignAround(pairs, rules)
  // What stood twice may stand once among what is left.
  if (takeMoved(pairs, inner, rules)) alignAround(pairs, rules)
  settleMarks(pairs, ids, others, rules)
  return pairs.partner
}

/** Gives marks that insertions and deletions leave a choice of to the words that they stand at. */
function settleMarks(
  pairs: TokenPairs,
  ids: readonly number[],
  others: readonly number[],
  { isJoined }: AlignmentRules,
): void {
  const isEqual = (index: number, other: number) => ids[index] === others[other]
  const follows = (index: number, other: number) => isEqual(index, other) && isJoined(index, other)
  const leads = (index: number, other: number) =>
    isEqual(index, other) && isJoined(index + 1, other + 1) && !isJoined(index, other)
  for (let index = 0; index < ids.length; index++) pairs.slide(index, follows)
  for (let index = ids.length - 2; index >= 0; index--) pairs.slideBack(index, leads)
}

/** Pairs the anchors of a stretch that stand in the same order in both lists; whether there was one. */
function spreadChain(pairs: TokenPairs, stretch: Stretch, anchor: number): boolean {
  const anchors = sharedOnce(pairs.ids, pairs.others, stretch, anchor)
  const stayed = longestChain(anchors.map(({ other }) => other))
  anchors.forEach(({ index, other }, at) => {
    if (stayed[at]) pairs.spread(index, other, stretch)
  })
  return anchors.length > 0
}

/** Pairs the substantial stretches around anchors among what has no partner yet, in any order; whether there was one. */
function takeMoved(pairs: TokenPairs, stretch: Stretch, { anchor, isSubstantial }: AlignmentRules): boolean {
  let hasTaken = false
  for (const { index, other } of sharedOnce(pairs.ids, pairs.others, stretch, anchor)) {
    const moved = pairs.spreadOf(index, other, stretch)
    if (!moved || !isSubstantial(moved.from, moved.to)) continue
    pairs.take(moved)
    hasTaken = true
  }
  return hasTaken
}

/** Aligns what lies between neighbouring pairs, then around what moved, then what stands beside that. */
function alignAround(pairs: TokenPairs, rules: AlignmentRules): void {
  for (const gap of pairs.gapsBetweenNeighbours()) alignGap(pairs, gap, rules, 0)
  for (const gap of pairs.gapsAroundMoved()) alignGap(pairs, gap, rules, 0)
  for (let index = 0; index < pairs.ids.length; index++) alignBeside(pairs, pairs.stretchAfter(index))
  for (let index = pairs.ids.length - 1; index >= 0; index--) alignBeside(pairs, pairs.stretchBefore(index))
}

/** Aligns what stands beside a pair on one side only, such as the end of a moved line, when it has much in common. */
function alignBeside(pairs: TokenPairs, beside: Stretch | null): void {
  if (!beside) return
  const { from, to, otherFrom, otherTo } = beside
  const found: (readonly [number, number])[] = []
  diffIds(pairs.ids, pairs.others, beside, (index, other) => found.push([index, other]))
  if (found.length * 2 < Math.min(to - from, otherTo - otherFrom)) return
  for (const [index, other] of found) pairs.pair(index, other)
}

/** Aligns what lies between two neighbouring pairs: what each side has once, then a shortest edit script. */
function alignGap(pairs: TokenPairs, gap: Stretch, rules: AlignmentRules, depth: number): void {
  const inner = pairs.trim(gap)
  if (inner.from === inner.to || inner.otherFrom === inner.otherTo) return
  const size = inner.to - inner.from + inner.otherTo - inner.otherFrom
  if (size > smallStretch && depth < deepest && spreadChain(pairs, inner, 1)) {
    for (const smaller of pairs.gapsInOrder(inner)) alignGap(pairs, smaller, rules, depth + 1)
    return
  }
  const isUneven = rules.leavesRepeats ? unevenIn(pairs, inner) : () => false
  diffIds(pairs.ids, pairs.others, inner, (index, other) => {
    if (!isUneven(index)) pairs.pair(index, other)
  })
}

/** Tells which tokens the two sides of a stretch have unequally often. */
function unevenIn(
  { ids, others }: TokenPairs,
  { from, to, otherFrom, otherTo }: Stretch,
): (index: number) => boolean {
  const counts = new Map<number, number>()
  const add = (id: number, by: number) => counts.set(id, (counts.get(id) ?? 0) + by)
  for (let at = from; at < to; at++) add(ids[at]!, 1)
  for (let at = otherFrom; at < otherTo; at++) add(others[at]!, -1)
  return (index) => counts.get(ids[index]!) !== 0
}

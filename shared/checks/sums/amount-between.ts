import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { areSlipsOfEachOther } from '../numbers/slip-likeness.js'
import { falls, rises } from '../percentages/slip.js'
import { countsIn } from './counts.js'
import { areOneKind, comparison } from './difference.js'
import type { Sum } from './sum.js'

/** How many sentences back a figure may stand that another one changed from. */
const reach = 3

/**
 * "Exports came to 3.2m tonnes. … In the year before it was 3.5m tonnes, so that they fell by 300,000 tonnes": what something
 * changed by, behind the only two larger figures of its kind. One digit must make the three agree.
 */
export function changedBy(sentence: PlacedSentence, before: readonly PlacedSentence[]): Sum | null {
  const { annotated } = sentence.paragraph
  const counts = countsIn(annotated, sentence.sentence)
  const amount = counts.find((count) => isAmount(annotated.tokens, count))
  if (!amount || amount.bound !== 'exact') return null
  const told = before
    .slice(-reach)
    .filter(({ paragraph }) => paragraph === sentence.paragraph)
    .flatMap((one) => countsIn(annotated, one.sentence))
  const own = counts.slice(0, counts.indexOf(amount))
  const ends = [...told, ...own].filter((one) => isEnd(one, amount))
  const last = ends.at(-1)
  if (!last || ends.length < 2 || ends.length > mostEnds || !own.includes(last)) return null
  const differences = ends.slice(0, -1).map((other) => Math.abs(other.value - last.value) / amount.factor)
  const isSaid = (difference: number): boolean =>
    rounded(difference) === rounded(amount.value / amount.factor)
  const near = ends
    .slice(0, -1)
    .filter((_, at) =>
      areSlipsOfEachOther(rounded(differences[at] ?? 0), rounded(amount.value / amount.factor)),
    )
  const [other] = near
  if (!other || near.length > 1 || (differences.some(isSaid) && ends.length > 2)) return null
  const [large, small] = last.value > other.value ? [last, other] : [other, last]
  return { total: large, parts: [small, amount], partial: false, isDifference: true }
}

/** Among more figures some two lie as far apart as any amount. */
const mostEnds = 4

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** "fell by 300,000 tonnes", but not "fell by 300,000 tonnes to …", which tells both ends itself. */
function isAmount(tokens: readonly Token[], { first, next, unit }: Quantity): boolean {
  const [by, verb] = [1, 2].map((step) => tokens[first - step]?.lower ?? '')
  if (by !== 'by' || unit === '%' || !(rises.test(verb ?? '') || falls.test(verb ?? ''))) return false
  const behind = tokens.slice(next, next + 4).map(({ lower }) => lower)
  const lead = tokens.slice(Math.max(0, first - 9), first - 2).map(({ lower }) => lower)
  // "so that exports fell by": the text itself says that it follows; "it fell by" is of what was told.
  if (
    !lead.some((word) => /^(so|thus|therefore|meaning|hence|means|it|they|number|figure|total)$/.test(word))
  )
    return false
  return !behind.some((word) => /^(to|from|a|an|per|each|every)$/.test(word))
}

function isEnd(one: Quantity, amount: Quantity): boolean {
  if (one.unit !== amount.unit || one.bound !== 'exact' || one.value <= amount.value) return false
  return amount.unit !== '' || one.noun === amount.noun
}

const used = /^(occupied|taken|filled|let|sold|booked|used|present|full|manned|rented|open|working)$/
const unused =
  /^(empty|vacant|unsold|free|absent|missing|unfilled|unoccupied|unused|spare|unlet|closed|idle|broken)$/

/**
 * "It has beds for 42 residents. On the day 38 were occupied, four beds being empty": those in use and those that are not, of the
 * only larger count that the sentence before tells.
 */
export function usedAndUnused(sentence: PlacedSentence, before: readonly PlacedSentence[]): Sum | null {
  const last = before.at(-1)
  if (last?.paragraph !== sentence.paragraph) return null
  const { annotated } = sentence.paragraph
  const counts = countsIn(annotated, sentence.sentence)
  const [one, other, third] = counts
  if (!one || !other || third || counts.some(({ unit, bound }) => unit !== '' || bound !== 'exact'))
    return null
  const isSaid = (count: Quantity, words: RegExp): boolean => saysOf(annotated.tokens, count, words)
  const isPair =
    (isSaid(one, used) && !isSaid(one, unused) && isSaid(other, unused)) ||
    (isSaid(one, unused) && isSaid(other, used) && !isSaid(other, unused))
  const totals = countsIn(annotated, last.sentence).filter(
    ({ unit, value }) => unit === '' && value > Math.max(one.value, other.value),
  )
  const [total] = totals
  if (!isPair || !total || totals.length > 1 || total.bound !== 'exact') return null
  const isNearly =
    areSlipsOfEachOther(total.value, one.value + other.value) ||
    areSlipsOfEachOther(total.value - one.value, other.value) ||
    areSlipsOfEachOther(total.value - other.value, one.value)
  return isNearly ? { total, parts: [one, other], partial: false } : null
}

/** How far behind a count the word for its state may stand, in tokens: "four beds being empty". */
const stateReach = 5

function saysOf(tokens: readonly Token[], { next }: Quantity, words: RegExp): boolean {
  for (let at = next; at < next + stateReach; at++) {
    const word = tokens[at]?.lower ?? '.'
    if (/^[,.;:]$|^and$/.test(word)) return false
    if (words.test(word)) return true
  }
  return false
}

const attending = /^(present|represented|attended|attending|came|there)$/
const voting =
  /^(votes?|voted|rejected|approved|passed|carried|adopted|lost|elected|defeated|accepted|agreed)$/

/**
 * "Thirty-one of the 48 households were represented. The increase was rejected by 24 votes to seven.": more votes than there were
 * to vote.
 */
export function votesOverPresent(sentence: PlacedSentence, before: readonly PlacedSentence[]): Sum | null {
  const { annotated } = sentence.paragraph
  const { tokens } = annotated
  const counts = countsIn(annotated, sentence.sentence)
  const [high, low] = counts
  if (!high || !low || high.value <= low.value || !isVote(tokens, sentence, high, low)) return null
  for (const one of before.slice(-reach).reverse()) {
    if (one.paragraph !== sentence.paragraph) return null
    const words = tokens.slice(one.sentence.first, one.sentence.next)
    if (!words.some(({ lower }) => attending.test(lower))) continue
    const [present] = countsIn(annotated, one.sentence)
    if (!present || present.unit !== '' || present.bound !== 'exact') return null
    const isFew = present.value > high.value && high.value + low.value > present.value
    return isFew ? { total: present, parts: [high, low], partial: false } : null
  }
  return null
}

/** "by 24 votes to seven", "by 24 to seven". */
function isVote(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  high: Quantity,
  low: Quantity,
): boolean {
  const link = tokens.slice(high.next, low.first).map(({ lower }) => lower)
  const isScore = link.at(-1) === 'to' && link.length <= 2 && tokens[high.first - 1]?.lower === 'by'
  const words = tokens.slice(sentence.first, low.next + 1)
  return isScore && words.some(({ lower }) => voting.test(lower))
}

const joining = /^(joined|arrived|came|entered|hired|opened|admitted|enrolled|moved|took)$/
const parting = /^(left|died|resigned|departed|retired|closed|lapsed|dismissed|withdrew)$/

/** "131 joined and 88 left, so that there were 43 more": what came, what went, and what that makes. */
export function netOf({ paragraph, sentence }: PlacedSentence): Sum | null {
  const { tokens } = paragraph.annotated
  const counts = countsIn(paragraph.annotated, sentence)
  for (const [index, one] of counts.entries()) {
    const [other, net] = [counts[index + 1], counts[index + 2]]
    if (!other || !net || [one, other, net].some(({ unit, bound }) => unit !== '' || bound !== 'exact'))
      continue
    const isJoining = saysOf(tokens, one, joining) && saysOf(tokens, other, parting)
    const isParting = saysOf(tokens, one, parting) && saysOf(tokens, other, joining)
    const word = tokens[net.next]?.lower ?? ''
    const lead = tokens.slice(net.first - 4, net.first).map(({ lower }) => lower)
    const isNet = /^(more|fewer)$/.test(word) || (lead.includes('net') && lead.at(-1) === 'of')
    if ((!isJoining && !isParting) || !isNet || tokens[net.next + 1]?.lower === 'than') continue
    const [large, small] = one.value > other.value ? [one, other] : [other, one]
    if (large.value > small.value && areSlipsOfEachOther(large.value - small.value, net.value))
      return { total: large, parts: [small, net], partial: false, isDifference: true }
  }
  return null
}

/** How far before the difference the first of the two figures may stand, in tokens. */
const normReach = 32

const norms =
  /^(allowed|permitted|planned|expected|budgeted|estimated|forecast|agreed|intended|needed|required|usual|licensed|before)$/

/** "carried 340 passengers, although it was certified for 280, 60 more than allowed": the figure and the norm stand before. */
export function moreThanAllowed({ paragraph, sentence }: PlacedSentence): Sum | null {
  const { tokens } = paragraph.annotated
  const counts = countsIn(paragraph.annotated, sentence)
  for (const [index, more] of counts.entries()) {
    const [one, other] = [counts[index - 2], counts[index - 1]]
    if (!one || !other || comparison(tokens, more) === 0 || more.bound !== 'exact') continue
    const than = tokens.slice(more.next, more.next + 4).findIndex(({ lower }) => lower === 'than')
    if (!norms.test(tokens[more.next + than + 1]?.lower ?? '')) continue
    if (!areOneKind(one, other) || !areOneKind(other, more) || more.first - one.next > normReach) continue
    const [large, small] = one.value > other.value ? [one, other] : [other, one]
    const real = (large.value - small.value) / more.factor
    if (large.value > small.value && areSlipsOfEachOther(real, more.value / more.factor))
      return { total: large, parts: [small, more], partial: false, isDifference: true }
  }
  return null
}

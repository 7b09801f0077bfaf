import type { PlacedSentence } from '../check-context.js'
import { approximators } from '../extract/en/quantity-words.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { inUnitOf } from './change.js'
import { falls, isSlipOfDigit, rises, shareSlip, type Slip, tokensOf } from './slip.js'

/** "12 of the 48 members (30 percent)", "30 percent, or 12 of 48". */
export function shareOfWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const slips: Slip[] = []
  for (const [index, bare] of quantities.entries()) {
    const whole = quantities[index + 1]
    // "12 million of the 40 million litres": the part is in the unit of the whole.
    const part =
      whole && bare.unit === '' && bare.noun === '' && whole.factor === 1
        ? { ...bare, unit: whole.unit }
        : bare
    if (!whole || part.unit !== whole.unit || part.unit === '%') continue
    if (part.value > whole.value || whole.value === 0) continue
    const link = tokens.slice(part.next, whole.first).map(({ lower }) => lower)
    const isShare = (link[0] === 'of' || link[0] === 'out') && link.length <= 4 && !link.includes(',')
    if (!isShare) continue
    const share = quantities[index + 2]?.unit === '%' ? quantities[index + 2] : quantities[index - 1]
    if (!share || share.unit !== '%' || !isBeside(tokens, share, part, whole)) continue
    const real = (100 * part.value) / whole.value
    slips.push(shareSlip(share, part, whole, real))
  }
  return slips
}

/** "Of the 400 people questioned, 120 (45%) had never voted": a part of a whole that opens the sentence. */
export function shareOfOpening(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const slips: Slip[] = []
  const [whole] = quantities
  const { first } = sentence.sentence
  const opens = tokens[first]?.lower === 'of' || tokens[first]?.lower === 'among'
  if (!opens || !whole || whole.unit === '%' || whole.value === 0 || whole.first - first > 3) return []
  for (const [index, share] of quantities.entries()) {
    const part = quantities[index - 1]
    if (!part || part === whole || share.unit !== '%' || part.unit !== whole.unit || part.value > whole.value)
      continue
    const gap = tokens.slice(part.next, share.first)
    const isBracketed = gap.at(-1)?.lower === '(' && gap.length <= 3 && tokens[share.next]?.lower === ')'
    const isThat = gap.at(-1)?.lower === 'is' && /^(that|which)$/.test(gap.at(-2)?.lower ?? '')
    const isReworded = (gap.at(-1)?.lower === 'or' || isThat) && gap.length <= 6
    const real = (100 * part.value) / whole.value
    const slip = shareSlip(share, part, whole, real)
    const isTold = isBracketed || isReworded || isRate(tokens, share)
    const isBehind = part === quantities[1] && gap.at(-1)?.lower === ',' && closesShare(tokens, share)
    if (isTold || (isBehind && isSlipOfDigit(share, real)(slip))) slips.push(slip)
  }
  return slips
}

/** "…, 90 per cent.", "…, 74 per cent of those affected,": nothing says that the share is of something else. */
function closesShare(tokens: readonly Token[], { next }: Quantity): boolean {
  const [word, whose] = [tokens[next]?.lower ?? '.', tokens[next + 1]?.lower ?? '']
  return /^[,.;]$/.test(word) || (word === 'of' && /^(them|those|these|all|the|it)$/.test(whose))
}

const rates = new Set('rate share proportion percentage ratio turnout majority'.split(' '))

/** "a failure rate of 40%", "a response of 40%". */
function isRate(tokens: readonly Token[], { first }: Quantity): boolean {
  const noun = tokens[first - 2]?.lower ?? ''
  const isNamed = /^an?$/.test(tokens[first - 3]?.lower ?? '') && !rises.test(noun) && !falls.test(noun)
  return tokens[first - 1]?.lower === 'of' && (rates.has(noun) || isNamed)
}

/** How many tokens may stand between a part, its share and the whole. */
const shareReach = 7

/** "will save £210,000 a year, about 7.5 per cent of the £2.8 million that it costs": the whole stands behind the share. */
export function shareBeforeWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  return quantities.flatMap((share, index) => {
    const [part, bare] = [quantities[index - 1], quantities[index + 1]]
    const isBare = bare?.unit === '' && bare.noun === ''
    const whole =
      part && bare && isBare && part.unit !== '' ? { ...inUnitOf(bare, part), unit: part.unit } : bare
    if (share.unit !== '%' || !part || !whole || part.unit !== whole.unit || part.unit === '%') return []
    if (part.value >= whole.value) return []
    const link = tokens.slice(share.next, whole.first).map(({ lower }) => lower)
    const gap = tokens.slice(part.next, share.first).map(({ lower }) => lower)
    const isOf = link[0] === 'of' && (link.length <= 4 || isOfMeasured(link)) && !link.includes(',')
    if (!isOf || gap.length > shareReach || !gap.some((word) => /^(,|or|\(|–|—)$/.test(word))) return []
    const real = (100 * part.value) / whole.value
    const slip = shareSlip(share, part, whole, real)
    return isRightBehind(gap) || isSlipOfDigit(share, real)(slip) ? [slip] : []
  })
}

/** "of its global workforce of roughly": what the share is of, with its size behind. */
function isOfMeasured(link: readonly string[]): boolean {
  const of = link.lastIndexOf('of')
  const isOwned = /^(its|their|the|his|her|a|an|all)$/.test(link[1] ?? '')
  return (
    isOwned &&
    of >= 3 &&
    of <= 6 &&
    link.slice(of + 1).every((word) => approximators.has(word) || word === 'the')
  )
}

/** "£210,000 a year, about": nothing but a mark and a shade before the share. */
function isRightBehind(gap: readonly string[]): boolean {
  const mark = gap.findLastIndex((word) => /^[,(–—]$/.test(word))
  return (
    mark >= 0 && mark <= 3 && gap.slice(mark + 1).every((word) => word === 'or' || approximators.has(word))
  )
}

/** "£31 million, of which the banks lend £24.8 million, or 80 per cent": the part is told in a clause on the whole. */
export function shareOfWhich(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  return quantities.flatMap((share, index) => {
    const [whole, part] = [quantities[index - 2], quantities[index - 1]]
    if (share.unit !== '%' || !whole || !part || whole.unit !== part.unit || part.value >= whole.value)
      return []
    const link = tokens.slice(whole.next, part.first).map(({ lower }) => lower)
    const of = link.findIndex((word, at) => word === 'of' && /^(which|whom)$/.test(link[at + 1] ?? ''))
    const isTold = of >= 0 && of <= 3 && link.length <= 9 && !link.slice(of).includes(',')
    const gap = tokens.slice(part.next, share.first).map(({ lower }) => lower)
    const isReworded = gap.includes('or') || gap.includes('(') || closesShare(tokens, share)
    if (!isTold || !isRightBehind(gap) || !isReworded) return []
    return [shareSlip(share, part, whole, (100 * part.value) / whole.value)]
  })
}

const partOf = new Set(['them', 'these', 'those', 'whom', 'which'])

/** "a survey of 1,500 households found that 450 of them, or 45 percent, …": a part of the whole told before it. */
export function shareOfThem(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  return quantities.flatMap((share, index) => {
    const [whole, part] = [quantities[index - 2], quantities[index - 1]]
    if (share.unit !== '%' || !whole || !part || whole.unit !== '' || part.unit !== '') return []
    if (part.value >= whole.value || tokens[part.next]?.lower !== 'of') return []
    if (
      !partOf.has(tokens[part.next + 1]?.lower ?? '') ||
      !isTied(tokens.slice(part.next, share.first), tokens[share.next])
    )
      return []
    return [shareSlip(share, part, whole, (100 * part.value) / whole.value)]
  })
}

/** "640 pupils sat it. Of these 512 passed, a pass rate of 80 per cent": a part of the only count of the sentence before. */
export function shareOfThese(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  before: readonly Quantity[],
): Slip[] {
  const tokens = tokensOf(sentence)
  const [whole] = before
  const [part, share] = quantities
  const { first } = sentence.sentence
  const opens = tokens[first]?.lower === 'of' && partOf.has(tokens[first + 1]?.lower ?? '')
  const isPart =
    part !== undefined && tokens[part.next]?.lower === 'of' && partOf.has(tokens[part.next + 1]?.lower ?? '')
  if (
    (!opens && !isPart) ||
    !whole ||
    before.length !== 1 ||
    !part ||
    share?.unit !== '%' ||
    whole.unit !== part.unit
  )
    return []
  const gap = tokens.slice(part.next, share.first)
  const isBracketed = gap.at(-1)?.lower === '(' && gap.length <= 6
  const isReworded = gap.at(-1)?.lower === 'or' && gap.length <= 6
  if (part.value >= whole.value || (!isBracketed && !isReworded && !isRate(tokens, share))) return []
  return [shareSlip(share, part, whole, (100 * part.value) / whole.value)]
}

/** "Of the 2,400 people asked 1,080 said yes. That is 45 per cent": a share of what the sentence before tells with its part. */
export function shareOfTold(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  before: readonly Quantity[],
): Slip[] {
  const tokens = tokensOf(sentence)
  const [that, is] = [0, 1].map((step) => tokens[sentence.sentence.first + step]?.lower ?? '')
  const [share] = quantities
  const [one, other] = before
  if (!/^(that|this|it)$/.test(that ?? '') || !/^(is|was|makes|made|means|meant)$/.test(is ?? '')) return []
  if (
    share?.unit !== '%' ||
    !one ||
    !other ||
    before.length !== 2 ||
    one.unit !== other.unit ||
    one.unit === '%'
  )
    return []
  if (share.first - sentence.sentence.first > 3) return []
  const isOpening = tokens[one.first - 2]?.lower === 'of' || tokens[one.first - 1]?.lower === 'of'
  const isPart = tokens[one.next]?.lower === 'of' && one.value < other.value
  const [part, whole] = isPart ? [one, other] : [other, one]
  if ((!isOpening && !isPart) || part.value >= whole.value) return []
  return [shareSlip(share, part, whole, (100 * part.value) / whole.value)]
}

/** "30 millimetres, against an average of 60; that is 50 per cent of what is usual": one figure as a share of another. */
export function shareOfUsual(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const [part, whole, share] = quantities
  if (!part || !whole || share?.unit !== '%' || quantities.length !== 3 || part.unit !== whole.unit) return []
  const gap = tokens.slice(part.next, whole.first).map(({ lower }) => lower)
  const isMeasured = gap.some((word) => word === 'against' || word === 'compared') && gap.length <= 8
  const behind = tokens.slice(share.next, share.next + 4).map(({ lower }) => lower)
  if (!isMeasured || behind[0] !== 'of' || !behind.some((word) => usual.has(word))) return []
  return [shareSlip(share, part, whole, (100 * part.value) / whole.value)]
}

const usual = new Set('usual normal average that mean expected year'.split(' '))

/** "of them (", "of them, or". */
function isTied(gap: readonly Token[], behind: Token | undefined): boolean {
  const last = gap.findLast(({ lower }) => !approximators.has(lower) && lower !== 'just')?.lower ?? ''
  // "1.1 million of them, 18 per cent,"
  if (gap.length === 3 && last === ',') return /^[,.;]$/.test(behind?.lower ?? '')
  return gap.length <= 5 && (last === '(' || last === 'or' || last === '–' || last === '—')
}

/** "80 per cent of the sum", "a pass rate of 80 per cent": the words of the share say what it is a share of. */
function isNamed(tokens: readonly Token[], share: Quantity): boolean {
  const behind = tokens.slice(share.next, share.next + 3).map(({ lower }) => lower)
  return (
    isRate(tokens, share) ||
    (behind[0] === 'of' && (wholeWords.has(behind[1] ?? '') || wholeWords.has(behind[2] ?? '')))
  )
}

const wholeWords = new Set('it total sum whole all amount'.split(' '))

/** Whether a share and "12 of 48" are tied by a bracket, a comma with "or", or a dash. */
function isBeside(tokens: readonly Token[], share: Quantity, part: Quantity, whole: Quantity): boolean {
  const gap =
    share.first > whole.first ? tokens.slice(whole.next, share.first) : tokens.slice(share.next, part.first)
  const words = gap.map(({ lower }) => lower)
  const isThat = words.at(-1) === 'is' && /^(which|that)$/.test(words.at(-2) ?? '')
  const isReworded = ((words.at(-1) === 'or' && words.at(-2) === ',') || isThat) && gap.length <= 9
  if (isReworded && share.first > whole.first) return true

  if (share.first > whole.first && gap.length <= 10 && words.includes(',') && isNamed(tokens, share))
    return true
  return (
    gap.length <= 4 &&
    words.some((word) => word === '(' || word === 'or' || word === '–' || word === '—' || word === ',')
  )
}

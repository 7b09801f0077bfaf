import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { numberInWords, shown } from '../number-in-words.js'
import { fractionAt } from './odds.js'
import { falls, isBoundedBy, rises, round, type Slip, tokensOf, toleranceFor } from './slip.js'

/** The figures of "from 50 to 65", with the words of rise or fall around them. */
export interface Change {
  before: Quantity
  after: Quantity
  direction: 1 | -1
}

function changeIn(sentence: PlacedSentence, quantities: readonly Quantity[]): Change | null {
  const tokens = tokensOf(sentence)
  const words = clauseOfChange(wordsOf(sentence))
  const up = words.some(({ lower }, at) => rises.test(lower) && !isPhrasal(words, at))
  const down = words.some(({ lower }) => falls.test(lower))
  if (!up && !down) return changeMore(tokens, words, quantities)
  if (up === down || words.filter(({ lower }) => lower === 'from').length > 1) return null
  for (const [index, after] of quantities.entries()) {
    const before = quantities[index - 1]
    if (!before || before.unit === '%' || after.unit === '%' || !sameMeasure(before, after)) continue
    const link = tokens.slice(before.next, after.first).map(({ lower }) => lower)
    if (tokens[before.first - 1]?.lower === 'from' && link.length <= 4 && link.at(-1) === 'to') {
      return { before: inUnitOf(before, after), after, direction: up ? 1 : -1 }
    }
    const lead = tokens[before.first - 1]?.lower
    const mostLink = before.unit === '' ? 5 : 12
    if (lead === 'to' && link.at(-1) === 'from' && link.length <= mostLink)
      return { before: after, after: inUnitOf(before, after), direction: up ? 1 : -1 }
  }
  const direction = up ? 1 : -1
  return (
    changeSince(tokens, quantities, direction) ??
    changeTo(tokens, quantities, direction) ??
    changeCompared(tokens, quantities, direction) ??
    changeOfYears(tokens, words, quantities, direction)
  )
}

function wordsOf({ paragraph, sentence }: PlacedSentence): readonly Token[] {
  return paragraph.annotated.tokens.slice(sentence.first, sentence.next)
}

/** "Loans fell from 910,000 to 637,000, by a quarter, but visits rose": the words up to the clause that tells of something else. */
function clauseOfChange(words: readonly Token[]): readonly Token[] {
  const from = words.findIndex(({ lower }) => lower === 'from')
  const turn = words.findIndex(
    ({ lower }, at) =>
      at > from && /^(but|while|whereas|;)$/.test(lower) && (lower === ';' || words[at - 1]?.lower === ','),
  )
  return from < 0 || turn < 0 ? words : words.slice(0, turn)
}

/** "were £14.1 million in 2018 and £15.0 million in 2019, a rise of 6.4 per cent": two years in their order, and the change named. */
function changeOfYears(
  tokens: readonly Token[],
  words: readonly Token[],
  quantities: readonly Quantity[],
  direction: 1 | -1,
): Change | null {
  const [before, after, share] = quantities
  if (!before || !after || share?.unit !== '%' || quantities.length !== 3 || !sameMeasure(before, after))
    return null
  const years = words.flatMap(({ lower }) => (/^(1[89]|20)\d\d$/.test(lower) ? [Number(lower)] : []))
  const [first, last] = years
  const isNamed =
    tokens[share.first - 1]?.lower === 'of' && changeNouns.has(tokens[share.first - 2]?.lower ?? '')
  if (!isNamed || years.length !== 2 || !first || !last || first >= last || before.unit === '%') return null
  return { before: inUnitOf(before, after), after: inUnitOf(after, before), direction }
}

/** "makes up", "set up": no rise. */
function isPhrasal(words: readonly Token[], at: number): boolean {
  const verb = words[at - 1]?.lower ?? ''
  return (
    words[at]?.lower === 'up' &&
    /^(make|makes|made|making|set|took|taken|take|ended|ends|signed|gave|given)$/.test(verb)
  )
}

/** "In 2015 it handled 18 million tonnes and in 2016 21.6 million, 20% more": two figures of two years in their order. */
function changeMore(
  tokens: readonly Token[],
  words: readonly Token[],
  quantities: readonly Quantity[],
): Change | null {
  const [before, after, share] = quantities
  if (!before || !after || share?.unit !== '%' || quantities.length !== 3 || !sameMeasure(before, after))
    return null
  const word = tokens[share.next]?.lower ?? ''
  const [first, last, other] = words.flatMap(({ lower }) =>
    /^(1[89]|20)\d\d$/.test(lower) ? [Number(lower)] : [],
  )
  if (!first || !last || other || first >= last || !/^(more|less)$/.test(word)) return null
  return {
    before: inUnitOf(before, after),
    after: inUnitOf(after, before),
    direction: word === 'more' ? 1 : -1,
  }
}

/** How many tokens may stand between a figure and the one it is compared with. */
const comparedReach = 12

/** "3.6 million last year, compared with 3 million the year before", "€250 million (2018: €200 million)". */
function changeCompared(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  direction: 1 | -1,
): Change | null {
  const figures = quantities.filter(({ unit }) => unit !== '%')
  for (const [index, before] of figures.entries()) {
    const after = figures[index - 1]
    if (!after || before.unit !== after.unit || figures.length > 3) continue
    if (before.noun !== after.noun && before.noun !== '' && after.noun !== '') continue
    const gap = tokens.slice(after.next, before.first)
    if (gap.length > comparedReach || !isComparison(gap, tokens[before.next])) continue
    return { before, after, direction }
  }
  return null
}

/** "44,000 at the end of the year, down from 50,000", "44,000 members, as against 50,000 then". */
function isSinceThen(words: readonly string[]): boolean {
  const at = words.findLastIndex((word) => word === 'up' || word === 'down')
  return at >= 0 && /^(from|on)$/.test(words[at + 1] ?? '') && words.length - at <= 5
}

const comparing = new Set(['compared', 'against', 'versus'])

export function isComparison(gap: readonly Token[], behind: Token | undefined): boolean {
  const words = gap.map(({ lower }) => lower)
  if (words.some((word) => comparing.has(word)) || isSinceThen(words)) return true
  const bracket = words.lastIndexOf('(')
  const isYear = words.slice(bracket + 1).some((word) => /^((1[89]|20)\d\d|previous|prior|last)$/.test(word))
  return bracket >= 0 && words.length - bracket <= 5 && isYear && behind?.lower === ')'
}

/** "was raised from $2 million to …, an increase of 50 percent": two figures, the second behind "to", and a change named. */
function changeTo(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  direction: 1 | -1,
): Change | null {
  const [before, after, share] = quantities
  if (!before || !after || quantities.length !== 3 || share?.unit !== '%' || before.unit !== after.unit)
    return null
  if (before.unit === '' || tokens[after.first - 1]?.lower !== 'to') return null
  const link = tokens.slice(before.next, after.first)
  const isNamed =
    tokens[share.first - 1]?.lower === 'of' && changeNouns.has(tokens[share.first - 2]?.lower ?? '')
  const isMoved = link.some(({ lower }) => rises.test(lower) || falls.test(lower))
  return isNamed && isMoved && link.length <= 6 ? { before, after, direction } : null
}

export const changeNouns = new Set(
  (
    'increase rise growth jump gain drop fall cut decline decrease reduction loss surge slump dip improvement expansion ' +
    'contraction plunge saving upturn downturn'
  ).split(' '),
)

/** "84 million pounds, up 15 percent from 80 million": the new figure, the change, the old one. */
function changeSince(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  direction: 1 | -1,
): Change | null {
  for (const [index, share] of quantities.entries()) {
    const [after, bare] = [quantities[index - 1], quantities[index + 1]]
    const before =
      after && bare && sameMeasure(after, bare) ? { ...inUnitOf(bare, after), unit: after.unit } : bare
    if (share.unit !== '%' || !after || !before || after.unit === '%' || after.unit !== before.unit) continue
    const link = tokens.slice(share.next, before.first).map(({ lower }) => lower)
    const isOn = /^(up|down)$/.test(link[0] ?? '') && /^(on|from)$/.test(link[1] ?? '') && link.length <= 6
    const isUpOn = link[0] === 'on' && link.length <= 4 && isMoveOf(tokens, share)
    if ((isOn || isUpOn || (link.length <= 2 && link[0] === 'from')) && share.first - after.next <= 8)
      return { before, after, direction }
  }
  return null
}

/** "up 12 per cent", "a rise of 6 per cent". */
function isMoveOf(tokens: readonly Token[], { first }: Quantity): boolean {
  const [word, noun] = [tokens[first - 1]?.lower ?? '', tokens[first - 2]?.lower ?? '']
  return /^(up|down)$/.test(word) || (word === 'of' && changeNouns.has(noun))
}

/** A bare number before one with a unit is meant in that unit: "from 50 to 65 tonnes". */
export function inUnitOf(bare: Quantity, measured: Quantity): Quantity {
  return bare.unit === '' ? { ...bare, value: bare.value * measured.factor, factor: measured.factor } : bare
}

export function sameMeasure(a: Quantity, b: Quantity): boolean {
  return (
    a.unit === b.unit ||
    (a.unit !== '' && b.unit === '' && b.noun === '') ||
    (b.unit !== '' && a.unit === '' && a.noun === '')
  )
}

/** "rose by 20 percent from 50 to 65". */
export function namedChange(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const change = changeIn(sentence, quantities)
  const told = quantities.filter(({ unit }) => unit === '%')
  const fractions = fractionsBy(sentence)
  if (told.length > 0 && fractions.length > 0) return changeOfShare(sentence, quantities, fractions)
  const shares = told.length > 0 ? told : fractions
  const [share] = shares
  const end = sentence.sentence.first + clauseOfChange(wordsOf(sentence)).length
  if (!change || !share || shares.length !== 1 || share.first >= end || isOfAnother(sentence, change, share))
    return []
  return isShareOfWhole(tokensOf(sentence), share) ? [] : changeSlip(change, share)
}

/** "has fallen by a quarter since 2010, from 24 per cent to 18": a share that changed by a fraction of itself. */
function changeOfShare(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  [fraction, other]: readonly Quantity[],
): Slip[] {
  const tokens = tokensOf(sentence)
  const words = wordsOf(sentence)
  const [before, bare, third] = quantities
  if (!fraction || other || !before || !bare || third) return []
  const isShare = (one: Quantity): boolean => one.unit === '%' || (one.unit === '' && one.noun === '')
  const link = tokens.slice(before.next, bare.first).map(({ lower }) => lower)
  const isFromTo = tokens[before.first - 1]?.lower === 'from' && link.at(-1) === 'to' && link.length <= 4
  const up = words.some(({ lower }, at) => rises.test(lower) && !isPhrasal(words, at))
  const down = words.some(({ lower }) => falls.test(lower))
  if (!isFromTo || up === down || !isShare(before) || !isShare(bare)) return []
  return changeSlip({ before, after: bare, direction: up ? 1 : -1 }, fraction)
}

/** "made up 28 per cent of the total": how much of it, and no change. */
function isShareOfWhole(tokens: readonly Token[], { first, next }: Quantity): boolean {
  const verbs = tokens.slice(Math.max(0, first - 3), first).map(({ lower }) => lower)
  return (
    tokens[next]?.lower === 'of' &&
    verbs.some((word) =>
      /^(makes?|made|making|account|accounts|accounted|represents?|represented|up|for)$/.test(word),
    )
  )
}

/** "rose from 4,000 to 6,000, and receipts rose by 30 per cent": another verb of change stands before the share. */
export function isOfAnother(
  sentence: PlacedSentence,
  { before, after }: Pick<Change, 'before' | 'after'>,
  share: Quantity,
): boolean {
  const last = Math.max(before.next, after.next)
  const gap = tokensOf(sentence).slice(last, share.first)
  const joined = gap.findIndex(({ lower }) => /^(and|while|but|whereas|;)$/.test(lower))
  if (joined < 0) return false
  if (/^(that|those)$/.test(gap[joined + 1]?.lower ?? '')) return true
  return gap
    .slice(joined + 2)
    .some(
      ({ lower }) =>
        (rises.test(lower) || falls.test(lower)) && !changeNouns.has(lower) && !/^(up|down)$/.test(lower),
    )
}

export function changeSlip(change: Change, share: Quantity): Slip[] {
  if (change.before.value === 0) return []
  if (scaleDiffers(change)) return []
  const real = (100 * (change.after.value - change.before.value)) / change.before.value
  const said = share.value * change.direction
  const tolerance = toleranceFor(share, [change.before, change.after])
  const holds = Math.abs(real - said) <= tolerance || isBoundedBy(share, Math.abs(real))
  const [a, b] = [shown(change.before), shown(change.after)]
  return [
    {
      holds,
      evidence: [share, change.before, change.after],
      message: `From ${a} to ${b} is ${numberInWords(Math.abs(round(real)))} %${holds ? '' : `, not ${numberInWords(share.value)} %`}`,
      reason: `The change in percent ${holds ? 'follows' : 'does not follow'} from the two figures beside it.`,
      arithmetic: `(${b} − ${a}) / ${a} = ${numberInWords(round(real))} %.`,
    },
  ]
}

/** "up by half", "fell by a third": the change as a fraction. */
export function fractionsBy(sentence: PlacedSentence): Quantity[] {
  const tokens = tokensOf(sentence)
  const found: Quantity[] = []
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const fraction = fractionAt(tokens, at, true)
    const shade = tokens[(fraction?.first ?? 0) - 1]?.lower ?? ''
    const isNearly = /^(almost|nearly|about|around|roughly)$/.test(shade)
    if (!fraction || !isOfChange(tokens, isNearly ? fraction.first - 1 : fraction.first)) continue
    const { first, next, real } = fraction
    found.push({ first, next, value: real, factor: 1, unit: '%', noun: '', bound: 'about' })
  }
  return found
}

/** "by a third", "a drop of a third". */
function isOfChange(tokens: readonly Token[], first: number): boolean {
  const [noun, link] = [tokens[first - 2]?.lower ?? '', tokens[first - 1]?.lower]
  return link === 'by' || (link === 'of' && changeNouns.has(noun))
}

/** "from 3 to 3.5 million": the first figure lacks its multiplier. */
export function scaleDiffers({ before, after }: Change): boolean {
  return after.value >= 1e5 * before.value || before.value >= 1e5 * after.value
}

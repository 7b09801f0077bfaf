import type { PlacedSentence } from '../check-context.js'
import { areOneSort } from '../extract/en/genus-words.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { changeSlip, isOfAnother } from './change.js'
import { fractionAt } from './odds.js'
import { falls, isSlipOfDigit, rises, shareSlip, type Slip, tokensOf } from './slip.js'

const growth =
  /^(gain|gains|rise|increase|growth|jump|more|higher|longer|larger|bigger|better|heavier|taller|faster|dearer|stronger|wider)$/
const loss =
  /^(loss|losses|lose|loses|shrink|shrinks|less|shorter|smaller|worse|cut|cuts|lighter|cheaper|slower|thinner|narrower|weaker)$/

/** Words behind a share that say what it is measured against, other than the two figures. */
const otherBase = /^(than|on|over|since|compared|against)$/

/**
 * "In the treated plots the yield was 6.6 tonnes, in the others 5.5: a gain of 30 per cent.", "It has 84 pumps. … 63 of them
 * work": a share or a change with the only two figures of its kind in the sentence and the one before, however they are told.
 * Which was before follows from the direction; since nothing else ties them, only a share that one wrong digit makes is told.
 */
export function changeNearby(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  before: readonly Quantity[],
  previous: PlacedSentence | undefined,
): Slip[] {
  const told = quantities.filter(({ unit }) => unit === '%')
  const shares = told.length > 0 ? told : fractionsMore(sentence)
  const [share] = shares
  if (!share || shares.length !== 1 || before.some(({ unit }) => unit === '%')) return []
  const own = quantities.filter((quantity) => quantity !== share)
  const figures = [...before, ...own]
  const [one, bare] = figures
  const other = one && bare ? inUnitOf(bare, one) : undefined
  if (!one || !other || figures.length !== 2 || !areComparable(one, other)) return []
  if (own.length > 0 && isOfAnother(sentence, { before: own[0] ?? one, after: own.at(-1) ?? other }, share))
    return []
  const tokens = tokensOf(sentence)
  const [small, large] = one.value < other.value ? [one, other] : [other, one]
  const direction = directionOf(tokens, sentence, share) || (own.length === 0 ? directionBefore(previous) : 0)
  if (direction !== 0) {
    const [from, to] = direction > 0 ? [small, large] : [large, small]
    return changeSlip({ before: from, after: to, direction }, share).filter(
      // A fraction is told in words, and has no digit to be wrong.
      told.length === 0 ? () => true : isSlipOfDigit(share, Math.abs(changeOf(from, to))),
    )
  }
  if (own.length > 0 || !isPartOf(tokensOf(sentence), before)) return []
  if (tokens[share.next]?.lower !== 'of') return []
  const real = (100 * small.value) / large.value
  return [shareSlip(share, small, large, real)].filter(isSlipOfDigit(share, real))
}

/** "a quarter lighter": a fraction before a word that compares. */
function fractionsMore({ paragraph, sentence }: PlacedSentence): Quantity[] {
  const { tokens } = paragraph.annotated
  const found: Quantity[] = []
  for (let at = sentence.first; at < sentence.next; at++) {
    const fraction = fractionAt(tokens, at)
    const word = tokens[at + 1]?.lower ?? ''
    if (!fraction || !(growth.test(word) || loss.test(word))) continue
    const { first, next, real } = fraction
    found.push({ first, next, value: real, factor: 1, unit: '%', noun: '', bound: 'about' })
  }
  return found
}

function changeOf(before: Quantity, after: Quantity): number {
  return (100 * (after.value - before.value)) / before.value
}

/** "covered 50 square kilometres in 1950 and covers 35 today": a bare number is in the unit of the one before. */
function inUnitOf(bare: Quantity, { unit, factor }: Quantity): Quantity {
  const isBare = bare.unit === '' && unit !== '' && (bare.noun === '' || bare.noun === 'toda')
  return isBare ? { ...bare, unit, factor, noun: '', value: bare.value * factor } : bare
}

function areComparable(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit || a.value === b.value || a.value <= 0 || b.value <= 0) return false
  if (a.unit !== '') return true
  return a.noun === '' || b.noun === '' || areOneSort(a.noun, b.noun)
}

/** What those who make a share did that are no longer there. */
const leaving = /^(died|fled|left|gone|perished|vanished|emigrated|disappeared|lost)$/

/** How far behind a share such a word may stand, in tokens. */
const leavingReach = 5

/** How far from a share the word that makes it a change may stand, in tokens. */
const cueReach = 4

/** 1 where the words beside a share tell of a rise, -1 of a fall, 0 where they tell of neither or of both. */
function directionOf(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  { first, next }: Quantity,
): -1 | 0 | 1 {
  const near = tokens.slice(Math.max(sentence.first, first - cueReach), Math.min(sentence.next, next + 2))
  const up = near.some(({ lower }) => rises.test(lower) || growth.test(lower))
  const behind = tokens.slice(next, Math.min(sentence.next, next + leavingReach))
  const isLeft = behind.some(({ lower }) => leaving.test(lower))
  const down = isLeft || near.some(({ lower }) => falls.test(lower) || loss.test(lower))
  if (up === down || tokens.slice(next, next + 3).some(({ lower }) => otherBase.test(lower))) return 0
  return up ? 1 : -1
}

/** "It will be raised to £30. … He thought 20 per cent too much": the direction that the sentence before tells. */
function directionBefore(previous: PlacedSentence | undefined): -1 | 0 | 1 {
  if (!previous) return 0
  const words = tokensOf(previous).slice(previous.sentence.first, previous.sentence.next)
  const up = words.some(({ lower }) => /^(raised|increased|rises|rose)$/.test(lower))
  const down = words.some(({ lower }) => /^(cut|lowered|reduced|fell)$/.test(lower))
  return up === down ? 0 : up ? 1 : -1
}

/** "18,000 of the city's 24,000 lamps": the sentence before told a part with its whole. */
function isPartOf(tokens: readonly Token[], [part, whole]: readonly Quantity[]): boolean {
  if (!part || !whole || part.value >= whole.value) return false
  const link = tokens.slice(part.next, whole.first).map(({ lower }) => lower)
  return (link[0] === 'of' || link[0] === 'out') && link.length <= 5 && !link.includes(',')
}

/** Words that put two figures of a sentence in their order in time: "now €60, will then cost €63". */
const thenAndNow = /^(now|currently|today|then|will|instead|previously|formerly|before|after|afterwards)$/

/**
 * "Fares will rise by 5 per cent. A monthly pass, now €60, will then cost €63.": a change that the sentence behind tells with
 * the only two figures that it has.
 */
export function changeBehind(
  sentence: PlacedSentence,
  figures: readonly Quantity[],
  changed: PlacedSentence,
  shares: readonly Quantity[],
): Slip[] {
  const [share] = shares
  const [one, other] = figures
  if (share?.unit !== '%' || shares.length !== 1 || !one || !other || figures.length !== 2) return []
  if (one.unit === '%' || !areComparable(one, other)) return []
  const { first, next } = sentence.sentence
  const words = tokensOf(sentence).slice(first, next)
  if (words.filter(({ lower }) => thenAndNow.test(lower)).length < 2) return []
  const direction = directionOf(tokensOf(changed), changed, share)
  if (direction === 0) return []
  const [small, large] = one.value < other.value ? [one, other] : [other, one]
  const [before, after] = direction > 0 ? [small, large] : [large, small]
  return changeSlip({ before, after, direction }, share)
}

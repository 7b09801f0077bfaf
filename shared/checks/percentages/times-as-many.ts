import type { PlacedSentence } from '../check-context.js'
import { cardinalAt } from '../extract/en/counts.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { numberInWords, shown } from '../number-in-words.js'
import { type Slip, tokensOf } from './slip.js'

/** How far a multiple that is told in words may be from the real one, as a share of it. */
const slack = 0.08

/** How far below a multiple "more than" may be, for figures that are rounded. */
const moreSlack = 0.02

/** How far below a multiple "nearly" may be. */
const nearlySlack = 0.25

/** How far from the two figures the multiple may stand, in tokens. */
const reach = 12

/** "sold 260, twice the 130 of last year", "240 looms, against 160 in the old mill, half as many again": a multiple of two figures. */
export function timesAsMany(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const multiple = multipleAt(tokens, at)
    if (!multiple || shades.test(tokens[at - 1]?.lower ?? '')) continue
    if (tokens[at - 1]?.lower === 'than' && tokens[at - 2]?.lower !== 'more') continue
    const figures = quantities.filter(
      ({ first, next }) =>
        (next <= multiple.first || first >= multiple.next) && tokens[first]?.lower !== 'one',
    )
    const [one, other] = figures
    if (!one || !other || figures.length !== 2 || !areOneKind(one, other)) return []
    if (
      isShort(other.next, multiple.first) &&
      other.next <= multiple.first &&
      isOfWhatItWas(tokens, multiple.next)
    )
      return one.value === 0 ? [] : [multipleSlip(tokens, multiple, other, one)]
    const isBetween = one.next <= multiple.first && other.first >= multiple.next
    const isTied = isBetween
      ? (isShort(one.next, multiple.first) || isShareOfLongNoun(tokens, one, multiple)) &&
        isShort(multiple.next, other.first) &&
        isBase(tokens, multiple.next, other)
      : multiple.first >= other.next &&
        isShort(other.next, multiple.first) &&
        isOfNumber(tokens, multiple) &&
        isCompared(tokens, one, other)
    if (!isTied || other.value === 0) return []
    return [multipleSlip(tokens, multiple, one, other)]
  }
  return []
}

/** "three times what it had cost": the earlier of the two figures is the base. */
function isOfWhatItWas(tokens: readonly Token[], next: number): boolean {
  const words = tokens.slice(next, next + 5).map(({ lower }) => lower)
  return words[0] === 'what' && words.some((word) => /^(cost|paid|was|been|made|earned|given)$/.test(word))
}

interface Multiple {
  first: number
  next: number
  value: number
}

const shades = /^(about|around|roughly|over|some|not|least|once|or|under)$/

/** "twice", "three times", "half as many again". */
function multipleAt(tokens: readonly Token[], at: number): Multiple | null {
  const word = (step: number): string => tokens[at + step]?.lower ?? ''
  if (word(0) === 'half' && word(1) === 'as' && /^(many|much)$/.test(word(2)) && word(3) === 'again')
    return { first: at, next: at + 4, value: 1.5 }
  if (word(0) === 'twice' || (word(0) === 'double' && /^(the|its|his|her|their|last)$/.test(word(1))))
    return { first: at, next: at + 1, value: 2 }
  const times = cardinalAt(tokens, at)
  if (times?.value && times.value > 1 && tokens[times.next]?.lower === 'times')
    return { first: at, next: times.next + 1, value: times.value }
  return null
}

/** How far behind a share in percent the multiple may stand when what it is a share of stands between, in tokens. */
const shareReach = 20

/** "38 per cent of those who start in the trades, the chamber says, more than double the 20 per cent": one share, and no other verb. */
function isShareOfLongNoun(tokens: readonly Token[], { unit, next }: Quantity, { first }: Multiple): boolean {
  const gap = tokens.slice(next, first).map(({ lower }) => lower)
  const isMarked = gap.slice(-3).includes(',')
  return unit === '%' && gap.length <= shareReach && isMarked && gap[0] === 'of' && !gap.includes(';')
}

function isShort(from: number, to: number): boolean {
  return to >= from && to - from <= reach
}

/** "twice as many as the 130", "three times the 40". */
function isBase(tokens: readonly Token[], from: number, { first }: Quantity): boolean {
  const words = tokens.slice(from, first).map(({ lower }) => lower)
  // "three times as many as in 2016, when 183 were lost"
  if (/^as (many|much) as (in|at|on) .*, when( there were| it had| only)?$/.test(words.join(' '))) return true
  return (
    /^(as|the|last|its|their|his|her)$/.test(words[0] ?? '') &&
    !words.some((word) => /^(,|;|and)$/.test(word))
  )
}

/** "half as many again", "twice as many"; "twice" alone may tell how often, and "twice as many as" of a third figure. */
function isOfNumber(tokens: readonly Token[], { first, next }: Multiple): boolean {
  const words = tokens.slice(next, next + 3).map(({ lower }) => lower)
  return tokens[first]?.lower === 'half' || /^as (many|much)(?! as$)/.test(words.join(' '))
}

/** "240, against 160 in the old mill": the second is what the first is measured against. */
function isCompared(tokens: readonly Token[], one: Quantity, other: Quantity): boolean {
  const link = tokens.slice(one.next, other.first).map(({ lower }) => lower)
  return link.length <= reach && link.some((word) => /^(against|compared)$/.test(word))
}

function areOneKind(a: Quantity, b: Quantity): boolean {
  if (a.unit === '%') return b.unit === '%' || (b.unit === '' && b.noun === '')
  if (a.unit !== b.unit) return false
  return a.unit !== '' || a.noun === b.noun || a.noun === '' || b.noun === ''
}

function multipleSlip(tokens: readonly Token[], multiple: Multiple, one: Quantity, other: Quantity): Slip {
  const real = one.value / other.value
  const isNearly = /^(nearly|almost)$/.test(tokens[multiple.first - 1]?.lower ?? '')
  const isMore = tokens[multiple.first - 1]?.lower === 'than' && tokens[multiple.first - 2]?.lower === 'more'
  const least = multiple.value * (1 - (isNearly ? nearlySlack : isMore ? moreSlack : slack))
  const holds = real >= least && (isMore || real <= multiple.value * (1 + slack))
  const said = tokens.slice(multiple.first, multiple.next).map(({ lower }) => lower)
  const quote = said.join(' ')
  return {
    holds,
    evidence: [{ ...one, first: multiple.first, next: multiple.next }, one, other],
    message: `${shown(one)} is ${numberInWords(Math.round(real * 100) / 100)} times ${shown(other)}${holds ? '' : `, not “${quote}”`}`,
    reason: `“${quote}” ${holds ? 'follows' : 'does not follow'} from the two figures beside it.`,
    arithmetic: `${shown(one)} / ${shown(other)} = ${numberInWords(Math.round(real * 100) / 100)}.`,
  }
}

import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { numberInWords } from '../number-in-words.js'
import { round, type Slip, tokensOf } from './slip.js'

/** "61 per cent, nine points up on the 52 per cent", "from 45 to 39 per cent, a drop of eight points". */
export function pointsBetween(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const points = onlyPoints(quantities)
  const shares = sharesIn(tokens, quantities)
  const [first, second] = shares
  if (!points || !first || !second || shares.length !== 2 || !isCompared(tokens, points, first, second))
    return []
  return [pointsSlip(points, first, second)]
}

/** "first with 25.7 per cent, 1.6 points ahead of the Christian Democrats, who had 24.1": how far one share is from another. */
export function pointsAhead(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const points = onlyPoints(quantities)
  const at = points ? quantities.indexOf(points) : -1
  const [share, bare] = [quantities[at - 1], quantities[at + 1]]
  if (!points || share?.unit !== '%' || !bare) return []
  const other = bare.unit === '' && bare.noun === '' ? { ...bare, unit: '%' } : bare
  const gap = tokens.slice(points.next, other.first).map(({ lower }) => lower)
  const side = gap.findIndex((word) => /^(ahead|behind|clear|above|below|more|less|higher|lower)$/.test(word))
  const lead = tokens.slice(share.next, points.first).map(({ lower }) => lower)
  const isTied = side >= 0 && side <= 2 && gap.length <= aheadReach && lead.length <= 4 && lead.includes(',')
  const isHeld = /^(had|with|on|got|at|has|scored|took|won|polled|was|stood|were|,|'s)$/.test(
    gap.at(-1) ?? '',
  )
  if (!isTied || !isHeld || other.unit !== '%') return []
  const isAhead = /^(ahead|clear|above|more|higher)$/.test(gap[side] ?? '')
  return isAhead === share.value > other.value ? [pointsSlip(points, share, other)] : []
}

/** How many tokens may stand between the points and the other share. */
const aheadReach = 10

/** "It won 34 per cent. Four years ago it had 29 per cent, six points less.": the other share stands in the sentence before. */
export function pointsSince(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  before: readonly Quantity[],
): Slip[] {
  const tokens = tokensOf(sentence)
  const points = onlyPoints(quantities)
  const shares = sharesIn(tokens, quantities)
  const earlier = before.filter(({ unit }) => unit === '%')
  const [share] = shares
  const [other] = earlier
  if (!points || !share || !other || shares.length !== 1 || earlier.length !== 1) return []
  return isComparing(tokens, points) ? [pointsSlip(points, other, share)] : []
}

/** The only number of points; shares told in words are exact, and so must they be. */
function onlyPoints(quantities: readonly Quantity[]): Quantity | undefined {
  const points = quantities.filter(
    ({ unit, noun, bound }) => unit === '' && noun === 'point' && bound === 'exact',
  )
  return points.length === 1 ? points[0] : undefined
}

/** Shares in percent, with the bare number of "from 45 to 39 per cent". */
function sharesIn(tokens: readonly Token[], quantities: readonly Quantity[]): Quantity[] {
  return quantities.flatMap((quantity, index) => {
    if (quantity.unit === '%') return [quantity]
    const next = quantities[index + 1]
    const isBare = quantity.unit === '' && quantity.noun === '' && tokens[quantity.next]?.lower === 'to'
    return isBare && next?.unit === '%' && next.first === quantity.next + 1
      ? [{ ...quantity, unit: '%' }]
      : []
  })
}

const differences = new Set(
  'difference gap lead margin drop fall rise increase decline gain advantage'.split(' '),
)

const links = new Set('from to on against than with over and'.split(' '))

/** Whether one share is told as what the other is measured against. */
function isCompared(tokens: readonly Token[], points: Quantity, first: Quantity, second: Quantity): boolean {
  // "a difference of six points" behind both
  if (tokens[points.first - 1]?.lower === 'of' && differences.has(tokens[points.first - 2]?.lower ?? ''))
    return true
  const gap = tokens.slice(first.next, second.first).map(({ lower }) => lower)
  const near = gap.slice(-3)
  if (gap.some((word) => word === ';' || word === 'while' || word === 'but')) return false
  return near.some((word) => links.has(word) && word !== 'and') || tokens[first.first - 1]?.lower === 'from'
}

const comparing = new Set(
  'up down more less higher lower fewer better worse above below ahead behind'.split(' '),
)

/** "six points less". */
function isComparing(tokens: readonly Token[], { next }: Quantity): boolean {
  return tokens.slice(next, next + 3).some(({ lower }) => comparing.has(lower))
}

/** Points are rounded as their shares are, so that one may be lost. */
const lostInRounding = 1

/** How far three figures with a decimal each may be off. */
const tenths = 0.15

function pointsSlip(points: Quantity, a: Quantity, b: Quantity): Slip {
  const real = round(Math.abs(a.value - b.value))
  const isWhole = [a, b, points].every(({ value }) => Number.isInteger(value))
  const isToTenths = [a, b, points].every(
    ({ value }) => !Number.isInteger(value) && Number.isInteger(round(value * 10)),
  )
  const holds = Math.abs(real - points.value) <= (isWhole ? 0 : isToTenths ? tenths : lostInRounding)
  const [x, y] = [a, b].map(({ value }) => numberInWords(value))
  return {
    holds,
    evidence: [points, a, b],
    message: `Between ${x} % and ${y} % lie ${numberInWords(real)} points${holds ? '' : `, not ${numberInWords(points.value)}`}`,
    reason: `The points ${holds ? 'follow' : 'do not follow'} from the two shares beside them.`,
    arithmetic: `|${x} − ${y}| = ${numberInWords(real)}.`,
  }
}

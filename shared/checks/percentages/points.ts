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

function pointsSlip(points: Quantity, a: Quantity, b: Quantity): Slip {
  const real = round(Math.abs(a.value - b.value))
  const isWhole = [a, b, points].every(({ value }) => Number.isInteger(value))
  const holds = Math.abs(real - points.value) <= (isWhole ? 0 : lostInRounding)
  const [x, y] = [a, b].map(({ value }) => numberInWords(value))
  return {
    holds,
    evidence: [points, a, b],
    message: `Between ${x} % and ${y} % lie ${numberInWords(real)} points${holds ? '' : `, not ${numberInWords(points.value)}`}`,
    reason: `The points ${holds ? 'follow' : 'do not follow'} from the two shares beside them.`,
    arithmetic: `|${x} − ${y}| = ${numberInWords(real)}.`,
  }
}

import { inSentence, type PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'

/** How far a measure told again in another unit may be from it, as a share of it. */
const slack = { exact: 0.06, rounded: 0.15 }

/** Two digits of a rounded number say no more than this share of it. */
const leastDigits = 2

/** "42 kilometres (26 miles)": a measure and the same in another unit, in brackets right behind it, that do not agree. */
export function wrongConversions({ paragraph, sentence }: PlacedSentence): [Quantity, Quantity][] {
  const { tokens, quantities } = paragraph.annotated
  const own = inSentence(quantities, sentence)
  return own.flatMap((one, index): [Quantity, Quantity][] => {
    const other = own[index + 1]
    if (!other || one.unit === '' || one.unit !== other.unit || one.factor === other.factor) return []
    const gap = tokens.slice(one.next, other.first).map(({ lower }) => lower)
    const isBracket = gap.includes('(') && gap.length <= 4 && gap.indexOf('(') <= 1
    // "2 kg (500 g each)" and "(the last 2 miles alone)" tell of something else.
    if (!isBracket || tokens[other.next]?.lower !== ')') return []
    return Math.abs(one.value - other.value) > one.value * slackOf(one, other) ? [[one, other]] : []
  })
}

function slackOf(one: Quantity, other: Quantity): number {
  const isLoose = [one, other].some(
    (quantity) => quantity.bound !== 'exact' || digitsOf(quantity) < leastDigits,
  )
  return isLoose ? slack.rounded : slack.exact
}

/** How many digits a number shows that are no zeros behind it. */
function digitsOf({ value, factor }: Quantity): number {
  return String(Math.round((value / factor) * 1000) / 1000)
    .replace('.', '')
    .replace(/0+$/, '').length
}

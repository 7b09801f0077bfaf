import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { changeSlip, inUnitOf, sameMeasure } from './change.js'
import { type Slip, tokensOf } from './slip.js'

/** How many tokens may stand between a figure and its comparison, and between the comparison and what it is with. */
const reach = { share: 14, base: 16 }

/**
 * "It delivered 936,000 cars, 87 per cent more than the 500,000 of the year before", "31,000 tickets, 40 per cent fewer than in its
 * best year, 2008, when it sold 52,000": a figure, and by how much it is more or less than another one.
 */
export function shareMoreThan(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  return quantities.flatMap((share, index) => {
    const [after, bare] = [quantities[index - 1], quantities[index + 1]]
    if (share.unit !== '%' || !after || !bare || after.unit === '%' || bare.unit === '%') return []
    const direction = directionOf(tokens, share)
    const gap = tokens.slice(after.next, share.first).map(({ lower }) => lower)
    const isTied =
      gap.length <= reach.share && gap.includes(',') && !gap.some((word) => /^(;|and|but|while)$/.test(word))
    if (direction === 0 || !isTied || !isBase(tokens, share, bare, quantities.length - index)) return []
    if (!sameMeasure(after, bare) || (after.unit === '' && after.noun !== bare.noun && bare.noun !== ''))
      return []
    return changeSlip({ before: inUnitOf(bare, after), after: inUnitOf(after, bare), direction }, share)
  })
}

/** "more than", "fewer than", "higher than", "up on", "down from" right behind the share. */
function directionOf(tokens: readonly Token[], { next }: Quantity): -1 | 0 | 1 {
  const [one, two] = [0, 1].map((step) => tokens[next + step]?.lower ?? '')
  if (!/^(than|on|from)$/.test(two ?? '')) return 0
  if (/^(more|higher|up|above)$/.test(one ?? '')) return 1
  return /^(less|fewer|lower|down|below)$/.test(one ?? '') ? -1 : 0
}

/** "the 500,000 of the year before", "in 2008, when it sold 52,000": the only figure behind, and what is compared with. */
function isBase(tokens: readonly Token[], share: Quantity, base: Quantity, left: number): boolean {
  const gap = tokens.slice(share.next + 2, base.first).map(({ lower }) => lower)
  if (gap.length > reach.base || left > 3) return false
  const isWhen = gap.includes('when') && !gap.slice(gap.indexOf('when')).includes(',')
  const isOwn = /^(the|its|their|his|her|'s|of)$/.test(gap.at(-1) ?? '') && !gap.includes(',')
  return (isWhen || isOwn) && !gap.some((word) => /^(;|and|but|while)$/.test(word))
}

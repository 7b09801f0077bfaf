import type { PlacedSentence } from '../check-context.js'
import { countsIn } from './counts.js'
import { hasPartialWords, listFrom, sameUnit } from './parts-list.js'
import type { Sum } from './sum.js'

/** How far behind its total the colon may stand, in tokens. */
const reach = 14

/** Fewer parts behind a colon may be examples. */
const leastParts = 3

/** How far the parts may be from the total, as a share of it: further off they are parts of something else. */
const near = 0.15

/**
 * "214 breeding pairs of nine species this spring: 88 of meadow pipit, 61 of skylark, …": parts behind the colon of a sentence, with
 * another number between them and their total.
 */
export function sumBehindColon({ paragraph, sentence }: PlacedSentence): Sum | null {
  const { tokens } = paragraph.annotated
  const quantities = countsIn(paragraph.annotated, sentence)
  for (const [index, total] of quantities.entries()) {
    const [other, first] = [quantities[index + 1], quantities[index + 2]]
    if (!other || !first || total.noun === '' || total.bound !== 'exact' || other.unit === '%') continue
    const gap = tokens.slice(other.next, first.first).map(({ lower }) => lower)
    const isListed = gap.at(-1) === ':' && first.first - total.next <= reach && !gap.includes(';')
    if (!isListed || (other.unit === total.unit && other.value >= total.value / 2)) continue
    const parts = listFrom(tokens, quantities, index + 2)
    const sum = parts.reduce((all, { value }) => all + value, 0)
    if (parts.length < leastParts || !sameUnit(total, parts) || hasPartialWords(tokens, first, parts))
      continue
    // "88 of pipit, 61 of lark.": without an "and" the list may go on.
    const [before, last] = [parts.at(-2), parts.at(-1)]
    if (!before || !last || !tokens.slice(before.next, last.first).some(({ lower }) => lower === 'and'))
      continue
    if (parts.some(({ value }) => value >= total.value) || Math.abs(sum - total.value) > near * total.value)
      continue
    return { total, parts, partial: false }
  }
  return null
}

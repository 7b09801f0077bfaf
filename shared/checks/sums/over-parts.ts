import type { PlacedSentence } from '../check-context.js'
import { stemOf } from '../extract/en/stem.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { countsIn } from './counts.js'
import type { Sum } from './sum.js'

/** Stems of what only one side, class or outcome can have each of. */
const exclusive = new Set(
  (
    'seats votes medals matches games fixtures complaints cases appeals ballots goals points places delegates mandates bids ' +
    'applications petitions motions claims contracts races rounds tickets wards constituencies counts charges'
  )
    .split(' ')
    .map(stemOf),
)

/** How many tokens may stand between two parts. */
const reach = 9

/** Words with which parts may overlap or belong to another whole. */
const blurs = /^(also|both|which|whom|of|from|than|per|compared|previously|last|earlier|including|in)$/

/**
 * "34 of the 65 seats, the National Union 22 and the Greens twelve": a part told with its whole, and others behind it, which
 * together are more than the whole. Nothing says that the list is complete, so fewer are no slip.
 */
export function overParts({ paragraph, sentence }: PlacedSentence): Sum | null {
  const { tokens } = paragraph.annotated
  const counts = countsIn(paragraph.annotated, sentence)
  for (const [index, first] of counts.entries()) {
    const total = counts[index + 1]
    if (!total || !isPartOf(tokens, first, total)) continue
    const parts = [first]
    for (const part of counts.slice(index + 2)) {
      if (!isFurtherPart(tokens, parts.length > 1 ? (parts.at(-1) ?? total) : total, part, total)) break
      parts.push(part)
    }
    const sum = parts.reduce((all, { value }) => all + value, 0)
    const isApart = exclusive.has(total.noun) || parts.slice(1).some((part) => isOtherSide(tokens, part))
    if (parts.length > 2 && isApart && sum > total.value) return { total, parts, partial: false }
  }
  return null
}

/** "nine had voted against", "two abstained": a side that excludes the others. */
function isOtherSide(tokens: readonly Token[], { next }: Quantity): boolean {
  const behind = tokens.slice(next, next + 4).map(({ lower }) => lower)
  const end = behind.findIndex((word) => /^[,;.]$|^and$/.test(word))
  return (end < 0 ? behind : behind.slice(0, end)).some((word) => otherSides.test(word))
}

const otherSides =
  /^(against|abstained|abstaining|undecided|rejected|refused|failed|lost|dismissed|not|neither|closed|died|dead)$/

/** "34 of the 65", "34 out of 65". */
function isPartOf(tokens: readonly Token[], part: Quantity, total: Quantity): boolean {
  if (part.unit !== '' || total.unit !== '' || part.value >= total.value) return false
  if (part.bound !== 'exact' || total.bound !== 'exact') return false
  const link = tokens.slice(part.next, total.first).map(({ lower }) => lower)
  return link.length <= 5 && link.includes('of') && !link.includes(',')
}

function isFurtherPart(tokens: readonly Token[], before: Quantity, part: Quantity, total: Quantity): boolean {
  if (part.unit !== '' || part.bound !== 'exact' || part.value >= total.value) return false
  if (part.noun !== '' && part.noun !== total.noun && !mayFollow(tokens, part)) return false
  const gap = tokens.slice(before.next, part.first).map(({ lower }) => lower)
  // "against them in nine": the preposition of the part itself.
  const words = gap.at(-1) === 'in' ? gap.slice(0, -1) : gap
  return (
    gap.length <= reach &&
    gap.some((word) => /^(,|and|;)$/.test(word)) &&
    !words.some((word) => blurs.test(word) || word === '.')
  )
}

/** "four back to the lower court": what stands behind a bare number need not be its noun. */
function mayFollow(tokens: readonly Token[], { next }: Quantity): boolean {
  return /^(back|out|up|down|over|away|to|on|open)$/.test(tokens[next]?.lower ?? '')
}

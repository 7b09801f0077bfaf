import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import { areSlipsOfEachOther } from '../numbers/slip-likeness.js'
import { countsIn } from './counts.js'
import type { Sum } from './sum.js'

/** How many sentences back the total may stand. */
const reach = 3

/** How far the parts may be from the total, as a share of it. */
const near = 0.2

/**
 * "All 176 people aboard were killed: … Eighty-two were Iranians, 63 Canadians and 11 Ukrainians; the remaining 20 came from …":
 * parts up to the rest, of one of the counts that the sentences before tell. One digit must make them come to it, and to no other.
 */
export function restOfList(sentence: PlacedSentence, before: readonly PlacedSentence[]): Sum | null {
  const { annotated } = sentence.paragraph
  const { tokens } = annotated
  const parts = countsIn(annotated, sentence.sentence)
  const last = parts.at(-1)
  const [word = '', article = ''] = [1, 2].map((step) => tokens[(last?.first ?? 0) - step]?.lower ?? '')
  if (!last || parts.length < 3 || !/^(remaining|other)$/.test(word) || article !== 'the') return null
  if (parts.some(({ unit, bound }) => unit !== '' || bound !== 'exact')) return null
  const between = tokens.slice(parts[0]?.first, last.first).map(({ lower }) => lower)
  if (between.some((one) => /^(whom|which|them|than|also|both)$/.test(one))) return null
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const totals = before
    .slice(-reach)
    .filter(({ paragraph }) => paragraph === sentence.paragraph)
    .flatMap((one) => countsIn(annotated, one.sentence))
    .filter(
      ({ unit, bound, value }) => unit === '' && bound === 'exact' && Math.abs(value - sum) <= near * value,
    )
  if (totals.some(({ value }) => value === sum)) return null
  const nearly = totals.filter(({ value }) => isOneDigitOff(parts, value, sum))
  const [total] = nearly
  return total && new Set(nearly.map(({ value }) => value)).size === 1
    ? { total, parts, partial: false }
    : null
}

function isOneDigitOff(parts: readonly Quantity[], total: number, sum: number): boolean {
  return (
    areSlipsOfEachOther(total, sum) ||
    parts.some(({ value }) => areSlipsOfEachOther(value, total - sum + value))
  )
}

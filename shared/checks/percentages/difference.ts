import { inSentence, type PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { type Change, changeSlip } from './change.js'
import { falls, rises, type Slip, tokensOf } from './slip.js'

/** "46 more than last year's 230, or 20 per cent", "fell by 30 to 120, or 20 per cent": a change told by its difference. */
export function changeByDifference(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const shares = quantities.filter(({ unit }) => unit === '%')
  const [share] = shares
  if (!share || shares.length !== 1) return []
  const change = moreThan(tokens, quantities) ?? byTo(tokens, quantities)
  return change ? changeSlip(change, share) : []
}

/** How far behind a difference the figure that it is added to may stand, in tokens. */
const baseReach = 7

/** "46 more than last year's 230". */
function moreThan(tokens: readonly Token[], quantities: readonly Quantity[]): Change | null {
  for (const [index, difference] of quantities.entries()) {
    const before = quantities[index + 1]
    if (
      !before ||
      before.unit === '%' ||
      difference.unit === '%' ||
      before.first - difference.next > baseReach
    )
      continue
    const gap = tokens.slice(difference.next, before.first).map(({ lower }) => lower)
    const than = gap.indexOf('than')
    const word = gap[than - 1] ?? ''
    if (than < 1 || !/^(more|fewer|less)$/.test(word) || gap.includes(',')) continue
    return changed(before, difference, word === 'more' ? 1 : -1)
  }
  return null
}

function changed(before: Quantity, difference: Quantity, direction: 1 | -1): Change | null {
  const value = before.value + direction * difference.value
  return value > 0 ? { before, after: { ...before, value }, direction } : null
}

/** "rose by 46 to 276". */
function byTo(tokens: readonly Token[], quantities: readonly Quantity[]): Change | null {
  for (const [index, difference] of quantities.entries()) {
    const after = quantities[index + 1]
    if (!after || after.unit === '%' || difference.unit === '%' || after.unit !== difference.unit) continue
    const lead = tokens[difference.first - 1]?.lower
    const verb = tokens[difference.first - 2]?.lower ?? ''
    const gap = tokens.slice(difference.next, after.first).map(({ lower }) => lower)
    if (lead !== 'by' || gap.at(-1) !== 'to' || gap.length > 3) continue
    const direction = rises.test(verb) ? 1 : falls.test(verb) ? -1 : 0
    const value = after.value - direction * difference.value
    if (direction === 0 || value <= 0) continue
    return { before: { ...after, value }, after, direction }
  }
  return null
}

/**
 * "In 2010 the school had 400 pupils. By 2020 it had 500, an increase of 20 per cent.": one figure in each of two sentences
 * with a date each, and the change behind the second.
 */
export function changeSinceBefore(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  told: readonly Quantity[],
  previous: PlacedSentence,
): Slip[] {
  const tokens = tokensOf(sentence)
  const [after, share] = quantities
  const [before] = told
  if (!after || share?.unit !== '%' || quantities.length !== 2 || !before || told.length !== 1) return []
  if (after.unit !== before.unit || after.unit === '%' || (after.noun !== before.noun && after.noun !== ''))
    return []
  if (datesIn(sentence) !== 1 || datesIn(previous) !== 1 || hasOtherBase(tokens, share)) return []
  const words = tokens.slice(after.next, sentence.sentence.next)
  const up = words.some(({ lower }) => rises.test(lower) || lower === 'more')
  const down = words.some(({ lower }) => falls.test(lower) || lower === 'less')
  const isUp = after.value > before.value
  if (up === down || up !== isUp) return []
  return changeSlip({ before, after, direction: up ? 1 : -1 }, share)
}

function datesIn({ paragraph, sentence }: PlacedSentence): number {
  return inSentence(paragraph.annotated.expressions, sentence).filter(
    ({ meaning }) => meaning.kind === 'calendar',
  ).length
}

/** "20 per cent more than in 2015": measured against something else. */
function hasOtherBase(tokens: readonly Token[], { next }: Quantity): boolean {
  return tokens
    .slice(next, next + 3)
    .some(({ lower }) => /^(than|on|from|over|since|compared|against|of)$/.test(lower))
}

import { inSentence, type PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { isSlipOfDigit, shareSlip, type Slip, tokensOf } from './slip.js'

/**
 * "The survey asked 1,500 patients. … 420 patients, or 28 per cent, had waited", "It raised £1,184,000. Legacies came to £402,000,
 * 34 per cent of the total": a part with its share, of the only larger figure of its kind that the sentences before tell. Since
 * nothing else ties the two, the share must hold or be the real one with one wrong digit.
 */
export function shareOfToldWhole(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  before: readonly PlacedSentence[],
): Slip[] {
  const tokens = tokensOf(sentence)
  const shares = quantities.filter(({ unit }) => unit === '%')
  const [share] = shares
  const part = quantities.findLast(({ first, unit }) => unit !== '%' && first < (share?.first ?? 0))
  if (!share || !part || shares.length > 1) return []
  const isOfTotal = isShareOfTotal(tokens, share)
  if (!isTied(tokens, part, share, isOfTotal)) return []
  const told = [
    ...before
      .filter(({ paragraph }) => paragraph === sentence.paragraph)
      .flatMap(({ paragraph, sentence: one }) => inSentence(paragraph.annotated.quantities, one)),
    ...quantities.slice(0, quantities.indexOf(part)),
  ]
  const wholes = told.filter((whole) => isWholeOf(whole, part, isOfTotal))
  const [whole] = wholes
  if (!whole || new Set(wholes.map(({ value }) => value)).size > 1) return []
  const real = (100 * part.value) / whole.value
  return [shareSlip(share, part, whole, real)].filter(isSlipOfDigit(share, real))
}

/** "34 per cent of the total". */
function isShareOfTotal(tokens: readonly Token[], { next }: Quantity): boolean {
  const [of, the, whole] = [0, 1, 2].map((step) => tokens[next + step]?.lower ?? '')
  return of === 'of' && /^(the|its|all|this|that)$/.test(the ?? '') && totals.test(whole ?? '')
}

const totals = /^(total|sum|whole|income|revenue|turnover|sales|budget|spending|takings|receipts)$/

/** How many tokens may stand between a part and its share: "420 patients, or". */
const partReach = 5

/** "420 patients, or 28 per cent", "420 patients (28 per cent)", "£402,000, 34 per cent of the total". */
function isTied(tokens: readonly Token[], part: Quantity, share: Quantity, isOfTotal: boolean): boolean {
  const gap = tokens.slice(part.next, share.first).map(({ lower }) => lower)
  const last = gap.at(-1) ?? ''
  if (gap.length > partReach) return false
  return (
    last === '(' || (last === 'or' && gap.at(-2) === ',') || (isOfTotal && (last === ',' || last === 'or'))
  )
}

function isWholeOf(whole: Quantity, part: Quantity, isOfTotal: boolean): boolean {
  if (whole.unit !== part.unit || whole.value <= part.value) return false
  return isOfTotal
    ? part.unit !== '' || whole.noun === part.noun
    : part.noun !== '' && whole.noun === part.noun
}

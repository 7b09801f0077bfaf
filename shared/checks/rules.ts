import type { Rule } from './check-context.js'
import { danglingFragment } from './rules/dangling-fragment.js'
import { durationArithmetic } from './rules/duration-arithmetic.js'
import { duplicateSentence } from './rules/duplicate-sentence.js'
import { eventDateConflict } from './rules/event-date-conflict.js'
import { garbledDate } from './rules/garbled-date.js'
import { houseStyle } from './rules/house-style.js'
import { impossibleDate } from './rules/impossible-date.js'
import { nameVariant } from './rules/name-variant.js'
import { numberConflict } from './rules/number-conflict.js'
import { orderConflict } from './rules/order-conflict.js'
import { percentageError } from './rules/percentage-error.js'
import { quoteAltered } from './rules/quote-altered.js'
import { quoteAttribution } from './rules/quote-attribution.js'
import { totalMismatch } from './rules/total-mismatch.js'
import { undatedRelative } from './rules/undated-relative.js'
import { weekdayMismatch } from './rules/weekday-mismatch.js'

/** Every rule that runs, in the order in which findings on the same words are listed. */
export const allRules: readonly Rule[] = [
  weekdayMismatch,
  impossibleDate,
  garbledDate,
  durationArithmetic,
  orderConflict,
  eventDateConflict,
  numberConflict,
  totalMismatch,
  percentageError,
  nameVariant,
  quoteAltered,
  quoteAttribution,
  danglingFragment,
  duplicateSentence,
  undatedRelative,
  houseStyle,
]

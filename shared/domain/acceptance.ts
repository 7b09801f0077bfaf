import type { ClaimFields, ClaimType } from './claim.js'
import { unjudged } from './claim.js'
import type { Category } from './finding.js'
import { verdictMeaning, type Meaning, type VerdictScale } from './verdict-scale.js'

/** The type, and what the verdict says, that a person agrees to when accepting a finding of a category; both can be changed after. */
const accepted: Record<Category, { type: ClaimType; means: Meaning | null }> = {
  'weekday-mismatch': { type: 'date', means: 'inconsistent' },
  'impossible-date': { type: 'date', means: 'garbled' },
  'garbled-date': { type: 'date', means: 'garbled' },
  'duration-arithmetic': { type: 'quantity', means: 'inconsistent' },
  'order-conflict': { type: 'date', means: 'inconsistent' },
  'event-date-conflict': { type: 'date', means: 'inconsistent' },
  'total-mismatch': { type: 'quantity', means: 'inconsistent' },
  'percentage-error': { type: 'quantity', means: 'inconsistent' },
  'number-conflict': { type: 'quantity', means: 'inconsistent' },
  'name-variant': { type: 'name', means: 'inconsistent' },
  'quote-altered': { type: 'quotation', means: 'inconsistent' },
  'quote-attribution': { type: 'attribution', means: 'inconsistent' },
  'dangling-fragment': { type: 'other', means: 'garbled' },
  'duplicate-sentence': { type: 'event', means: null },
  'undated-relative': { type: 'date', means: 'unverifiable' },
  'house-style': { type: 'other', means: null },
}

/** When an event was, and whether that is stated in the text or inferred. */
export type EventDate = Pick<ClaimFields, 'eventDate' | 'eventDateInferred'>

/**
 * The fields of a claim made by accepting a finding: queried, with the verdict of the scale that its category stands for, and
 * with the date of its passage where the finding knows one.
 */
export function acceptedClaimFields(
  category: Category,
  scale: VerdictScale,
  date: EventDate = unjudged,
): ClaimFields {
  const { type, means } = accepted[category]
  const { eventDate, eventDateInferred } = date
  return {
    ...unjudged,
    eventDate,
    eventDateInferred,
    type,
    verdict: means && verdictMeaning(scale, means),
    status: 'query',
  }
}

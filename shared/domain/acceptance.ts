import type { ClaimFields, ClaimType } from './claim.js'
import { unjudged } from './claim.js'
import type { Category } from './finding.js'
import type { Verdict } from './verdicts.js'

/** The type and verdict that a person agrees to when accepting a finding of a category; both can be changed after. */
const accepted: Record<Category, { type: ClaimType; verdict: Verdict | null }> = {
  'weekday-mismatch': { type: 'date', verdict: 'inconsistent' },
  'impossible-date': { type: 'date', verdict: 'garbled' },
  'garbled-date': { type: 'date', verdict: 'garbled' },
  'duration-arithmetic': { type: 'quantity', verdict: 'inconsistent' },
  'order-conflict': { type: 'date', verdict: 'inconsistent' },
  'event-date-conflict': { type: 'date', verdict: 'inconsistent' },
  'total-mismatch': { type: 'quantity', verdict: 'inconsistent' },
  'percentage-error': { type: 'quantity', verdict: 'inconsistent' },
  'number-conflict': { type: 'quantity', verdict: 'inconsistent' },
  'name-variant': { type: 'name', verdict: 'inconsistent' },
  'quote-altered': { type: 'quotation', verdict: 'inconsistent' },
  'quote-attribution': { type: 'attribution', verdict: 'inconsistent' },
  'dangling-fragment': { type: 'other', verdict: 'garbled' },
  'duplicate-sentence': { type: 'event', verdict: null },
  'undated-relative': { type: 'date', verdict: 'unverifiable' },
  'house-style': { type: 'other', verdict: null },
}

/** The fields of a claim made by accepting a finding: queried, with the verdict that its category stands for. */
export function acceptedClaimFields(category: Category): ClaimFields {
  return { ...unjudged, ...accepted[category], status: 'query' }
}

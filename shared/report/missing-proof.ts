import type { ClaimCard } from './claim-cards.js'
import type { Label } from './wording.js'

/** What a claim lacks, in words: that nothing is there must not look like something left out. Null where it has both. */
export function missingIn({ notes, evidence }: Pick<ClaimCard, 'notes' | 'evidence'>): Label | null {
  if (notes.length) return evidence.length ? null : 'No evidence recorded.'
  return evidence.length ? 'No note.' : 'No note and no evidence recorded.'
}

/**
 * The axes on which a claim is judged beside its verdict (see verdict-scale.ts). They are independent: a claim can be checked
 * (status) and unsupported (verdict) with low confidence.
 */
export const statuses = [
  { id: 'unchecked', label: 'Unchecked' },
  { id: 'in-progress', label: 'In progress' },
  { id: 'query', label: 'Query' },
  { id: 'checked', label: 'Checked' },
  { id: 'reviewed', label: 'Reviewed' },
  { id: 'signed-off', label: 'Signed off' },
  { id: 'stale', label: 'Stale' },
] as const

/** The statuses that a person sets; signed off and stale come about by signing. */
export const settableStatuses = statuses.filter(({ id }) => id !== 'stale' && id !== 'signed-off')

export const confidences = [
  { id: 'low', label: 'Low' },
  { id: 'medium', label: 'Medium' },
  { id: 'high', label: 'High' },
] as const

export type Status = (typeof statuses)[number]['id']
export type Confidence = (typeof confidences)[number]['id']

/** The label a person reads for an id of one of the scales; throws on an id that the scale does not have. */
export function labelOf(scale: readonly { id: string; label: string }[], id: string): string {
  const entry = scale.find((candidate) => candidate.id === id)
  if (!entry) throw new Error(`No entry "${id}" in this scale`)
  return entry.label
}

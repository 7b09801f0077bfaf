/**
 * The axes on which a claim is judged. They are independent: a claim can be checked (status) and unsupported (verdict)
 * with low confidence. `key` is the digit that sets a verdict; `sign` is the second cue beside colour.
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

export const verdicts = [
  { id: 'supported', label: 'Supported', key: '1', sign: '✓', mustFix: false },
  { id: 'supported-with-caveat', label: 'Supported with caveat', key: '2', sign: '✓*', mustFix: false },
  { id: 'inconsistent', label: 'Inconsistent', key: '3', sign: '≠', mustFix: true },
  { id: 'contradicted', label: 'Contradicted', key: '4', sign: '✗', mustFix: true },
  { id: 'garbled', label: 'Garbled', key: '5', sign: '#', mustFix: true },
  { id: 'unsupported', label: 'Unsupported', key: '6', sign: '∅', mustFix: true },
  { id: 'unverifiable', label: 'Unverifiable', key: '7', sign: '?', mustFix: false },
  { id: 'not-factual', label: 'Not a factual claim', key: '8', sign: '–', mustFix: false },
] as const

export const confidences = [
  { id: 'low', label: 'Low' },
  { id: 'medium', label: 'Medium' },
  { id: 'high', label: 'High' },
] as const

export type Status = (typeof statuses)[number]['id']
export type Verdict = (typeof verdicts)[number]['id']
export type Confidence = (typeof confidences)[number]['id']

/** The label of a verdict, or that there is none. */
export function verdictLabel(verdict: Verdict | null): string {
  return verdict ? labelOf(verdicts, verdict) : 'Not judged'
}

/** The label a person reads for an id of one of the scales; throws on an id that the scale does not have. */
export function labelOf(scale: readonly { id: string; label: string }[], id: string): string {
  const entry = scale.find((candidate) => candidate.id === id)
  if (!entry) throw new Error(`No entry "${id}" in this scale`)
  return entry.label
}

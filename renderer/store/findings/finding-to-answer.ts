import type { Finding } from '../../../shared/domain/finding.js'
import type { State } from '../store.js'

/**
 * The finding that an answer is about: the one that is open. The triage shows one also while a claim is held open in its
 * place.
 */
export function findingToAnswer({
  view,
  records,
  lastFingerprint,
}: Pick<State, 'view' | 'records' | 'lastFingerprint'>): Finding | null {
  const fingerprint = view.fingerprint ?? (view.centre === 'triage' ? lastFingerprint : null)
  return (fingerprint !== null && records.finding.get(fingerprint)) || null
}

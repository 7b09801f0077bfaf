import type { CaseSnapshot } from '../domain/case.js'
import type { Label } from './wording.js'

/** How far the work on a case is, for a reader who must know whether to rely on it. */
export type CaseStanding = 'signed-off' | 'changed' | 'checked' | 'in-work'

export const standingLabels: Record<CaseStanding, Label> = {
  'signed-off': 'Signed off',
  changed: 'Changed since it was signed off',
  checked: 'Every claim is checked, not signed off',
  'in-work': 'In work, not signed off',
}

/**
 * Signed off means: an editor signed the whole case and nothing was changed since. A claim counts as checked once its
 * status is checked, reviewed or signed off.
 */
export function standingOfCase({ signOffs, staleSignOffs, claims }: CaseSnapshot): CaseStanding {
  const overCase = signOffs.filter(({ claimId, role }) => claimId === null && role === 'editor')
  if (overCase.some(({ id }) => !staleSignOffs.includes(id))) return 'signed-off'
  if (overCase.length) return 'changed'
  const checked = claims.every(({ status }) => ['checked', 'reviewed', 'signed-off'].includes(status))
  return claims.length > 0 && checked ? 'checked' : 'in-work'
}

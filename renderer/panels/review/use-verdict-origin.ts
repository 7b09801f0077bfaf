import { useEffect, useState } from 'react'
import type { LogEntry } from '../../../shared/domain/case.js'
import type { Claim } from '../../../shared/domain/claim.js'
import { ask } from '../../bridge/bridge.js'
import { tellError } from '../../store/toasts.js'

/** Who gave a claim its verdict, and when, as the log has it; null until that is known. */
export function useVerdictOrigin(claim: Claim): { actor: string; at: string } | null {
  const [origin, setOrigin] = useState<LogEntry | null>(null)
  const { id, verdict } = claim
  useEffect(() => {
    let current = true
    ask('case.history', { key: id })
      .then((entries) => current && setOrigin(entries.findLast((entry) => setsVerdict(entry, id)) ?? null))
      .catch(tellError)
    return () => {
      current = false
    }
  }, [id, verdict])
  return origin
}

function setsVerdict({ changes }: LogEntry, claimId: string): boolean {
  return changes.some(
    (change) =>
      change.kind === 'claim' &&
      change.key === claimId &&
      change.after !== null &&
      change.after.verdict !== (change.before?.verdict ?? null),
  )
}

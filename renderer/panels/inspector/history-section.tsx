import { useEffect, useState } from 'react'
import type { LogEntry } from '../../../shared/domain/case.js'
import type { ClaimId } from '../../../shared/domain/ids.js'
import { ask } from '../../bridge/bridge.js'
import { Button } from '../../components/controls.js'
import { restoreClaim } from '../../store/claims/claim-actions.js'
import { useStore } from '../../store/store.js'
import { tellError } from '../../store/toasts.js'

/** Who did what to a claim when, from the log of the case; any earlier state can be restored, which is an act like others. */
export function HistorySection({ claimId }: { claimId: ClaimId }) {
  const records = useStore((state) => state.records)
  const [entries, setEntries] = useState<LogEntry[]>([])
  useEffect(() => {
    let current = true
    ask('case.history', { key: claimId })
      .then((history) => current && setEntries(history))
      .catch(tellError)
    return () => {
      current = false
    }
  }, [claimId, records])
  if (entries.length === 0) return null
  return (
    <details className="inspector-section history">
      <summary>History ({entries.length})</summary>
      <ol>
        {entries.toReversed().map(({ sequence, at, actor, action }, index) => (
          <li key={sequence}>
            <span>
              {action}
              <small>
                {actor}, {new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
              </small>
            </span>
            {index > 0 && (
              <Button look="plain" onPress={() => restoreClaim(claimId, sequence)}>
                Restore
              </Button>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}

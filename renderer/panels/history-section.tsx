import { useEffect, useState } from 'react'
import type { LogEntry } from '../../shared/domain/case.js'
import { ask } from '../bridge/bridge.js'
import { useStore } from '../store/store.js'
import { tellError } from '../store/toasts.js'

/** Who did what to a record when, from the log of the case; read again after each act. */
export function HistorySection({ recordKey }: { recordKey: string }) {
  const records = useStore((state) => state.records)
  const [entries, setEntries] = useState<LogEntry[]>([])
  useEffect(() => {
    let current = true
    ask('case.history', { key: recordKey })
      .then((history) => current && setEntries(history))
      .catch(tellError)
    return () => {
      current = false
    }
  }, [recordKey, records])
  if (entries.length === 0) return null
  return (
    <details className="inspector-section history">
      <summary>History ({entries.length})</summary>
      <ol>
        {entries.toReversed().map(({ sequence, at, actor, action }) => (
          <li key={sequence}>
            <span>{action}</span>
            <small>
              {actor}, {new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
            </small>
          </li>
        ))}
      </ol>
    </details>
  )
}

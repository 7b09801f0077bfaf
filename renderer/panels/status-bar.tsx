import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '../components/controls.js'
import { useDateReadings } from './use-date-readings.js'
import { readingAt } from '../store/date-readings.js'
import { cancelChecks } from '../store/case-actions.js'
import { checkedCount, openFindings } from '../store/selections.js'
import { useStore } from '../store/store.js'

/** What is saved, what is under way, and how far the case is. */
export function StatusBar() {
  const saving = useStore((state) => state.saving > 0)
  const name = useStore((state) => state.open?.name ?? '')
  const claim = useStore((state) => state.records.claim)
  const claims = claim.size
  const checked = useMemo(() => checkedCount(claim.values()), [claim])
  const open = useStore((state) => openFindings(state.records).length)
  return (
    <footer className="status-bar">
      <span className="saved">
        {saving ? (
          <LoaderCircle size={13} className="turning" aria-hidden />
        ) : (
          <Check size={13} aria-hidden />
        )}
        {saving ? 'Saving…' : 'Saved'}
      </span>
      <span className="muted">{name}</span>
      <CheckProgress />
      <ImportProgress />
      <DateAtCaret />
      <span className="spacer" />
      <span>
        {claims === 0
          ? 'No claims yet'
          : `${checked} of ${claims} ${claims === 1 ? 'claim' : 'claims'} checked`}
      </span>
      <span>
        {open} open {open === 1 ? 'finding' : 'findings'}
      </span>
    </footer>
  )
}

/** How the date at the caret was read. */
function DateAtCaret() {
  const caret = useStore((state) => state.caret)
  const source = useStore((state) => state.records.source.get(caret?.sourceId ?? ''))
  const readings = useDateReadings(caret ? source : undefined)
  const reading = caret && readingAt(readings, caret.offset)
  if (!reading) return null
  return (
    <span className="date-at-caret" title={reading.taken.join(' ')}>
      {reading.meaning}
      {reading.taken.length > 0 && ' (in part taken from elsewhere)'}
    </span>
  )
}

function CheckProgress() {
  const { running, done, total, failed } = useStore((state) => state.check)
  if (failed) {
    return (
      <span className="failed">
        <CircleAlert size={13} aria-hidden /> Checks failed
      </span>
    )
  }
  if (!running) return null
  return (
    <span className="progress">
      <LoaderCircle size={13} className="turning" aria-hidden /> Checking {Math.min(done + 1, total)} of{' '}
      {total}
      <Button look="plain" onPress={() => void cancelChecks()}>
        Stop
      </Button>
    </span>
  )
}

function ImportProgress() {
  const progress = useStore((state) => state.importProgress)
  if (!progress) return null
  return (
    <span className="progress">
      <LoaderCircle size={13} className="turning" aria-hidden /> Reading “{progress.fileName}” (
      {progress.done + 1} of {progress.total})
    </span>
  )
}

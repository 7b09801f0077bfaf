import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '../../components/controls.js'
import { useDateReadings } from '../text/use-date-readings.js'
import { readingAt } from '../../store/texts/readings-at.js'
import { cancelChecks, cancelReport, runChecks } from '../../store/case/case-actions.js'
import type { CheckStatus } from '../../../shared/ipc/check-status.js'
import { checkedCount, openFindings } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import { Toasts } from '../toasts.js'

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
      <Toasts />
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
      <ReportProgress />
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

const reportStages = {
  reading: 'Reading the case',
  building: 'Making the report',
  printing: 'Printing the pages',
  writing: 'Writing the report',
} as const

function ReportProgress() {
  const stage = useStore((state) => state.reportStage)
  if (!stage) return null
  return (
    <span className="progress" role="status">
      {reportStages[stage]}…
      <Button look="plain" onPress={() => void cancelReport()}>
        Cancel
      </Button>
    </span>
  )
}

/** How the date at the caret was read, while the text with the caret is what is shown. */
function DateAtCaret() {
  const caret = useStore(({ view, caret }) => (view.centre === 'text' ? caret : null))
  const source = useStore((state) => state.records.source.get(caret?.sourceId ?? ''))
  const readings = useDateReadings(caret ? source : undefined)
  const reading = caret && readingAt(readings, caret.offset)
  if (!reading) return null
  return (
    <span className="date-at-caret" title={reading.taken.join(' ')}>
      Date read: {reading.meaning}
      {reading.taken.length > 0 && ' (in part taken from elsewhere)'}
    </span>
  )
}

function CheckProgress() {
  const check = useStore((state) => state.check)
  const { running, done, total, stopped, failed } = check
  if (failed) {
    return (
      <span className="failed">
        <CircleAlert size={13} aria-hidden /> Checks failed
      </span>
    )
  }
  if (stopped) {
    return (
      <span className="progress">
        Checks stopped after {done} of {total}
        <Button look="plain" onPress={() => void runChecks()}>
          Go on
        </Button>
      </span>
    )
  }
  if (!running) return null
  return (
    <span className="progress">
      <LoaderCircle size={13} className="turning" aria-hidden /> {progressOf(check)}
      <Button look="plain" onPress={() => void cancelChecks()}>
        Stop
      </Button>
    </span>
  )
}

function progressOf({ done, total, found }: CheckStatus): string {
  const step =
    done < total ? `Checking ${done + 1} of ${total}` : `Comparing ${total} ${total === 1 ? 'text' : 'texts'}`
  return found === 0 ? step : `${step}, ${found} ${found === 1 ? 'finding' : 'findings'} so far`
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

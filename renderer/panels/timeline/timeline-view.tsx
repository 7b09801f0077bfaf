import { useDeferredValue, useEffect, useMemo } from 'react'
import { filteredEntries, nothingHidden } from '../../../shared/timeline/timeline-filter.js'
import type { TimelineModel } from '../../../shared/timeline/timeline-model.js'
import { timelineSvg } from '../../../shared/timeline/svg/timeline-svg.js'
import { CommandKey } from '../../components/command-key.js'
import { Button } from '../../components/controls.js'
import { useStore } from '../../store/store.js'
import { AxisPart } from './axis-part.js'
import { exportTimeline } from './export-timeline.js'
import { FilterBar } from './filter-bar.js'
import { ListPart } from './list-part.js'
import { MatrixPart } from './matrix-part.js'
import { OrderPart } from './order-part.js'
import { setTimeline, timelineOf, useTimeline } from './timeline-state.js'
import { useTextDates } from './use-text-dates.js'
import { useTimelineModel } from './use-timeline-model.js'
import './timeline.css'
import './timeline-tables.css'

interface TimelineViewProps {
  /** What is done with a drawing of what is shown. */
  onExport?: (svg: string) => void | Promise<void>
}

/** When things happened, by what the claims, the findings and the texts say. */
export function TimelineView({ onExport = exportTimeline }: TimelineViewProps) {
  const caseId = useStore((state) => state.open?.info.id ?? null)
  const title = useStore((state) => state.open?.info.title ?? '')
  useEffect(() => {
    if (caseId) timelineOf(caseId)
  }, [caseId])
  const isReading = useTextDates()
  const model = useTimelineModel()
  const exportShown = (): void => {
    const { part, filter, domain, orderSource } = useTimeline.getState()
    onExport(
      timelineSvg(model, { title, part: part === 'list' ? 'axis' : part, filter, domain, orderSource }),
    )
  }
  return (
    <div className="timeline">
      <FilterBar model={model} onExport={exportShown} />
      {model.entries.length === 0 ? <NoEntries isReading={isReading} /> : <ShownPart model={model} />}
      <LeftOut model={model} />
    </div>
  )
}

function ShownPart({ model }: { model: TimelineModel }) {
  // The choice itself shows at once; what it leads to is drawn in pieces between which the window answers.
  const part = useDeferredValue(useTimeline((state) => state.part))
  const filter = useDeferredValue(useTimeline((state) => state.filter))
  const entries = useMemo(() => filteredEntries(model, filter), [model, filter])
  if (part === 'order') return <OrderPart model={model} filter={filter} />
  if (entries.length === 0) return <NothingLeft />
  if (part === 'matrix') return <MatrixPart model={model} filter={filter} />
  if (part === 'list') return <ListPart model={model} entries={entries} />
  return <AxisPart model={model} entries={entries} />
}

function NothingLeft() {
  const onlyConflicts = useTimeline((state) => state.filter.onlyConflicts)
  return (
    <div className="empty timeline-empty">
      <p>
        {onlyConflicts
          ? 'No two passages that are shown exclude each other’s date.'
          : 'The filter leaves nothing to show.'}
      </p>
      <Button onPress={() => setTimeline({ filter: nothingHidden })}>Show everything</Button>
    </div>
  )
}

function NoEntries({ isReading }: { isReading: boolean }) {
  const hasSources = useStore((state) => state.records.source.size > 0)
  if (hasSources && isReading)
    return <p className="empty timeline-empty">The dates in the texts are being read…</p>
  return (
    <div className="empty timeline-empty">
      <p>Nothing here has a date yet.</p>
      {hasSources ? (
        <p>
          Select a passage in the text and press <CommandKey command="highlight" /> to make a claim, then give
          it an event date in the inspector, such as 2024-03-14, 2024-03 or 2024~. Findings about dates come
          in by themselves.
        </p>
      ) : (
        <p>Add a text to begin.</p>
      )}
    </div>
  )
}

/** Says what the timeline cannot show, so that nobody takes it for everything. */
function LeftOut({ model: { undated, unplaced } }: { model: TimelineModel }) {
  const parts = [
    undated > 0 && `${counted(undated, 'claim')} without an event date`,
    unplaced > 0 && `${counted(unplaced, 'claim')} with a date that has no place on an axis`,
  ].filter(Boolean)
  if (parts.length === 0) return null
  return <p className="timeline-left-out">Not shown: {parts.join('; ')}.</p>
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

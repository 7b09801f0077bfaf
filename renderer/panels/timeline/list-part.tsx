import { useRef, type KeyboardEvent } from 'react'
import { dateOfEntry, natureOfEntry } from '../../../shared/timeline/entry-words.js'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import type { TimelineModel } from '../../../shared/timeline/timeline-model.js'
import { excerpt } from '../../components/excerpt.js'
import { EntryIcon } from './entry-sign.js'
import { goToEntry } from './go-to-entry.js'
import { rowByKey } from '../../components/row-by-key.js'
import { setTimeline, useTimeline } from './timeline-state.js'
import { useFocusRequest } from './use-focus-request.js'
import { rowsInView, scrollToRow, useScrollWindow } from './use-scroll-window.js'

const rowHeight = 46
const headHeight = 30

interface ListPartProps {
  model: TimelineModel
  /** What the filter leaves, in the order of time. */
  entries: readonly TimelineEntry[]
}

/** The entries as a table, in the order of time. */
export function ListPart({ model, entries }: ListPartProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const port = useScrollWindow(scroller)
  const requestFocus = useFocusRequest(scroller)
  const activeId = useTimeline((state) => state.activeId)
  const active = Math.max(
    0,
    entries.findIndex(({ id }) => id === activeId),
  )
  const { first, next } = rowsInView(port, entries.length, rowHeight)
  const drawn = entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ index }) => (index >= first && index < next) || index === active)
  const titles = new Map(model.sources.map(({ id, title }) => [id, title]))
  const onKeyDown = (event: KeyboardEvent): void => {
    const entry = entries[active]
    if (event.key === 'Enter' && entry) return goToEntry(entry)
    const to = rowByKey(event.key, active, entries.length, Math.floor(port.height / rowHeight) - 1)
    if (to === null) return
    event.preventDefault()
    setTimeline({ activeId: entries[to]?.id ?? null })
    requestFocus((root) => {
      scrollToRow(root, { top: to * rowHeight, bottom: (to + 1) * rowHeight, header: headHeight })
      return root.querySelector<HTMLElement>('[role="row"][tabindex="0"]')
    })
  }
  return (
    <div ref={scroller} className="timeline-scroller timeline-list" onScroll={port.onScroll}>
      <div
        role="grid"
        aria-label="Entries in the order of time"
        aria-rowcount={entries.length + 1}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className="timeline-list-row timeline-list-head">
          <span role="columnheader">Date, and what it is</span>
          <span role="columnheader">Words and source</span>
        </div>
        <div role="rowgroup" className="timeline-list-body" style={{ height: entries.length * rowHeight }}>
          {drawn.map(({ entry, index }) => (
            <ListRow
              key={entry.id}
              entry={entry}
              index={index}
              title={titles.get(entry.source) ?? ''}
              isConflicting={model.conflicting.has(entry.id)}
              isTabbable={index === active}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

interface ListRowProps {
  entry: TimelineEntry
  index: number
  title: string
  isConflicting: boolean
  isTabbable: boolean
}

function ListRow({ entry, index, title, isConflicting, isTabbable }: ListRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      tabIndex={isTabbable ? 0 : -1}
      className="timeline-list-row"
      style={{ top: index * rowHeight, height: rowHeight }}
      onFocus={() => setTimeline({ activeId: entry.id })}
      onClick={() => goToEntry(entry)}
    >
      <EntryIcon entry={entry} isConflicting={isConflicting} />
      <span role="gridcell">
        <strong className="timeline-date">{dateOfEntry(entry)}</strong>
        <span className="muted">
          {natureOfEntry(entry)}
          {isConflicting && <span className="timeline-differs"> · dated differently elsewhere</span>}
        </span>
      </span>
      <span role="gridcell">
        <q>{excerpt(entry.label, 160)}</q>
        <span className="muted">{title}</span>
      </span>
    </div>
  )
}

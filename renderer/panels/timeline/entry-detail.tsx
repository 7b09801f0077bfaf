import type { AxisMark } from '../../../shared/timeline/axis-layout.js'
import { countInWords } from '../../../shared/timeline/cluster-words.js'
import { dateOfEntry } from '../../../shared/timeline/entry-words.js'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import type { TimelineModel } from '../../../shared/timeline/timeline-model.js'
import { SeverityBadge, VerdictBadge } from '../../components/badges.js'
import { excerpt } from '../../components/excerpt.js'
import { DiffersIcon } from './entry-sign.js'

/** What the mark under the pointer, or with the focus, stands for. Its name says the same to a screen reader. */
export function EntryDetail({ model, mark }: { model: TimelineModel; mark: AxisMark | null }) {
  return (
    <div className="timeline-detail" aria-hidden>
      {!mark && (
        <span className="muted">Point at a mark, or go to one with Tab, to read what it stands for.</span>
      )}
      {mark?.kind === 'entry' && <OneEntry model={model} entry={mark.entry} />}
      {mark?.kind === 'cluster' && (
        <>
          <strong>
            {countInWords(
              mark.entries,
              mark.entries.some(({ id }) => model.conflicting.has(id)),
            )}
          </strong>
          <span className="muted">Open it to see each of them.</span>
        </>
      )}
    </div>
  )
}

function OneEntry({ model, entry }: { model: TimelineModel; entry: TimelineEntry }) {
  const title = model.sources.find(({ id }) => id === entry.source)?.title
  return (
    <>
      <span className="timeline-detail-line">
        <strong>{dateOfEntry(entry)}</strong>
        {entry.kind === 'claim' && <VerdictBadge verdict={entry.verdict?.id ?? null} />}
        {entry.severity && <SeverityBadge severity={entry.severity} />}
        {model.conflicting.has(entry.id) && (
          <span className="timeline-differs">
            <DiffersIcon /> dated differently elsewhere
          </span>
        )}
        {entry.told === null && <span className="tag">not in the text</span>}
        <span className="muted timeline-detail-source">{title}</span>
      </span>
      <span className="timeline-detail-line">
        <q>{excerpt(entry.label, 180)}</q>
        {entry.about && <span className="muted">{entry.about}</span>}
      </span>
    </>
  )
}

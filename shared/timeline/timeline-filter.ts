import type { Verdict } from '../domain/verdict-scale.js'
import type { EntryKind, TimelineEntry } from './entry.js'
import { disagreeingFirst, type EventRow } from './event-rows.js'
import type { TimelineModel } from './timeline-model.js'

/** What of a timeline is left out. A verdict of null stands for claims that nobody has judged. */
export interface TimelineFilter {
  hiddenKinds: ReadonlySet<EntryKind>
  hiddenSources: ReadonlySet<string>
  hiddenVerdicts: ReadonlySet<Verdict | null>
  /** Leaves only dates that another passage on the same event says differently. */
  onlyConflicts: boolean
}

export const nothingHidden: TimelineFilter = {
  hiddenKinds: new Set(),
  hiddenSources: new Set(),
  hiddenVerdicts: new Set(),
  onlyConflicts: false,
}

/** The entries that a filter leaves, in the order of time. */
export function filteredEntries(model: TimelineModel, filter: TimelineFilter): TimelineEntry[] {
  const shown = model.entries.filter(
    (entry) => isShown(entry, filter) && (!filter.onlyConflicts || model.conflicting.has(entry.id)),
  )
  return withoutTakenDates(shown)
}

function isShown({ kind, source, verdict }: TimelineEntry, filter: TimelineFilter): boolean {
  if (filter.hiddenKinds.has(kind) || filter.hiddenSources.has(source)) return false
  return kind !== 'claim' || !filter.hiddenVerdicts.has(verdict?.id ?? null)
}

/** A date that a finding or a claim on the very same words shows already is not shown once more. */
function withoutTakenDates(entries: readonly TimelineEntry[]): TimelineEntry[] {
  if (!entries.some(({ kind }) => kind === 'date')) return [...entries]
  const place = ({ source, passage }: TimelineEntry): string => `${source}/${passage.start}/${passage.end}`
  const taken = new Set(entries.filter(({ kind }) => kind !== 'date').map(place))
  return entries.filter((entry) => entry.kind !== 'date' || !taken.has(place(entry)))
}

/** The rows with what a filter leaves of them, disagreements first; a row that is left with nothing is gone. */
export function filteredRows(model: TimelineModel, filter: TimelineFilter): EventRow[] {
  const shown = new Set(filteredEntries(model, filter).map(({ id }) => id))
  return disagreeingFirst(model.rows).flatMap((row) => {
    const entries = row.entries.filter(({ id }) => shown.has(id))
    return entries.length ? { ...row, entries } : []
  })
}

import { create } from 'zustand'
import type { AxisDomain } from '../../../shared/timeline/axis-domain.js'
import type { PackedDates } from '../../../shared/timeline/text-dates.js'
import { nothingHidden, type TimelineFilter } from '../../../shared/timeline/timeline-filter.js'

export const timelineParts = [
  { id: 'axis', label: 'Axis' },
  { id: 'order', label: 'Order' },
  { id: 'matrix', label: 'By source' },
  { id: 'list', label: 'List' },
] as const

export type TimelinePart = (typeof timelineParts)[number]['id']

/** How the timeline of a case is looked at: kept while a person is elsewhere in the window, so that coming back shows the same. */
export interface TimelineState {
  /** The case that all else is about. */
  caseId: string | null
  part: TimelinePart
  filter: TimelineFilter
  /** The days on the axis; null for all that there are. */
  domain: AxisDomain | null
  /** The source whose order is shown; null for the one with the most reversals. */
  orderSource: string | null
  /** The entry that has, or had, the focus. */
  activeId: string | null
  /** The dates that were read in the texts, and of which texts. */
  dates: readonly PackedDates[]
  datesOf: string | null
}

const initial: Omit<TimelineState, 'caseId'> = {
  part: 'axis',
  filter: nothingHidden,
  domain: null,
  orderSource: null,
  activeId: null,
  dates: [],
  datesOf: null,
}

export const useTimeline = create<TimelineState>()(() => ({ caseId: null, ...initial }))

export const setTimeline = useTimeline.setState

/** Forgets what belongs to another case than this. */
export function timelineOf(caseId: string): void {
  if (useTimeline.getState().caseId !== caseId) setTimeline({ caseId, ...initial })
}

export function setFilter(patch: Partial<TimelineFilter>): void {
  setTimeline(({ filter }) => ({ filter: { ...filter, ...patch } }))
}

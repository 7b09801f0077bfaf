import { create } from 'zustand'
import type { ClaimPatch } from '../../../shared/domain/claim.js'
import type { ClaimId, PersonId } from '../../../shared/domain/ids.js'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import { labelOf, statuses, type Status } from '../../../shared/domain/verdicts.js'
import { inTurn, perform, takeBack } from '../case/case-actions.js'
import { noFilter, priorities, type Priority, type TableFilter } from './claims-table.js'
import { getState, useStore } from '../store.js'
import { announce, tell } from '../toasts.js'
import { verdictName } from './verdict-scale.js'

/** What a person has asked of the claims table; it is kept while the case is open, also while another view is shown. */
export interface TableSession {
  filter: TableFilter
  /** The ids of the groups that show only their heading. */
  collapsed: ReadonlySet<string>
  /** The ids of the selected claims, some of which the filter may hide. */
  selected: ReadonlySet<string>
}

const nothingAsked: TableSession = { filter: noFilter, collapsed: new Set(), selected: new Set() }

export const useTableSession = create<TableSession>()(() => nothingAsked)

const ask = useTableSession.setState

// Sources and tags of one case mean nothing in another.
useStore.subscribe((now, before) => {
  if (now.open?.info.id !== before.open?.info.id) ask(nothingAsked)
})

export function setFilter(patch: Partial<TableFilter>): void {
  ask(({ filter }) => ({ filter: { ...filter, ...patch } }))
}

export function clearFilter(): void {
  ask({ filter: noFilter })
}

export function select(selected: ReadonlySet<string>): void {
  ask({ selected })
}

/** Shows a group's claims, or only its heading. */
export function toggleGroup(id: string): void {
  ask(({ collapsed }) => {
    const next = new Set(collapsed)
    if (!next.delete(id)) next.add(id)
    return { collapsed: next }
  })
}

/** How many claims one act may change. */
const mostAtOnce = 10_000

interface Edit {
  fields?: ClaimPatch
  addTags?: string[]
  removeTags?: string[]
  marksChecked?: boolean
}

/**
 * Changes claims as one act, which one undo takes back, and says what was done.
 * @param saying what they now are: “Garbled”
 */
async function editTogether(ids: readonly string[], edit: Edit, saying: string): Promise<void> {
  if (ids.length === 0) return
  if (ids.length > mostAtOnce) {
    return tell(
      `At most ${mostAtOnce.toLocaleString('en')} claims can be changed at once. Filter them first.`,
    )
  }
  const done = await perform({ do: 'edit-claims', ids: ids as ClaimId[], fields: {}, ...edit })
  if (!done) return
  const changed = done.changes.length
  if (changed === 0) return announce(`Nothing to change: ${saying}`)
  const count = changed === 1 ? '1 claim' : `${changed.toLocaleString('en')} claims`
  tell(`${count}: ${saying}.`, takeBack)
}

/** Judges claims as a key does: the verdict that all of them have is taken back. */
export function judgeTogether(ids: readonly string[], verdict: Verdict): Promise<void> {
  return inTurn(() => {
    const { claim } = getState().records
    const isTakenBack = ids.every((id) => claim.get(id)?.verdict === verdict)
    return setVerdictTogether(ids, isTakenBack ? null : verdict)
  })
}

/** A first verdict makes a claim checked, as it does where claims are judged one by one. */
export function setVerdictTogether(ids: readonly string[], verdict: Verdict | null): Promise<void> {
  return editTogether(ids, { fields: { verdict }, marksChecked: verdict !== null }, verdictName(verdict))
}

export function setStatusTogether(ids: readonly string[], status: Status): Promise<void> {
  return editTogether(ids, { fields: { status } }, labelOf(statuses, status))
}

export function setPriorityTogether(ids: readonly string[], priority: Priority): Promise<void> {
  return editTogether(ids, { fields: { priority } }, `${labelOf(priorities, priority)} priority`)
}

export function addTagTogether(ids: readonly string[], tag: string): Promise<void> {
  return editTogether(ids, { addTags: [tag] }, `tagged “${tag}”`)
}

export function removeTagTogether(ids: readonly string[], tag: string): Promise<void> {
  return editTogether(ids, { removeTags: [tag] }, `no longer tagged “${tag}”`)
}

/** Names who is to check claims; null for nobody. */
export function assignTogether(ids: readonly string[], personId: string | null): Promise<void> {
  const name = personId === null ? null : getState().records.person.get(personId)?.name
  const fields = { assigneeId: personId as PersonId | null }
  return editTogether(ids, { fields }, name ? `assigned to ${name}` : 'assigned to nobody')
}

import { connectWindow } from '../window.js'
import { describe, expect, it } from 'vitest'
import * as cases from '../../../../renderer/store/case/case-actions.js'
import {
  addTagTogether,
  assignTogether,
  clearFilter,
  judgeTogether,
  removeTagTogether,
  select,
  setFilter,
  setPriorityTogether,
  setStatusTogether,
  setVerdictTogether,
  toggleGroup,
  useTableSession,
} from '../../../../renderer/store/claims/claims-table-session.js'
import { noFilter } from '../../../../renderer/store/claims/claims-table.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState } from '../../../../renderer/store/store.js'
import type { ClaimId, PersonId } from '../../../../shared/domain/ids.js'
import { addText, millText, startWithCase } from '../../../electron/service/running-service.js'

/** A window on a case with claims of the first words of the text. */
async function startWithClaims(count = 3) {
  const started = await startWithCase()
  const { source } = await addText(started, millText)
  connectWindow(started)
  await start.startWindow(() => {})
  const ids = Array.from({ length: count }, () => crypto.randomUUID() as ClaimId)
  for (const [index, id] of ids.entries()) {
    const start = index * 3
    await cases.perform({ do: 'add-claim', id, sourceId: source, start, end: start + 2, fields: {} })
  }
  const claims = () => ids.map((id) => getState().records.claim.get(id)!)
  return { ...started, ids, claims }
}

describe('several claims at once', () => {
  it('are judged, and checked by that if nobody had finished with them; one undo takes all back', async () => {
    const { ids, claims } = await startWithClaims()
    await cases.perform({ do: 'edit-claim', id: ids[2]!, fields: { status: 'query' } })
    await judgeTogether(ids, 'garbled')
    expect(claims().map(({ verdict, status }) => [verdict, status])).toEqual([
      ['garbled', 'checked'],
      ['garbled', 'checked'],
      ['garbled', 'query'],
    ])
    expect(getState().toasts.at(-1)).toMatchObject({ message: '3 claims: Garbled.' })
    getState().toasts.at(-1)!.action!.run()
    await expect.poll(() => claims().map(({ verdict }) => verdict)).toEqual([null, null, null])
    expect(claims()[0]!.status).toBe('unchecked')
  })

  it('are assigned to somebody as one act, and to nobody', async () => {
    const { ids, claims } = await startWithClaims()
    const id = crypto.randomUUID() as PersonId
    await cases.perform({ do: 'add-person', id, fields: { name: 'Grace', role: 'checker' } })
    await assignTogether(ids, id)
    expect(claims().map(({ assigneeId }) => assigneeId)).toEqual([id, id, id])
    expect(getState().toasts.at(-1)?.message).toBe('3 claims: assigned to Grace.')
    await assignTogether(ids.slice(1), null)
    expect(claims().map(({ assigneeId }) => assigneeId)).toEqual([id, undefined, undefined])
    await cases.undo()
    expect(claims().map(({ assigneeId }) => assigneeId)).toEqual([id, id, id])
  })

  it('lose the verdict that all of them have, not one that only some have', async () => {
    const { ids, claims } = await startWithClaims()
    await judgeTogether(ids.slice(0, 2), 'supported')
    await judgeTogether(ids, 'supported')
    expect(claims().every(({ verdict }) => verdict === 'supported')).toBe(true)
    await judgeTogether(ids, 'supported')
    expect(claims().every(({ verdict, status }) => verdict === null && status === 'checked')).toBe(true)
  })

  it('get a verdict that is chosen by name, which stays when they have it already', async () => {
    const { ids, claims } = await startWithClaims()
    await setVerdictTogether(ids, 'supported')
    await setVerdictTogether(ids, 'supported')
    expect(claims().map(({ verdict }) => verdict)).toEqual(['supported', 'supported', 'supported'])
    await setVerdictTogether(ids, null)
    expect(claims().map(({ verdict }) => verdict)).toEqual([null, null, null])
  })

  it('get a status, a priority and tags', async () => {
    const { ids, claims } = await startWithClaims()
    await setStatusTogether(ids.slice(1), 'in-progress')
    await setPriorityTogether(ids.slice(0, 2), 'high')
    await addTagTogether(ids, 'money')
    await addTagTogether(ids.slice(0, 1), 'dates')
    await removeTagTogether(ids, 'money')
    expect(claims().map(({ status, priority, tags }) => [status, priority, tags])).toEqual([
      ['unchecked', 'high', ['dates']],
      ['in-progress', 'high', []],
      ['in-progress', 'normal', []],
    ])
  })

  it('are left as they are when there is nothing to change, and no line tells of it', async () => {
    const { ids } = await startWithClaims()
    await removeTagTogether(ids, 'money')
    await judgeTogether([], 'garbled')
    expect(getState().toasts).toEqual([])
    expect(getState().announcement).toContain('Nothing to change')
  })
})

describe('what is asked of the table', () => {
  it('is forgotten with the case, whose sources and tags mean nothing in another', async () => {
    const { ids, person, folder } = await startWithClaims(1)
    setFilter({ tag: ['money'], query: 'mill' })
    setFilter({ verdict: ['garbled'] })
    select(new Set(ids))
    toggleGroup('garbled')
    expect(useTableSession.getState()).toEqual({
      filter: { ...noFilter, tag: ['money'], query: 'mill', verdict: ['garbled'] },
      selected: new Set(ids),
      collapsed: new Set(['garbled']),
    })
    toggleGroup('garbled')
    expect(useTableSession.getState().collapsed.size).toBe(0)
    person.newCase = `${folder}/cases/Other.stet`
    await cases.createCase()
    await expect.poll(() => useTableSession.getState().selected.size).toBe(0)
    expect(useTableSession.getState().filter).toEqual(noFilter)
  })

  it('is cleared as a whole', () => {
    setFilter({ query: 'mill', has: ['note'] })
    clearFilter()
    expect(useTableSession.getState().filter).toEqual(noFilter)
  })
})

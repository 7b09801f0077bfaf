import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseStore } from '../../../../db/case-store.js'
import { isDisputed } from '../../../../shared/domain/assessment.js'
import type { Command } from '../../../../shared/domain/command.js'
import type { Verdict } from '../../../../shared/domain/verdict-scale.js'
import { addClaim, caseWithSources, idOf, instant, refusal, writeNote } from '../../case-fixture.js'

let store: CaseStore
let clock = 10
beforeEach(() => {
  ;({ store } = caseWithSources())
  act(addClaim(10, 3, 10, { verdict: 'contradicted', status: 'checked' }))
  act(addClaim(11, 31, 40))
  act({ do: 'add-person', id: idOf(30), fields: { name: 'Grace', role: 'second-reader' } })
  act({ do: 'add-person', id: idOf(31), fields: { name: 'Ada', role: 'checker' } })
})
afterEach(() => store.close())

const act = (command: Command) => store.perform(command, 'Ada', instant(clock++))
const assess = (id: number, verdict: Verdict, claim = 10, comment: string | null = null): Command => ({
  do: 'assess-claim',
  id: idOf(id),
  claimId: idOf(claim),
  personId: idOf(30),
  fields: { verdict, comment },
})
const assign = (person: number | null, ...claims: number[]): Command => ({
  do: 'edit-claims',
  ids: claims.map((claim) => idOf(claim)),
  fields: { assigneeId: person === null ? null : idOf(person) },
})
const sign = (id: number, claim: number | null): Command => ({
  do: 'sign',
  id: idOf(id),
  personId: idOf(30),
  roundId: null,
  claimId: claim === null ? null : idOf(claim),
  comment: null,
})
const assignees = () => store.records().claims.map((claim) => claim.assigneeId)

describe('an assessment', () => {
  it('is one for each person and claim: a later one changes the first', () => {
    expect(act(assess(80, 'supported', 10, 'Page 4')).changes).toMatchObject([{ kind: 'assessment' }])
    act(assess(81, 'garbled'))
    expect(act(assess(82, 'garbled')).changes).toEqual([])
    expect(store.records().assessments).toMatchObject([
      { id: idOf(80), personId: idOf(30), verdict: 'garbled', comment: null },
    ])
    expect(store.records().claims[0]).toMatchObject({ verdict: 'contradicted', status: 'checked' })
    store.undo('Ada', instant(clock++))
    expect(store.records().assessments).toMatchObject([{ verdict: 'supported', comment: 'Page 4' }])
    act({ do: 'remove-assessment', id: idOf(80) })
    expect(store.records().assessments).toEqual([])
    expect(store.verify().problems).toEqual([])
  })

  it('can be overruled: the verdict in force is kept until it, or the judgement, is another', () => {
    const isOpen = () => isDisputed(store.records().claims[0]!, store.records().assessments)
    act(assess(80, 'supported'))
    expect(isOpen()).toBe(true)
    const before = store.records()
    expect(act({ do: 'keep-verdict', claimId: idOf(10) }).undo).toBe('Keep verdict')
    expect(isOpen()).toBe(false)
    expect(store.records().assessments).toMatchObject([{ verdict: 'supported', keptVerdict: 'contradicted' }])
    expect(act({ do: 'keep-verdict', claimId: idOf(10) }).changes).toEqual([])
    act({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'garbled' } })
    expect(isOpen()).toBe(true)
    store.undo('Ada', instant(clock++))
    expect(isOpen()).toBe(false)
    act(assess(81, 'unverifiable'))
    expect(isOpen()).toBe(true)
    store.undo('Ada', instant(clock++))
    store.undo('Ada', instant(clock++))
    expect(store.records()).toEqual(before)
  })

  it('of a claim without a verdict is nothing to settle, until another says something else', () => {
    act(assess(80, 'supported', 11))
    const isOpen = () => isDisputed(store.records().claims[1]!, store.records().assessments)
    expect(isOpen()).toBe(false)
    expect(refusal(() => act({ do: 'keep-verdict', claimId: idOf(11) })).kind).toBe('invalid')
    act({ ...assess(81, 'garbled', 11), personId: idOf(31) } as Command)
    expect(isOpen()).toBe(true)
  })

  it('needs a claim and a person that are there', () => {
    expect(refusal(() => act(assess(80, 'garbled', 99))).kind).toBe('not-found')
    expect(refusal(() => act({ ...assess(80, 'garbled'), personId: idOf(99) } as Command)).kind).toBe(
      'not-found',
    )
    expect(refusal(() => act({ do: 'remove-assessment', id: idOf(80) })).kind).toBe('not-found')
  })

  it('is part of the history of its claim, and no part of what is signed', () => {
    act(sign(70, 10))
    act(assess(80, 'supported'))
    expect(store.records().staleSignOffs).toEqual([])
    expect(store.records().claims[0]?.status).toBe('reviewed')
    expect(store.history(idOf(10)).at(-1)).toMatchObject({ action: 'Assess claim' })
  })

  it('goes with its claim and comes back with it', () => {
    act(assess(80, 'supported'))
    const before = store.records()
    act({ do: 'remove-claim', id: idOf(10) })
    expect(store.records().assessments).toEqual([])
    store.undo('Ada', instant(clock++))
    expect(store.records()).toEqual(before)
  })

  it('stays with the first half of a claim that is split, and goes when its claim is merged into another', () => {
    act(assess(80, 'supported'))
    act(assess(81, 'supported', 11))
    act({ do: 'merge-claims', id: idOf(10), others: [idOf(11)] })
    expect(store.records().assessments.map(({ id }) => id)).toEqual([idOf(80)])
    act({ do: 'split-claim', id: idOf(10), newId: idOf(12), at: 26 })
    expect(store.records().assessments.map(({ claimId }) => claimId)).toEqual([idOf(10)])
    expect(store.verify().problems).toEqual([])
  })

  it('keeps its person in the case', () => {
    act(assess(80, 'supported'))
    expect(refusal(() => act({ do: 'remove-person', id: idOf(30) }))).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Grace has judged claims') as string,
    })
  })
})

describe('an assignee', () => {
  it('is given to many claims in one act, found by the search, and taken away', () => {
    const done = act(assign(31, 10, 11))
    expect([done.undo, done.changes.length]).toEqual(['Edit 2 claims: assignee', 2])
    expect(assignees()).toEqual([idOf(31), idOf(31)])
    expect(act(assign(31, 10)).changes).toEqual([])
    act(assign(null, 11))
    expect(assignees()).toEqual([idOf(31), undefined])
    const found = (query: string) =>
      store.search(query, { limit: 9, offset: 0 }).hits.map(({ claimId }) => claimId)
    expect(found('assignee:ada')).toEqual([idOf(10)])
    expect(found('assignee:none')).toEqual([idOf(11)])
    expect(found('assignee:grace')).toEqual([])
    expect(store.verify().problems).toEqual([])
  })

  it('must be in the case', () => {
    expect(refusal(() => act(assign(99, 10))).kind).toBe('not-found')
  })

  it('makes no signature stale', () => {
    act(sign(70, 10))
    act(assign(31, 10))
    expect([store.records().staleSignOffs, store.records().claims[0]?.status]).toEqual([[], 'reviewed'])
  })

  it('leaves the claims when the person is removed, and comes back with them', () => {
    act(assign(31, 10, 11))
    const before = store.records()
    act({ do: 'remove-person', id: idOf(31) })
    expect(assignees()).toEqual([undefined, undefined])
    store.undo('Ada', instant(clock++))
    expect(store.records()).toEqual(before)
    expect(store.verify().problems).toEqual([])
  })

  it('who has left the case does not come back with a restored claim', () => {
    act(assign(31, 10))
    const [assigned] = store.history(idOf(10)).slice(-1)
    act({ do: 'remove-person', id: idOf(31) })
    act({ do: 'edit-claim', id: idOf(10), fields: { verdict: null } })
    act({ do: 'restore-claim', id: idOf(10), sequence: assigned!.sequence })
    expect(store.records().claims[0]).toMatchObject({ verdict: 'contradicted' })
    expect(assignees()).toEqual([undefined, undefined])
  })
})

describe('a stale sign-off', () => {
  it('over a claim is listed with what changed what was signed, the newest first', () => {
    act(sign(70, 10))
    expect(store.staleSignOffs(null)).toEqual([])
    act({ do: 'edit-claim', id: idOf(10), fields: { priority: 'high' } })
    act(writeNote(20, 10, 'One more thing'))
    act({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'garbled' } })
    act({ do: 'edit-claim', id: idOf(11), fields: { verdict: 'garbled' } })
    const stale = [
      {
        id: idOf(70),
        acts: [{ action: 'Edit claim: verdict' }, { action: 'Write note', actor: 'Ada' }],
        hasMore: false,
      },
    ]
    expect(store.staleSignOffs(idOf(10))).toMatchObject(stale)
    expect(store.staleSignOffs(null)).toMatchObject(stale)
    expect(store.staleSignOffs(idOf(11))).toEqual([])
  })

  it('is listed with its last changes alone, when there were very many', () => {
    act(sign(70, 10))
    act(sign(71, null))
    for (let wording = 0; wording < 120; wording++) {
      act({ do: 'edit-claim', id: idOf(10), fields: { correction: `Wording ${wording}` } })
      if (wording % 2) act({ do: 'edit-claim', id: idOf(11), fields: { tags: [String(wording)] } })
    }
    const [ofClaim, ofCase] = store.staleSignOffs(null)
    expect([ofClaim?.acts.length, ofClaim?.hasMore]).toEqual([50, true])
    expect(ofCase?.acts).toEqual(ofClaim?.acts)
    expect(ofCase?.acts[0]).toMatchObject({ at: instant(clock - 2), claimIds: [idOf(10)] })
  })

  it('over the case is listed with whatever changed in it', () => {
    act(sign(70, null))
    act(assess(80, 'garbled'))
    expect(store.staleSignOffs(null)).toEqual([])
    act(addClaim(12, 0, 2))
    act({ do: 'edit-source', id: idOf(1), fields: { author: 'Someone' } })
    expect(store.staleSignOffs(null)[0]?.acts.map(({ action }) => action)).toEqual([
      'Edit source: author',
      'Add claim',
    ])
  })
})

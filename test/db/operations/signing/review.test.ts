import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCase, type CaseStore } from '../../../../db/case-store.js'
import type { Command } from '../../../../shared/domain/command.js'
import { addClaim, caseWithSources, idOf, instant, noteBody, refusal, writeNote } from '../../case-fixture.js'

let store: CaseStore
let path: string
let clock = 10
beforeEach(() => {
  ;({ store, path } = caseWithSources())
  act(addClaim(10))
  act({ do: 'add-person', id: idOf(30), fields: { name: 'Grace', role: 'editor' } })
})
afterEach(() => store.close())

const act = (command: Command) => store.perform(command, 'Ada', instant(clock++))
const sign = (id: number, claim: number | null, round: number | null = null): Command => ({
  do: 'sign',
  id: idOf(id),
  personId: idOf(30),
  roundId: round === null ? null : idOf(round),
  claimId: claim === null ? null : idOf(claim),
  comment: null,
})
const statusOf = (id: number) => store.records().claims.find((claim) => claim.id === idOf(id))?.status

describe('a sign-off', () => {
  it('gives the claim the status of the role, and goes stale when what was signed changes', () => {
    act(sign(40, 10))
    expect(statusOf(10)).toBe('signed-off')
    expect(store.records().signOffs).toMatchObject([{ name: 'Grace', role: 'editor', claimId: idOf(10) }])
    expect(store.records().staleSignOffs).toEqual([])
    act({ do: 'edit-claim', id: idOf(10), fields: { tags: ['later'], priority: 'high' } })
    expect([statusOf(10), store.records().staleSignOffs]).toEqual(['signed-off', []])
    const changed = act(writeNote(11, 10, 'One more thing'))
    expect(changed.changes.map(({ kind }) => kind)).toEqual(['note', 'claim'])
    expect([statusOf(10), store.records().staleSignOffs]).toEqual(['stale', [idOf(40)]])
    store.undo('Ada', instant(clock++))
    expect([statusOf(10), store.records().staleSignOffs]).toEqual(['signed-off', []])
  })

  it('over the case goes stale with any claim', () => {
    act(sign(40, null))
    expect(store.records().staleSignOffs).toEqual([])
    act({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'garbled' } })
    expect(store.records().staleSignOffs).toEqual([idOf(40)])
  })

  it('keeps its person and its round, until it is withdrawn', () => {
    act({ do: 'open-round', id: idOf(50), title: 'First reading' })
    act(sign(40, 10, 50))
    expect(refusal(() => act({ do: 'remove-person', id: idOf(30) })).kind).toBe('conflict')
    expect(refusal(() => act({ do: 'remove-round', id: idOf(50) })).kind).toBe('conflict')
    act({ do: 'edit-round', id: idOf(50), fields: { closed: true } })
    expect(refusal(() => act(sign(41, 10, 50)))).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('closed') as string,
    })
    act({ do: 'withdraw-sign-off', id: idOf(40) })
    act({ do: 'remove-person', id: idOf(30) })
    act({ do: 'remove-round', id: idOf(50) })
    expect(store.records()).toMatchObject({ people: [], rounds: [], signOffs: [] })
  })

  it('goes with its claim and comes back with it', () => {
    act(sign(40, 10))
    const before = store.records()
    act({ do: 'remove-claim', id: idOf(10) })
    expect(store.records().signOffs).toEqual([])
    store.undo('Ada', instant(clock++))
    expect(store.records()).toEqual(before)
    expect(store.verify().problems).toEqual([])
  })
})

it('rounds are numbered, closed and opened again', () => {
  act({ do: 'open-round', id: idOf(50), title: 'First reading' })
  act({ do: 'open-round', id: idOf(51), title: 'Second reading' })
  act({ do: 'edit-round', id: idOf(50), fields: { closed: true } })
  expect(act({ do: 'edit-round', id: idOf(50), fields: { closed: true } }).changes).toEqual([])
  expect(store.records().rounds).toMatchObject([
    { number: 1, closedAt: expect.any(String) as string },
    { number: 2, closedAt: null },
  ])
  act({ do: 'edit-round', id: idOf(50), fields: { closed: false, title: 'Reading' } })
  expect(store.records().rounds[0]).toMatchObject({ title: 'Reading', closedAt: null })
})

it('a case keeps its preferences', () => {
  act({ do: 'set-preference', key: 'report.sections', value: ['must-fix'] })
  expect(act({ do: 'set-preference', key: 'report.sections', value: ['must-fix'] }).changes).toEqual([])
  act({ do: 'set-preference', key: 'scale', value: { name: 'default' } })
  expect(store.records().preferences).toEqual([
    { key: 'report.sections', value: ['must-fix'] },
    { key: 'scale', value: { name: 'default' } },
  ])
  act({ do: 'set-preference', key: 'scale', value: null })
  expect(store.records().preferences).toHaveLength(1)
})

describe('the writing of a note', () => {
  const write = (text: string, second: number, actor = 'Ada') =>
    store.perform(writeNote(11, 10, text), actor, instant(second))
  const actions = () => store.history(idOf(11)).map(({ action, actor }) => `${actor}: ${action}`)

  it('is one entry of the log, from before the first save to after the last', () => {
    for (let save = 0; save < 20; save++) write('x'.repeat(save + 1), 100 + save)
    expect(store.records().notes[0]?.text).toBe('x'.repeat(20))
    const [entry, ...others] = store.history(idOf(11))
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      at: instant(119),
      changes: [{ before: null, after: { text: 'x'.repeat(20) } }],
    })
    expect(store.verify().problems).toEqual([])
  })

  it('ends with another act, another person, and after five minutes', () => {
    write('a', 100)
    write('ab', 101, 'Bob')
    write('abc', 102, 'Bob')
    act({ do: 'edit-claim', id: idOf(10), fields: { priority: 'high' } })
    write('abcd', 200)
    write('abcde', 499)
    write('abcdef', 500)
    expect(actions()).toEqual(['Ada: Write note', 'Bob: Edit note', 'Ada: Edit note', 'Ada: Edit note'])
    expect(store.verify().problems).toEqual([])
  })

  it('that was cut off is told to the log when the case is opened again', () => {
    write('cut o', 100)
    write('cut off', 101)
    expect(store.verify().problems).toEqual([])
    store.close()
    store = openCase(path)
    expect(actions()).toEqual(['Ada: Write note'])
    expect(store.records().notes[0]?.text).toBe('cut off')
  })

  it('keeps the log small', () => {
    const size = () => store.history(idOf(11)).reduce((sum, entry) => sum + JSON.stringify(entry).length, 0)
    const body = noteBody('A long note. '.repeat(400))
    for (let save = 0; save < 200; save++) write(`A long note. ${'word '.repeat(1000)}${save}`, 100 + save)
    expect(JSON.stringify(body).length).toBeGreaterThan(5000)
    expect(size()).toBeLessThan(40_000)
  })
})

describe('restoring a claim', () => {
  it('makes it, its notes and its evidence what they were, as one act that can be taken back', () => {
    act({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'supported' } })
    act(writeNote(11, 10, 'First'))
    const [then] = store.history(idOf(10)).slice(-1)
    const before = store.records()
    act(writeNote(11, 10, 'Second'))
    act(writeNote(12, 10, 'Another'))
    act({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'garbled' } })
    const after = store.records()
    act({ do: 'restore-claim', id: idOf(10), sequence: then!.sequence })
    const restored = store.records()
    expect(restored.claims[0]).toMatchObject({ verdict: 'supported' })
    expect(restored.notes.map(({ text }) => text)).toEqual(before.notes.map(({ text }) => text))
    store.undo('Ada', instant(clock++))
    expect(store.records()).toEqual(after)
    expect(store.verify().problems).toEqual([])
  })

  it('brings a removed one back', () => {
    act(writeNote(11, 10, 'First'))
    const [then] = store.history(idOf(10)).slice(-1)
    act({ do: 'remove-claim', id: idOf(10) })
    act({ do: 'restore-claim', id: idOf(10), sequence: then!.sequence })
    expect(store.records()).toMatchObject({ claims: [{ id: idOf(10) }], notes: [{ text: 'First' }] })
  })

  it('needs an entry of that claim', () => {
    expect(refusal(() => act({ do: 'restore-claim', id: idOf(10), sequence: 1 })).kind).toBe('not-found')
  })
})

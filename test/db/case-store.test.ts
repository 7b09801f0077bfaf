import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCase, openCase } from '../../db/case-store.js'
import { newestVersion } from '../../db/migrate.js'
import {
  addClaim,
  caseFile,
  caseWithSources,
  fileHash,
  findingOf,
  idOf,
  idsFrom,
  importOf,
  instant,
  refusal,
  someText,
  writeNote,
} from './case-fixture.js'

describe('a case file', () => {
  it('is made, closed into one file and opened again with what was in it', () => {
    const { store, path, source } = caseWithSources()
    store.perform(addClaim(10), 'Ada', instant(2))
    store.perform(writeNote(11, 10, 'Ask the mayor'), 'Ada', instant(3))
    const records = store.records()
    store.close()
    expect(readdirSync(dirname(path))).toEqual(['test.stet'])

    const again = openCase(path)
    expect(again.info()).toEqual({
      id: idOf(999),
      title: 'Test case',
      createdAt: instant(),
      schemaVersion: newestVersion,
    })
    expect(again.records()).toEqual(records)
    expect(again.text(idOf(1)).text).toBe(someText)
    expect(again.snapshot().texts.map(({ sourceId }) => sourceId)).toEqual([source, idOf(3)])
    expect(again.undoState()).toEqual({ undo: null, redo: null })
    again.close()
  })

  it('is whole as one file after a checkpoint, while it is open', () => {
    const { store, path } = caseWithSources()
    store.perform(addClaim(10), 'Ada', instant(2))
    store.checkpoint()
    const hash = fileHash(path)
    expect(store.records().claims).toHaveLength(1)
    store.close()
    expect(fileHash(path)).toBe(hash)
  })

  it('does not take the place of a file that is there', () => {
    const { store, path } = caseWithSources()
    store.close()
    const hash = fileHash(path)
    const made = refusal(() => createCase(path, { title: 'Another', id: idOf(1), at: instant() }))
    expect(made.kind).toBe('conflict')
    expect(made.message).toContain(path)
    expect(fileHash(path)).toBe(hash)
  })

  it('leaves no file behind when it cannot be made', () => {
    const path = caseFile()
    expect(refusal(() => createCase(path, { title: '  ', id: idOf(1), at: instant() })).kind).toBe('invalid')
    expect(refusal(() => createCase(path, { title: 'A', id: idOf(1), at: 'yesterday' })).kind).toBe('invalid')
    expect(existsSync(path)).toBe(false)
    const elsewhere = `${path}/no/such/folder.stet`
    expect(refusal(() => createCase(elsewhere, { title: 'A', id: idOf(1), at: instant() })).kind).toBe(
      'not-found',
    )
  })

  it('can be renamed, which the log tells and undo takes back', () => {
    const { store, path } = caseWithSources()
    const first = store.info().title
    const renamed = store.setTitle(' Better title ', 'Ada', instant(5))
    expect(renamed).toMatchObject({ title: 'Better title', undo: 'Rename case' })
    expect(store.setTitle('Better title', 'Ada', instant(6)).changes).toEqual([])
    expect(refusal(() => store.setTitle('', 'Ada', instant(6))).kind).toBe('invalid')
    expect(refusal(() => store.setTitle('x'.repeat(1001), 'Ada', instant(6))).kind).toBe('invalid')
    expect(store.undo('Ada', instant(7))).toMatchObject({ title: first })
    expect(store.info().title).toBe(first)
    expect(store.redo('Ada', instant(8))).toMatchObject({ title: 'Better title' })
    expect(store.verify().problems).toEqual([])
    store.close()
    const again = openCase(path)
    expect(again.info().title).toBe('Better title')
    expect(again.setTitle(first, 'Ada', instant(9)).title).toBe(first)
    again.close()
  })

  it('keeps its first title where a later one is no title', () => {
    const { store } = caseWithSources()
    const first = store.info().title
    store.perform({ do: 'set-preference', key: 'case.title', value: { a: 1 } }, 'Ada', instant(5))
    expect(store.info().title).toBe(first)
    store.close()
  })
})

describe('undo and redo', () => {
  it('take acts back and do them again, with their labels', () => {
    const { store } = caseWithSources()
    const empty = store.records()
    const added = store.perform(addClaim(10), 'Ada', instant(2))
    expect(added).toMatchObject({ undo: 'Add claim', redo: null })
    const full = store.records()

    expect(store.undo('Ada', instant(3))).toMatchObject({ undo: 'Import 2 sources', redo: 'Add claim' })
    expect(store.records()).toEqual(empty)
    expect(store.redo('Ada', instant(4))).toMatchObject({ undo: 'Add claim', redo: null })
    expect(store.records()).toEqual(full)
    expect(store.history(idOf(10)).map(({ action }) => action)).toEqual([
      'Add claim',
      'Undo: Add claim',
      'Redo: Add claim',
    ])
    store.close()
  })

  it('mark imported sources as removed, at that time, and bring them back', () => {
    const { store } = caseWithSources()
    const { sources } = store.records()
    const undone = store.undo('Bob', instant(7))
    expect(undone?.changes.map(({ after }) => after)).toEqual(
      sources.map((source) => ({ ...source, removedAt: instant(7) })).reverse(),
    )
    expect(store.records().sources).toEqual([])
    expect(refusal(() => store.text(idOf(1))).kind).toBe('not-found')
    store.redo('Bob', instant(8))
    expect(store.records().sources).toEqual(sources)
    store.undo('Bob', instant(9))
    expect(store.undo('Bob', instant(10))).toBeNull()
    expect(store.verifyLog().problem).toBeNull()
    store.close()
  })

  it('forget what was undone after a new act, but not after one that changed nothing', () => {
    const { store } = caseWithSources()
    store.perform(addClaim(10), 'Ada', instant(2))
    store.perform(addClaim(11), 'Ada', instant(3))
    store.undo('Ada', instant(4))
    const nothing = store.perform(writeNote(12, 10, ''), 'Ada', instant(5))
    expect(nothing).toEqual({ changes: [], undo: 'Add claim', redo: 'Add claim' })
    expect(store.perform(writeNote(12, 10, 'Now'), 'Ada', instant(6))).toMatchObject({ redo: null })
    expect(store.redo('Ada', instant(7))).toBeNull()
    store.close()
  })

  it('take the writing of one note back as one step, unless something came between', () => {
    const { store } = caseWithSources()
    store.perform(addClaim(10), 'Ada', instant(2))
    const empty = store.records()
    for (const text of ['A', 'As', 'Ask']) store.perform(writeNote(12, 10, text), 'Ada', instant(3))
    store.perform(writeNote(13, 10, 'Another'), 'Ada', instant(4))
    store.perform(writeNote(12, 10, 'Ask her'), 'Ada', instant(5))
    const full = store.records()
    store.undo('Ada', instant(6))
    expect(store.records().notes.map(({ text }) => text)).toEqual(['Ask', 'Another'])
    store.undo('Ada', instant(7))
    store.undo('Ada', instant(8))
    expect(store.records()).toEqual(empty)
    while (store.redo('Ada', instant(9)));
    expect(store.records()).toEqual(full)
    expect(store.verifyLog()).toMatchObject({ problem: null })
    store.close()
  })
})

it('keeps findings, what they were decided, and what accepting made', () => {
  const { store, source, path } = caseWithSources()
  const finding = findingOf('abcdefgh12', source, [3, 10], [31, 40])
  expect(store.storeFindings([finding])).toEqual({ added: [finding], removed: [] })
  store.perform(
    {
      do: 'accept-finding',
      fingerprint: finding.fingerprint,
      claimIds: [idOf(20), idOf(21)],
      relationIds: [idOf(22)],
    },
    'Ada',
    instant(5),
  )
  store.close()
  const again = openCase(path)
  expect(again.records()).toMatchObject({
    findings: [finding],
    claims: [
      { id: idOf(20), selector: { exact: 'Tuesday' } },
      { id: idOf(21), selector: { exact: 'Wednesday' } },
    ],
    relations: [
      { fromClaimId: idOf(20), toClaimId: idOf(21), type: 'contradicts', fingerprint: finding.fingerprint },
    ],
    decisions: [{ state: 'accepted', decidedBy: 'Ada' }],
  })
  again.close()
})

it('says who acts and when, or refuses', () => {
  const { store } = caseWithSources()
  const records = store.records()
  expect(refusal(() => store.perform(addClaim(10), '', instant(2))).kind).toBe('invalid')
  expect(refusal(() => store.perform(addClaim(10), 'Ada', 'now')).kind).toBe('invalid')
  expect(store.records()).toEqual(records)
  expect(store.importSources([], idsFrom(50), 'Ada', instant(3)).changes).toEqual([])
  store.importSources([importOf('')], idsFrom(50), 'Ada', instant(3))
  expect(store.text(idOf(50)).text).toBe('')
  store.close()
})

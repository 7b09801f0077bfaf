import { beforeEach, expect, it } from 'vitest'
import { openCase } from '../../../../db/case-store.js'
import { contentHash } from '../../../../db/digest.js'
import { noteToRow } from '../../../../db/tables/notes.js'
import { addClaim, caseWithSources, idOf, instant, writeNote } from '../../case-fixture.js'
import { tamperPastTriggers } from '../../tamper.js'

let path: string
beforeEach(() => {
  const { store, path: made } = caseWithSources()
  path = made
  store.perform(addClaim(10), 'Ada', instant(2))
  store.perform(writeNote(11, 10, 'Ask the mayor'), 'Ada', instant(3))
  store.perform(writeNote(11, 10, 'Ask the mayor twice'), 'Bob', instant(4))
  store.undo('Ada', instant(5))
  store.perform(writeNote(11, 10, 'Ask the mayor again'), 'Bob', instant(6))
  store.close()
})

function problemAfter(script: string): string | null {
  tamperPastTriggers(path, script)
  const store = openCase(path)
  try {
    return store.verifyLog().problem
  } finally {
    store.close()
  }
}

it('finds a log and records that agree', () => {
  expect(problemAfter('')).toBeNull()
  const store = openCase(path)
  expect(store.verifyLog()).toEqual({ problem: null, entries: 6 })
  store.close()
})

it('sees an entry that was changed', () => {
  expect(problemAfter("UPDATE log SET actor = 'Eve' WHERE sequence = 3")).toMatch(
    /^Entry 3 of the log .* was changed/,
  )
})

it('sees a change that was rewritten', () => {
  const script =
    "UPDATE log SET changes = replace(changes, 'Ask the mayor', 'Ask a friend') WHERE sequence = 3"
  expect(problemAfter(script)).toMatch(/^Entry 3 of the log .* was changed/)
})

it('sees an entry that is missing, from within or from the end', () => {
  expect(
    problemAfter('DELETE FROM log_records WHERE sequence = 4; DELETE FROM log WHERE sequence = 4'),
  ).toMatch(/^Entry 4 of the log is missing/)
})

it('sees a log that was cut short', () => {
  const script = 'DELETE FROM log_records WHERE sequence = 6; DELETE FROM log WHERE sequence = 6'
  expect(problemAfter(script)).toMatch(
    /note .* is not what the log last says of it|records that the log does not tell of/,
  )
})

it('sees a record that was changed past the log, even with a new content hash', () => {
  const forged = {
    id: idOf<never>(12),
    claimId: idOf<never>(10),
    body: { type: 'doc', content: [{ type: 'paragraph' }] },
    text: 'forged',
    visibility: 'internal' as const,
    author: 'Ada',
    createdAt: instant(3),
    updatedAt: instant(4),
  }
  const row = noteToRow(forged)
  expect(row.content_hash).toBe(contentHash(forged))
  const values = Object.values(row).map((value) => `'${String(value)}'`)
  expect(problemAfter(`INSERT INTO notes (${Object.keys(row).join()}) VALUES (${values.join()})`)).toMatch(
    /1 records that the log does not tell of/,
  )
})

it('sees a record whose content was changed', () => {
  expect(problemAfter("UPDATE notes SET text = 'Ask nobody'")).toMatch(/note .* changed outside Stet/)
  const store = openCase(path)
  const { notes, damaged, claims } = store.records()
  expect([notes, claims.length]).toEqual([[], 1])
  expect(damaged).toMatchObject([
    { kind: 'notes', key: idOf(11), message: expect.stringContaining(idOf(11)) as string },
  ])
  store.close()
})

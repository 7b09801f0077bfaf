import Database from 'better-sqlite3'
import { beforeEach, expect, it } from 'vitest'
import { inspectCase } from '../../../../db/inspect-case.js'
import { openCase } from '../../../../db/case-store.js'
import { addClaim, caseWithSources, idOf, instant, refusal, writeNote } from '../../case-fixture.js'
import { tamperPastTriggers } from '../../tamper.js'

let path: string
beforeEach(() => {
  const made = caseWithSources()
  path = made.path
  for (const id of [10, 11, 12]) made.store.perform(addClaim(id, 3, id), 'Ada', instant(id))
  made.store.perform(writeNote(20, 10, 'Ask the mayor'), 'Ada', instant(20))
  made.store.perform(writeNote(21, 11, 'Ask the clerk'), 'Ada', instant(21))
  made.store.close()
})

const problemsAfter = (script: string) => {
  tamperPastTriggers(path, script)
  return inspectCase(path)
}

it('a sound case has no problems, and all was looked at', () => {
  expect(inspectCase(path)).toEqual({
    sound: true,
    problems: [],
    checked: {
      originals: 1,
      text_versions: 2,
      sources: 2,
      claims: 3,
      notes: 2,
      evidence: 0,
      relations: 0,
      findings: 0,
      decisions: 0,
      people: 0,
      rounds: 0,
      assessments: 0,
      sign_offs: 0,
      preferences: 0,
    },
    logEntries: 6,
  })
})

it('names every bad record, and goes on after the first', () => {
  const { sound, problems, checked } = problemsAfter(`
    UPDATE notes SET text = 'Ask nobody' WHERE id = '${idOf(21)}';
    UPDATE claims SET verdict = 'supported' WHERE id IN ('${idOf(10)}', '${idOf(12)}');
    UPDATE text_versions SET text = replace(text, 'mayor', 'major') WHERE id = '${idOf(2)}';
    UPDATE originals SET bytes = x'00'`)
  expect(sound).toBe(false)
  expect(checked).toMatchObject({ notes: 2, claims: 3 })
  const records = problems.filter(({ kind }) => kind === 'record').map(({ record }) => record)
  expect(records.slice(1)).toEqual([
    { kind: 'text_versions', key: idOf(2) },
    { kind: 'claims', key: idOf(10) },
    { kind: 'claims', key: idOf(12) },
    { kind: 'notes', key: idOf(21) },
  ])
  expect(records[0]).toMatchObject({ kind: 'originals' })
})

it('sees references that lead nowhere, a log that was changed, and one that its index does not tell of', () => {
  expect(problemsAfter(`DELETE FROM claims WHERE id = '${idOf(10)}'`).problems).toMatchObject([
    { kind: 'reference', record: { kind: 'notes' } },
    { kind: 'log' },
    { kind: 'search' },
  ])
  expect(problemsAfter("UPDATE log SET actor = 'Eve' WHERE sequence = 2").problems).toContainEqual(
    expect.objectContaining({ kind: 'log', message: expect.stringMatching(/^Entry 2 of the log/) as string }),
  )
})

it('sees a history that the index of the log hides', () => {
  expect(problemsAfter(`DELETE FROM log_records WHERE key = '${idOf(10)}'`).problems).toMatchObject([
    { kind: 'log' },
  ])
})

it('looks at files that cannot be worked on, and leaves them as they are', () => {
  const database = new Database(path)
  database.unsafeMode(true)
  database.pragma('writable_schema = ON')
  database.prepare("UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'notes_by_claim'").run()
  database.close()
  expect(refusal(() => openCase(path)).kind).toBe('damaged')
  expect(inspectCase(path).problems).toContainEqual(expect.objectContaining({ kind: 'file' }))
})

it('throws for what is no case, and for a case that is open', () => {
  const store = openCase(path)
  expect(refusal(() => inspectCase(path)).kind).toBe('locked')
  store.close()
  expect(refusal(() => inspectCase(`${path}.gone`)).kind).toBe('not-found')
})

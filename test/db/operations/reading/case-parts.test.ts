import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openForReading } from '../../../../db/connection.js'
import type { ReadableDb } from '../../../../db/database.js'
import { CaseAssembly } from '../../../../db/operations/reading/case-assembly.js'
import { caseParts } from '../../../../db/operations/reading/case-parts.js'
import { caseInfo, caseSnapshot } from '../../../../db/operations/reading/read-case.js'
import type { CaseSnapshot } from '../../../../shared/domain/case.js'
import { anyAct, findingsOfActs, play } from '../../any-act.js'
import { addClaim, caseWithSources, idOf, instant, writeNote } from '../../case-fixture.js'
import { tamper } from '../../tamper.js'

/** The case of a closed file, put together from parts of so many rows. */
function inParts(db: ReadableDb, rows: number): CaseSnapshot {
  const assembly = new CaseAssembly()
  for (const part of caseParts(db, rows)) {
    expect(part.claims?.length ?? 0).toBeLessThanOrEqual(rows)
    assembly.add(part)
  }
  return assembly.snapshot(caseInfo(db))
}

/** The path of a closed case with claims 10 to 15, one after the other, and a note on each. */
function caseWithClaims(): string {
  const { store, path } = caseWithSources()
  for (let number = 10; number < 16; number++) {
    store.perform(addClaim(number), 'Ada', instant(number))
    store.perform(writeNote(number + 10, number, `Note ${number}`), 'Ada', instant(number))
  }
  store.close()
  return path
}

describe('a case that is read in parts', () => {
  it('is the same in parts of any size, whatever was done in it', () => {
    const acts = fc.array(anyAct, { minLength: 10, maxLength: 60 })
    fc.assert(
      fc.property(acts, fc.integer({ min: 1, max: 5 }), (list, rows) => {
        const { store, path } = caseWithSources()
        store.storeFindings(findingsOfActs)
        list.forEach((act, second) => play(store, act, second))
        store.close()
        const db = openForReading(path)
        expect(inParts(db, rows)).toEqual(caseSnapshot(db))
        db.close()
      }),
      { numRuns: 100 },
    )
  })

  it('leaves out what cannot be trusted, with what hangs on it, in whichever part it comes', () => {
    const path = caseWithClaims()
    tamper(path, (file) => {
      file.prepare("UPDATE claims SET claimant = 'Somebody else' WHERE id = ?").run(idOf(12))
    })
    const db = openForReading(path)
    const { claims, notes, damaged } = inParts(db, 2)
    expect(claims.map(({ id }) => id)).toEqual([10, 11, 13, 14, 15].map((number) => idOf(number)))
    expect(notes.map(({ claimId }) => claimId)).not.toContain(idOf(12))
    expect(damaged).toMatchObject([{ kind: 'claims', key: idOf(12) }])
    db.close()
  })

  it('is whole where rows have numbers that JavaScript cannot tell apart', () => {
    const path = caseWithClaims()
    tamper(path, (file) => file.exec('UPDATE claims SET rowid = rowid + 9007199254740992'))
    const db = openForReading(path)
    expect(inParts(db, 1).claims).toHaveLength(6)
    db.close()
  })
})

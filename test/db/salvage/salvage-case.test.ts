import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCase } from '../../../db/case-store.js'
import { contentHash } from '../../../db/digest.js'
import { rawRows } from '../../../db/salvage/raw-rows.js'
import { salvageCase } from '../../../db/salvage/salvage-case.js'
import { StetError } from '../../../shared/ipc/result.js'
import {
  addClaim,
  caseFile,
  caseWithSources,
  fileHash,
  idOf,
  instant,
  refusal,
  writeNote,
} from '../case-fixture.js'
import { crashedCopy, tamper, tamperPastTriggers } from '../tamper.js'

const options = { actor: 'Ada', at: instant(5000), id: idOf<string>(998) }
const pageSize = 4096

/** A closed case with 40 claims, each with a note; note 240 was removed again. */
function filledCase(): string {
  const { store, path } = caseWithSources()
  for (let number = 0; number < 40; number++) {
    store.perform(
      addClaim(100 + number, number % 20, 22 + (number % 25), {}, number % 2 ? 1 : 3),
      'Ada',
      instant(10 + number),
    )
    store.perform(
      writeNote(200 + number, 100 + number, `Note ${number}: ${'ask again '.repeat(number)}`),
      'Ada',
      instant(60 + number),
    )
  }
  store.perform(writeNote(240, 100, 'Not needed any more'), 'Ada', instant(200))
  store.perform({ do: 'remove-note', id: idOf(240) }, 'Ada', instant(201))
  store.perform({ do: 'edit-claim', id: idOf(100), fields: { verdict: 'garbled' } }, 'Bob', instant(202))
  store.close()
  return path
}

function contentOf(path: string) {
  const store = openCase(path)
  try {
    expect(store.verify().problems).toEqual([])
    return store.snapshot()
  } finally {
    store.close()
  }
}

const salvaged = (path: string) => {
  const to = caseFile('salvaged.stet')
  const report = salvageCase(path, to, options)
  return { report, content: contentOf(to) }
}

describe('a salvage', () => {
  it('of a sound case gives the same case, with its whole log', () => {
    const path = filledCase()
    const hash = fileHash(path)
    const { report, content } = salvaged(path)
    expect(fileHash(path)).toBe(hash)
    expect(content).toEqual(contentOf(path))
    expect(report).toMatchObject({
      lost: [],
      logIsWhole: true,
      kept: { claim: 40, note: 40, source: 2, texts: 2 },
    })
  })

  it('takes what only the log tells, when a record was changed past Stet', () => {
    const path = filledCase()
    const before = contentOf(path)
    tamperPastTriggers(path, `UPDATE notes SET text = 'forged' WHERE id = '${idOf(205)}'`)
    const { report, content } = salvaged(path)
    expect(content.notes).toEqual(before.notes)
    expect(report.lost).toEqual([])
  })

  it('keeps the texts of a file whose original bytes are gone, and says so', () => {
    const path = filledCase()
    tamperPastTriggers(path, "UPDATE originals SET bytes = x'00'")
    const { report, content } = salvaged(path)
    expect(report.lost).toMatchObject([{ kind: 'original' }, { kind: 'original' }])
    expect(content.claims).toHaveLength(40)
  })

  it('keeps one source when the text of the other is gone, and names what went with it', () => {
    const path = filledCase()
    tamperPastTriggers(path, `UPDATE text_versions SET text = 'forged' WHERE id = '${idOf(2)}'`)
    const { report, content } = salvaged(path)
    expect(content.sources.map(({ id }) => id)).toEqual([idOf(3)])
    expect(content.claims).toHaveLength(20)
    expect(report.lost.filter(({ kind }) => kind === 'claim')).toHaveLength(20)
    expect(report.lost.filter(({ kind }) => kind === 'note')).toHaveLength(20)
  })

  it('takes the records out of a file that a stranger put a trigger into', () => {
    const path = filledCase()
    const before = contentOf(path)
    tamper(path, (database) =>
      database.exec('CREATE TRIGGER bad AFTER INSERT ON notes BEGIN DELETE FROM claims; END'),
    )
    expect(refusal(() => openCase(path)).kind).toBe('foreign')
    expect(salvaged(path).content).toEqual(before)
  })

  it('takes claims as they lay before there were assignees, from their bare pages too', () => {
    const path = filledCase()
    const before = contentOf(path)
    tamper(path, (database) => {
      database.exec('DROP INDEX claims_by_assignee; ALTER TABLE claims DROP COLUMN assignee_id')
    })
    expect(salvaged(path).content.claims).toEqual(before.claims)
    tamper(path, (database) => {
      database.unsafeMode(true)
      database.pragma('writable_schema = ON')
      database.exec("DELETE FROM sqlite_schema WHERE tbl_name IN ('claims', 'log')")
    })
    expect(salvaged(path).content.claims).toEqual(before.claims)
  })

  it('keeps who is to check a claim and what others say of it, as far as these people are left', () => {
    const path = filledCase()
    const store = openCase(path)
    for (const person of [300, 301]) {
      const fields = { name: `Reader ${person}`, role: 'second-reader' } as const
      store.perform({ do: 'add-person', id: idOf(person), fields }, 'Ada', instant(300))
      const ids = [idOf<never>(person === 300 ? 100 : 101)]
      store.perform({ do: 'edit-claims', ids, fields: { assigneeId: idOf(person) } }, 'Ada', instant(301))
      const by = { claimId: idOf<never>(100), personId: idOf<never>(person) }
      const fieldsOf = { verdict: 'garbled', comment: null } as const
      store.perform(
        { do: 'assess-claim', id: idOf(person + 10), ...by, fields: fieldsOf },
        'Ada',
        instant(302),
      )
    }
    store.close()
    const before = contentOf(path)
    expect(salvaged(path).content).toEqual(before)
    tamperPastTriggers(
      path,
      `UPDATE people SET name = 'X' WHERE id = '${idOf(301)}'; UPDATE log SET actor = 'X'`,
    )
    const { content, report } = salvaged(path)
    expect(content.claims.map(({ assigneeId }) => assigneeId).filter(Boolean)).toEqual([idOf(300)])
    expect(content.assessments).toEqual(before.assessments.slice(0, 1))
    expect(report.lost.map(({ key }) => key)).toEqual([idOf(311), idOf(301)])
  })

  it('reads what a crash left in the write-ahead log', () => {
    const { store, path } = caseWithSources()
    store.perform(addClaim(10), 'Ada', instant(2))
    store.perform(writeNote(11, 10, 'Just typed'), 'Ada', instant(3))
    const copy = caseFile('crashed.stet')
    crashedCopy(path, copy)
    const records = store.records()
    store.close()
    expect(salvaged(copy).content).toMatchObject({ notes: records.notes, claims: records.claims })
  })

  it('refuses a file that is open, one with nothing in it, and a place that is taken', () => {
    const { store, path } = caseWithSources()
    const to = caseFile('salvaged.stet')
    expect(refusal(() => salvageCase(path, to, options)).kind).toBe('locked')
    store.close()
    const letter = caseFile('letter.stet')
    writeFileSync(letter, 'Dear reader, this is a letter.'.repeat(1000))
    expect(refusal(() => salvageCase(letter, to, options)).kind).toBe('damaged')
    expect(existsSync(to)).toBe(false)
    expect(refusal(() => salvageCase(path, path, options)).kind).toBe('conflict')
  })
})

/** The pages that hold a row with this digest; what is left of rows that moved to other pages is none. */
function pagesByDigest(sound: Buffer): Map<unknown, number[]> {
  const pages = new Map<unknown, number[]>()
  for (let page = 0; page < sound.length / pageSize; page++) {
    const bytes = Buffer.alloc(sound.length)
    sound.copy(bytes, page * pageSize, page * pageSize, (page + 1) * pageSize)
    for (const { values } of rawRows({ bytes, size: pageSize })) {
      for (const value of values) pages.set(value, [...(pages.get(value) ?? []), page])
    }
  }
  return pages
}

it('finds every record whose page is whole, over random damage of pages', () => {
  const path = filledCase()
  const sound = readFileSync(path)
  const before = contentOf(path)
  const pagesOf = pagesByDigest(sound)
  const damaged = caseFile('damaged.stet')
  let kept = 0
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(sound.length / pageSize - 1), { minLength: 1, maxLength: 6 }),
      fc.nat(255),
      (list, byte) => {
        const bytes = Buffer.from(sound)
        for (const page of list) bytes.fill(byte, page * pageSize, (page + 1) * pageSize)
        writeFileSync(damaged, bytes)
        const isThere = (record: object) =>
          !!pagesOf.get(contentHash(record))?.some((page) => !list.includes(page))
        let content: ReturnType<typeof salvaged>['content']
        try {
          content = salvaged(damaged).content
        } catch (thrown) {
          if (!(thrown instanceof StetError) || thrown.kind !== 'damaged') throw thrown
          return
        }
        kept++
        const sources = new Set(content.sources.map(({ id }) => id))
        for (const claim of before.claims.filter((it) => isThere(it) && sources.has(it.sourceId))) {
          expect(content.claims).toContainEqual(claim)
          const notes = before.notes.filter((note) => note.claimId === claim.id && isThere(note))
          expect(content.notes).toEqual(expect.arrayContaining(notes))
        }
        expect(content.notes.some(({ id }) => id === idOf(240))).toBe(false)
      },
    ),
    { numRuns: 25, endOnFailure: true },
  )
  expect(kept).toBeGreaterThan(10)
}, 120_000)

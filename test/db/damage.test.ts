import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CaseStore, openCase } from '../../db/case-store.js'
import { CaseDatabase } from '../../db/database.js'
import { StetError } from '../../shared/ipc/result.js'
import {
  addClaim,
  caseFile,
  caseWithSources,
  findingOf,
  idOf,
  instant,
  refusal,
  writeNote,
} from './case-fixture.js'

/** Everything that a case says, when nothing of it is damaged. */
function contentOf(path: string) {
  const store = openCase(path)
  try {
    const { texts, ...records } = store.snapshot()
    const originals = records.sources.map(({ originalSha256 }) => store.original(originalSha256))
    return { texts, records, originals, log: store.verifyLog() }
  } finally {
    store.close()
  }
}

function filledCase(): string {
  const { store, path } = caseWithSources()
  for (let number = 0; number < 20; number++) {
    store.perform(addClaim(100 + number, number, number + 5), 'Ada', instant(number))
    store.perform(writeNote(200 + number, 100 + number, `Note ${number}: ask again`), 'Ada', instant(number))
  }
  store.storeFindings([findingOf('findingone', idOf(1), [3, 10], [31, 40])])
  store.close()
  return path
}

it('one changed byte anywhere is reported, or changes nothing that a case says', () => {
  const path = filledCase()
  const sound = readFileSync(path)
  const content = contentOf(path)
  const copy = caseFile('flipped.stet')
  fc.assert(
    fc.property(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), (place, mask) => {
      const flipped = Buffer.from(sound)
      flipped[place] = flipped[place]! ^ mask
      writeFileSync(copy, flipped)
      let found: ReturnType<typeof contentOf>
      try {
        found = contentOf(copy)
      } catch (thrown) {
        if (thrown instanceof StetError && ['damaged', 'foreign', 'newer'].includes(thrown.kind)) return
        throw thrown
      }
      const reported = found.log.problem !== null || found.records.damaged.length > 0
      expect(reported ? content : found).toEqual(content)
    }),
    { numRuns: 200 },
  )
})

it('a file that was cut short is refused', () => {
  const path = filledCase()
  const sound = readFileSync(path)
  const copy = caseFile('short.stet')
  fc.assert(
    fc.property(fc.nat(sound.length - 1), (length) => {
      writeFileSync(copy, sound.subarray(0, length))
      expect(['damaged', 'foreign']).toContain(refusal(() => openCase(copy)).kind)
      expect(readFileSync(copy).equals(sound.subarray(0, length))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it('a full disk refuses the change, keeps what was saved, and takes the change once there is room', () => {
  const path = filledCase()
  const raw = new Database(path)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  const store = new CaseStore(new CaseDatabase(raw, path))
  const before = [store.records(), store.undoState()]
  const pages = raw.pragma('page_count', { simple: true }) as number
  raw.pragma(`max_page_count = ${pages}`)
  const write = () => store.perform(writeNote(500, 100, 'word '.repeat(10_000)), 'Ada', instant(99))
  expect(refusal(write)).toMatchObject({
    kind: 'io',
    message: expect.stringContaining(`disk with ${path} is full`) as string,
  })
  expect([store.records(), store.undoState()]).toEqual(before)
  raw.pragma(`max_page_count = ${pages + 1000}`)
  expect(write()).toMatchObject({ undo: 'Write note' })
  expect(store.verifyLog().problem).toBeNull()
  store.close()
})

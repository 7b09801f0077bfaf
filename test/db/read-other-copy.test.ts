import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openCase } from '../../db/case-store.js'
import { placeVersion } from '../faults/versions.js'
import { addClaim, caseFile, fileHash, idOf, instant, refusal } from './case-fixture.js'
import { commonCase, copyOf, mergeInto, previewOf, workOn } from './copies.js'
import { tamperPastTriggers } from './tamper.js'

/** Merges a file that was prepared into a case; the refusal, after which neither file is another than before. */
function refused(prepare: (copy: string) => void) {
  const path = commonCase()
  const copy = copyOf(path)
  workOn(copy, (it) => it.perform(addClaim(12, 0, 2), 'Bea', instant(20)))
  prepare(copy)
  const hashes = [fileHash(path), fileHash(copy)]
  const refusing = workOn(path, (store) => refusal(() => mergeInto(store, copy)))
  expect([fileHash(path), fileHash(copy)]).toEqual(hashes)
  return refusing
}

const tampered = (script: string) => (copy: string) => tamperPastTriggers(copy, script)

describe('a copy that is not what was written is refused, and nothing is written', () => {
  it('when an entry of its log was changed', () => {
    expect(refused(tampered("UPDATE log SET actor = 'Eve' WHERE sequence = 3"))).toMatchObject({
      kind: 'damaged',
      message: expect.stringContaining('Entry 3 of the log') as string,
    })
  })

  it('when the last entry of its log was taken out', () => {
    const script = 'DELETE FROM log_records WHERE sequence = 6; DELETE FROM log WHERE sequence = 6'
    expect(refused(tampered(script))).toMatchObject({
      kind: 'damaged',
      message: expect.stringContaining('does not tell of') as string,
    })
  })

  it('when a claim was changed past the log', () => {
    expect(refused(tampered("UPDATE claims SET verdict = 'garbled'")).kind).toBe('damaged')
  })

  it('when a text is another than the one of that name', () => {
    const script = "UPDATE text_versions SET sha256 = substr(sha256, 2) || 'f'"
    expect(refused(tampered(script)).kind).toBe('damaged')
  })

  it('when its pages are overwritten', () => {
    const prepare = (copy: string) => {
      const bytes = readFileSync(copy)
      bytes.fill(0xa5, 4096, 8192)
      writeFileSync(copy, bytes)
    }
    expect(refused(prepare).kind).toBe('damaged')
  })

  it('when it is cut off, of a newer version, or no case', () => {
    expect(refused((copy) => writeFileSync(copy, readFileSync(copy).subarray(0, 3000))).kind).toMatch(
      /damaged|foreign/,
    )
    const newer = (copy: string) => {
      const bytes = readFileSync(copy)
      bytes.writeUInt32BE(99, 60)
      writeFileSync(copy, bytes)
    }
    expect(refused(newer).kind).toBe('newer')
    expect(refused((copy) => writeFileSync(copy, 'A letter')).kind).toBe('foreign')
  })
})

it('a copy that somebody has open, and the case itself, are refused as in use', () => {
  const path = commonCase()
  const copy = copyOf(path)
  const other = openCase(copy)
  workOn(path, (store) => {
    expect(refusal(() => mergeInto(store, copy)).kind).toBe('locked')
    expect(refusal(() => mergeInto(store, path)).kind).toBe('locked')
  })
  other.close()
})

it('a copy of an older version is read as it is now, and stays of that version', () => {
  const [mine, theirs] = [caseFile(), caseFile('older.stet')]
  placeVersion(4, mine)
  placeVersion(4, theirs)
  const hash = fileHash(theirs)
  workOn(mine, (store) => {
    expect(previewOf(store, theirs).isNothing).toBe(true)
    const [claim] = store.records().claims
    store.perform({ do: 'remove-claim', id: claim!.id }, 'Ada', '2027-01-01T00:00:00.000Z')
    expect(previewOf(store, theirs).isNothing).toBe(true)
  })
  expect(fileHash(theirs)).toBe(hash)
})

it('a verdict, a title and a scale that are none do no harm', () => {
  const path = commonCase()
  const copy = copyOf(path)
  workOn(copy, (it) => {
    const put = (key: string, value: never, second: number) =>
      it.perform({ do: 'set-preference', key, value }, 'Eve', instant(second))
    put('verdicts', { name: 'x', verdicts: [], former: [] } as never, 20)
    put('case.title', { toString: 'x' } as never, 21)
    put('checks', 'nonsense' as never, 22)
    it.perform({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'supported' } }, 'Eve', instant(23))
  })
  workOn(path, (store) => {
    previewOf(store, copy)
    mergeInto(store, copy)
    expect(store.info().title).toBe('Test case')
    expect(store.records().claims[0]?.verdict).toBe('supported')
    expect(store.verify().problems).toEqual([])
  })
})

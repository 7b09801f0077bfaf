import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { openCase } from '../../../db/case-store.js'
import { addClaim, fileHash, idOf, instant, writeNote } from '../../db/case-fixture.js'
import { commonCase, copyOf, workOn } from '../../db/copies.js'
import { commandLine } from '../built-program.js'
import { stet } from './stet-process.js'

const judge = (path: string, verdict: 'supported' | 'garbled', actor: string) =>
  workOn(path, (store) =>
    store.perform({ do: 'edit-claim', id: idOf(10), fields: { verdict } }, actor, instant(20)),
  )

/** Two copies of a case, one with a new claim and the other with a new note. */
function twoCopies(): { mine: string; theirs: string; folder: string } {
  const mine = commonCase()
  const theirs = copyOf(mine, 'theirs.stet')
  workOn(mine, (store) => store.perform(addClaim(12, 0, 2), 'Ada', instant(19)))
  workOn(theirs, (store) => store.perform(writeNote(25, 11, 'She denies it'), 'Bea', instant(19)))
  return { mine, theirs, folder: dirname(mine) }
}

describe('stet merge', () => {
  it('says what would come, and writes nothing unless told where', async () => {
    const { mine, theirs, folder } = twoCopies()
    const hashes = [fileHash(mine), fileHash(theirs)]
    const { code, stdout, stderr } = await stet(folder, ['merge', mine, theirs])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('1 new log entry in “Test case”')
    expect(stdout).toContain('Bea: 1')
    expect(stdout).toContain('note: 1 new')
    expect(stdout).toContain('Nothing was written')
    expect([fileHash(mine), fileHash(theirs)]).toEqual(hashes)
  })

  it('writes a merged, sound case and leaves both copies as they are', async () => {
    const { mine, theirs, folder } = twoCopies()
    const hashes = [fileHash(mine), fileHash(theirs)]
    const out = join(folder, 'out.stet')
    expect((await stet(folder, ['merge', mine, theirs, '-o', out, '--checker', 'Grace'])).code).toBe(0)
    expect([fileHash(mine), fileHash(theirs)]).toEqual(hashes)
    workOn(out, (store) => {
      const { claims, notes } = store.records()
      expect([claims.length, notes.map(({ text }) => text)]).toEqual([3, ['Ask her', 'She denies it']])
      expect(store.history(idOf(25)).at(-1)?.actor).toBe('Grace')
      expect(store.verify().problems).toEqual([])
    })
    const again = await stet(folder, ['merge', out, theirs, '--format', 'json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ isNothing: true, written: false })
  })

  it('ends with 1 while conflicts are left, and writes nothing; --prefer decides them', async () => {
    const { mine, theirs, folder } = twoCopies()
    judge(mine, 'garbled', 'Ada')
    judge(theirs, 'supported', 'Bea')
    const out = join(folder, 'out.stet')
    const left = await stet(folder, ['merge', mine, theirs, '-o', out])
    expect([left.code, existsSync(out)]).toEqual([1, false])
    expect(left.stdout).toMatch(
      /\[claim\] Tuesday: verdict\n +mine +Garbled {2}\(Ada, .*\)\n +theirs +Supported {2}\(Bea, .*\)/,
    )
    const json = await stet(folder, [
      'merge',
      mine,
      theirs,
      '-o',
      out,
      '--format',
      'json',
      '--prefer',
      'theirs',
    ])
    expect([json.code, JSON.parse(json.stdout)]).toMatchObject([
      0,
      { written: true, conflicts: [{ field: 'verdict' }] },
    ])
    workOn(out, (store) => {
      expect(store.records().claims.find(({ id }) => id === idOf(10))?.verdict).toBe('supported')
    })
  })

  it('changes the first copy only when told so twice', async () => {
    const { mine, theirs, folder } = twoCopies()
    const before = fileHash(mine)
    expect((await stet(folder, ['merge', mine, theirs, '-o', mine])).code).toBe(2)
    expect((await stet(folder, ['merge', mine, theirs, '--in-place'])).code).toBe(2)
    expect((await stet(folder, ['merge', mine, theirs, '-o', theirs])).code).toBe(2)
    expect((await stet(folder, ['merge', mine, mine])).stderr).toContain('same file')
    expect(fileHash(mine)).toBe(before)
    expect((await stet(folder, ['merge', mine, theirs, '-o', mine, '--in-place'])).code).toBe(0)
    workOn(mine, (store) => expect(store.records().notes).toHaveLength(2))
  })

  it('keeps the first file as it was beside it when it is to be changed, and says where', async () => {
    const { mine, theirs, folder } = twoCopies()
    const name = basename(mine, '.stet')
    const inPlace = ['merge', mine, theirs, '-o', mine, '--in-place']
    const backup = join(folder, `${name} (before merging).stet`)
    expect((await stet(folder, inPlace)).stdout).toContain(`The case as it was before: ${backup}`)
    workOn(backup, (store) => {
      expect(store.records().notes).toHaveLength(1)
      expect(store.verify().problems).toEqual([])
    })
    const again = await stet(folder, [...inPlace, '--format', 'json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ isNothing: true, backup: null })
    workOn(theirs, (store) => store.perform(writeNote(26, 11, 'So does he'), 'Bea', instant(20)))
    const third = await stet(folder, [...inPlace, '--format', 'json'])
    const second = join(folder, `${name} (before merging) 2.stet`)
    expect(JSON.parse(third.stdout)).toMatchObject({ isNothing: false, backup: second })
    workOn(second, (store) => expect(store.records().notes).toHaveLength(2))
  })

  it('refuses what is no case, no copy, damaged or in use, with 2', async () => {
    const { mine, folder } = twoCopies()
    const letter = join(folder, 'letter.stet')
    writeFileSync(letter, 'A letter')
    expect((await stet(folder, ['merge', mine, letter])).stderr).toContain('not a Stet file')
    expect((await stet(folder, ['merge', mine, 'absent.stet'])).code).toBe(2)
    expect((await stet(folder, ['merge', mine])).code).toBe(2)
    const copy = copyOf(mine, 'open.stet')
    const store = openCase(copy)
    expect((await stet(folder, ['merge', mine, copy])).code).toBe(2)
    expect((await stet(folder, ['merge', copy, mine])).code).toBe(2)
    store.close()
  })
})

it('is ended by Ctrl+C with 130 and both copies as they were', async () => {
  const { mine, theirs, folder } = twoCopies()
  const hashes = [fileHash(mine), fileHash(theirs)]
  // Begins while the copies are read, so that the signal is there before anything is compared.
  const child = spawn(
    process.execPath,
    ['--import', interruptsItself(folder), commandLine, 'merge', mine, theirs, '-o', mine, '--in-place'],
    { cwd: folder },
  )
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  expect([code, stderr]).toEqual([130, 'stet: Stopped. Nothing was changed.\n'])
  expect(hashes).toEqual([fileHash(mine), fileHash(theirs)])
})

/** A module that presses Ctrl+C as soon as the program listens for it. */
function interruptsItself(folder: string): string {
  const path = join(folder, 'interrupt.mjs')
  const once = "process.once('newListener', function told(name) {"
  const press = "if (name === 'SIGINT') setImmediate(() => process.kill(process.pid, 'SIGINT'))"
  writeFileSync(path, `${once} ${press}; else process.once('newListener', told) })`)
  return path
}

describe('stet bundle', () => {
  it('writes chosen sources as a case that is answered with stet merge', async () => {
    const { mine, folder } = twoCopies()
    const bundle = join(folder, 'part.stet')
    const args = [
      'bundle',
      mine,
      '--source',
      'Some text',
      '-o',
      bundle,
      '--notes',
      'public',
      '--no-originals',
    ]
    const { code, stdout, stderr } = await stet(folder, args)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('1 sources, 3 claims, 0 notes, 0 pieces of evidence; 1 internal notes left out')
    judge(bundle, 'supported', 'Bea')
    const out = join(folder, 'out.stet')
    expect((await stet(folder, ['merge', mine, bundle, '-o', out])).code).toBe(0)
    workOn(out, (store) => {
      expect(store.records().notes).toHaveLength(1)
      expect(store.records().claims.find(({ id }) => id === idOf(10))?.verdict).toBe('supported')
    })
  })

  it('takes claims by their ids, and refuses what is not there', async () => {
    const { mine, folder } = twoCopies()
    const bundle = join(folder, 'part.stet')
    const json = await stet(folder, ['bundle', mine, '--claim', idOf(11), '-o', bundle, '--format', 'json'])
    expect(JSON.parse(json.stdout)).toMatchObject({ sources: 1, claims: 1 })
    for (const args of [['--source', 'Absent'], ['--claim', 'x'], []]) {
      expect((await stet(folder, ['bundle', mine, ...args, '-o', join(folder, 'no.stet')])).code).toBe(2)
    }
    expect(existsSync(join(folder, 'no.stet'))).toBe(false)
  })
})

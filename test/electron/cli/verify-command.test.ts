import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { addClaim, caseWithSources, instant, writeNote } from '../../db/case-fixture.js'
import { tamperPastTriggers } from '../../db/tamper.js'
import { stet } from './stet-process.js'

function someCase(): string {
  const { store, path } = caseWithSources()
  store.perform(addClaim(10), 'Ada', instant(2))
  store.perform(writeNote(11, 10, 'Ask the archivist'), 'Ada', instant(3))
  store.close()
  return path
}

it('says that a sound case is sound, and ends with 0', async () => {
  const path = someCase()
  const { code, stdout, stderr } = await stet(dirname(path), ['verify', path])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/test\.stet: sound \(\d+ records, 3 log entries\)/)
})

it('names each bad record, in words and as JSON, ends with 1, and leaves the file as it is', async () => {
  const path = someCase()
  tamperPastTriggers(path, "UPDATE notes SET text = 'Ask nobody'")
  const before = readFileSync(path)
  const { code, stdout } = await stet(dirname(path), ['verify', 'test.stet', '--format', 'json'])
  expect(code).toBe(1)
  const [result] = (JSON.parse(stdout) as { files: { sound: boolean; problems: { record: unknown }[] }[] })
    .files
  expect(result).toMatchObject({ sound: false, problems: [{ record: { kind: 'notes' } }, {}] })
  expect((await stet(dirname(path), ['verify', path])).stdout).toContain('[record] notes 0')
  expect(readFileSync(path).equals(before)).toBe(true)
})

it('ends with 2 for what is no case, or none at all', async () => {
  const path = someCase()
  writeFileSync(path, 'A letter')
  const letter = await stet(dirname(path), ['verify', path])
  expect([letter.code, letter.stderr]).toEqual([2, expect.stringContaining('not a Stet file') as string])
  expect((await stet(dirname(path), ['verify', 'absent.stet'])).code).toBe(2)
  expect((await stet(dirname(path), ['verify'])).code).toBe(2)
})

it('finds words of a case', async () => {
  const path = someCase()
  const { code, stdout } = await stet(dirname(path), ['search', path, 'archiv*', 'has:note'])
  expect([code, stdout]).toEqual([0, 'note     3-10            Ask the archivist\n1 found\n'])
  const json = await stet(dirname(path), ['search', path, 'mayor', '--format', 'json'])
  expect(JSON.parse(json.stdout)).toMatchObject({ total: 4, ignored: [] })
})

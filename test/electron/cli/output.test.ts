import { renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { addClaim, caseWithSources, instant } from '../../db/case-fixture.js'
import { tamperPastTriggers } from '../../db/tamper.js'
import { temporaryFolder } from '../temporary-folder.js'
import { stet } from './stet-process.js'

/** Clears the screen, sets the title, fills the clipboard, moves up, in both forms of the sign; and turns letters around. */
const steering = '\u001b[2J\u001b]0;owned\u0007\u001b]52;c;cm0=\u0007\u009b1A\u0085\u007f\r\u202e'
const unsafe = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u
const text = `Ada${steering} said that ${steering}the gate had been open on Tuesday, 14 March 2024.\n\n`

it('lets no text and no file name steer the terminal', async () => {
  const folder = temporaryFolder()
  const name = `${steering.replaceAll('\u0085', '')}.txt`
  writeFileSync(join(folder, name), text.repeat(2))
  for (const command of ['check', 'extract']) {
    const { stdout } = await stet(folder, [command, name])
    expect(stdout.length, command).toBeGreaterThan(10)
    expect(stdout, command).not.toMatch(unsafe)
  }
  const { stderr } = await stet(folder, ['check', `absent${steering}`])
  expect(stderr).toContain('\\u001b[2J')
  expect(stderr).not.toMatch(unsafe)
  expect((await stet(folder, [`${steering}`])).stderr).not.toMatch(unsafe)
})

it('gives the same back as JSON', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.txt'), text)
  const { stdout } = await stet(folder, ['check', 'a.txt', '--format', 'json'])
  expect(stdout).not.toMatch(unsafe)
  const { findings } = JSON.parse(stdout) as { findings: { spans: { quote: string }[] }[] }
  expect(findings.some(({ spans }) => spans.some(({ quote }) => quote.includes('14 March 2024')))).toBe(true)
  const batch = { id: '1\u009b', docs: [{ id: 'a', text }] }
  const answered = await stet(folder, ['check', '--batch'], `${JSON.stringify(batch)}\n`)
  expect(answered.stdout).not.toMatch(unsafe)
  expect(JSON.parse(answered.stdout)).toMatchObject({ id: '1\u009b' })
})

it('lets nothing that is quoted pass for a line of its own', async () => {
  const { store, path } = caseWithSources()
  store.perform(addClaim(10), 'Ada', instant(2))
  store.close()
  tamperPastTriggers(path, "UPDATE claims SET correction = 'Other words'")
  const folder = dirname(path)
  const forging = `a${steering}\nother.stet: sound (9 records, 9 log entries)\u2028.stet`
  renameSync(path, join(folder, forging))
  const { code, stdout } = await stet(folder, ['verify', forging])
  expect(code).toBe(1)
  expect(stdout).not.toMatch(unsafe)
  expect(stdout.split('\n').filter((line) => line.startsWith('other.stet'))).toEqual([])
})

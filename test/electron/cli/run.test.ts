import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.js'
import { stet } from './stet-process.js'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

describe('the command line', () => {
  it.each([[['--help']], [[]], [['help']]])('explains itself for %j', async (args) => {
    const { code, stdout, stderr } = await stet(temporaryFolder(), args)
    expect([code, stderr]).toEqual([0, ''])
    for (const command of ['stet check FILE', 'stet extract FILE', 'stet report CASE', 'Exit codes']) {
      expect(stdout).toContain(command)
    }
  })

  it.each([[['merge', '--help']], [['help', 'merge']], [['merge', 'a.stet', '-h']]])(
    'explains one command for %j',
    async (args) => {
      const { code, stdout, stderr } = await stet(temporaryFolder(), args)
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(/^stet merge MINE THEIRS\n/)
      expect(stdout).toContain('--prefer mine|theirs')
      expect(stdout).not.toContain('--fail-on')
    },
  )

  it('refuses an option of another command', async () => {
    const { code, stdout, stderr } = await stet(temporaryFolder(), ['check', 'mill.txt', '--prefer', 'mine'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe("stet: Unknown option '--prefer'. “stet check --help” lists the options.\n")
  })

  it('says its version', async () => {
    expect(await stet(temporaryFolder(), ['--version'])).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    })
  })
})

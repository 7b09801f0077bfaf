import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.js'
import { stet } from './stet-process.js'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

describe('the command line', () => {
  it.each([[['--help']], [[]], [['check', '--help']]])('explains itself for %j', async (args) => {
    const { code, stdout, stderr } = await stet(temporaryFolder(), args)
    expect([code, stderr]).toEqual([0, ''])
    for (const command of ['stet check FILE', 'stet extract FILE', 'stet report FILE', 'Exit codes']) {
      expect(stdout).toContain(command)
    }
  })

  it('says its version', async () => {
    expect(await stet(temporaryFolder(), ['--version'])).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    })
  })
})

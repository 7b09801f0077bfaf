import { describe, expect, it } from 'vitest'
import { refusedVariable } from '../../../electron/main/refused-variables.js'

/** With which variables a packaged program does not start. */
describe('variables that take a guard off', () => {
  it.each(['1', '0', ''])('refuses to go without the sandbox, also by the value "%s"', (value) => {
    expect(refusedVariable({ PATH: '/bin', ELECTRON_DISABLE_SANDBOX: value }, true)).toBe(
      'ELECTRON_DISABLE_SANDBOX',
    )
  })

  it('lets it be set where Chromium has no sandbox to take off', () => {
    expect(refusedVariable({ ELECTRON_DISABLE_SANDBOX: '1' }, false)).toBeNull()
  })

  it('starts with every other', () => {
    expect(refusedVariable({ PATH: '/bin', LANG: 'de_DE.UTF-8' }, true)).toBeNull()
  })
})

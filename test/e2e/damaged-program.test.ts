import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { _electron } from 'playwright'
import { copyProgram, type CopiedProgram } from '../helpers/copied-program.js'
import { drivesPackage } from '../helpers/electron-runtime.js'
import { homeEnvironment } from '../helpers/packaged-program.js'
import { temporaryHome } from '../helpers/running-app.js'

/** An installation from which something took a file: Chromium shows an empty window then, and says nothing. */
describe.skipIf(drivesPackage())('a program of which a part is missing', () => {
  let program: CopiedProgram
  let person: Awaited<ReturnType<typeof temporaryHome>>

  beforeEach(async () => {
    program = copyProgram()
    person = await temporaryHome()
  })
  afterEach(async () => {
    program.remove()
    await person.remove()
  })

  it.each(['renderer/index.html', 'renderer/assets', 'preload/preload.cjs'])(
    'says that its window stays empty without %s, and closes it',
    async (part) => {
      rmSync(join(program.folder, 'out', part), { recursive: true })
      const app = await _electron.launch({
        ...program.target,
        env: homeEnvironment(program.target.env, person.home),
      })
      const said = app.evaluate(
        ({ dialog }) =>
          new Promise<string>((resolve) => {
            dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
              resolve(message)
              return { response: 1, checkboxChecked: false }
            }) as typeof dialog.showMessageBox
          }),
      )
      const ended = app.waitForEvent('close')
      expect(await said).toBe('This window stays empty.')
      await ended
      const log = readFileSync(join(person.home, '.config', 'stet', 'logs', 'stet.log'), 'utf8')
      expect(log).toContain('"event":"page-silent","answer":"closed"')
    },
  )
})

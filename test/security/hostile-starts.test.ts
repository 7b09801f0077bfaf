import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mostAtOnce } from '../../electron/main/arguments.js'
import { launchTarget } from '../helpers/electron-runtime.js'
import { startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

// What the running program is handed by a second start of it, which anything on the desktop can cause.

let person: Awaited<ReturnType<typeof temporaryHome>>
let running: RunningApp

beforeAll(async () => {
  person = await temporaryHome()
  running = await startApp(person.home)
})
afterAll(async () => {
  await running.quit()
  await person.remove()
})

/** Starts the program once more with these arguments, in the person's folder. */
function startAgain(...args: string[]): ChildProcess {
  const target = launchTarget(args)
  const folders = {
    XDG_CONFIG_HOME: join(person.home, '.config'),
    XDG_CACHE_HOME: join(person.home, '.cache'),
  }
  const env = { ...target.env, ...folders, HOME: person.home }
  return spawn(target.executablePath, target.args, {
    env,
    cwd: person.home,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

const handedOver = (...args: string[]): Promise<unknown> => once(startAgain(...args), 'exit')

it('says of each file that is none why it is not opened', async () => {
  const { page } = running
  mkdirSync(join(person.home, 'folder'))
  execFileSync('mkfifo', [join(person.home, 'pipe.txt')])
  writeFileSync(join(person.home, 'invoice\u202efdp.txt'), 'The mill burned.')
  const broken = 'a.txt” is sound.\nStet is up to date: “b.txt'
  const flags = ['--js-flags=--expose-gc', '--load-extension=/tmp', '-x', '--']
  await handedOver(
    ...flags,
    '/dev/zero',
    'pipe.txt',
    'folder',
    broken,
    'invoice\u202efdp.txt',
    'http://127.0.0.1/a',
  )
  const dialog = page.getByRole('dialog', { name: 'Add to the case' })
  await dialog.getByRole('heading', { name: 'invoice\\u202efdp.txt' }).waitFor()
  expect(await dialog.locator('.failed h3').allInnerTexts()).toEqual([
    'zero',
    'pipe.txt',
    'folder',
    broken.replace('\n', ' '),
    'a',
  ])
  expect(await dialog.innerText()).not.toMatch(/[\u202a-\u202e]|^Stet is up/m)
  await page.keyboard.press('Escape')
})

it('says of each case that is none why it is not opened', async () => {
  const { page, app } = running
  mkdirSync(join(person.home, 'folder.stet'))
  execFileSync('mkfifo', [join(person.home, 'pipe.stet')])
  symlinkSync('/dev/zero', join(person.home, 'zero.stet'))
  await handedOver('absent.stet', 'folder.stet', 'pipe.stet', 'zero.stet')
  for (const name of ['absent', 'folder', 'pipe', 'zero'])
    await page.getByText(`${name}.stet`).first().waitFor()
  expect(app.windows()).toHaveLength(1)
  await page.keyboard.press('Escape')
})

it('survives a start with more files than it can be told of', async () => {
  const second = startAgain(...Array.from({ length: 3000 }, (_, index) => `missing ${index}.txt`))
  let said = ''
  second.stderr!.on('data', (more: Buffer) => (said += more.toString()))
  await expect.poll(() => said).toContain('More files were named at once')
  second.kill()
  expect(running.app.process().exitCode).toBeNull()
  expect(running.app.process().signalCode).toBeNull()
})

it('opens as many files as wait in memory at once, and says how many it left', async () => {
  const { page } = running
  await handedOver(...Array.from({ length: mostAtOnce.texts + 60 }, (_, index) => `${index}.txt`))
  await page.getByText(`${mostAtOnce.texts - 1}.txt`, { exact: true }).waitFor()
  await expect.poll(() => page.getByText(/^60 of the files that were named are left/).count()).toBe(1)
  await page.keyboard.press('Escape')
})

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { chromium, type Browser } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packagedTarget } from '../helpers/electron-runtime.js'
import { temporaryHome } from '../helpers/running-app.js'

/** The packaged program, as a person would start it: does it start, work, and keep what was done? */
describe('the packaged program', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let program: ChildProcess
  let browser: Browser

  beforeEach(async () => {
    home = await temporaryHome()
  })
  afterEach(async () => {
    await browser?.close().catch(() => {})
    program?.kill('SIGKILL')
    await home.remove()
  })

  it('opens the sample case, finds what is planted, and shows it again on the next start', async () => {
    let page = await start()
    await page.getByRole('button', { name: /Try the sample case/ }).click()
    await page.getByRole('tab', { name: /Findings [1-9]/ }).click()
    await page.getByRole('option', { name: /14 March 2024 was a Thursday/ }).click()
    await page.keyboard.press('a')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    await page.getByText('Saved', { exact: true }).waitFor()
    await quit()
    page = await start()
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    expect(await page.getByRole('textbox', { name: 'Title of the case' }).inputValue()).toContain(
      'storm gate',
    )
  })

  async function start() {
    const target = packagedTarget(['--remote-debugging-port=0'])
    const env = { ...target.env, HOME: home.home, XDG_CONFIG_HOME: `${home.home}/.config` }
    program = spawn(target.executablePath, target.args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    const address = await debuggerAddress(program)
    await pageShown(new URL(address).host)
    browser = await chromium.connectOverCDP(address)
    const page = browser.contexts().flatMap((context) => context.pages())[0]!
    await page.waitForLoadState('domcontentloaded')
    return page
  }

  async function quit(): Promise<void> {
    const ended = once(program, 'exit')
    await browser
      .contexts()
      .flatMap((context) => context.pages())[0]!
      .close({ runBeforeUnload: true })
    await ended
  }
})

/** Where a starting Chromium says that its debugger listens. */
async function debuggerAddress(program: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: program.stderr! })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address) {
      program.stderr!.resume()
      return address
    }
  }
  throw new Error('The packaged program ended before its debugger listened')
}

/** Waits until the program has made its window: a debugger that attaches before is not told of it. */
async function pageShown(host: string): Promise<void> {
  for (;;) {
    const targets = (await (await fetch(`http://${host}/json`)).json()) as { type: string; url: string }[]
    if (targets.some(({ type, url }) => type === 'page' && url.startsWith('app:'))) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

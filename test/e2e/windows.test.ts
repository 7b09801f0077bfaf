import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchTarget } from '../helpers/electron-runtime.js'
import { answerSaveDialog, startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

/** Several cases at once, each in a window of its own, and what the next start shows of them. */
describe('several windows', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp

  beforeEach(async () => {
    home = await temporaryHome()
    running = await startApp(home.home)
    await running.page.getByRole('button', { name: /Try the sample case/ }).click()
    await running.page.getByRole('tab', { name: /Sources 3/ }).waitFor()
  })
  afterEach(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
  })

  /** A second window, with a new case of this name. */
  async function secondWindow(name: string): Promise<{ page: Page; path: string }> {
    const opened = running.app.waitForEvent('window')
    await running.page.keyboard.press('Control+Shift+N')
    const page = await opened
    const path = join(home.home, `${name}.stet`)
    await answerSaveDialog(running, path)
    await page.getByRole('button', { name: /New case/ }).click()
    await page.getByRole('textbox', { name: 'Title of the case' }).waitFor()
    return { page, path }
  }

  /** Waits until the next start would show a window as wide as this, in CSS pixels. */
  async function kept(width: number): Promise<void> {
    const widths = async (): Promise<number[]> => {
      const state = await readFile(join(home.home, '.config', 'stet', 'stet.json'), 'utf8')
      const { windows } = JSON.parse(state) as { windows: { bounds: { width: number } }[] }
      return windows.map(({ bounds }) => bounds.width)
    }
    await expect.poll(widths).toContain(width)
  }

  const titles = (): Promise<string[]> =>
    Promise.all(running.app.windows().map((page) => page.getByLabel('Title of the case').inputValue()))

  it('have cases of their own, and are there again at the next start', async () => {
    await secondWindow('Quay')
    await expect.poll(async () => (await titles()).sort()).toEqual(['Quay', 'Sample case: the storm gate'])
    const names = () =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((it) => it.getTitle()))
    await expect.poll(names).toContainEqual(expect.stringMatching(/^Quay · .+\.stet – Stet$/))
    const ended = running.app.waitForEvent('close')
    await running.app.evaluate(({ app }) => app.quit())
    await ended
    running = await startApp(home.home)
    await expect.poll(() => running.app.windows().length).toBe(2)
    await expect.poll(async () => (await titles()).sort()).toEqual(['Quay', 'Sample case: the storm gate'])
  })

  it('are all there again after the program was killed, where they were, though one case is gone', async () => {
    const { page } = await secondWindow('Quay')
    const third = await secondWindow('Lighthouse')
    await (
      await running.app.browserWindow(page)
    ).evaluate((window) => window.setBounds({ x: 70, y: 60, width: 900, height: 640 }))
    await kept(900)
    const ended = once(running.app.process(), 'exit')
    running.app.process().kill('SIGKILL')
    await ended
    await rm(third.path)
    running = await startApp(home.home)
    await expect.poll(() => running.app.windows().length).toBe(3)
    const headings = () =>
      Promise.all(
        running.app.windows().map(async (page) => {
          const title = page.getByLabel('Title of the case')
          const refusal = page.getByRole('dialog').first()
          await title.or(refusal).first().waitFor()
          return (await title.count()) ? title.inputValue() : refusal.innerText()
        }),
      )
    await expect
      .poll(async () => (await headings()).sort())
      .toEqual(['Quay', 'Sample case: the storm gate', expect.stringContaining('The case was not opened')])
    const sizes = await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.getNormalBounds().width),
    )
    expect(sizes.toSorted((a, b) => a - b)[0]).toBe(900)
  })

  it('do not come back once they were closed one by one', async () => {
    const { page } = await secondWindow('Quay')
    await (await running.app.browserWindow(page)).evaluate((window) => window.close())
    const count = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    await expect.poll(count).toBe(1)
    await running.quit()
    running = await startApp(home.home)
    await running.page.getByRole('tab', { name: /Sources 3/ }).waitFor()
    expect(await titles()).toEqual(['Sample case: the storm gate'])
  })

  it('show a case that is opened again where it is open', async () => {
    const { path } = await secondWindow('Quay')
    const target = launchTarget([path])
    const env = { ...target.env, HOME: home.home, XDG_CONFIG_HOME: `${home.home}/.config` }
    await once(spawn(target.executablePath, target.args, { env, stdio: 'ignore' }), 'exit')
    await running.page.waitForTimeout(500)
    expect(running.app.windows()).toHaveLength(2)
    expect((await titles()).sort()).toEqual(['Quay', 'Sample case: the storm gate'])
  })

  it('stand where they were', async () => {
    await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.setBounds({ x: 60, y: 50, width: 1000, height: 700 }),
    )
    await kept(1000)
    await running.quit()
    running = await startApp(home.home)
    const bounds = await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.getNormalBounds(),
    )
    expect(bounds).toMatchObject({ width: 1000, height: 700 })
  })
})

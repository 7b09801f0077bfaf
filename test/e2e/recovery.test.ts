import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** A page that stops is started again by itself, with all that it showed as saved. */
describe('a window whose page stops', () => {
  let running: RunningSample

  beforeEach(async () => {
    running = await startSample()
    await running.page.getByRole('tab', { name: /Sources 3/ }).waitFor()
  })
  afterEach(() => running.end())

  const crash = (): Promise<void> =>
    running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
    )

  /** Playwright does not follow a page past a crash: the window is asked through its own process. */
  const shown = (): Promise<string> =>
    running.app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      // A page that has stopped never answers.
      const late = new Promise<string>((resolve) => setTimeout(resolve, 500, ''))
      return Promise.race([late, webContents.executeJavaScript('document.body.innerText') as Promise<string>])
    })

  it('shows the case again and says what happened', async () => {
    const { page } = running
    await page.getByRole('tab', { name: /Findings [1-9]/ }).click()
    await page.getByRole('option', { name: /14 March 2024 was a Thursday/ }).click()
    await page.keyboard.press('a')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    await page.getByText('Saved', { exact: true }).waitFor()
    await crash()
    await expect.poll(shown, { timeout: 20_000 }).toContain('was started again')
    expect(await shown()).toMatch(/Claims\s*1/)
    const log = await readFile(join(running.home, '.config', 'stet', 'logs', 'stet.log'), 'utf8')
    expect(log).toContain('"event":"page-stopped"')
    expect(log).not.toContain('March')
  })

  it('copies diagnostics that say nothing of the case', async () => {
    const { page } = running
    await page.keyboard.press('Control+Shift+P')
    await page.keyboard.type('diagnostics')
    await page.keyboard.press('Enter')
    await page.getByText(/^Copied: versions/).waitFor()
    const text = await running.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(text).toMatch(/Case: 3 sources, 0 claims, [1-9]\d* findings/)
    expect(text).not.toMatch(/storm|gate|March/)
  })
})

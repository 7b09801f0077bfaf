import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answerOpenDialog,
  answerSaveDialog,
  startApp,
  temporaryHome,
  type RunningApp,
} from '../helpers/running-app.js'
import { lastWords, mortalProgram, type MortalProgram } from './mortal-program.js'

const inspector = (page: Page) => page.locator('[data-pane="inspector"]')
const note = (page: Page) => inspector(page).locator('.ProseMirror').first()

const noteText = 'document.querySelector(`[data-pane="inspector"] .ProseMirror`)?.innerText ?? ``'

/** Asks the page of the window through the main process; empty while there is none that answers. */
const inWindow = ({ app }: RunningApp, code: string): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }, asked) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const late = new Promise<string>((resolve) => setTimeout(resolve, 1000, ''))
    return String(await Promise.race([late, webContents.executeJavaScript(asked).catch(() => '')]))
  }, code)

/** Any part of the running program may end at any time: it is said, the work goes on, and nothing that was typed is lost. */
describe('a part of the program that ends', () => {
  let program: MortalProgram
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp

  beforeEach(async () => {
    program = mortalProgram()
    home = await temporaryHome()
    running = await startApp(home.home, [], program.target)
    const { page } = running
    await page.getByRole('button', { name: /Try the sample case/ }).click()
    await page.getByRole('tab', { name: /Findings [1-9]/ }).click()
    await page.getByRole('option', { name: /14 March 2024 was a Thursday/ }).click()
    await page.keyboard.press('a')
    await inspector(page).locator('mark', { hasText: 'Tuesday, 14 March 2024' }).waitFor()
  })
  afterEach(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
    program.remove()
  })

  /** What the program noted of itself, which must quote nothing of what is worked on. */
  function log(): string {
    const text = readFileSync(join(home.home, '.config', 'stet', 'logs', 'stet.log'), 'utf8')
    for (const secret of [lastWords, 'mill', 'March', 'storm', 'half', home.home])
      expect(text).not.toContain(secret)
    return text
  }

  /** Starts the program again and shows the claim: what is in the case by now. */
  async function noteAfterStart(): Promise<string> {
    await running.quit()
    running = await startApp(home.home, [], program.target)
    await running.page.getByRole('tab', { name: /^Claims/ }).click()
    await running.page.getByRole('option', { name: 'Tuesday, 14 March 2024' }).click()
    await note(running.page).waitFor()
    return note(running.page).innerText()
  }

  it('the writer of the case, while a note is typed', async () => {
    const { page } = running
    await page.keyboard.press('n')
    await page.keyboard.type('The first half, ')
    await page.waitForTimeout(700)
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.keyboard.type('and the second, ')
    await program.end('db-worker')
    await page.keyboard.type('and what came after.')
    await page.getByText(/writes the case stopped and was started again/).waitFor()
    await note(page).getByText('The first half, and the second, and what came after.').waitFor()
    await page.keyboard.type(' And on.')
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(log()).toContain('"event":"worker-stopped","worker":"db-worker","recovered":true')
    expect(await noteAfterStart()).toBe('The first half, and the second, and what came after. And on.')
  })

  it('the writer of the case, while a wording is typed into a field', async () => {
    const { page } = running
    const wording = inspector(page).getByRole('textbox', { name: 'Proposed wording' })
    await page.keyboard.press('c')
    await page.keyboard.type('on Thursday, ')
    await program.end('db-worker')
    await page.keyboard.type('14 March 2024')
    await page.getByText(/writes the case stopped and was started again/).waitFor()
    expect(await wording.inputValue()).toBe('on Thursday, 14 March 2024')
    await running.quit()
    running = await startApp(home.home, [], program.target)
    await inspector(running.page).getByRole('textbox', { name: 'Proposed wording' }).waitFor()
    expect(
      await inspector(running.page).getByRole('textbox', { name: 'Proposed wording' }).inputValue(),
    ).toBe('on Thursday, 14 March 2024')
  })

  it('the checker, while it works and a note is typed', async () => {
    const { page } = running
    await page.keyboard.press('n')
    await page.keyboard.type('The first half, ')
    await program.end('check-worker')
    await page.keyboard.type('and the second.')
    await page.getByText('Saved', { exact: true }).waitFor()
    const text = join(home.home, 'other.txt')
    writeFileSync(text, 'The bridge opened on Sunday, 5 May 2023.\n')
    await answerOpenDialog(running, [text])
    await page.keyboard.press('Control+o')
    await page.getByRole('tab', { name: /Sources 4/ }).waitFor()
    // Which was a Friday: one more than before.
    await page.getByRole('tab', { name: 'Findings 10' }).waitFor()
    log()
    expect(await noteAfterStart()).toBe('The first half, and the second.')
  })

  it('the reader of files, in the middle of a file', async () => {
    const { page } = running
    await page.keyboard.press('n')
    await page.keyboard.type('The first half.')
    const text = join(home.home, 'other.txt')
    writeFileSync(text, 'The bridge opened on Sunday, 5 May 2023.\n')
    await answerOpenDialog(running, [text])
    const ended = program.end('import-worker')
    await page.keyboard.press('Control+o')
    await ended
    await page.getByText(/“other.txt” could not be read: its reader stopped/).waitFor()
    await page.getByRole('button', { name: 'Close' }).last().click()
    await page.keyboard.press('Control+o')
    await page.getByRole('tab', { name: /Sources 4/ }).waitFor()
    log()
    expect(await noteAfterStart()).toBe('The first half.')
  })

  it('the maker of reports, in the middle of one', async () => {
    const { page } = running
    await page.keyboard.press('n')
    await page.keyboard.type('The first half.')
    await page.getByText('Saved', { exact: true }).waitFor()
    const save = (): Promise<{ ok: boolean; error?: { message: string } }> =>
      page.evaluate(
        () =>
          window.stet.call('report.save', {
            form: 'html',
            options: (window as unknown as { reportOptions: unknown }).reportOptions,
          }) as never,
      )
    const { usualRequest } = await import('../../shared/report/forms.js')
    await page.evaluate(
      (options) => void Object.assign(window, { reportOptions: options }),
      usualRequest('html').options,
    )
    const path = join(home.home, 'report.html')
    writeFileSync(path, 'the older report')
    await answerSaveDialog(running, path)
    const ended = program.end('report-worker')
    const refused = await save()
    await ended
    expect(refused).toMatchObject({ ok: false, error: { kind: 'internal' } })
    expect(readFileSync(path, 'utf8')).toBe('the older report')
    expect(readdirSync(home.home).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(await save()).toMatchObject({ ok: true })
    expect(readFileSync(path, 'utf8')).toContain('Tuesday, 14 March 2024')
    log()
    expect(await noteAfterStart()).toBe('The first half.')
  })

  it('the process that looks at a file of a stranger', async () => {
    const { page } = running
    const own = readdirSync(home.home, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith('.stet'),
    )
    const stranger = join(home.home, 'stranger.stet')
    await page.keyboard.press('n')
    await page.keyboard.type('The first half.')
    await page.getByText('Saved', { exact: true }).waitFor()
    const saved = await noteAfterStart()
    await answerSaveDialog(running, stranger)
    copyFileSync(join(home.home, own!), stranger)
    await answerOpenDialog(running, [stranger])
    const ended = program.end('gate-process')
    const refused = await running.page.evaluate(() => window.stet.call('case.open', undefined))
    await ended
    expect(refused).toMatchObject({ ok: false, error: { kind: 'damaged' } })
    expect(saved).toBe('The first half.')
    expect(await note(running.page).innerText()).toBe(saved)
    expect(await running.page.evaluate(() => window.stet.call('case.open', undefined))).toMatchObject({
      ok: true,
    })
    log()
  })

  it('the page of the window, while a note is typed', async () => {
    const { page, app } = running
    await page.keyboard.press('n')
    await page.keyboard.type('The first half, ')
    await page.waitForTimeout(700)
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.keyboard.type('and more. ')
    await page.waitForTimeout(500)
    await page.keyboard.type('Just now')
    await app.evaluate(({ BrowserWindow }) =>
      process.kill(BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(), 'SIGKILL'),
    )
    await expect.poll(() => inWindow(running, 'document.body.innerText')).toContain('was started again')
    // Work goes on in the new page, which Playwright does not follow past the end of the first one.
    await expect.poll(() => inWindow(running, noteText)).toMatch(/^The first half, and more\./)
    await inWindow(running, 'document.querySelector(`[data-pane="inspector"] .ProseMirror`).focus()')
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.insertText(' And on.'),
    )
    await expect.poll(() => inWindow(running, noteText)).toMatch(/ And on\.$/)
    expect(log()).toContain('"event":"page-stopped","reason":"killed"')
    expect(await noteAfterStart()).toMatch(/^The first half, and more\..* And on\.$/)
  })

  it('Chromium’s own processes for drawing and for requests', async () => {
    const { page } = running
    await page.keyboard.press('n')
    await page.keyboard.type('The first half, ')
    const killed = await running.app.evaluate(({ app }) => {
      const helpers = app.getAppMetrics().filter(({ type }) => type === 'GPU' || type === 'Utility')
      for (const { pid } of helpers) process.kill(pid, 'SIGKILL')
      return helpers.length
    })
    expect(killed).toBeGreaterThan(0)
    await page.keyboard.type('and the second.')
    await page.getByText('Saved', { exact: true }).waitFor()
    log()
    expect(await noteAfterStart()).toBe('The first half, and the second.')
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drivesPackage, packagedTarget } from '../helpers/electron-runtime.js'
import { drivablePackage, type PackageCopy } from '../helpers/packaged-program.js'
import { answerSaveDialog, startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

const programs = ['the packaged program', ...(drivesPackage() ? [] : ['the development build'])]

/** The main job, in order, in one case: each step goes on from where the one before left the window. */
describe.each(programs)('the main job in %s', (program) => {
  let copy: PackageCopy | null = null
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp
  const note = 'The calendar says Thursday.'
  const byKeyboard =
    'The gate had been inspected on Monday, 11 March 2024, the Harbour Board said, and nothing unusual was found.'
  const byMouse = 'eleven boats'

  const start = (): Promise<RunningApp> =>
    copy
      ? startApp(home.home, [], { ...packagedTarget(), executablePath: copy.executablePath })
      : startApp(home.home)

  beforeAll(async () => {
    home = await temporaryHome()
    if (program === 'the packaged program') copy = await drivablePackage()
    running = await start()
  })
  afterAll(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
    copy?.remove()
  })

  it('opens the sample case from the first screen and finds what is planted in it', async () => {
    const { page } = running
    await page.getByRole('button', { name: /Try the sample case/ }).click()
    await page.getByRole('tab', { name: /Findings [1-9]/ }).click()
    const findings = page.getByRole('listbox', { name: 'Open findings' })
    await findings.getByText('Weekday mismatch').waitFor()
    await findings.getByText('14 March 2024 was a Thursday, not a Tuesday').waitFor()
    for (const category of [
      'Impossible date',
      'Garbled date',
      'Order conflict',
      'Dangling fragment',
      'Duplicate sentence',
      'Undated relative',
    ]) {
      expect(await findings.getByText(category).count(), category).toBeGreaterThan(0)
    }
    expect(await findings.getByText('Monday, 11 March 2024').count(), 'a right weekday is not flagged').toBe(
      0,
    )
  })

  it('accepts a finding with one key, as a claim', async () => {
    const { page } = running
    await page.getByRole('option', { name: /14 March 2024 was a Thursday/ }).click()
    await page.getByRole('complementary', { name: 'Finding' }).getByText('What would settle it').waitFor()
    await page.keyboard.press('a')
    await inspector(page).locator('mark', { hasText: 'Tuesday, 14 March 2024' }).waitFor()
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
  })

  it('highlights the sentence at the caret with “h”', async () => {
    const { page } = running
    await placeCaret(page, 'nothing unusual')
    await page.keyboard.press('h')
    await inspector(page).locator('mark', { hasText: byKeyboard }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    await page.keyboard.press('Control+y')
    await page
      .getByRole('option', { name: byKeyboard })
      .or(page.getByRole('tab', { name: 'Claims 2' }))
      .first()
      .waitFor()
    await page.getByRole('tab', { name: /Claims/ }).click()
    await page.getByRole('option', { name: byKeyboard }).click()
    await page.keyboard.press('1')
    await inspector(page).getByRole('radio', { name: 'Supported', exact: true, checked: true }).waitFor()
  })

  it('highlights a selection made with the mouse', async () => {
    const { page } = running
    await selectByMouse(page, byMouse)
    await page.getByRole('button', { name: /^Highlight/ }).click()
    await inspector(page)
      .locator('mark', { hasText: new RegExp(`^${byMouse}$`) })
      .waitFor()
    await page.getByRole('tab', { name: 'Claims 3' }).waitFor()
  })

  it('writes a note and a verdict on the accepted claim', async () => {
    const { page } = running
    await page.getByRole('tab', { name: /Claims/ }).click()
    await page.getByRole('option', { name: 'Tuesday, 14 March 2024' }).click()
    await page.keyboard.press('4')
    await inspector(page).getByRole('radio', { name: 'Contradicted', checked: true }).waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type(note)
    await page.getByRole('option', { name: 'Tuesday, 14 March 2024' }).getByText('1 note').waitFor()
    await page.getByText('Saved', { exact: true }).waitFor()
  })

  it('takes an act back and does it again', async () => {
    const { page } = running
    await page.getByRole('option', { name: byMouse }).click()
    await page.keyboard.press('Delete')
    await page.getByRole('tab', { name: 'Claims 2' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('tab', { name: 'Claims 3' }).waitFor()
    await page.keyboard.press('Control+y')
    await page.getByRole('tab', { name: 'Claims 2' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('tab', { name: 'Claims 3' }).waitFor()
  })

  it('shows the same after quitting and starting again', async () => {
    await running.page.getByRole('option', { name: 'Tuesday, 14 March 2024' }).click()
    expect(running.complaints).toEqual([])
    await running.quit()
    running = await start()
    const { page } = running
    await page.getByRole('tab', { name: 'Claims 3' }).waitFor()
    await inspector(page).locator('mark', { hasText: 'Tuesday, 14 March 2024' }).waitFor()
    await inspector(page).getByRole('radio', { name: 'Contradicted', checked: true }).waitFor()
    await inspector(page).getByText(note).waitFor()
    await page.getByRole('option', { name: byKeyboard }).waitFor()
  })

  it('saves a report that holds the quotes, the note and the verdict', async () => {
    const { page } = running
    const path = join(home.home, 'report.html')
    await answerSaveDialog(running, path)
    await page.getByRole('button', { name: 'Save report' }).click()
    await page.getByText('Report saved as “report.html”.').waitFor()
    const html = await readFile(path, 'utf8')
    expect(html).toContain(note)
    const report = await readInBrowser(running, html)
    for (const wanted of [byKeyboard, byMouse, 'Tuesday, 14 March 2024', note, 'Contradicted']) {
      expect(report).toContain(wanted)
    }
    expect(running.complaints).toEqual([])
  })
})

const inspector = (page: Page) => page.locator('[data-pane="inspector"]')

/** Clicks into a passage of the text, as a person would to put the caret there. */
async function placeCaret(page: Page, passage: string): Promise<void> {
  const { left, top, height, width } = await boxOf(page, passage)
  await page.mouse.click(left + width / 2, top + height / 2)
}

async function selectByMouse(page: Page, passage: string): Promise<void> {
  const { left, top, height, width } = await boxOf(page, passage)
  await page.mouse.move(left + 1, top + height / 2)
  await page.mouse.down()
  await page.mouse.move(left + width - 1, top + height / 2, { steps: 8 })
  await page.mouse.up()
}

/** Where a passage of the shown text is in the window, in CSS pixels. */
async function boxOf(page: Page, passage: string) {
  const box = await page.evaluate((wanted) => {
    const root = document.querySelector('.text-document')!
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue!.indexOf(wanted)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const { left, top, width, height } = range.getBoundingClientRect()
      return { left, top, width, height }
    }
    return null
  }, passage)
  if (!box) throw new Error(`“${passage}” does not stand in the shown text`)
  return box
}

/** The text of a report as a browser shows it, in a window of its own without scripts. */
async function readInBrowser({ app }: RunningApp, html: string): Promise<string> {
  return app.evaluate(async ({ BrowserWindow, session }, content) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: session.fromPartition('report') },
    })
    await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(content)}`)
    const text = (await window.webContents.executeJavaScript('document.body.innerText')) as string
    window.destroy()
    return text
  }, html)
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answerOpenDialog,
  answerSaveDialog,
  startApp,
  temporaryHome,
  type RunningApp,
} from '../helpers/running-app.js'

/** The main job without ever touching a mouse. */
describe('by keyboard alone', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp

  beforeEach(async () => {
    home = await temporaryHome()
    running = await startApp(home.home)
  })
  afterEach(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
  })

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await running.page.keyboard.press(key)
  }
  const focused = (): Promise<string> =>
    running.page.evaluate(() => {
      const { activeElement, body } = document
      return (activeElement !== body && activeElement?.textContent?.trim()) || ''
    })

  /** Goes on with Tab until what has the focus says this. */
  async function tabTo(words: RegExp): Promise<void> {
    for (let steps = 0; steps < 30; steps++) {
      if (words.test(await focused())) return
      await press('Tab')
    }
    throw new Error(`Tab does not lead to ${words}`)
  }

  it('what is typed goes where the focus is after the text gave way to another view', async () => {
    const { page } = running
    await page.getByRole('button', { name: /Try the sample case/ }).click()
    await page.getByText('By Ines Oduya').first().waitFor()
    await page.locator('.text-document').first().click()
    await press('Control+6')
    await page.getByRole('heading', { name: 'Report', exact: true }).waitFor()
    await press('Control+Shift+p')
    const field = page.getByRole('dialog').getByRole('combobox')
    await field.waitFor()
    await page.keyboard.type('Theme')
    await expect.poll(() => field.inputValue()).toBe('Theme')
  })

  /** Whether the shown text has the focus: caret keys and single letters go there. */
  const isInText = (): Promise<boolean> =>
    running.page.evaluate(() => document.activeElement?.classList.contains('text-document') ?? false)

  it('the text has the focus once it is opened, gone to, or found', async () => {
    const { page } = running
    await answerOpenDialog(running, [new URL('../../samples/2-background.md', import.meta.url).pathname])
    await press('Control+o')
    await page.getByText('Work on the foundations').first().waitFor()
    await expect.poll(isInText).toBe(true)

    await press('F6')
    await expect.poll(isInText).toBe(false)
    await answerOpenDialog(running, [new URL('../../samples/1-hallam-courier.txt', import.meta.url).pathname])
    await press('Control+o')
    await page.getByText('Divers recovered').first().waitFor()
    await expect.poll(isInText).toBe(true)

    await press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.type('hallam storm', { delay: 20 })
    await page
      .getByRole('option', { name: /^The Port Hallam storm gate/ })
      .first()
      .waitFor()
    await press('Enter')
    await page.getByText('Work on the foundations').first().waitFor()
    await expect.poll(isInText).toBe(true)

    await press('u', 'h')
    await page.getByRole('complementary', { name: 'Claim' }).waitFor()
    await press('Control+2')
    await page.getByRole('row', { name: /^1:/ }).waitFor()
    await press('Enter')
    await expect.poll(isInText).toBe(true)

    await press('Control+Shift+f')
    await page.keyboard.type('divers', { delay: 20 })
    await page.getByRole('option', { name: /Divers recovered/ }).waitFor()
    await press('ArrowDown', 'Enter')
    await page.locator('.text-document').getByText('Divers recovered').waitFor()

    // Faster than the search: what is shown is of the words that stand there, not of those before.
    await press('Control+Shift+f')
    await page.locator('[data-focus="search"]').fill('foundations')
    await press('Enter')
    await expect
      .poll(() => page.evaluate(() => window.getSelection()?.anchorNode?.parentElement?.textContent))
      .toContain('foundations')
  })

  it('the focus stays in its pane when what had it is taken back, and is done again', async () => {
    const { page } = running
    await page.getByRole('button', { name: /Try the sample case/ }).click()
    await page.getByText('By Ines Oduya').first().waitFor()
    await press('Control+f')
    await page.keyboard.type('eleven boats')
    await page.getByText('1 of 1').waitFor()
    await press('Escape', 'h')
    const claim = page.getByRole('complementary', { name: 'Claim' })
    await claim.waitFor()
    const pane = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'])
    await claim.locator('[data-focus="evidence"]').focus()
    await press('Control+z')
    await claim.waitFor({ state: 'detached' })
    await expect.poll(pane).toBe('inspector')

    await press('Control+Shift+z')
    await page.getByText('Done again: Add claim').waitFor()
    await expect.poll(pane).toBe('inspector')
    await page.getByRole('tab', { name: /^Claims 1/ }).click()
    await page.getByRole('option', { name: /eleven boats/ }).focus()
    await press('Control+z')
    await page.getByText('Undone: Add claim').waitFor()
    await expect.poll(pane).toBe('left')
  })

  it('the sample is opened, findings are answered, a claim is made and judged, and the report is saved', async () => {
    const { page } = running
    await page.getByRole('button', { name: /Try the sample case/ }).waitFor()
    await tabTo(/Try the sample case/)
    await press('Enter')
    await page.getByText('By Ines Oduya').first().waitFor()

    await press('Control+3')
    await page.getByText('0 of 10 decided').waitFor()
    await press('a')
    await page.getByText('1 of 10 decided').waitFor()
    await press('d')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('Quoted as said')
    await press('Enter')
    await page.getByText('2 of 10 decided').waitFor()
    await press('Control+z')
    await page.getByText('1 of 10 decided').waitFor()

    await press('Control+1', 'Control+f')
    await page.keyboard.type('eleven boats')
    await page.getByText('1 of 1').waitFor()
    await press('Escape', 'h')
    await page.getByRole('complementary', { name: 'Claim' }).waitFor()
    await press('4')
    await page.getByRole('radio', { name: 'Contradicted', checked: true }).waitFor()
    await press('n')
    await page.keyboard.type('The harbour log counts nine.')
    await press('Escape')

    const path = join(home.home, 'report.html')
    await answerSaveDialog(running, path)
    await press('Control+e')
    await page.getByText(/Report saved/).waitFor()
    expect(await readFile(path, 'utf8')).toContain('The harbour log counts nine.')
  })
})

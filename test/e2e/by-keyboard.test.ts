import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerSaveDialog, startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

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

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** The report of the sample case as the window shows it. */
describe('the report view', () => {
  let running: RunningSample

  beforeAll(async () => {
    running = await startSample()
    const { page } = running
    await page.getByRole('tab', { name: /Findings [1-9]/ }).click()
    await page.keyboard.press('Control+3')
    for (const count of [1, 2]) {
      await page.keyboard.press('a')
      await page.getByText(`Answered ${count}`).waitFor()
    }
    await page.keyboard.press('Control+6')
  })
  afterAll(() => running.end())

  const preview = () => running.page.frameLocator('iframe[title="Preview of the report"]')

  it('shows the claims, and those of one verdict when that is chosen', async () => {
    await preview().locator('.card').first().waitFor()
    expect(await preview().locator('.card:visible').count()).toBe(2)
    const warning = preview().getByText('Only claims with the chosen verdict are shown.')
    expect(await warning.isVisible()).toBe(false)
    await preview().getByText('Inconsistent 1', { exact: false }).first().click()
    expect(await preview().locator('.card:visible').count()).toBe(1)
    expect(await warning.isVisible()).toBe(true)
  })

  it('follows what is chosen, in its kind and in its language', async () => {
    await running.page.getByRole('radio', { name: 'Must-fix page' }).click()
    await preview().locator('main > section#claims').waitFor({ state: 'detached' })
    await running.page.getByRole('radio', { name: 'Deutsch' }).click()
    await preview().getByText('Prüfbericht').waitFor()
    expect(await preview().locator('main > section').count()).toBe(3)
    expect(running.complaints).toEqual([])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** What becomes of findings and claims when sources change, go and come back. */
describe('sources', () => {
  let running: RunningSample

  beforeEach(async () => {
    running = await startSample()
  })
  afterEach(() => running.end())

  it('brings back the findings of a source whose removal was undone', async () => {
    const { page } = running
    await page.getByRole('button', { name: 'Remove source' }).click()
    await page.getByRole('tab', { name: 'Sources 2' }).waitFor()
    await page.getByRole('tab', { name: 'Findings 8' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('tab', { name: 'Sources 3' }).waitFor()
    await page.getByRole('tab', { name: 'Findings 10' }).waitFor()
  })

  it('checks again when the publication date of a source becomes known', async () => {
    const { page } = running
    await page.getByRole('option', { name: /Statement of the Port Hallam/ }).click()
    await page.getByRole('textbox', { name: 'Published' }).fill('2024-04-04')
    await page.getByRole('tab', { name: 'Findings 9' }).click()
    expect(await page.getByRole('option', { name: /Wednesday morning/ }).count()).toBe(0)
    await page.keyboard.press('Control+z')
    await page.getByRole('tab', { name: 'Findings 10' }).waitFor()
  })

  it('keeps a dismissal over a check, with its reason, until it is reopened', async () => {
    const { page } = running
    await page.getByRole('tab', { name: 'Findings 10' }).click()
    await page.getByRole('option', { name: /31 April 2024/ }).click()
    await page.keyboard.press('d')
    await page.getByRole('dialog').getByRole('button', { name: 'Quoted as said' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss', exact: true }).click()
    await page.getByRole('tab', { name: 'Findings 9' }).waitFor()
    await page.keyboard.press('F9')
    await page.getByRole('radio', { name: 'Answered 1' }).click()
    await page.getByRole('option', { name: /31 April 2024/ }).click()
    const inspector = page.getByRole('complementary', { name: 'Finding' })
    await inspector.getByText('Quoted as said').waitFor()
    await inspector.getByRole('button', { name: 'Reopen' }).click()
    await page.getByRole('tab', { name: 'Findings 10' }).waitFor()
  })

  it('finds words in texts and notes, and goes there', async () => {
    const { page } = running
    await page.keyboard.press('Control+Shift+F')
    await page.keyboard.type('lifeboat station')
    await page.getByRole('listbox', { name: 'Found' }).getByText('lifeboat station').first().click()
    await page.getByRole('heading', { name: 'Statement of the Port Hallam Harbour Board' }).first().waitFor()
  })
})

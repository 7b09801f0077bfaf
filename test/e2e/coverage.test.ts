import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** Seeing what no claim covers yet, and going through it. */
describe('coverage', () => {
  let running: RunningSample

  beforeEach(async () => {
    running = await startSample()
    await text().getByText('By Ines Oduya').waitFor()
  })
  afterEach(() => running.end())

  const text = () => running.page.getByRole('textbox', { name: /^Text of/ })
  const press = (key: string) => running.page.keyboard.press(key)
  const button = (name: string | RegExp) => running.page.getByRole('button', { name, exact: true })
  const inspector = () => running.page.getByRole('complementary', { name: 'Source' })
  const selected = () => running.page.evaluate(() => String(getSelection()))
  const uncovered = (kind: string) => text().locator(`.uncovered-${kind}`)
  const row = () => running.page.getByRole('option', { name: /Storm gate at Port Hallam fails/ })

  const first = 'The storm gate at Port Hallam failed on Tuesday, 14 March 2024, and left'

  it('is a share of each source, and grows with each claim', async () => {
    await expect.poll(() => row().innerText()).toContain('0% covered')
    await button('Next uncovered sentence').click()
    await expect.poll(selected).toContain(first)
    await press('h')
    await running.page.getByRole('complementary', { name: 'Claim' }).waitFor()
    await expect.poll(() => row().innerText()).toMatch(/\b[1-9]\d?% covered/)
    await press('Control+z')
    await expect.poll(() => row().innerText()).toContain('0% covered')
  })

  it('is gone through by the keys and by the button of a kind, with a claim for each by one key', async () => {
    const { page } = running
    const count = (kind: string) => inspector().getByRole('meter', { name: `${kind} covered` })
    await count('Dates').waitFor()
    const total = Number(await count('Dates').getAttribute('aria-valuemax'))
    await button('Next uncovered date').click()
    await expect.poll(selected).toBe('Tuesday, 14 March 2024')
    await press('h')
    await page.getByRole('complementary', { name: 'Claim' }).waitFor()
    await press('u')
    await expect.poll(selected).not.toBe('Tuesday, 14 March 2024')
    await expect.poll(() => count('Dates').getAttribute('aria-valuenow')).toBe('1')
    expect(await count('Dates').getAttribute('aria-valuetext')).toBe(`1 of ${total}`)
    await expect.poll(selected).toBe('six hours')
    await press('u')
    await expect.poll(selected).toContain('Nobody was hurt')
    await press('Shift+U')
    await expect.poll(selected).toBe('six hours')
    await press('Control+4')
    await expect.poll(() => text().isVisible()).toBe(false)
    await button('Next uncovered sentence').click()
    await text().waitFor()
    await expect.poll(selected).toContain('Nobody was hurt')
  })

  it('is shown in the text by kind, until it is covered, corrected or no longer wanted', async () => {
    const { page } = running
    await text().focus()
    await press('F7')
    const bar = page.getByRole('region', { name: 'Not covered by a claim' })
    await bar.waitFor()
    await expect.poll(() => uncovered('date').allTextContents()).toContain('Tuesday, 14 March 2024')
    expect(await page.locator('.text-coverage > span').count()).toBeGreaterThan(3)
    await button('Next uncovered date').click()
    await press('h')
    await expect.poll(() => uncovered('date').allTextContents()).not.toContain('Tuesday, 14 March 2024')
    await bar.getByRole('button', { name: /^Dates, 1 of/ }).click()
    await expect.poll(() => uncovered('date').count()).toBe(0)
    await expect.poll(() => uncovered('sentence').count()).toBeGreaterThan(2)
    await text().focus()
    await press('F2')
    await expect.poll(() => page.locator('.uncovered, .text-coverage > span').count()).toBe(0)
    await expect.poll(() => row().innerText()).not.toContain('covered')
    await press('Control+Home')
    await page.keyboard.type('Late edition. ')
    await press('Control+Enter')
    await page.getByRole('textbox', { name: 'Reason' }).fill('The late edition')
    await press('Enter')
    await expect.poll(() => row().innerText()).toContain('covered')
    await expect.poll(() => uncovered('sentence').count()).toBeGreaterThan(2)
    await press('F7')
    await expect.poll(() => page.locator('.uncovered, .text-coverage > span').count()).toBe(0)
  })

  it('goes with a source that is removed, and comes back with it', async () => {
    const { page } = running
    await expect.poll(() => row().innerText()).toContain('0% covered')
    await button('Remove source').click()
    await expect.poll(() => row().count()).toBe(0)
    await press('Control+z')
    await expect.poll(() => row().innerText()).toContain('0% covered')
    await page.getByRole('option', { name: /storm gate Harbour Society/ }).click()
    await inspector().getByRole('meter', { name: 'Sentences covered' }).waitFor()
  })
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

// What a mistake of ours in drawing a part of the window takes away. The mistakes are made in what the parts are drawn with.

let running: RunningSample
beforeAll(async () => {
  running = await startSample()
})
afterAll(() => running.end().catch(() => {}))

it('closes a dialog that cannot be drawn, says so, and goes on', async () => {
  const { page } = running
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('dialog').waitFor()
  const original = await page.evaluateHandle(() => String.prototype.normalize)
  await page.evaluate(() => {
    const normalize = (): string => {
      throw new Error('No letters')
    }
    Object.assign(String.prototype, { normalize })
  })
  await page.keyboard.type('x')
  await page.getByText('This could not be shown: No letters').waitFor()
  await page.evaluate((normalize) => Object.assign(String.prototype, { normalize }), original)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.getByRole('tab', { name: 'Findings 10' }).click()
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
})

it('closes a menu that cannot be drawn, says so, and opens it the next time', async () => {
  const { page } = running
  const row = page.getByRole('option', { name: /The Port Hallam storm gate/ })
  await page.getByRole('tab', { name: 'Sources 3' }).click()
  const original = await page.evaluateHandle(() => Element.prototype.getBoundingClientRect)
  const { x, y } = (await row.boundingBox())!
  await page.evaluate(() => {
    const getBoundingClientRect = (): never => {
      throw new Error('No place')
    }
    Object.assign(Element.prototype, { getBoundingClientRect })
  })
  await page.mouse.click(x + 20, y + 10, { button: 'right' })
  await page.getByText('This could not be shown: No place').waitFor()
  await page.evaluate(
    (getBoundingClientRect) => Object.assign(Element.prototype, { getBoundingClientRect }),
    original,
  )
  expect(await page.getByRole('menu').count()).toBe(0)
  await row.click({ button: 'right' })
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('Escape')
})

it('offers to show again a window that cannot be drawn', async () => {
  const { page } = running
  const original = await page.evaluateHandle(() => Number.prototype.toLocaleString)
  await page.evaluate(() => {
    const toLocaleString = (): string => {
      throw new Error('No figures')
    }
    Object.assign(Number.prototype, { toLocaleString })
  })
  await page.getByRole('radio', { name: 'Review' }).click()
  await page.getByText('This window could not be drawn').waitFor()
  await page
    .getByRole('region', { name: 'Messages' })
    .getByText('This could not be shown: No figures')
    .waitFor()
  await page.evaluate((toLocaleString) => Object.assign(Number.prototype, { toLocaleString }), original)
  await page.getByRole('button', { name: 'Show it again' }).click()
  await page.getByRole('tab', { name: 'Findings 10' }).waitFor()
  expect(await page.getByText('This window could not be drawn').count()).toBe(0)
})

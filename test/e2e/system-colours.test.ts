import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** Where the system sets the colours, backgrounds that the program gives are gone. */
describe('in the colours of the system', () => {
  let running: RunningSample

  beforeAll(async () => {
    running = await startSample()
    await running.page.emulateMedia({ forcedColors: 'active' })
  })
  afterAll(() => running.end())

  const press = (key: string) => running.page.keyboard.press(key)
  const style = (of: Locator, pseudo?: string) =>
    of.evaluate((element, part) => {
      const { color, backgroundColor, outlineStyle } = getComputedStyle(element, part)
      return { color, backgroundColor, outlineStyle }
    }, pseudo)

  it('the chosen verdict is told, and can be read', async () => {
    await press('Control+Shift+2')
    await running.page.getByRole('option', { name: /Weekday mismatch/ }).click()
    await press('a')
    await running.page.getByRole('complementary', { name: 'Claim' }).waitFor()
    await press('4')
    const verdict = (name: string) => running.page.getByRole('radio', { name, exact: true })
    await expect.poll(() => verdict('Contradicted').getAttribute('aria-checked')).toBe('true')
    const system = await running.page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.cssText = 'color: HighlightText; background: Highlight; forced-color-adjust: none'
      const { color, backgroundColor } = getComputedStyle(probe)
      probe.remove()
      return { color, backgroundColor }
    })
    expect(await style(verdict('Contradicted'))).toMatchObject(system)
    expect(await style(verdict('Garbled'))).not.toMatchObject(system)
  })

  it('an entry of a menu that has the focus is told', async () => {
    await running.page.getByRole('option', { name: /Impossible date/ }).click({ button: 'right' })
    await press('ArrowDown')
    const focused = running.page.locator('[role="menuitem"][data-focused]')
    await focused.waitFor()
    expect((await style(focused)).outlineStyle).toBe('solid')
    await press('Escape')
  })

  it('a check that is on differs from one that is off', async () => {
    await running.page.getByRole('button', { name: 'Choose the checks of this case' }).click()
    const check = (name: RegExp) => running.page.getByRole('switch', { name })
    const label = (name: RegExp) => running.page.locator('.switch').filter({ has: check(name) })
    const track = (name: RegExp) => label(name).locator('.switch-track')
    await label(/Garbled date/).click()
    await expect.poll(() => check(/Garbled date/).isChecked()).toBe(false)
    const on = await style(track(/Weekday mismatch/))
    const off = await style(track(/Garbled date/))
    expect(on.backgroundColor).not.toBe(off.backgroundColor)
    const knob = await style(track(/Garbled date/), '::after')
    expect(knob.backgroundColor).not.toBe(off.backgroundColor)
    await press('Escape')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

/** What the window tells of: it lies over nothing, can be reached by key, and stays while someone is at it. */
describe('messages', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp

  beforeAll(async () => {
    home = await temporaryHome()
    running = await startApp(home.home)
    await running.page.getByRole('button', { name: /Try the sample case/ }).click()
    await running.page.getByRole('textbox', { name: /^Text of/ }).focus()
    await press('h')
    await running.page.getByRole('heading', { name: /^Claim \d/ }).waitFor()
  })
  afterAll(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
  })

  const press = (key: string) => running.page.keyboard.press(key)
  const region = () => running.page.getByRole('region', { name: 'Messages' })
  const focusIn = () => region().evaluate((it) => it.contains(document.activeElement))

  it('stand in the status bar, below the text and the panes, and are announced', async () => {
    await press('Delete')
    await region().getByText('Claim removed.').waitFor()
    const isOver = await region().evaluate((it) => {
      const { top } = it.getBoundingClientRect()
      const panes = [...document.querySelectorAll('[data-pane]')].filter(
        (pane) => !pane.contains(it) && pane !== it,
      )
      return panes.some((pane) => pane.getBoundingClientRect().bottom > top + 1)
    })
    expect(isOver).toBe(false)
    expect(await region().getByRole('status').textContent()).toContain('Claim removed.')
  })

  it('are reached with F6, stay while the focus is there, and their act is run with Enter', async () => {
    for (let pane = 0; pane < 4 && !(await focusIn()); pane++) await press('F6')
    expect(await focusIn()).toBe(true)
    await press('Tab')
    await running.page.waitForTimeout(6000)
    expect(await region().getByRole('button', { name: 'Undo' }).count()).toBe(1)
    await press('Enter')
    await running.page.getByRole('tab', { name: /Claims 1/ }).waitFor()
    await region().getByText('Claim removed.').waitFor({ state: 'detached' })
    await expect.poll(() => running.page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  })

  it('are not hidden by a dialog', async () => {
    await press('Control+1')
    await press('Control+Shift+3')
    await press('j')
    await running.page.getByRole('heading', { name: /^Claim \d/ }).waitFor()
    await press('Delete')
    await press('Control+,')
    await running.page.getByRole('dialog').waitFor()
    const undo = region().getByRole('button', { name: 'Undo' })
    expect(await undo.evaluate((it) => it.closest('[inert], [aria-hidden="true"]') === null)).toBe(true)
    await undo.click()
    await running.page.getByRole('tab', { name: /Claims 1/, includeHidden: true }).waitFor()
    const isInDialog = () =>
      running.page.getByRole('dialog').evaluate((it) => it.contains(document.activeElement))
    await expect.poll(isInDialog).toBe(true)
    await press('Escape')
    await running.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('are left out of the walk through the panes when there are none', async () => {
    // A message stays while the pointer is on it.
    await running.page.mouse.move(700, 400)
    await expect
      .poll(() => running.page.locator('[data-pane="messages"]').count(), { timeout: 15_000 })
      .toBe(0)
    await press('Control+3')
    for (let pane = 0; pane < 4; pane++) await press('F6')
    const pane = running.page.evaluate(() =>
      document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'),
    )
    expect(await pane).toMatch(/left|text/)
    await press('Control+1')
  })
})

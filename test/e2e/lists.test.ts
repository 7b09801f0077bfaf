import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillWorkbenchCase } from '../bench/workbench/workbench-case.js'
import { startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

/** The lists on the left of a case that is far too long to draw. */
describe('long lists', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp

  beforeAll(async () => {
    home = await temporaryHome()
    const file = join(home.home, 'Long.stet')
    fillWorkbenchCase(file, { claims: 1200, findings: 400 })
    running = await startApp(home.home, [file])
    await running.page.getByRole('tab', { name: /Findings 400/ }).waitFor()
  })
  afterAll(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
  })

  const press = (key: string) => running.page.keyboard.press(key)
  const list = (name: string) => running.page.getByRole('listbox', { name, exact: true })
  const options = (name: string) => list(name).getByRole('option')
  const focused = () =>
    running.page.evaluate(() => {
      const row = document.activeElement!
      const { top, bottom } = row.getBoundingClientRect()
      const panel = row.closest('[role="tabpanel"]')?.getBoundingClientRect()
      return {
        place: Number(row.getAttribute('aria-posinset')),
        count: Number(row.getAttribute('aria-setsize')),
        isInSight: panel !== undefined && top >= panel.top - 1 && bottom <= panel.bottom + 1,
      }
    })
  const focusedPlace = async () => (await focused()).place

  it('have all claims, of which few are drawn', async () => {
    await press('Control+Shift+3')
    await options('Claims').first().waitFor()
    expect(await options('Claims').count()).toBeLessThan(60)
    expect(await options('Claims').first().getAttribute('aria-setsize')).toBe('1200')
    expect(running.complaints).toEqual([])
  })

  it('are walked by Home, End, arrows and the page keys, and what is come to is open and in sight', async () => {
    await options('Claims').first().focus()
    await press('End')
    await expect.poll(focused).toEqual({ place: 1200, count: 1200, isInSight: true })
    await running.page.getByRole('heading', { name: 'Claim 1200' }).waitFor()
    await press('PageUp')
    const before = await focusedPlace()
    expect(before).toBeLessThan(1200)
    expect(before).toBeGreaterThan(1150)
    await press('ArrowUp')
    await expect.poll(focused).toEqual({ place: before - 1, count: 1200, isInSight: true })
    await press('Home')
    await expect.poll(focused).toEqual({ place: 1, count: 1200, isInSight: true })
    await press('PageDown')
    expect(await focusedPlace()).toBeGreaterThan(2)
  })

  it('keep the focus when they are scrolled far away from it, and come back to it with the next key', async () => {
    const place = await focusedPlace()
    await list('Claims').evaluate((it) => (it.closest('[role="tabpanel"]')!.scrollTop = 60_000))
    await running.page.waitForTimeout(200)
    expect(await focusedPlace()).toBe(place)
    await press('ArrowDown')
    await expect.poll(focused).toEqual({ place: place + 1, count: 1200, isInSight: true })
  })

  it('show what was opened elsewhere', async () => {
    await press('Control+2')
    await running.page.locator('.claims-grid').focus()
    await press('Control+End')
    const open = list('Claims').locator('[aria-selected="true"]')
    await expect.poll(() => open.getAttribute('aria-posinset')).toBe('1200')
    await expect.poll(() => open.evaluate((it) => it.getBoundingClientRect().top > 0)).toBe(true)
    await press('Control+1')
  })

  it('have all findings, and take a decided one out without losing the focus', async () => {
    await press('Control+Shift+2')
    await options('Open findings').first().focus()
    await press('End')
    await expect.poll(focused).toEqual({ place: 400, count: 400, isInSight: true })
    await press('a')
    await running.page.getByRole('tab', { name: /Findings 399/ }).waitFor()
    await expect.poll(() => options('Open findings').first().getAttribute('aria-setsize')).toBe('399')
    await expect.poll(() => running.page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  })

  it('fetch more of what a search found as they are scrolled', async () => {
    await press('Control+Shift+F')
    await running.page.locator('[data-focus="search"]').fill('harbour')
    await options('Found').first().waitFor()
    const total = Number(await options('Found').first().getAttribute('aria-setsize'))
    expect(total).toBeGreaterThan(100)
    await options('Found').first().focus()
    const furtherDown = async (): Promise<number> => {
      await press('End')
      return focusedPlace()
    }
    await expect.poll(furtherDown).toBeGreaterThan(100)
  })

  it('go without a word of it when they are scrolled at that moment', async () => {
    await list('Found').evaluate((found) => {
      const around = found.closest('[role="tabpanel"]')!
      new MutationObserver(() => {
        if (!found.isConnected) around.dispatchEvent(new Event('scroll'))
      }).observe(document.body, { childList: true, subtree: true })
    })
    await running.page.locator('[data-focus="search"]').fill('nowhere to be found')
    await list('Found').waitFor({ state: 'detached' })
    await running.page
      .getByText(/^Nothing/)
      .first()
      .waitFor()
    expect(running.complaints).toEqual([])
  })
})

import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What WCAG 2.2 asks at levels A and AA, as far as a program can tell. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe('every view, in light and in dark', () => {
  let running: RunningSample

  beforeAll(async () => {
    running = await startSample()
    const { page } = running
    await page.getByText('By Ines Oduya').first().waitFor()
    for (const key of ['Control+Shift+2', 'j', 'a', 'j', 'j', 'a']) await page.keyboard.press(key)
    await page.getByRole('tab', { name: /Claims [1-9]/ }).waitFor()
  })
  afterAll(() => running.end())

  /** What axe finds wrong, one line each. */
  async function violations(): Promise<string[]> {
    const { page } = running
    await page.waitForTimeout(400)
    // The page allows no script of others: axe comes in past its policy, as a debugger does.
    const session = await page.context().newCDPSession(page)
    // What parts two panes stands in neither of them.
    const run = `${axe}; axe.run({ exclude: ['.separator'] }, { runOnly: ${JSON.stringify(rules)} })`
    const { result } = await session.send('Runtime.evaluate', {
      expression: run,
      awaitPromise: true,
      returnByValue: true,
    })
    await session.detach()
    const { violations: found } = result.value as AxeResults
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  }

  const views: readonly [string, () => Promise<void>][] = [
    ['text', () => running.page.keyboard.press('Control+1')],
    ['claims', () => running.page.keyboard.press('Control+2')],
    ['triage', () => running.page.keyboard.press('Control+3')],
    ['timeline', () => running.page.keyboard.press('Control+4')],
    ['review', () => running.page.keyboard.press('Control+5')],
    [
      'list of findings',
      async () => {
        await running.page.keyboard.press('Control+1')
        await running.page.keyboard.press('Control+Shift+2')
      },
    ],
    ['list of claims', () => running.page.keyboard.press('Control+Shift+3')],
    ['search', () => running.page.keyboard.press('Control+Shift+F')],
    ['palette', () => running.page.keyboard.press('Control+Shift+P')],
    ['preferences', () => dialogAfter('Control+,')],
    ['keys', () => dialogAfter('?')],
  ]

  /** Another dialog in the place of the one that is open. */
  async function dialogAfter(key: string): Promise<void> {
    await running.page.keyboard.press('Escape')
    await running.page.getByRole('dialog').waitFor({ state: 'detached' })
    if (key === '?') {
      await running.page.keyboard.press('Control+1')
      await running.page.waitForTimeout(300)
    }
    await running.page.keyboard.press(key)
    await running.page.getByRole('dialog').waitFor()
  }

  for (const theme of ['light', 'dark'] as const) {
    it.each(views)(`is sound in ${theme}: %s`, async (_name, show) => {
      await running.page.emulateMedia({ colorScheme: theme })
      await show()
      expect(await violations()).toEqual([])
    })

    it(`goes back to the text after ${theme}`, async () => {
      await running.page.keyboard.press('Escape')
      await running.page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await running.page.getByRole('dialog').count()).toBe(0)
    })
  }
})

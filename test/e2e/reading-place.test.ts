import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

/** How far the first line may be from where it was, in pixels. */
const tolerance = 4

/** A megabyte of paragraphs of many lengths, each with its number at its beginning. */
const paragraphs = Array.from(
  { length: 2500 },
  (_, index) =>
    `Paragraph ${index + 1}: ${'the ships left port before dawn, '.repeat(2 + ((index * 7) % 22))}and so on.`,
)

/** The lines that a person reads stay where they are when the text is laid out anew. */
describe('the reading place in a long text', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp

  beforeAll(async () => {
    home = await temporaryHome()
    const file = join(home.home, 'long.txt')
    await writeFile(file, paragraphs.join('\n\n'))
    running = await startApp(home.home, [file])
    await running.page
      .getByRole('textbox', { name: /^Text of/ })
      .getByText('Paragraph 1:')
      .waitFor()
  })
  afterAll(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
  })

  it('holds when size, leading, measure, font and theme change', async () => {
    const { page } = running
    const before = await readAt(page, 0.6)
    for (const [name, value] of [
      ['--text-size', '25px'],
      ['--text-leading', '2.1'],
      ['--text-measure', '48ch'],
      ['--font-text', 'monospace'],
    ] as const) {
      await setStyle(page, name, value)
      await expectPlace(page, before, name)
    }
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await expectPlace(page, before, 'theme')
  })

  it('holds when the window becomes narrow and wide again', async () => {
    const { app, page } = running
    const before = await readAt(page, 0.3)
    for (const width of [800, 1500, 1100]) {
      await app.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setContentSize(to, 800),
        width,
      )
      await page.waitForFunction((to) => innerWidth === to, width)
      await expectPlace(page, before, `${width} pixels wide`)
    }
  })
})

/** Scrolls to a share of the text's height; where the first line then is (see `placeOfLine`). */
async function readAt(page: Page, share: number): Promise<number> {
  await page.evaluate((to) => {
    const scroller = document.querySelector('.text-view')!
    scroller.scrollTop = scroller.scrollHeight * to
    return new Promise((resolve) => scroller.addEventListener('scrollend', resolve, { once: true }))
  }, share)
  await settled(page)
  await page.evaluate(() => {
    const { top } = document.querySelector('.text-view')!.getBoundingClientRect()
    const { left } = document.querySelector('.text-document')!.getBoundingClientRect()
    const firstLine = document.caretRangeFromPoint(left + 4, top + 2)!
    firstLine.setEnd(firstLine.startContainer, firstLine.startOffset + 1)
    Object.assign(window, { firstLine })
  })
  return placeOfLine(page)
}

/** What has come into view is laid out in the next frames, and may move the text a little. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        let frames = 10
        const next = (): unknown => (frames-- > 0 ? requestAnimationFrame(next) : resolve(null))
        next()
      }),
  )
}

/** Where the beginning of the line is that `readAt` found first, in pixels below the upper edge of the text. */
function placeOfLine(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { firstLine } = window as unknown as { firstLine: Range }
    const scroller = document.querySelector('.text-view')!
    return firstLine.getBoundingClientRect().top - scroller.getBoundingClientRect().top
  })
}

async function expectPlace(page: Page, before: number, what: string): Promise<void> {
  await expect
    .poll(async () => Math.abs((await placeOfLine(page)) - before), { message: what })
    .toBeLessThan(tolerance)
}

/** Sets a property where the window sets it from the preferences. */
async function setStyle(page: Page, name: string, value: string): Promise<void> {
  await page.evaluate(([property, to]) => document.documentElement.style.setProperty(property, to), [
    name,
    value,
  ] as const)
}

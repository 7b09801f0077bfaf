import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerSaveDialog } from '../helpers/running-app.js'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** The timeline of the sample case, by key and by pointer. */
describe('the timeline', () => {
  let running: RunningSample

  beforeAll(async () => {
    running = await startSample()
  })
  beforeEach(async () => {
    await press('Control+4')
    await part('Axis').click()
    await page().getByRole('button', { name: 'Show all' }).click()
    await marks().first().waitFor()
  })
  afterAll(() => running.end())

  const page = () => running.page
  const press = (key: string) => page().keyboard.press(key)
  const part = (name: string) => page().getByRole('radio', { name, exact: true })
  const marks = () => page().locator('.timeline-lanes [data-entry]')
  const range = () => page().locator('.timeline-range').innerText()
  const kind = (name: RegExp) =>
    page().locator('[aria-label="What is shown"] button').filter({ hasText: name })
  const focusedEntry = () => page().evaluate(() => document.activeElement?.getAttribute('data-entry') ?? null)
  const isText = () => page().getByRole('main', { name: 'Text', exact: true }).isVisible()

  it('is reached, walked and zoomed by key', async () => {
    for (let tabs = 0; tabs < 30 && (await focusedEntry()) === null; tabs++) await press('Tab')
    const first = await focusedEntry()
    expect(first).not.toBeNull()
    const all = await range()
    await press('+')
    await expect.poll(range).not.toBe(all)
    const near = await range()
    await press('Shift+ArrowRight')
    await expect.poll(range).not.toBe(near)
    await press('0')
    await expect.poll(range).toBe(all)
    await press('End')
    await press('ArrowUp')
    await expect.poll(focusedEntry).not.toBeNull()
  })

  it('goes to the passage of an entry with Enter', async () => {
    await part('List').click()
    const rows = page().getByRole('grid', { name: 'Entries in the order of time' }).getByRole('row')
    await rows.nth(1).focus()
    await press('ArrowDown')
    await press('Enter')
    await expect.poll(isText).toBe(true)
    const inText = page().locator('.text-document').first()
    await expect.poll(() => inText.evaluate((it) => it.getBoundingClientRect().height > 0)).toBe(true)
  })

  it('goes to the passage of a mark with a click', async () => {
    await part('List').click()
    const rows = page().getByRole('grid', { name: 'Entries in the order of time' }).getByRole('row')
    await rows.nth(1).click()
    await expect.poll(isText).toBe(true)
    await press('Control+4')
    await part('Axis').click()
    for (let zoom = 0; zoom < 12 && (await isText()) === false; zoom++) {
      await page().locator('.timeline-lanes [data-entry][tabindex="0"] .timeline-hit').click()
      const menu = page().getByRole('menu')
      const reached = menu.or(page().getByRole('main', { name: 'Text', exact: true })).first()
      // A mark of many entries only comes nearer.
      await reached.waitFor({ timeout: 1000 }).catch(() => {})
      if (await menu.count()) await menu.getByRole('menuitem').first().click()
    }
    await expect.poll(isText).toBe(true)
  })

  it('leaves out what is not asked for', async () => {
    const before = await page().locator('.timeline-lanes').getByRole('group').count()
    expect(before).toBeGreaterThan(0)
    for (const name of [/Claims/, /Findings/, /Dates/]) await kind(name).click()
    await page().getByText('The filter leaves nothing to show.').waitFor()
    await page().getByRole('button', { name: 'Show everything' }).click()
    await marks().first().waitFor()
    await kind(/Dates/).click()
    await expect.poll(() => kind(/Dates/).getAttribute('aria-pressed')).toBe('false')
    await kind(/Dates/).click()
  })

  it('has a claim once the date that its own words name is taken', async () => {
    await press('Control+1')
    await page()
      .getByRole('tab', { name: /^Sources/ })
      .click()
    await page()
      .getByRole('option', { name: /Storm gate at Port Hallam fails/ })
      .click()
    await page()
      .getByRole('textbox', { name: /^Text of/ })
      .focus()
    await press('Control+f')
    await page()
      .getByRole('textbox', { name: 'Find', exact: true })
      .fill('inspected on Monday, 11 March 2024')
    await page().locator('.find-count', { hasText: '1 of 1' }).waitFor()
    await press('Escape')
    await press('h')
    await page().getByRole('button', { name: 'Take Monday, 11 March 2024 as the event date' }).click()
    const date = page().getByRole('textbox', { name: /^Event date/ })
    await expect.poll(() => date.inputValue()).toBe('2024-03-11')
    await page()
      .getByRole('main', { name: 'Text', exact: true })
      .click({ position: { x: 40, y: 400 } })
    await press('Control+4')
    await part('List').click()
    const rows = page().getByRole('grid', { name: 'Entries in the order of time' }).getByRole('row')
    await rows.filter({ hasText: 'Claim' }).filter({ hasText: '11 March 2024' }).first().waitFor()
  })

  it('is saved as an SVG with a mark for each that is shown', async () => {
    const path = join(running.home, 'timeline.svg')
    await answerSaveDialog(running, path)
    await page().getByRole('button', { name: 'Save as SVG' }).click()
    await page().getByText('Saved as “timeline.svg”.').waitFor()
    const svg = await readFile(path, 'utf8')
    const drawn = drawingOf(svg)
    expect(drawn.name).toBe('svg')
    expect(drawn.titles.length).toBeGreaterThan(5)
    const counts = drawn.titles.map((title) =>
      Number(/^(\d+) (?:entries|claims|findings|dates)/.exec(title)?.[1] ?? 1),
    )
    expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(drawn.titles.length)
    expect(running.complaints).toEqual([])
  })
})

/** The root of a drawing and the titles of its marks. Throws where it is not well-formed XML. */
function drawingOf(svg: string): { name: string; titles: string[] } {
  const parser = new SaxesParser()
  const open: string[] = []
  const titles: string[] = []
  let name = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    name ||= tag.name
    if (tag.name === 'title' && open.at(-1) === 'g') titles.push('')
    open.push(tag.name)
  })
  parser.on('text', (text) => {
    if (open.at(-1) === 'title' && open.at(-2) === 'g') titles[titles.length - 1] += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(svg).close()
  return { name, titles }
}

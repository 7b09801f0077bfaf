import { launchElectron } from '../text/bench-window.js'
import { installFloorPage, type FloorWindow } from './floor-page.js'
import type { Drawn } from './measure-workbench.js'
import { MeasuredWindow, type ActSample, type ScrollSample } from './measured-window.js'

/** What bare pages take, by name. */
export type FloorSamples = Record<FloorName, ActSample | ScrollSample>
export type FloorName =
  'list scroll' | 'table scroll' | 'sort' | 'filter' | 'marks' | 'triage page' | 'inspector' | 'list'

/** Rows as the lists and the table have them, in CSS pixels. */
const listRow = { height: 90, cells: 5 }
const tableRow = { height: 34, cells: 11 }

/** Measures pages without a program that draw as many elements as the program does. */
export async function measureFloors(entries: number, drawn: Drawn): Promise<FloorSamples> {
  const app = await launchElectron()
  try {
    const opened = app.waitForEvent('window')
    await app.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({
        width: 1440,
        height: 900,
        webPreferences: { backgroundThrottling: false },
      })
      void window.loadURL('data:text/html,<!doctype html><title>Floor</title><body></body>')
    })
    const page = await opened
    await page.waitForLoadState('domcontentloaded')
    await page.evaluate(installFloorPage)
    return await floors(await MeasuredWindow.of(app, page), entries, drawn)
  } finally {
    await app.close()
  }
}

async function floors(measured: MeasuredWindow, entries: number, drawn: Drawn): Promise<FloorSamples> {
  const { page } = measured
  const list = (rows: typeof listRow) => () =>
    page.evaluate(
      ([count, height, cells]) => {
        const texts = Array.from(
          { length: count },
          (_, at) => `Entry ${(at * 7919) % count}: words of a claim`,
        )
        Object.assign(window, { texts })
        ;(window as never as FloorWindow).floor.list(texts, height, cells)
      },
      [entries, rows.height, rows.cells] as const,
    )
  const elements = (count: number) => () =>
    page.evaluate((count) => (window as never as FloorWindow).floor.elements(count), count)
  const opened = await measured.act(list(listRow))
  const listScroll = await measured.scroll('.floor-list', 120)
  await list(tableRow)()
  const tableScroll = await measured.scroll('.floor-list', 204)
  const relisted = (how: 'sort' | 'filter') =>
    measured.act(() =>
      page.evaluate((how) => {
        const { texts, floor } = window as never as FloorWindow & { texts: string[] }
        floor.relist(how === 'sort' ? texts.toSorted() : texts.filter((text) => text.includes('7')))
      }, how),
    )
  return {
    list: opened,
    'list scroll': listScroll,
    'table scroll': tableScroll,
    sort: await relisted('sort'),
    filter: await relisted('filter'),
    marks: await measured.act(() =>
      page.evaluate((count) => (window as never as FloorWindow).floor.marks(count, 0), drawn.marks),
    ),
    'triage page': await measured.act(elements(drawn.triage)),
    inspector: await measured.act(elements(drawn.inspector)),
  }
}

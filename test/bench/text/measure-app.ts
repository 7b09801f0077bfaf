import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright'
import { startApp, temporaryHome } from '../../helpers/running-app.js'
import { timed } from '../case-file/measure.js'
import { fillCase, longTitle } from './app-case.js'
import { installProbe } from './app-probe.js'
import { MainThread } from './main-thread.js'
import type { TextSize } from './text-data.js'

/** Samples from the built program, in milliseconds, or frames where the name says so. */
export interface AppSamples {
  /** From the click on a source to the painted text with its claims. */
  open: number[]
  /** What that takes of the window's main thread. */
  'open, main thread': number[]
  /** The call for the text alone, there and back. */
  'open, the call': number[]
  /** From the key press to the painted claim. */
  add: number[]
  /** What that takes of the window's main thread, and what follows within a third of a second. */
  'add, main thread': number[]
  'add, frames': number[]
  /** The call that adds a claim alone, committed and answered. */
  'add, the call': number[]
  /** A call that reaches the case file's worker and has little to do there. */
  'a call': number[]
  /** One row committed with better-sqlite3 alone. */
  'a commit': number[]
}

const adds = 12
const calls = 40

/** Starts the built program with a large case `runs` times, opens the long source and adds claims by key. */
export async function measureApp(size: TextSize, runs: number): Promise<AppSamples> {
  const samples: AppSamples = {
    open: [],
    'open, main thread': [],
    'open, the call': [],
    add: [],
    'add, main thread': [],
    'add, frames': [],
    'add, the call': [],
    'a call': [],
    'a commit': [],
  }
  for (let run = 0; run < runs; run++) {
    const { home, remove } = await temporaryHome()
    try {
      await measureOnce(home, size, samples)
    } finally {
      await remove()
    }
  }
  return samples
}

async function measureOnce(home: string, size: TextSize, samples: AppSamples): Promise<void> {
  const file = join(home, 'bench.stet')
  const source = fillCase(file, size)
  const { page, quit } = await startApp(home, [file])
  await page.getByRole('option', { name: longTitle }).waitFor()
  await checksDone(page)
  const thread = await MainThread.of(page)
  await openLong(page, thread, samples)
  await checksDone(page)
  await addByKey(page, thread, samples)
  for (let call = 0; call < calls / 8; call++)
    samples['open, the call'].push(await callTime(page, 'source.text', { id: source }))
  for (let call = 0; call < calls; call++) {
    samples['a call'].push(await callTime(page, 'case.history', { key: 'none' }))
    samples['add, the call'].push(await callTime(page, 'case.perform', addCommand(source, call)))
    await page.waitForTimeout(30)
  }
  await quit()
  samples['a commit'].push(...commits(join(home, 'floor.db')))
}

/** The first check of a case runs beside everything; it would be measured with it. */
async function checksDone(page: Page): Promise<void> {
  await page.waitForTimeout(500)
  await page.locator('.status-bar .progress').waitFor({ state: 'detached', timeout: 120_000 })
  await page.waitForTimeout(500)
}

async function openLong(page: Page, thread: MainThread, samples: AppSamples): Promise<void> {
  await page.evaluate(installProbe, '.text-document [data-claims]')
  const row = page.getByRole('option', { name: longTitle })
  const { work, value } = await thread.during(() => seenAfter(page, 'pointerdown', () => row.click()))
  samples.open.push(value.milliseconds)
  samples['open, main thread'].push(work)
}

/** Each time in another sentence. */
async function addByKey(page: Page, thread: MainThread, samples: AppSamples): Promise<void> {
  await page.evaluate(installProbe, '.text-document .claim.is-active')
  await page
    .locator('.text-document p')
    .nth(1)
    .click({ position: { x: 40, y: 10 } })
  for (let add = 0; add < adds; add++) {
    for (let line = 0; line < 5; line++) await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(200)
    const { work, value } = await thread.during(async () => {
      const seen = await seenAfter(page, 'keydown', () => page.keyboard.press('h'))
      await page.waitForTimeout(300)
      return seen
    })
    samples.add.push(value.milliseconds)
    samples['add, frames'].push(value.frames)
    samples['add, main thread'].push(work)
  }
}

interface Seen {
  milliseconds: number
  frames: number
}

/** What an act leads to, from the first event of a type that it causes. */
async function seenAfter(page: Page, type: string, act: () => Promise<void>): Promise<Seen> {
  await page.evaluate((name) => (window as never as Probed).probe.watch(name), type)
  await act()
  return page.evaluate(() => (window as never as Probed).probe.seen)
}

interface Probed {
  probe: { watch: (type: string) => void; seen: Promise<Seen> }
  stet: { call: (name: string, argument: unknown) => Promise<unknown> }
}

function callTime(page: Page, name: string, argument: unknown): Promise<number> {
  return page.evaluate(
    async ([call, value]) => {
      const start = performance.now()
      await (window as never as Probed).stet.call(call as string, value)
      return performance.now() - start
    },
    [name, argument] as const,
  )
}

function addCommand(sourceId: string, call: number): unknown {
  const start = 1000 + call * 7
  return { do: 'add-claim', id: crypto.randomUUID(), sourceId, start, end: start + 6, fields: {} }
}

/** What a commit costs by itself, under the settings of a case file. */
function commits(path: string): number[] {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, content TEXT) STRICT')
  const insert = db.prepare('INSERT INTO rows (content) VALUES (?)')
  const samples = Array.from({ length: calls }, () => timed(() => insert.run('x'.repeat(1000))))
  db.close()
  return samples
}

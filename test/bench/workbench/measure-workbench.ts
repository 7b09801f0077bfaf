import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { startApp, temporaryHome } from '../../helpers/running-app.js'
import { MeasuredWindow, type ActSample, type ScrollSample } from './measured-window.js'
import { fillWorkbenchCase, type WorkbenchSize } from './workbench-case.js'

/** The acts of one run, by name. */
export type WorkbenchSamples = Record<string, ActSample | ScrollSample>

/** How much of the views is drawn, for the floors to draw as much. */
export interface Drawn {
  /** Elements within the lanes of the timeline, and within the triage's page. */
  marks: number
  triage: number
  inspector: number
}

/** Starts the built program with a large case and does in it what a person does. */
export async function measureWorkbench(
  size: WorkbenchSize,
): Promise<{ samples: WorkbenchSamples; drawn: Drawn }> {
  const { home, remove } = await temporaryHome()
  const file = join(home, 'bench.stet')
  fillWorkbenchCase(file, size)
  const { app, page, quit } = await startApp(home, [file])
  try {
    await page.getByRole('tab', { name: /^Findings/ }).waitFor()
    await checksDone(page)
    const measured = await MeasuredWindow.of(app, page)
    const samples: WorkbenchSamples = {}
    await lists(measured, samples)
    await claimsTable(measured, samples)
    const timeline = await timelineActs(measured, samples)
    const triage = await triageActs(measured, samples)
    return { samples, drawn: { ...timeline, ...triage } }
  } finally {
    await quit()
    await remove()
  }
}

/** The first check of a case runs beside everything; it would be measured with it. */
async function checksDone(page: Page): Promise<void> {
  await page.waitForTimeout(1000)
  await page.locator('.status-bar .progress').waitFor({ state: 'detached', timeout: 300_000 })
  await page.waitForTimeout(1000)
}

async function lists(measured: MeasuredWindow, samples: WorkbenchSamples): Promise<void> {
  const { page } = measured
  const press = (key: string) => () => page.keyboard.press(key)
  samples['claims list: open'] = await measured.act(press('Control+Shift+3'))
  await page.getByRole('listbox', { name: 'Claims' }).waitFor()
  samples['claims list: scroll'] = await measured.scroll('[role="listbox"][aria-label="Claims"]', 120)
  await press('j')()
  await page.waitForTimeout(1000)
  samples['claims list: next (j)'] = await measured.act(press('j'))
  samples['claims list: to the end'] = await measured.act(async () => {
    await page.locator('[role="option"]').first().focus()
    await page.keyboard.press('End')
  })
  samples['findings list: open'] = await measured.act(press('Control+Shift+2'))
  samples['findings list: scroll'] = await measured.scroll(
    '[role="listbox"][aria-label="Open findings"]',
    120,
  )
  await press('j')()
  await page.waitForTimeout(1000)
  samples['findings list: next (j)'] = await measured.act(press('j'))
}

async function claimsTable(measured: MeasuredWindow, samples: WorkbenchSamples): Promise<void> {
  const { page } = measured
  const click = (target: Locator) => () => target.click()
  samples['table: open'] = await measured.act(() => page.keyboard.press('Control+2'))
  samples['table: scroll'] = await measured.scroll('.claims-body', 204)
  samples['table: sort by the quote'] = await measured.act(
    click(page.getByRole('columnheader', { name: /Quote/ })),
  )
  const query = page.getByRole('searchbox', { name: 'Search the claims' })
  await query.focus()
  samples['table: filter, a letter'] = await measured.act(() => page.keyboard.press('g'))
  samples['table: filter, the next letter'] = await measured.act(() => page.keyboard.press('u'))
  samples['table: filter taken off'] = await measured.act(() => query.fill(''))
  await page.getByRole('button', { name: 'Group' }).click()
  await page.waitForTimeout(300)
  samples['table: group by verdict'] = await measured.act(
    click(page.getByRole('menuitemradio', { name: /verdict/i })),
  )
}

async function timelineActs(
  measured: MeasuredWindow,
  samples: WorkbenchSamples,
): Promise<Pick<Drawn, 'marks'>> {
  const { page } = measured
  samples['timeline: open'] = await measured.act(async () => {
    await page.keyboard.press('Control+4')
    await page.locator('.timeline-lanes [role="group"]').first().waitFor()
  })
  await page.waitForTimeout(2000)
  const marks = await page.locator('.timeline-lanes *').count()
  samples['timeline: zoom by key'] = await measured.act(async () => {
    await page.locator('.timeline-scroller [tabindex="0"]').first().focus()
    await page.keyboard.press('+')
  })
  samples['timeline: closer'] = await measured.act(() => page.getByRole('button', { name: 'Closer' }).click())
  samples['timeline: scroll'] = await measured.scroll('.timeline-lanes', 20)
  const claims = page.locator('[aria-label="What is shown"] button').first()
  samples['timeline: filter'] = await measured.act(() => claims.click())
  samples['timeline: filter taken off'] = await measured.act(() => claims.click())
  samples['timeline: list'] = await measured.act(() =>
    page.getByRole('radio', { name: 'List', exact: true }).click(),
  )
  samples['timeline: order'] = await measured.act(() =>
    page.getByRole('radio', { name: 'Order', exact: true }).click(),
  )
  return { marks }
}

async function triageActs(
  measured: MeasuredWindow,
  samples: WorkbenchSamples,
): Promise<Pick<Drawn, 'triage' | 'inspector'>> {
  const { page } = measured
  const inspector = await page.locator('[data-pane="inspector"] *').count()
  samples['triage: open'] = await measured.act(() => page.keyboard.press('Control+3'))
  const triage = await page.locator('.triage *').count()
  samples['triage: next (j)'] = await measured.act(() => page.keyboard.press('j'))
  samples['triage: accept (a)'] = await measured.act(() => page.keyboard.press('a'))
  return { triage, inspector }
}

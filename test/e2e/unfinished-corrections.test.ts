import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCase } from '../../db/case-store.js'
import { documentFromPlainText } from '../../shared/document/from-plain-text.js'
import {
  answerOpenDialog,
  answerSaveDialog,
  startApp,
  temporaryHome,
  type RunningApp,
} from '../helpers/running-app.js'

/** A person corrects a text, and lets the text of another copy take its place before that is finished. */
describe('a correction that a merge set aside', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp

  beforeEach(async () => {
    home = await temporaryHome()
    running = await startApp(home.home)
    const { page } = running
    await page.getByRole('button', { name: /Try the sample case/ }).click()
    await text().getByText('By Ines Oduya').waitFor()
    const copy = join(home.home, 'copy.stet')
    await answerSaveDialog(running, copy)
    await choose('Save a copy…')
    await page.getByText('Saved a copy as “copy.stet”.').waitFor()
    replaceTextIn(copy)
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Late edition. ')
    await text().getByText('Late edition. Storm gate').waitFor()
    await page.getByRole('option', { name: /The Port Hallam storm gate/ }).click()
    await page.getByRole('tab', { name: /Storm gate at Port Hallam fails/ }).click()
    await page.getByText('A correction of this text was left unfinished.').waitFor()
    await answerOpenDialog(running, [copy])
    await choose('Merge another copy…')
    const merge = dialog('Merge “copy.stet”')
    await merge.getByText('which you are correcting', { exact: false }).waitFor()
    await merge.getByRole('button', { name: 'All theirs' }).click()
    await merge.getByRole('button', { name: 'Merge', exact: true }).click()
    await text().getByText('Second print. Storm gate').waitFor()
    await running.page.getByText('Your unfinished correction is under “Text versions…”').first().waitFor()
  })
  afterEach(async () => {
    if (running.complaints.length) throw new Error(running.complaints.join('\n'))
    await running.app.close().catch(() => {})
    await home.remove()
  })

  const text = () => running.page.getByRole('textbox', { name: /^Text of/ })
  const dialog = (name: string) => running.page.getByRole('dialog', { name })
  const unfinished = () =>
    dialog('Text versions').getByRole('group', { name: 'Unfinished correction of version 1' })
  const press = (name: string) => unfinished().getByRole('button', { name }).click()

  /** Chooses an entry of the menus. */
  async function choose(label: string): Promise<void> {
    await running.app.evaluate(({ Menu }, wanted) => {
      const entries = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) => submenu?.items ?? [])
      const deeper = entries.flatMap(({ submenu }) => submenu?.items ?? [])
      ;[...entries, ...deeper].find((entry) => entry.label === wanted)!.click()
    }, label)
  }

  it('says why it cannot go on, can be read and copied, and thrown away by itself', async () => {
    await choose('Text versions…')
    await unfinished().getByText('because version 2 is the text now', { exact: false }).waitFor()
    expect(await unfinished().getByRole('button', { name: 'Take up again' }).count()).toBe(0)
    await press('Show what it changes')
    const differences = dialog('Text versions').getByRole('region', { name: 'Differences' })
    await differences.locator('ins', { hasText: 'Late edition.' }).waitFor()
    await press('Copy its text')
    await expect
      .poll(() => running.app.evaluate(({ clipboard }) => clipboard.readText()))
      .toMatch(/^Late edition\. Storm gate/)
    await press('Throw away…')
    await dialog('Throw the correction away?').getByRole('button', { name: 'Keep it' }).click()
    await press('Throw away…')
    await dialog('Throw the correction away?').getByRole('button', { name: 'Throw it away' }).click()
    await dialog('Text versions').locator('b', { hasText: 'Version 1' }).waitFor()
    await expect.poll(() => unfinished().count()).toBe(0)
    await running.page.keyboard.press('Escape')
    await text().focus()
    await running.page.keyboard.press('Control+z')
    await text().getByText('Storm gate at Port Hallam').first().waitFor()
    await expect.poll(() => text().getByText('Second print.').count()).toBe(0)
    expect(await running.page.getByText('was left unfinished').count()).toBe(0)
  })

  it('is taken up again where its text is the current one again', async () => {
    const { page } = running
    await text().focus()
    await page.keyboard.press('Control+z')
    await page.getByText('A correction of this text was left unfinished.').waitFor()
    await text().getByText('Storm gate at Port Hallam').first().waitFor()
    await expect.poll(() => text().getByText('Second print.').count()).toBe(0)
    await choose('Text versions…')
    await press('Take up again')
    await text().getByText('Late edition. Storm gate').waitFor()
    await expect.poll(() => text().evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Very ')
    await text().getByText('Very Late edition. Storm gate').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await dialog('Throw the correction away?').getByRole('button', { name: 'Throw it away' }).click()
    await expect.poll(() => text().getByText('Late edition.').count()).toBe(0)
  })
})

/** Bea's copy has another text of the first source. */
function replaceTextIn(path: string): void {
  const store = openCase(path)
  const { id: sourceId, currentVersionId: baseVersionId } = store.records().sources[0]!
  const document = documentFromPlainText(`Second print. ${store.text(sourceId).text}`).toJSON() as unknown
  const replacement = { sourceId, baseVersionId, document, reason: 'Second print', ranges: {}, file: null }
  store.replaceText(replacement, randomUUID, 'Bea', '2026-02-03T09:30:00.000Z')
  store.close()
}

import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerOpenDialog, answerSaveDialog, type RunningApp } from '../helpers/running-app.js'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** What a person can do about the case file itself: verify, copy, go back, and save what is left of a damaged one. */
describe('the case file', () => {
  let running: RunningSample

  beforeEach(async () => {
    running = await startSample()
    const { page } = running
    await page.getByRole('tab', { name: /Findings [1-9]/ }).click()
    await page.getByRole('option', { name: /14 March 2024 was a Thursday/ }).click()
    await page.keyboard.press('a')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
  })
  afterEach(() => running.end())

  it('is verified when asked', async () => {
    await choose(running, 'Verify the case file')
    await running.page.getByRole('dialog').getByText('Sound:', { exact: false }).waitFor()
  })

  it('is copied whole, and the copy is a case of its own', async () => {
    const { page } = running
    const path = join(running.home, 'copy.stet')
    await answerSaveDialog(running, path)
    await choose(running, 'Save a copy…')
    await page.getByText('Saved a copy as “copy.stet”.').waitFor()
    await page.keyboard.press('Delete')
    await page.getByRole('tab', { name: 'Claims 0' }).waitFor()
    await answerOpenDialog(running, [path])
    await page.keyboard.press('Control+Shift+O')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
  })

  it('goes back to a backup after showing what differs', async () => {
    const { page } = running
    await choose(running, 'Backups…')
    const dialog = page.getByRole('dialog', { name: 'Backups' })
    await dialog.getByRole('button', { name: 'Back up now' }).click()
    await dialog.getByRole('option').first().waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('Delete')
    await page.getByRole('tab', { name: 'Claims 0' }).waitFor()
    await choose(running, 'Backups…')
    await dialog.getByRole('option').first().click()
    await dialog.getByText('1 would come back', { exact: false }).first().waitFor()
    await dialog.getByRole('button', { name: 'Restore this backup' }).click()
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
  })

  it('that is damaged is left as it is, and what is sound in it is saved', async () => {
    const { page } = running
    const path = join(running.home, 'damaged.stet')
    await answerSaveDialog(running, path)
    await choose(running, 'Save a copy…')
    await page.getByText('Saved a copy as “damaged.stet”.').waitFor()
    await overwriteSecondPage(path)
    await answerOpenDialog(running, [path])
    await page.keyboard.press('Control+Shift+O')
    const refused = page.getByRole('dialog', { name: 'The case was not opened' })
    await refused.getByText('damaged.stet', { exact: false }).waitFor()
    await answerSaveDialog(running, join(running.home, 'salvaged.stet'))
    await refused.getByRole('button', { name: 'Salvage what is sound…' }).click()
    await page.getByText('salvaged.stet').waitFor()
    expect((await stat(path)).size).toBeGreaterThan(0)
  })
})

/** Chooses an entry of the File menu. */
async function choose({ app }: RunningApp, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const file = Menu.getApplicationMenu()!.items.find((item) => item.label === '&File')!
    file.submenu!.items.find((item) => item.label === wanted)!.click()
  }, label)
}

/** Overwrites a page of a file, as a bad sector would. */
async function overwriteSecondPage(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, 4096)
  await file.close()
}

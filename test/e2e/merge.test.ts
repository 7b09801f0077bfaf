import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCase, type CaseStore } from '../../db/case-store.js'
import { acceptedClaimIds } from '../../shared/checks/accepted-claims.js'
import { presetScales } from '../../shared/domain/preset-scales.js'
import {
  answerOpenDialog,
  answerSaveDialog,
  startApp,
  temporaryHome,
  type RunningApp,
} from '../helpers/running-app.js'

const noteId = '00000000-0000-4000-8000-0000000000aa' as never

/** Two people work on copies of one case, which come together again in the window of one of them. */
describe('sharing a case', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp
  let copy: string

  beforeEach(async () => {
    home = await temporaryHome()
    running = await startApp(home.home)
    copy = join(home.home, 'copy.stet')
    const { page } = running
    await page.getByRole('button', { name: /Try the sample case/ }).click()
    await page.getByRole('tab', { name: /Findings [1-9]/ }).click()
    await page.getByRole('option', { name: /14 March 2024 was a Thursday/ }).click()
    await page.keyboard.press('a')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    await answerSaveDialog(running, copy)
    await choose(running, 'Save a copy…')
    await page.getByText('Saved a copy as “copy.stet”.').waitFor()
  })
  afterEach(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
  })

  it('merges a copy that was edited elsewhere, with a conflict chosen by key, and takes it back', async () => {
    const { page } = running
    editCopy(copy)
    await page.getByRole('tab', { name: 'Claims 1' }).click()
    await page.getByRole('option').first().click()
    await page.keyboard.press('1')
    await page
      .getByRole('radio', { name: /Supported/, checked: true })
      .first()
      .waitFor()
    await answerOpenDialog(running, [copy])
    await choose(running, 'Merge another copy…')
    const dialog = page.getByRole('dialog', { name: 'Merge “copy.stet”' })
    await dialog.getByText('note: 1 new').waitFor()
    await dialog.getByText('Bea', { exact: false }).first().waitFor()
    const merge = dialog.getByRole('button', { name: 'Merge', exact: true })
    expect(await merge.isDisabled()).toBe(true)
    await dialog.getByRole('row').first().focus()
    await page.keyboard.press('t')
    await dialog.getByText('✓ kept').waitFor()
    await merge.click()
    await page.getByText('Merged “copy.stet”.', { exact: false }).waitFor()
    await page
      .getByRole('radio', { name: /Garbled/, checked: true })
      .first()
      .waitFor()
    await page.getByText('The calendar says so').first().waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await page
      .getByRole('radio', { name: /Supported/, checked: true })
      .first()
      .waitFor()
    expect(running.complaints).toEqual([])
  })

  it('shows what else a copy brings: its title, its scale of verdicts, an unfinished correction', async () => {
    const { page } = running
    workInCopy(copy, (store) => {
      const at = '2026-02-03T09:40:00.000Z'
      const [source] = store.records().sources
      store.setTitle('The fire at the mill', 'Bea', at)
      store.perform({ do: 'set-verdict-scale', scale: presetScales.at(-1)!, mapping: {} }, 'Bea', at)
      const { id: sourceId, currentVersionId: textVersionId } = source!
      store.saveDraft({ sourceId, textVersionId, number: 0, steps: [] })
    })
    await page.getByRole('tab', { name: 'Claims 1' }).click()
    await page.getByRole('option').first().click()
    await page.keyboard.press('1')
    await answerOpenDialog(running, [copy])
    await choose(running, 'Merge another copy…')
    const dialog = page.getByRole('dialog', { name: 'Merge “copy.stet”' })
    const notices = dialog.getByRole('list', { name: 'To know before merging' })
    await notices.getByText('will be called “The fire at the mill”', { exact: false }).waitFor()
    await notices.getByText('Supported → Accurate (1)', { exact: false }).waitFor()
    await notices.getByText('comes along', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
    await page
      .getByRole('radio', { name: /Accurate/, checked: true })
      .first()
      .waitFor()
    await expect
      .poll(() => page.getByRole('textbox', { name: /title/i }).inputValue())
      .toBe('The fire at the mill')
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await page
      .getByRole('radio', { name: /Supported/, checked: true })
      .first()
      .waitFor()
    await expect
      .poll(() => page.getByRole('textbox', { name: /title/i }).inputValue())
      .not.toBe('The fire at the mill')
    expect(running.complaints).toEqual([])
  })

  it('makes one claim of a finding that both accepted, and shows two on one passage beside each other', async () => {
    const { page } = running
    workInCopy(copy, (store) => {
      acceptIn(store, 'April')
      repeatClaim(store)
    })
    await page.getByRole('tab', { name: /Findings/ }).click()
    await page.getByRole('option', { name: /31 April 2024/ }).click()
    await page.keyboard.press('a')
    await page.getByRole('tab', { name: 'Claims 2' }).waitFor()
    await answerOpenDialog(running, [copy])
    await choose(running, 'Merge another copy…')
    const dialog = page.getByRole('dialog', { name: 'Merge “copy.stet”' })
    await dialog.getByText('One passage carries a claim in both copies', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
    await page.getByRole('tab', { name: 'Claims 3' }).click()
    await page
      .getByRole('option', { name: /Tuesday, 14 March 2024/ })
      .first()
      .click()
    const same = page.getByRole('region', { name: 'On the same passage' })
    await same.getByRole('button', { name: /^Claim \d/ }).waitFor()
    await same.getByRole('button', { name: /^Join claim \d into this claim/ }).click()
    await page.getByText('Left out: the verdict', { exact: false }).waitFor()
    await page.getByRole('tab', { name: 'Claims 2' }).waitFor()
    expect(await same.count()).toBe(0)
    expect(running.complaints).toEqual([])
  })

  it('says in words why a file cannot be merged, and when there is nothing new in it', async () => {
    const { page } = running
    await answerOpenDialog(running, [copy])
    await choose(running, 'Merge another copy…')
    await page.getByText('“copy.stet” holds nothing that is not in this case already.').waitFor()
    await page.keyboard.press('Escape')
    const letter = join(home.home, 'letter.stet')
    await writeFile(letter, 'A letter')
    await answerOpenDialog(running, [letter])
    const settings = page.getByRole('button', { name: 'Preferences' })
    await settings.focus()
    await choose(running, 'Merge another copy…')
    await page
      .getByRole('dialog', { name: 'The copy cannot be merged' })
      .getByText('letter.stet', { exact: false })
      .waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => settings.evaluate((one) => one === document.activeElement)).toBe(true)
  })

  it('shares a bundle, and merges the answer', async () => {
    const { page } = running
    const bundle = join(home.home, 'part.stet')
    await answerSaveDialog(running, bundle)
    await choose(running, 'Share a bundle…')
    await page.getByRole('dialog', { name: 'Share a bundle' }).getByRole('button', { name: 'Save…' }).click()
    await page.getByText('Saved “part.stet”', { exact: false }).waitFor()
    editCopy(bundle)
    await answerOpenDialog(running, [bundle])
    await choose(running, 'Merge another copy…')
    await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click()
    await page.getByText('Merged “part.stet”.', { exact: false }).waitFor()
  })

  it('verifies a report that was saved, and sees that it was altered', async () => {
    const { page } = running
    const report = join(home.home, 'report.html')
    await answerSaveDialog(running, report)
    await page.keyboard.press('Control+E')
    await page.getByText('Report saved as “report.html”.').waitFor()
    await answerOpenDialog(running, [report])
    await choose(running, 'Verify a report…')
    await page.getByText('The file is as it was saved.').waitFor()
    await page.keyboard.press('Escape')
    await writeFile(report, (await readFile(report, 'utf8')).replace('Thursday', 'Friday'))
    await choose(running, 'Verify a report…')
    await page.getByText('The file was altered since it was saved', { exact: false }).waitFor()
  })
})

function workInCopy(path: string, work: (store: CaseStore) => void): void {
  const store = openCase(path)
  try {
    work(store)
  } finally {
    store.close()
  }
}

/** What Bea did in her copy: another verdict, and a note. */
function editCopy(path: string): void {
  const store = openCase(path)
  const [claim] = store.records().claims
  const at = '2026-02-03T09:30:00.000Z'
  store.perform({ do: 'edit-claim', id: claim!.id, fields: { verdict: 'garbled' } }, 'Bea', at)
  const body = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The calendar says so' }] }],
  }
  store.perform({ do: 'write-note', id: noteId, claimId: claim!.id, body, visibility: 'public' }, 'Bea', at)
  store.close()
}

/** Bea accepts the finding that says something. */
function acceptIn(store: CaseStore, words: string): void {
  const finding = store.records().findings.find(({ message }) => message.includes(words))!
  const claimIds = acceptedClaimIds(
    finding,
    () => false,
    () => noteId,
  )
  const { fingerprint } = finding
  store.perform(
    { do: 'accept-finding', fingerprint, claimIds, relationIds: [] },
    'Bea',
    '2026-02-03T09:50:00.000Z',
  )
}

/** Bea makes a claim of her own on the passage of the first claim, with another verdict. */
function repeatClaim(store: CaseStore): void {
  const { sourceId, selector } = store.records().claims[0]!
  const { start, end } = selector
  const fields = { verdict: 'garbled' }
  const command = { do: 'add-claim', id: noteId, sourceId, start, end, fields } as const
  store.perform(command, 'Bea', '2026-02-03T09:51:00.000Z')
}

/** Chooses an entry of the File menu. */
async function choose({ app }: RunningApp, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const file = Menu.getApplicationMenu()!.items.find((item) => item.label === '&File')!
    file.submenu!.items.find((item) => item.label === wanted)!.click()
  }, label)
}

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** Claims and citations from files of other programs, as a person imports them. */
describe('importing claims and citations', () => {
  let running: RunningSample

  beforeEach(async () => {
    running = await startSample()
  })
  afterEach(() => running.end())

  /** Answers the next dialog for files with a file of this content. */
  async function choose(name: string, content: string): Promise<void> {
    const path = join(running.home, name)
    await writeFile(path, content)
    await running.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, path)
  }

  async function importFile(): Promise<void> {
    const { page } = running
    await page.keyboard.press('Control+Shift+P')
    await page.keyboard.type('Import claims or citations')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: /Import/ }).waitFor()
  }

  it('puts annotations on a text, tells what was not found, and takes all back with one undo', async () => {
    const { page } = running
    const note = (id: number, exact: string) => ({
      id: `https://notes.example/${id}`,
      type: 'Annotation',
      target: { source: 'https://courier.example/', selector: { type: 'TextQuoteSelector', exact } },
      bodyValue: 'Who says so?',
    })
    const quotes = [
      'eleven boats broke from their moorings',
      'Divers recovered two of the broken pins the following day',
    ]
    const notes = [...quotes, 'A sentence that stands in no text at all'].map((exact, id) => note(id, exact))
    await choose('notes.jsonld', JSON.stringify(notes))
    await importFile()
    const dialog = page.getByRole('dialog', { name: 'Import 3 claims' })
    await dialog.getByText('3 without a source').waitFor()
    await dialog.getByRole('button', { name: /Source in this case/ }).click()
    await page
      .getByRole('listbox', { name: /Source in this case/ })
      .getByRole('option', { name: /Storm gate/ })
      .click()
    await dialog.getByText('1 found with the same words, 1 with other words, 1 not in the text.').waitFor()
    await dialog.getByText('Found with other words: 1').click()
    await dialog.getByText('Divers recovered two of the broken pins the next day').waitFor()
    await dialog.getByRole('button', { name: 'Import 3 claims' }).click()
    await page.getByRole('tab', { name: 'Claims 3' }).waitFor()
    await page.getByText('Imported 3 claims. 1 of them not in the text.').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('tab', { name: 'Claims 0' }).waitFor()
  })

  it('reads a table once it is told which column holds the quotes', async () => {
    const { page } = running
    await choose(
      'claims.csv',
      'Words;Where\nNobody was hurt;Storm gate at Port Hallam fails, harbour floods\n',
    )
    await importFile()
    const dialog = page.getByRole('dialog', { name: 'Import claims' })
    await dialog.getByRole('button', { name: /Words/ }).click()
    await page
      .getByRole('listbox', { name: /Words/ })
      .getByRole('option', { name: 'Quote', exact: true })
      .click()
    const read = page.getByRole('dialog', { name: 'Import one claim' })
    await read.getByRole('button', { name: /Where/ }).click()
    await page
      .getByRole('listbox', { name: /Where/ })
      .getByRole('option', { name: 'Source', exact: true })
      .click()
    await read.getByText('known by the same title').waitFor()
    await read.getByRole('button', { name: 'Import one claim' }).click()
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
  })

  it('shows what a citation changes in the record of a source, and changes it', async () => {
    const { page } = running
    const work = {
      id: '1',
      type: 'webpage',
      title: 'The Port Hallam storm gate',
      publisher: 'The Society',
      URL: 'https://society.example/',
    }
    await choose('works.json', JSON.stringify([work]))
    await importFile()
    const dialog = page.getByRole('dialog', { name: 'Import one citation' })
    await dialog.getByRole('row', { name: /Publisher Harbour Society of Port Hallam The Society/ }).waitFor()
    await dialog.getByRole('button', { name: 'Import one citation' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('option', { name: /The Port Hallam storm gate/ }).click()
    expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe('https://society.example/')
    expect(running.complaints).toEqual([])
  })

  it('makes a case again of a report that was saved as a web page', async () => {
    const { page } = running
    const path = join(running.home, 'report.html')
    await running.app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, path)
    await page.getByRole('button', { name: 'Save report' }).click()
    await page.getByText('Report saved as “report.html”.').waitFor()
    await page.keyboard.press('Control+o')
    const dialog = page.getByRole('dialog', { name: /^Report “/ })
    await dialog.getByText('It holds 3 texts and 0 claims', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: 'Open as a case' }).click()
    await page.getByText('Made a case of 3 texts and 0 claims.').waitFor()
    await page.getByRole('tab', { name: 'Sources 3' }).waitFor()
    expect(running.complaints).toEqual([])
  })
})

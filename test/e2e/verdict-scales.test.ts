import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerSaveDialog } from '../helpers/running-app.js'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** What a person does who judges by a scale of their own, and who takes the file of a source out again. */
describe('verdicts and originals', () => {
  let running: RunningSample

  beforeEach(async () => {
    running = await startSample()
    await text().getByText('By Ines Oduya').waitFor()
  })
  afterEach(() => running.end())

  const text = () => running.page.getByRole('textbox', { name: /^Text of/ })
  const press = (key: string) => running.page.keyboard.press(key)
  const inspector = () => running.page.getByRole('complementary', { name: 'Claim' })
  const dialog = () => running.page.getByRole('dialog')
  const option = (name: string | RegExp) => running.page.getByRole('option', { name })
  const verdict = (name: string) => inspector().getByRole('radio', { name, exact: true })
  const isChosen = (name: string) => verdict(name).getAttribute('aria-checked')
  const marks = (colour: string) => text().locator(`mark.verdict-${colour}`)

  /** What the native menu offers to judge by. */
  const inMenu = (): Promise<string[]> =>
    running.app.evaluate(({ Menu }) =>
      Array.from({ length: 9 }, (_, place) =>
        Menu.getApplicationMenu()?.getMenuItemById(`verdict-${place + 1}`),
      )
        .filter((item) => item?.visible)
        .map((item) => item!.label.replace('Verdict: ', '')),
    )

  /** Makes a claim of these words and judges it by a digit. */
  async function judge(words: string, digit: string): Promise<void> {
    await press('Control+f')
    await running.page.getByRole('textbox', { name: 'Find', exact: true }).fill(words)
    await running.page.locator('.find-count', { hasText: /^1 of / }).waitFor()
    await press('Escape')
    await press('h')
    await inspector().getByText(words).first().waitFor()
    await text().first().focus()
    await press(digit)
  }

  async function runCommand(name: string): Promise<void> {
    await press('Control+Shift+p')
    await dialog().getByRole('combobox').fill(name)
    await press('Enter')
  }

  it('are made, given to a case with what becomes of the verdicts there, and judged by', async () => {
    await judge('eleven boats', '4')
    await judge('knee-deep', '1')
    await expect.poll(() => isChosen('Supported')).toBe('true')

    await press('Control+,')
    await dialog().getByRole('tab', { name: 'Verdicts' }).click()
    await option(/Confirmed or not/).click()
    await dialog().getByRole('button', { name: 'Duplicate' }).click()
    const name = dialog().getByRole('textbox', { name: 'Name of the scale' })
    await name.fill('Our desk')
    await name.blur()
    await option(/Our desk/).waitFor()
    await dialog().getByRole('textbox', { name: 'Name of a further verdict' }).fill('Out of date')
    await press('Enter')
    await dialog().getByRole('listitem', { name: '4: Out of date' }).waitFor()
    await dialog().getByRole('button', { name: 'Move “Out of date” up' }).focus()
    await press('Enter')
    await dialog().getByRole('listitem', { name: '3: Out of date' }).waitFor()
    await expect
      .poll(() => running.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Move “Out of date” up')
    const label = dialog()
      .getByRole('listitem', { name: /Disputed/ })
      .getByRole('textbox', { name: 'Name' })
    await label.fill('Confirmed')
    await dialog().getByText('Another verdict of this scale has this name').waitFor()
    await label.fill('Contested')
    await dialog().getByRole('listitem', { name: '2: Contested' }).waitFor()

    await dialog().getByRole('button', { name: 'Verdicts of this case…' }).click()
    await option(/Our desk/).click()
    const row = dialog().getByRole('row', { name: /Contradicted/ })
    await row.getByRole('cell', { name: '1', exact: true }).waitFor()
    await row.getByRole('button').click()
    await option(/^≠/).click()
    await dialog().getByRole('button', { name: 'Judge by this scale' }).click()

    await verdict('Out of date').waitFor()
    await expect.poll(inMenu).toEqual(['Confirmed', 'Contested', 'Out of date', 'Unconfirmed'])
    expect(await isChosen('Confirmed')).toBe('true')
    expect(await marks('green').allTextContents()).toEqual(['knee-deep'])
    expect(await marks('amber').allTextContents()).toEqual(['eleven boats'])
    await text().first().focus()
    await press('3')
    await expect.poll(() => isChosen('Out of date')).toBe('true')

    await press('Control+z')
    await press('Control+z')
    await verdict('Supported').waitFor()
    expect(await marks('red').allTextContents()).toEqual(['eleven boats'])
  })

  it('stay as they were where the new scale has nothing like them', async () => {
    await judge('eleven boats', '8')
    await runCommand('verdicts of this case')
    await option(/Five steps/).click()
    await dialog().getByRole('button', { name: 'Judge by this scale' }).click()
    await inspector()
      .getByText(/is not in the scale of this case/)
      .first()
      .waitFor()
    await press('Control+2')
    await running.page
      .getByRole('row', { name: /eleven boats/ })
      .getByText('Not a factual claim')
      .waitFor()
  })

  it('and the untouched file of a source can be saved again', async () => {
    const path = join(running.home, 'out.txt')
    await answerSaveDialog(running, path)
    await runCommand('save the original')
    await running.page.getByText(/Original saved as/).waitFor()
    const original = await readFile(join(import.meta.dirname, '../../samples/1-hallam-courier.txt'))
    expect(await readFile(path)).toEqual(original)
  })

  it('and evidence from elsewhere says who made it and when', async () => {
    await judge('eleven boats', '1')
    await press('e')
    const evidence = inspector().getByRole('region', { name: 'Evidence' })
    await evidence.getByRole('textbox', { name: 'Author' }).fill('I. Okafor')
    await evidence.getByRole('textbox', { name: 'Publisher' }).fill('Harbour Board')
    const published = evidence.getByRole('textbox', { name: 'Published' })
    await published.fill('in spring')
    await evidence.getByText(/Not a date/).waitFor()
    await published.fill('2021-03')
    await published.blur()
    await inspector()
      .getByRole('button', { name: /^Close/ })
      .click()
    await inspector().waitFor({ state: 'detached' })
    await marks('green').click()
    await expect.poll(() => evidence.getByRole('textbox', { name: 'Author' }).inputValue()).toBe('I. Okafor')
    expect(await evidence.getByRole('textbox', { name: 'Published' }).inputValue()).toBe('2021-03')
  })
})

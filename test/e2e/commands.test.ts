import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** What a person does to find commands, to have keys that suit them, and to tune the checks. */
describe('commands, keys and rules', () => {
  let running: RunningSample

  beforeEach(async () => {
    running = await startSample()
    await text().focus()
  })
  afterEach(() => running.end())

  const text = () => running.page.getByRole('textbox', { name: /^Text of/ })
  const press = (key: string) => running.page.keyboard.press(key)
  const type = (words: string) => running.page.keyboard.type(words)
  const dialog = (name: string) => running.page.getByRole('dialog', { name })
  const button = (name: string | RegExp) => running.page.getByRole('button', { name })
  const field = (name: string) => running.page.getByRole('textbox', { name, exact: true })
  const palette = () => dialog('Go to, or run a command')
  const inText = async (): Promise<void> => {
    await expect.poll(() => text().evaluate((it) => it === document.activeElement)).toBe(true)
  }
  const openFindings = async (): Promise<number> => {
    const tab = await running.page.getByRole('tab', { name: /^Findings/ }).textContent()
    return Number(/\d+/.exec(tab ?? '')?.[0])
  }
  const accelerator = (id: string) =>
    running.app.evaluate(
      ({ Menu }, id) => Menu.getApplicationMenu()!.getMenuItemById(id)?.accelerator ?? null,
      id,
    )

  it('are found by typing, run by Enter, and left by Escape', async () => {
    await press('Control+Shift+P')
    await palette().waitFor()
    await press('Escape')
    await palette().waitFor({ state: 'detached' })
    await inText()
    await press('Control+k')
    await type('list of find')
    await running.page.getByRole('option', { name: /List of findings/ }).waitFor()
    await press('Enter')
    await running.page.getByRole('option', { name: /14 March 2024 was a Thursday/ }).waitFor()
    await press('Control+k')
    await running.page.getByRole('group', { name: 'Used last' }).getByText('List of findings').waitFor()
    await type('remove cl')
    const unavailable = running.page.getByRole('option', { name: /Remove claim/ })
    expect(await unavailable.getAttribute('aria-disabled')).toBe('true')
    expect(await unavailable.textContent()).toContain('No claim is open')
  })

  it('lead to sources, headings, paragraphs, claims and findings', async () => {
    const { page } = running
    await press('h')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    await press('Control+k')
    await type('board statement')
    await palette()
      .getByRole('option', { name: /Statement of the Port Hallam Harbour Board/ })
      .waitFor()
    await press('Enter')
    await page.getByRole('textbox', { name: /^Text of Statement/ }).waitFor()
    await press('Control+k')
    await type('@1')
    await page.getByRole('option', { name: /^1\. / }).waitFor()
    await press('Enter')
    await page.getByRole('textbox', { name: /^Text of Storm gate/ }).waitFor()
    await page.getByRole('complementary', { name: 'Claim' }).waitFor()
    await press('Control+k')
    await type(':3')
    await page.getByRole('option', { name: /Paragraph 3/ }).waitFor()
    await press('Enter')
    await inText()
    await press('h')
    await page.getByRole('complementary').getByText('The storm gate at Port Hallam failed').first().waitFor()
    await press('Control+k')
    await type('!thursday')
    await press('Enter')
    await page.getByRole('complementary', { name: 'Finding' }).waitFor()
  })

  it('take the keys that a person gives them, in the menus too, and can be given their own again', async () => {
    await press('?')
    await type('check again')
    await button('Add a key for “Check again”').click()
    await press('ArrowDown')
    await running.page.getByText('It moves the caret', { exact: false }).waitFor()
    await press('Control+e')
    await running.page.getByText('Ctrl E is the key of “Save report…”.').waitFor()
    await button('Take it over').click()
    await button('F9, change').click()
    await press('g')
    await button('g, change').waitFor()
    await dialog('Keys').getByRole('button', { name: 'Close', exact: true }).click()
    await dialog('Keys').waitFor({ state: 'detached' })
    await expect.poll(() => accelerator('run-checks')).toBe('G')
    expect(await accelerator('save-report')).toBeNull()
    await press('?')
    await button('Reset all keys').click()
    await expect.poll(() => accelerator('save-report')).toBe('CmdOrCtrl+E')
    expect(await accelerator('run-checks')).toBe('F9')
  })

  it('run by the key that they were given, and not by the one they had', async () => {
    const { page } = running
    await press('?')
    await type('highlight')
    await button('h, change').click()
    await press('w')
    await button('w, change').waitFor()
    await dialog('Keys').getByRole('button', { name: 'Close', exact: true }).click()
    await inText()
    await press('h')
    await press('w')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    await button('Undo: Add claim').waitFor()
  })

  it('let house rules be added, which the checks follow at once', async () => {
    const { page } = running
    const before = await openFindings()
    await press('Control+,')
    await page.getByRole('tab', { name: 'House rules' }).click()
    await field('New: Phrase').fill('!?')
    await press('Enter')
    await page.getByText('A word or phrase needs a letter or digit').waitFor()
    await field('New: Phrase').fill('knee-deep')
    await press('Enter')
    await button('Remove “knee-deep”').waitFor()
    await expect.poll(openFindings).toBe(before + 1)
    await button('Paste a list of spellings…').click()
    await field('One a line: Write; Not (commas between); Why').fill('harbor; harbour\nbroken')
    await page.getByText('Line 2: Say at least one spelling that is not used').waitFor()
    await field('One a line: Write; Not (commas between); Why').fill('harbor; harbour')
    await button('Add 1').click()
    await button('Remove “harbor”').waitFor()
    await expect.poll(openFindings).toBeGreaterThan(before + 1)
    await button('Remove “harbor”').click()
    await button('Remove “knee-deep”').click()
    await expect.poll(openFindings).toBe(before)
  })

  it('let a rule be switched off, and undo switches it on again', async () => {
    const { page } = running
    const before = await openFindings()
    await press('Control+k')
    await type('checks of this case')
    await press('Enter')
    const rule = page.getByRole('switch', { name: /Weekday mismatch/ })
    await rule.waitFor()
    await dialog('Checks of this case').getByText('1 open finding', { exact: true }).first().waitFor()
    await rule.press(' ')
    await expect.poll(openFindings).toBe(before - 1)
    await press('Escape')
    await dialog('Checks of this case').waitFor({ state: 'detached' })
    await press('Control+z')
    await expect.poll(openFindings).toBe(before)
  })

  it('are at hand where the pointer or the focus is', async () => {
    const { page } = running
    await page.getByRole('tab', { name: /^Findings/ }).click()
    const finding = page.getByRole('option', { name: /14 March 2024 was a Thursday/ })
    await finding.click({ button: 'right' })
    await page.getByRole('menuitem', { name: /Accept: make claims of it/ }).click()
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    await page.getByRole('tab', { name: 'Claims 1' }).click()
    await page.getByRole('option').first().focus()
    await press('Shift+F10')
    await page.getByRole('menu', { name: 'Claim' }).waitFor()
    await page.getByRole('menuitem', { name: /Verdict: Contradicted/ }).click()
    await page.getByRole('option', { name: /Contradicted/ }).waitFor()
  })

  it('make the whole window larger', async () => {
    const { page } = running
    await press('Control+,')
    await page.getByRole('radio', { name: '150' }).click()
    await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(1.5)
  })
})

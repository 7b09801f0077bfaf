import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerSaveDialog } from '../helpers/running-app.js'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** What a person does to show where a claim comes from, and which claims do not go together. */
describe('evidence and relations', () => {
  let running: RunningSample

  beforeEach(async () => {
    running = await startSample()
    await text().getByText('By Ines Oduya').waitFor()
  })
  afterEach(() => running.end())

  const text = (name = /^Text of/) => running.page.getByRole('textbox', { name })
  const statement = /The Port Hallam storm gate/
  const press = (key: string) => running.page.keyboard.press(key)
  const button = (name: string | RegExp) => running.page.getByRole('button', { name })
  const inspector = () => running.page.getByRole('complementary', { name: 'Claim' })
  const evidence = () => inspector().getByRole('region', { name: 'Evidence' })
  const relations = () => inspector().getByRole('region', { name: 'Relations' })
  const dialog = () => running.page.getByRole('dialog')

  /** Selects words in the text that was used last, by searching for them. */
  async function select(words: string): Promise<void> {
    await press('Control+f')
    await running.page.getByRole('textbox', { name: 'Find', exact: true }).fill(words)
    await running.page.locator('.find-count', { hasText: /^1 of / }).waitFor()
    await press('Escape')
  }

  async function claim(words: string): Promise<void> {
    await select(words)
    await press('h')
    await inspector().getByText(words).first().waitFor()
    await text().first().focus()
  }

  async function open(source: RegExp): Promise<void> {
    await running.page.getByRole('option', { name: source }).click()
    await text(source).waitFor()
    await text(source).focus()
  }

  it('cite a passage of another text while the claim is held, and lead back to it', async () => {
    await claim('eleven boats')
    await press('p')
    await open(statement)
    await inspector().getByText('eleven boats').first().waitFor()
    await select('The storm gate')
    await press('Shift+E')
    const bar = running.page.getByRole('toolbar', { name: 'Selected passage' })
    await bar.getByRole('button', { name: 'Contradicts' }).waitFor()
    await press('c')
    const card = evidence().getByRole('article', { name: statement })
    await card.getByText('The storm gate', { exact: true }).waitFor()
    expect(await card.getByRole('radio', { name: 'Contradicts' }).getAttribute('aria-checked')).toBe('true')
    await press('Escape')
    expect(await inspector().getByText('eleven boats').count()).toBeGreaterThan(0)
    await running.page.getByRole('option', { name: /Storm gate at Port Hallam fails/ }).click()
    await text(/Storm gate at Port Hallam fails/).waitFor()
    await card.getByText('The storm gate', { exact: true }).click()
    await text(statement).waitFor()
    await expect
      .poll(() => running.page.evaluate(() => window.getSelection()?.toString()))
      .toBe('The storm gate')
    await text(statement).focus()
    await press('Control+z')
    await expect.poll(() => card.count()).toBe(0)
  })

  it('cite from the text beside, where the claim stays open by itself', async () => {
    await claim('eleven boats')
    await press('F8')
    await text(statement).waitFor()
    await text(statement).focus()
    await select('storm gate closes')
    await press('Shift+E')
    await press('x')
    const card = evidence().getByRole('article', { name: statement })
    await card.getByText('storm gate closes', { exact: true }).waitFor()
    expect(await card.getByRole('radio', { name: 'Gives context' }).getAttribute('aria-checked')).toBe('true')
    await inspector().getByText('eleven boats').first().waitFor()
  })

  it('tell when a cited passage stands in an earlier version of its text only', async () => {
    await claim('eleven boats')
    await select('Nobody was hurt')
    await press('Shift+E')
    await press('s')
    await evidence().getByText('Nobody was hurt', { exact: true }).waitFor()
    await press('F2')
    await press('Control+f')
    await running.page.getByRole('textbox', { name: 'Find', exact: true }).fill('Nobody was hurt, but ')
    await running.page.locator('.find-count', { hasText: '1 of 1' }).waitFor()
    await running.page.getByRole('textbox', { name: 'Replace by' }).fill('There were ')
    await button('Replace all').click()
    await text().focus()
    await press('Control+Enter')
    await running.page.getByRole('textbox', { name: 'Reason' }).fill('Misread')
    await press('Enter')
    await button('Close').last().click()
    await evidence().getByText('Stands in version 1 of the text, not in the current one.').waitFor()
    await evidence()
      .getByRole('button', { name: /Text versions/ })
      .click()
    await dialog().getByText('Version 2', { exact: true }).waitFor()
    await press('Escape')
  })

  it('keep no evidence that was left with nothing said in it, and understand a date that is written out', async () => {
    await claim('eleven boats')
    await press('e')
    await evidence().getByRole('article', { name: 'Evidence: Untitled source' }).waitFor()
    await press('Escape')
    await expect.poll(() => evidence().getByRole('article').count()).toBe(0)
    await press('e')
    await evidence().getByRole('article', { name: 'Evidence: Untitled source' }).waitFor()
    const published = evidence().getByRole('textbox', { name: 'Published' })
    await published.fill('03/04/2024')
    await evidence().getByText('Not a date').waitFor()
    await published.fill('14 June 2024')
    await press('Tab')
    await expect.poll(() => published.inputValue()).toBe('2024-06-14')
    await press('Escape')
    expect(await evidence().getByRole('article').count()).toBe(1)
  })

  it('cite what was read elsewhere, and say in place what cannot be kept', async () => {
    await claim('eleven boats')
    await press('e')
    const field = (name: string) => evidence().getByRole('textbox', { name, exact: true })
    const hasFocus = async (name: string): Promise<void> => {
      await expect.poll(() => field(name).evaluate((one) => one === document.activeElement)).toBe(true)
    }
    await hasFocus('Address')
    await running.page.keyboard.type('not an address')
    await evidence()
      .getByText(/An address begins with/)
      .waitFor()
    await press('Control+a')
    await running.page.keyboard.insertText('harbour.example/log')
    await press('Enter')
    await hasFocus('Title')
    await evidence().getByRole('article', { name: 'Evidence: harbour.example' }).waitFor()
    expect(await field('Address').inputValue()).toBe('https://harbour.example/log')
    await evidence().getByRole('button', { name: 'Address: open in the browser' }).waitFor()
    await running.page.keyboard.type('Harbour log')
    await press('Enter')
    await hasFocus('Author')
    await evidence().getByRole('article', { name: 'Evidence: Harbour log' }).waitFor()
    await expect.poll(() => field('Accessed').inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    await field('Accessed').fill('2024-03-21')
    await button('Accessed today').click()
    await expect.poll(() => field('Accessed').inputValue()).not.toBe('2024-03-21')
    await evidence()
      .getByText(/^Archived copy, grades/)
      .click()
    await evidence()
      .getByRole('button', { name: /Reliability of the source/ })
      .click()
    await running.page.getByRole('option', { name: 'B – usually reliable' }).click()
    await evidence().getByText('Archived copy, grades · B–').waitFor()
  })

  it('know the page that is cited again, and an archived copy of it', async () => {
    await claim('eleven boats')
    await press('e')
    await evidence().getByRole('article').waitFor()
    await running.page.keyboard.insertText('https://harbour.example/log')
    await press('Enter')
    await running.page.keyboard.type('Harbour log')
    await evidence().getByRole('article', { name: 'Evidence: Harbour log' }).waitFor()
    await press('Escape')
    await claim('six hours')
    await press('e')
    await evidence().getByRole('article').waitFor()
    await running.page.keyboard.insertText(
      'https://web.archive.org/web/20240321101500/https://harbour.example/log',
    )
    await press('Enter')
    const card = evidence().getByRole('article', { name: 'Evidence: Harbour log' })
    await card.waitFor()
    expect(await card.getByRole('textbox', { name: 'Address' }).inputValue()).toBe(
      'https://harbour.example/log',
    )
    await card.getByText('Archived copy ✓, grades').click()
    expect(await card.getByRole('textbox', { name: 'Archived copy' }).inputValue()).toContain(
      '20240321101500',
    )
  })

  it('link two claims by key, or by looking for the other', async () => {
    await claim('eleven boats')
    await press('l')
    await relations().getByText('A link begins here.').waitFor()
    await claim('six hours')
    await press('l')
    await dialog().getByRole('button', { name: 'is corrected by' }).waitFor()
    await press('8')
    await relations().getByText('This corrects').waitFor()
    await relations()
      .getByRole('button', { name: /eleven boats/ })
      .first()
      .click()
    await relations().getByText('This is corrected by').waitFor()
    await text().focus()
    await press('Shift+L')
    await running.page.getByRole('searchbox', { name: 'The other claim' }).fill('hours')
    await dialog()
      .getByRole('option', { name: /six hours/ })
      .waitFor()
    await press('ArrowDown')
    await press('Enter')
    await dialog().getByRole('button', { name: 'contradicts' }).waitFor()
    await press('1')
    await relations().getByText('This contradicts').waitFor()
    await text().focus()
    await press('Control+z')
    await expect.poll(() => relations().getByText('This contradicts').count()).toBe(0)
  })

  it('are drawn as a map that is walked by keys, read as a table, and saved', async () => {
    const { page } = running
    await claim('eleven boats')
    await press('l')
    await claim('six hours')
    await press('l')
    await press('1')
    await relations().getByText('This contradicts').waitFor()
    await text().focus()
    await press('Control+Shift+m')
    const map = dialog().getByRole('group', { name: /^Map of the relations/ })
    await map.getByRole('button', { name: /six hours/ }).focus()
    await press('ArrowDown')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/eleven boats.*contradicts claim 1$/)
    await dialog().getByRole('radio', { name: 'Table' }).click()
    await dialog()
      .getByRole('row', { name: /contradicts/ })
      .waitFor()
    const path = join(running.home, 'relations.svg')
    await answerSaveDialog(running, path)
    await button(/Save the map/).click()
    await page.getByText('Saved as “relations.svg”.').waitFor()
    expect(await readFile(path, 'utf8')).toContain('eleven boats')
    await dialog().getByRole('radio', { name: 'Map', exact: true }).click()
    await map.getByRole('button', { name: /eleven boats/ }).click()
    await inspector().getByText('eleven boats').first().waitFor()
  })
})

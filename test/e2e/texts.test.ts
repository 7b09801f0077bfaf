import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerOpenDialog, startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

/** What a person does with the texts: reading several, finding, correcting, and what becomes of the claims then. */
describe('the texts', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp

  beforeEach(async () => {
    home = await temporaryHome()
    running = await startApp(home.home)
    await running.page.getByRole('button', { name: /Try the sample case/ }).click()
    await text().getByText('By Ines Oduya').waitFor()
  })
  afterEach(async () => {
    if (running.complaints.length) throw new Error(running.complaints.join('\n'))
    await running.app.close().catch(() => {})
    await home.remove()
  })

  const text = (name = /^Text of/) => running.page.getByRole('textbox', { name })
  const press = (key: string) => running.page.keyboard.press(key)
  const type = (words: string) => running.page.keyboard.type(words)
  const button = (name: string | RegExp) => running.page.getByRole('button', { name })
  const claims = () => text().locator('mark.claim')

  /** Makes a claim of the words, by searching for them and closing the search, which selects what it found. */
  async function claim(words: string): Promise<void> {
    const { page } = running
    await press('Control+f')
    await page.getByRole('textbox', { name: 'Find', exact: true }).fill(words)
    await page.getByText(/^1 of /).waitFor()
    await press('Escape')
    await press('h')
    await page.getByRole('complementary', { name: 'Claim' }).getByText(words).first().waitFor()
    await text().focus()
  }

  async function finish(reason: string): Promise<void> {
    await press('Control+Enter')
    await running.page.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await press('Enter')
  }

  it('stand in tabs and beside each other, and one goes back to where one was', async () => {
    const { page } = running
    await page.getByRole('option', { name: /The Port Hallam storm gate/ }).click()
    await text(/The Port Hallam storm gate/).waitFor()
    await press('F8')
    await expect.poll(() => text().count()).toBe(2)
    await press('F8')
    await expect.poll(() => text().count()).toBe(1)
    await page.getByRole('tab', { name: /Storm gate at Port Hallam fails/ }).click()
    await page.getByRole('tab', { name: 'Findings' }).click()
    await page.getByRole('option', { name: /3 Febuary/ }).click()
    await text(/The Port Hallam storm gate/).waitFor()
    await text().focus()
    await press('Alt+ArrowLeft')
    await text(/Storm gate at Port Hallam fails/).waitFor()
    await press('Alt+ArrowRight')
    await text(/The Port Hallam storm gate/).waitFor()
  })

  it('are where they were read last when one comes back to them, also after going to a passage', async () => {
    const { page } = running
    const long = join(home.home, 'long.txt')
    const lines = Array.from({ length: 200 }, (_, at) => `Witness ${at + 1} was heard.`)
    await writeFile(long, ['The hearing took place on 31 April 2024.', ...lines].join('\n\n'))
    await answerOpenDialog(running, [long])
    await press('Control+o')
    await text().getByText('Witness 1 was heard').waitFor()
    await page.getByRole('tab', { name: /^Findings/ }).click()
    await page
      .getByRole('option', { name: /31 April 2024/ })
      .last()
      .click()
    await text().focus()
    await press('Control+End')
    await text().getByText('Witness 200 was heard').waitFor()
    const lastLine = () => text().getByText('Witness 200 was heard').boundingBox()
    const before = await lastLine()
    await page.getByRole('tab', { name: /Storm gate at Port Hallam fails/ }).click()
    await text().getByText('By Ines Oduya').waitFor()
    await page.getByRole('tab', { name: /The hearing/ }).click()
    await text().getByText('Witness 200 was heard').waitFor()
    await expect.poll(async () => Math.abs((await lastLine())!.y - before!.y)).toBeLessThan(before!.height)
  })

  it('have tabs whose titles take the room of a cross that is not shown', async () => {
    const { page } = running
    await page.getByRole('option', { name: /The Port Hallam storm gate/ }).click()
    await text(/The Port Hallam storm gate/).waitFor()
    const behind = page.getByRole('tab', { name: /Storm gate at Port Hallam fails/ })
    const roomBehindTitle = () =>
      behind.evaluate((tab) => {
        const title = tab.querySelector('.text-tab-title')!.getBoundingClientRect()
        return tab.getBoundingClientRect().right - title.right
      })
    expect(await roomBehindTitle()).toBeLessThan(16)
    await behind.hover()
    await behind.getByTitle('Close the tab').click()
    await expect.poll(() => behind.count()).toBe(0)
  })

  it('are searched with a count, by words and by patterns, and a bad pattern is explained', async () => {
    const { page } = running
    const field = page.getByRole('textbox', { name: 'Find', exact: true })
    await press('Control+f')
    await field.fill('GATE')
    await page.getByText('1 of 3').waitFor()
    await press('Shift+Enter')
    await page.getByText('3 of 3').waitFor()
    await button('Match case').click()
    await page.getByText('Not found').waitFor()
    await button('Regular expression').click()
    await field.fill('[0-9]{4}')
    await page.getByText(/^1 of /).waitFor()
    await field.fill('[0-9')
    await page.getByText(/not a regular expression/).waitFor()
    await press('Escape')
    await expect.poll(() => page.getByRole('search').count()).toBe(0)
  })

  it('can be corrected: claims follow, and come back with an undo', async () => {
    await claim('eleven boats')
    await press('F2')
    await press('Control+Home')
    await type('Late edition. ')
    await expect.poll(() => claims().allTextContents()).toEqual(['eleven boats'])
    await press('Control+f')
    await running.page.getByRole('textbox', { name: 'Find', exact: true }).fill('but eleven boats broke')
    await running.page.getByText('1 of 1').waitFor()
    await running.page.getByRole('textbox', { name: 'Replace by' }).fill('but boats broke')
    await button('Replace all').click()
    await text().focus()
    await press('Control+z')
    await expect.poll(() => claims().allTextContents()).toEqual(['eleven boats'])
    await finish('The late edition')
    await running.page.getByText('The claim stands unchanged', { exact: false }).waitFor()
    await text().getByText('Late edition. Storm gate').waitFor()
    await expect.poll(() => running.page.getByRole('search').count()).toBe(0)
    await expect.poll(() => claims().allTextContents()).toEqual(['eleven boats'])
    await press('Control+z')
    await expect.poll(() => text().getByText('Late edition').count()).toBe(0)
    await expect.poll(() => claims().allTextContents()).toEqual(['eleven boats'])
  })

  it('lose nothing of a correction when the program is killed', async () => {
    await press('F2')
    await press('Control+Home')
    await type('Half a correction. ')
    await running.page.waitForTimeout(1500)
    running.app.process().kill('SIGKILL')
    running = await startApp(home.home)
    await button('Go on').click()
    await text().getByText('Half a correction. Storm gate').waitFor()
    await button('Cancel').click()
    await running.page.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click()
    await expect.poll(() => text().getByText('Half a correction').count()).toBe(0)
  })

  it('can be replaced from a file; a claim that lost its place is attached by hand', async () => {
    const { page } = running
    await claim('eleven boats')
    await claim('Chandler Street')
    const original = await text().innerText()
    const path = join(home.home, 'second edition.txt')
    await writeFile(path, original.replace(/Nobody was hurt.*?afternoon\./s, 'Eleven dinghies were adrift.'))
    await answerOpenDialog(running, [path])
    await press('Escape')
    await button(/Replace from a file/).click()
    await page.getByText(/are not in the text/).waitFor()
    await page.getByRole('textbox', { name: 'Reason' }).fill('Second edition')
    await press('Enter')
    const report = page.getByRole('dialog', { name: 'Claims in the new text' })
    await report.getByText('Chandler Street').click()
    const inspector = page.getByRole('complementary', { name: 'Claim' })
    await inspector.getByRole('heading', { name: 'Not in the text' }).waitFor()
    await press('Control+f')
    await page.getByRole('textbox', { name: 'Find', exact: true }).fill('dinghies were adrift')
    await page.getByText('1 of 1').waitFor()
    await press('Escape')
    await press('m')
    await expect.poll(() => inspector.getByRole('heading', { name: 'Not in the text' }).count()).toBe(0)
    await expect.poll(() => claims().allTextContents()).toContain('dinghies were adrift')
  })

  it('have claims that are widened, split and merged by keys', async () => {
    await claim('eleven boats broke from their moorings')
    for (let press_ = 0; press_ < 4; press_++) await press('Shift+Alt+ArrowRight')
    await expect
      .poll(() => claims().allTextContents())
      .toEqual(['eleven boats broke from their moorings and'])
    await press('Control+f')
    await running.page.getByRole('textbox', { name: 'Find', exact: true }).fill('broke from')
    await running.page.getByText('1 of 1').waitFor()
    await press('Escape')
    await press('s')
    await expect.poll(() => running.page.getByRole('tab', { name: 'Claims 2' }).count()).toBe(1)
    await press('k')
    await press('Shift+M')
    await expect.poll(() => running.page.getByRole('tab', { name: 'Claims 1' }).count()).toBe(1)
  })

  it('are cited when they are copied', async () => {
    await press('Control+f')
    await running.page.getByRole('textbox', { name: 'Find', exact: true }).fill('eleven boats')
    await running.page.getByText('1 of 1').waitFor()
    await press('Escape')
    await press('Control+Shift+c')
    await running.page.getByText('Copied with the citation').waitFor()
    const copied = await running.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toMatch(
      /^“eleven boats” — Ines Oduya, Storm gate at Port Hallam fails, harbour floods \(Hallam Courier, 20 March 2024\), para\. \d+/,
    )
  })
})

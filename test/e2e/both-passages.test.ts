import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerOpenDialog } from '../helpers/running-app.js'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** What a person does to read the two passages of a contradiction against each other. */
describe('both passages', () => {
  let running: RunningSample

  beforeEach(async () => {
    running = await startSample()
  })
  afterEach(() => running.end())

  const text = (name: RegExp) => running.page.getByRole('textbox', { name })
  const background = /The Port Hallam storm gate/
  const statement = /Statement of the Port Hallam/
  const press = (key: string) => running.page.keyboard.press(key)

  /** Whether these words stand where a person sees them, and are drawn there. */
  const isInSight = (shown: Locator, words: string): Promise<boolean> =>
    shown
      .getByText(words)
      .first()
      .evaluate((element) => {
        const { left, top, width, height } = element.getClientRects()[0]!
        const drawn = document.elementFromPoint(left + width / 2, top + height / 2)
        return drawn !== null && element.contains(drawn)
      })

  async function hasFocus(source: RegExp): Promise<void> {
    await expect.poll(() => text(source).evaluate((one) => one === document.activeElement)).toBe(true)
  }

  async function conflict(): Promise<void> {
    await running.page.getByRole('tab', { name: /^Findings/ }).click()
    await running.page.getByRole('option', { name: /Event date conflict/ }).click()
    await running.page.getByRole('heading', { name: 'Event date conflict' }).waitFor()
  }

  it('of a finding in two sources come side by side with one key, and F6 goes from one to the other', async () => {
    await conflict()
    await press('b')
    await expect.poll(() => isInSight(text(background), 'October 2019')).toBe(true)
    await expect.poll(() => isInSight(text(statement), 'September 2019')).toBe(true)
    await text(background).focus()
    await press('F6')
    await hasFocus(statement)
    await press('Shift+F6')
    await hasFocus(background)
  })

  it('of one long text stand each where it is said, with the text on both sides', async () => {
    const heard = 'had heard the wind in the chimney, and the rain at the window, '
    const between = (who: string) =>
      Array.from({ length: 75 }, (_, at) => `${who} ${at + 1} ${heard.repeat(5)}and slept.`)
    const said = (month: string) => `The storm gate was opened to the public by the mayor in ${month} 2019.`
    const path = join(running.home, 'long.txt')
    const parts = [
      ...between('Witness'),
      said('May'),
      ...between('Clerk'),
      said('June'),
      ...between('Porter'),
    ]
    await writeFile(path, ['The inquiry', ...parts].join('\n\n'))
    await answerOpenDialog(running, [path])
    await press('Control+o')
    await text(/The inquiry/).waitFor()
    await running.page.getByRole('tab', { name: /^Findings/ }).click()
    await running.page.getByRole('option', { name: /May 2019/ }).click()
    await press('b')
    const sides = text(/The inquiry/)
    await expect.poll(() => sides.count()).toBe(2)
    await expect.poll(() => isInSight(sides.first(), 'May 2019')).toBe(true)
    await expect.poll(() => isInSight(sides.last(), 'June 2019')).toBe(true)
    // The claim that is shown then stands in both texts; only one of them goes to it.
    await press('a')
    await running.page.getByRole('complementary', { name: 'Claim' }).waitFor()
    await expect.poll(() => isInSight(sides.first(), 'May 2019')).toBe(true)
    expect(await isInSight(sides.last(), 'June 2019')).toBe(true)
  })

  it('come from the triage, with the focus on the first text', async () => {
    await press('Control+3')
    for (let step = 0; step < 10; step++) {
      if (await running.page.getByRole('heading', { name: /has two dates/ }).count()) break
      await press('j')
    }
    await running.page.getByRole('button', { name: /Open both side by side/ }).click()
    await text(background).waitFor()
    await text(statement).waitFor()
    await hasFocus(background)
  })

  it('stay one key away once they are claims that contradict each other', async () => {
    await conflict()
    await press('a')
    await running.page.getByRole('complementary', { name: 'Claim' }).waitFor()
    await press('b')
    await expect.poll(() => isInSight(text(background), 'October 2019')).toBe(true)
    await expect.poll(() => isInSight(text(statement), 'September 2019')).toBe(true)
    await press('F8')
    await expect.poll(() => running.page.getByRole('textbox', { name: /^Text of/ }).count()).toBe(1)
    await running.page.getByRole('button', { name: /^Side by side with the claim/ }).click()
    await expect.poll(() => running.page.getByRole('textbox', { name: /^Text of/ }).count()).toBe(2)
  })
})

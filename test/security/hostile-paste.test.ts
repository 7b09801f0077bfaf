import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSample, type RunningSample } from '../helpers/running-sample.js'
import { copyMarkup } from './copied-markup.js'

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('')

/** What other programs, or pages made for it, may put on the clipboard. Each begins with a word that can be found again. */
const copied: Record<string, string> = {
  'a tag with 100,000 attributes': `<p>begun <b ${times(100_000, (index) => `a${index}=x `)}>end</b></p>`,
  'an attribute of 10 MB': `<p>begun <a href="https://example.org/${'x'.repeat(10_000_000)}">end</a></p>`,
  '100,000 elements in one another': `<p>begun</p>${'<div>'.repeat(100_000)}end`,
  '20,000 marks in one another': `<p>begun ${'<b><i>'.repeat(10_000)}end</p>`,
  'a word of a million letters': `<p>begun ${'x'.repeat(1_000_000)}</p>`,
  '50,000 pictures of other places': `<p>begun</p>${'<img src="https://example.org/a.png">'.repeat(50_000)}`,
  'lists in one another, 2,000 deep': `<p>begun</p>${'<ul><li>'.repeat(2000)}end`,
  'a table of 40,000 cells': `<p>begun</p><table>${times(200, () => `<tr>${'<td>x'.repeat(200)}`)}</table>`,
  'signs that turn the writing round': `<p>begun ${'\u202e\u2066\u202d'.repeat(2000)}end</p>`,
}

/** How the text of an element begins and ends, in as many characters as are looked for. */
const ends = ({ textContent }: Element): [string, string] => [
  textContent!.slice(0, 5),
  textContent!.slice(-7),
]

describe('what is pasted', () => {
  let running: RunningSample

  beforeAll(async () => {
    running = await startSample()
    const { page } = running
    await page.getByRole('tab', { name: /^Findings/ }).click()
    await page.getByRole('option', { name: /14 March 2024 was a Thursday/ }).click()
    await page.keyboard.press('a')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('A note')
  })
  afterAll(() => running.end())

  it.each(Object.entries(copied))(
    'neither stops the window nor is lost in a note: %s',
    async (_what, html) => {
      const { page, app } = running
      const note = page.locator('[data-pane="inspector"] .ProseMirror').first()
      await note.focus()
      await page.keyboard.press('Control+a')
      await copyMarkup(app, html, 'begun as plain text')
      await page.keyboard.press('Control+V')
      await page.keyboard.press('Control+End')
      await page.keyboard.type(' and on')
      await expect.poll(() => note.evaluate(ends)).toEqual(['begun', ' and on'])
      await page.keyboard.press('Control+a')
      await page.keyboard.type('Typed afterwards')
      await expect.poll(() => note.innerText()).toBe('Typed afterwards')
      await page.getByText('Saved', { exact: true }).waitFor()
    },
  )

  it('is refused where it does not fit into a note, and what was there stays', async () => {
    const { page, app } = running
    const note = page.locator('[data-pane="inspector"] .ProseMirror').first()
    await note.focus()
    await copyMarkup(app, '<p>short</p>', 'long '.repeat(1_000_000))
    await page.keyboard.press('Control+V')
    await page.getByText(/is too much for a note/).waitFor()
    expect(await note.innerText()).toBe('Typed afterwards')
  })
  it('is cut where a word is looked for', async () => {
    const { page, app } = running
    await page.keyboard.press('Control+Shift+P')
    const field = page.getByRole('combobox', { name: 'A command or a place' })
    await field.waitFor()
    await copyMarkup(app, '', 'x'.repeat(5_000_000))
    await page.keyboard.press('Control+V')
    await expect.poll(() => field.inputValue()).toBe('x'.repeat(500))
    await page.keyboard.press('Escape')
  })

  it('is refused in a text that is corrected, where it would hold the window up', async () => {
    const { page, app } = running
    await page.locator('[data-pane="text"] .ProseMirror').first().click()
    await page.keyboard.press('F2')
    await page.locator('.correction-bar').waitFor()
    for (const text of ['x'.repeat(10_000_000), 'The mill burned.\n'.repeat(100_000)]) {
      await copyMarkup(app, '', text)
      await page.keyboard.press('Control+V')
      await page.getByText(/is too much to be pasted into a text/).waitFor()
      await page.getByRole('button', { name: 'Close message' }).last().click()
    }
    await page.locator('[data-pane="text"] .ProseMirror').first().focus()
    await copyMarkup(app, '', 'A pasted line of the mill.\n'.repeat(4000))
    await page.keyboard.press('Control+V')
    await expect.poll(() => page.getByText('A pasted line of the mill.').count()).toBeGreaterThan(3000)
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerSaveDialog } from '../helpers/running-app.js'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** Reports of the sample case, in the forms that a person chooses. */
describe('the forms of a report', () => {
  let running: RunningSample

  beforeAll(async () => {
    running = await startSample()
    await running.page.getByRole('tab', { name: /Findings [1-9]/ }).click()
  })
  afterAll(() => running.end())

  /** Where the next report goes; resolves once the window has said that it is there. */
  async function saved(name: string, ask: () => Promise<void>): Promise<Buffer> {
    const path = join(running.home, name)
    await answerSaveDialog(running, path)
    await ask()
    await running.page.getByText(`Report saved as “${name}”.`).waitFor()
    return readFile(path)
  }

  async function choose(form: string): Promise<void> {
    const { page } = running
    await page.keyboard.press('Control+Shift+E')
    const dialog = page.getByRole('dialog', { name: 'Save report' })
    await dialog.getByRole('button', { name: /Form/ }).click()
    await page.getByRole('option', { name: form }).click()
    await dialog.getByRole('button', { name: 'Save…' }).click()
  }

  it('begin with the web page, which Enter saves', async () => {
    const { page } = running
    const html = await saved('first.html', async () => {
      await page.getByRole('button', { name: 'Report in another form' }).click()
      await page.getByRole('dialog', { name: 'Save report' }).getByText('Web page (HTML)').first().waitFor()
      await page.keyboard.press('Enter')
    })
    expect(String(html)).toMatch(/^<!doctype html>/)
  })

  it('can be data for other programs, and the same again with one key', async () => {
    const first = await saved('claims.jsonld', () => choose('Web annotations (JSON-LD)'))
    expect(JSON.parse(String(first))).toMatchObject({ type: 'AnnotationCollection' })
    const again = await saved('again.jsonld', () => running.page.keyboard.press('Control+E'))
    expect(JSON.parse(String(again))).toMatchObject({ type: 'AnnotationCollection' })
  })

  it('ask for what a claim review needs', async () => {
    await choose('ClaimReview (JSON-LD)')
    const dialog = running.page.getByRole('dialog', { name: 'Save report' })
    await dialog.getByText('Needed: the web address where the review will be published.').waitFor()
    await dialog.getByText('Needed: the name of who publishes it.').waitFor()
    await dialog.getByRole('textbox', { name: /^Address where/ }).fill('https://desk.example/checks/1')
    await dialog.getByRole('textbox', { name: 'Who publishes it' }).fill('The Desk')
    const review = await saved('review.jsonld', () => dialog.getByRole('button', { name: 'Save…' }).click())
    expect(JSON.parse(String(review)), 'no claim is judged yet').toEqual([])
  })

  it('can be pages: real text, tagged, with an outline', async () => {
    const bytes = await saved('report.pdf', () => choose('PDF'))
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    expect(pdf.numPages).toBeGreaterThan(1)
    expect(await (await pdf.getPage(1)).getStructTree()).toMatchObject({ role: 'Root' })
    expect(await pdf.getJSActions()).toBeNull()
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({ Creator: expect.stringMatching(/^Stet \d/), Language: 'en' })
    expect(metadata.get('dc:title')).toMatch(/^Fact-check report: /)
    expect(await running.page.evaluate(() => navigator.userAgent)).toContain('Chrome/')
    const outline = JSON.stringify(await pdf.getOutline())
    for (const heading of ['Annotated text', 'Findings', 'Sign-off']) expect(outline).toContain(heading)
    const words: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      words.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }
    expect(words.join(' ')).toContain('Tuesday, 14 March 2024')
    await pdf.loadingTask.destroy()
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
})

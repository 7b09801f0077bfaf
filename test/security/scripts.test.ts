import { _electron } from 'playwright'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualRequest } from '../../shared/report/forms.js'
import {
  answerOpenDialog,
  answerSaveDialog,
  startApp,
  temporaryHome,
  type RunningApp,
} from '../helpers/running-app.js'
import { bareTarget } from './bare-target.js'
import { copyMarkup } from './copied-markup.js'
import { payloads } from './payloads.js'

const { firing, waiting } = payloads()
const all = [...firing, ...waiting]

/** Batches of a list, so that a payload that swallows what follows it hides only a few others. */
const batches = (list: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))

/** A text that begins as text, so that nothing in it decides what kind of file it is. */
const documents: Record<string, string> = {
  'attack.txt': ['Report of the day', ...all].join('\n\n'),
  'attack.md': ['# Report of the day', ...all].join('\n\n'),
  'attack.html': `<!doctype html><title>Report</title><body><p>Report of the day, which is long enough to be one.</p>${all
    .map((payload) => `<div><p>${payload}</p></div>`)
    .join('\n')}`,
  'attack.eml': `From: a@example.org\nSubject: Report ${waiting[0]}\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>Report of the day.</p>${all.join('\n')}`,
}

describe('code in what is opened, pasted and written', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp
  const proofs: string[] = []

  beforeAll(async () => {
    home = await temporaryHome()
    running = await startApp(home.home)
    await running.page.exposeFunction('stetProof', () => void proofs.push('ran'))
    running.page.on('dialog', (dialog) => {
      proofs.push(dialog.message())
      void dialog.dismiss()
    })
    await running.page.getByRole('button', { name: /Try the sample case/ }).click()
    await running.page.getByRole('tab', { name: /Sources 3/ }).waitFor()
    for (const [name, text] of Object.entries(documents)) await writeFile(join(home.home, name), text)
  })
  afterAll(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
  })

  const ask = <T>(name: string, argument?: unknown): Promise<T> =>
    running.page.evaluate(
      async ([call, value]) => {
        const result = await window.stet.call(call as string, value)
        if (!result.ok) throw new Error(`${String(call)}: ${result.error.message}`)
        return result.value as never
      },
      [name, argument] as const,
    )

  /** Lets the window show what was done behind its back. */
  async function showAnew(): Promise<void> {
    const { recent } = await ask<{ recent: { id: string }[] }>('app.start')
    await ask('case.open-recent', { id: recent[0]!.id })
  }

  /** Shows every view, so that what stands in any of them is drawn. */
  async function seeEverything(): Promise<void> {
    const { page } = running
    for (const key of ['Control+2', 'Control+3', 'Control+4', 'Control+5', 'Control+1']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(150)
    }
    for (const tab of [/^Claims/, /^Findings/, /^Sources/]) {
      await page.getByRole('tab', { name: tab }).first().click()
      await page.waitForTimeout(100)
    }
  }

  /** What ran, and what the page's policy had to stop: nothing may even have tried. */
  const tried = (): string[] => [...proofs, ...running.complaints]

  it('does not run out of a text, whatever kind of file it is', async () => {
    await answerOpenDialog(
      running,
      Object.keys(documents).map((name) => join(home.home, name)),
    )
    const offers = await ask<{ id: string }[]>('import.choose')
    expect(offers).toHaveLength(Object.keys(documents).length)
    await ask(
      'import.commit',
      offers.map(({ id }) => ({ id, parts: null })),
    )
    await showAnew()
    await running.page.getByRole('tab', { name: `Sources ${3 + offers.length}` }).waitFor()
    await running.page.getByRole('tab', { name: /^Sources/ }).click()
    for (const row of await running.page.getByRole('option', { name: /report|attack/i }).all()) {
      await row.click()
      await running.page.getByText('Report of the day').first().waitFor()
      await running.page.keyboard.press('End')
    }
    await seeEverything()
    expect(tried()).toEqual([])
  })

  it('does not run out of what is written about it: titles, claims, notes, evidence, people', async () => {
    const { records } = (await ask<{ open: { records: { sources: { id: string }[] } } }>('app.start')).open
    const sourceId = records.sources[0]!.id
    await ask('case.rename', { title: firing[0]!.slice(0, 200) })
    await ask('case.perform', {
      do: 'edit-source',
      id: sourceId,
      fields: { title: firing[3]!, author: firing[4]!, publisher: firing[10]! },
    })
    for (const [number, batch] of batches(all, 12).slice(0, 60).entries()) {
      const claimId = crypto.randomUUID()
      const text = batch.join(' ')
      await ask('case.perform', {
        do: 'add-claim',
        id: claimId,
        sourceId,
        start: number * 3,
        end: number * 3 + 12,
        fields: {
          claimant: text.slice(0, 200),
          correction: text.slice(0, 2000),
          tags: [batch[0]!.slice(0, 60)],
        },
      })
      await ask('case.perform', {
        do: 'write-note',
        id: crypto.randomUUID(),
        claimId,
        visibility: 'public',
        body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      })
    }
    await ask('case.perform', {
      do: 'add-person',
      id: crypto.randomUUID(),
      fields: { name: firing[3]!.slice(0, 100), role: 'checker' },
    })
    await showAnew()
    await seeEverything()
    await running.page.getByRole('tab', { name: /^Claims/ }).click()
    for (const row of (await running.page.getByRole('option').all()).slice(0, 8)) await row.click()
    await running.page.keyboard.press('Control+Shift+F')
    await running.page.keyboard.type('stetProof')
    await running.page.waitForTimeout(500)
    await running.page.keyboard.press('Control+Shift+P')
    await running.page.keyboard.type('img')
    await running.page.waitForTimeout(300)
    await running.page.keyboard.press('Escape')
    expect(tried()).toEqual([])
  })

  it('does not run out of a report of all that, opened where nothing guards, and nothing is fetched', async () => {
    const report = join(home.home, 'report.html')
    await answerSaveDialog(running, report)
    await ask('report.save', usualRequest('html'))
    const bare = await _electron.launch(bareTarget())
    try {
      const page = await bare.firstWindow()
      const ran: string[] = []
      page.on('dialog', (dialog) => void dialog.dismiss())
      await page.exposeFunction('stetProof', () => void ran.push('ran'))
      await bare.evaluate(({ session }) => {
        const asked: string[] = []
        Object.assign(globalThis, { asked })
        session.defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
          asked.push(url)
          decide({})
        })
      })
      await page.goto(pathToFileURL(report).href)
      await page.getByText('Report of the day').first().waitFor()
      await page.waitForTimeout(1000)
      const asked = await bare.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
      expect(ran).toEqual([])
      expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(report).href])
    } finally {
      await bare.close()
    }
  })

  it('does not run out of what is pasted into a note or into a text that is corrected', async () => {
    const { page } = running
    await page.keyboard.press('Control+1')
    await page.getByRole('tab', { name: /^Claims/ }).click()
    await page.getByRole('option').first().click()
    await page.keyboard.press('n')
    const note = page.locator('[data-pane="inspector"] .ProseMirror').first()
    await note.focus()
    for (const batch of [...batches(all, 20), ['<p>Pasted at last</p>']]) {
      await copyMarkup(running.app, batch.join('\n'))
      await page.keyboard.press('Control+V')
    }
    expect(await note.innerText(), 'something was pasted').toContain('Pasted at last')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F2')
    for (const batch of batches(all, 20)) {
      await copyMarkup(running.app, batch.join('\n'))
      await page.keyboard.press('Control+V')
    }
    await page.waitForTimeout(500)
    expect(tried()).toEqual([])
  })
})

/** The control: the same markup in a page without any guard. What does not run here would prove nothing there. */
describe('the same code without guards', () => {
  it('runs', async () => {
    const app = await _electron.launch(bareTarget())
    try {
      const page = await app.firstWindow()
      page.on('dialog', (dialog) => void dialog.dismiss())
      const ran = new Set<number>()
      await page.exposeFunction('ran', (number: number) => void ran.add(number))
      for (const [at, batch] of batches(firing, 60).entries()) {
        await page.goto('data:text/html,<body>bare')
        await page.evaluate(
          ([markups, first]) => {
            for (const [index, markup] of markups.entries()) {
              const frame = document.createElement('iframe')
              frame.srcdoc = `<script>stetProof = () => parent.ran(${first + index})</script>${markup}`
              document.body.append(frame)
            }
          },
          [batch, at * 60] as const,
        )
        await page.waitForTimeout(1500)
      }
      process.stderr.write(`code: ${ran.size} of ${firing.length} payloads run without guards\n`)
      expect(ran.size).toBeGreaterThan(firing.length / 2)
    } finally {
      await app.close()
    }
  })
})

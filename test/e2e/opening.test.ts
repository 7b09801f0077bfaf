import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answerOpenDialog,
  answerSaveDialog,
  startApp,
  temporaryHome,
  type RunningApp,
} from '../helpers/running-app.js'

const threeTexts = `The first text
The mine closed on Monday, 12 June 1987.
____________

The second text
It was reopened in 1992.
-----------
The third text
Nothing else is known.
`

/** Every way in which a text comes into a case, and what is said of those that cannot. */
describe('opening texts', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp
  let file: string

  beforeEach(async () => {
    home = await temporaryHome()
    file = join(home.home, 'three.txt')
    await writeFile(file, threeTexts)
  })
  afterEach(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
  })

  it('offers the texts of a file named on the command line one by one, and keeps the chosen ones', async () => {
    running = await startApp(home.home, [file])
    const { page } = running
    const dialog = page.getByRole('dialog', { name: 'Add to the case' })
    await dialog.getByText('This file holds 3 texts between rules').waitFor()
    await dialog.getByText('The second text', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Add 2 sources' }).click()
    expect(await sourceTitles(page)).toEqual(['The first text', 'The third text'])
    await page.keyboard.press('Control+z')
    await page.getByText('This case has no sources yet.').waitFor()
    await page.keyboard.press('Control+y')
    await page.getByRole('tab', { name: 'Sources 2' }).waitFor()
  })

  it('makes one source of such a file when asked to', async () => {
    running = await startApp(home.home, [file])
    const { page } = running
    await page.getByRole('radio', { name: 'One source' }).click()
    await page.getByRole('button', { name: 'Add one source' }).click()
    expect(await sourceTitles(page)).toEqual(['The first text'])
    await page.getByText('Nothing else is known.').waitFor()
  })

  it('takes a pasted text', async () => {
    running = await startApp(home.home)
    const { app, page } = running
    await page.getByRole('button', { name: /Paste text/ }).waitFor()
    await app.evaluate(({ clipboard }) =>
      clipboard.writeText('A pasted headline\nThe dam broke on 31 June 2019.'),
    )
    const paste = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.paste())
    await paste()
    await page.getByRole('tab', { name: 'Sources 1' }).waitFor()
    await page.getByRole('tab', { name: 'Findings 1' }).click()
    await page.getByRole('option', { name: /31 June 2019/ }).waitFor()
    await app.evaluate(({ clipboard }) => clipboard.writeText('A second text.'))
    await page.getByRole('radio', { name: 'Text' }).focus()
    await paste()
    await page.getByText('Nothing was pasted here.').waitFor()
    await page.getByRole('textbox', { name: /^Text of/ }).focus()
    await paste()
    await page.getByText('A second text.').first().waitFor()
  })

  it('takes dropped files', async () => {
    running = await startApp(home.home)
    const { page } = running
    await drop(page, file)
    await page.getByRole('button', { name: 'Add 3 sources' }).click()
    await page.getByRole('tab', { name: 'Sources 3' }).waitFor()
  })

  it('makes a new case in a chosen place with Ctrl+N', async () => {
    running = await startApp(home.home)
    const { page } = running
    await answerSaveDialog(running, join(home.home, 'dam.stet'))
    await page.keyboard.press('Control+n')
    await page.getByText('This case has no sources yet.').waitFor()
    expect(await page.getByRole('textbox', { name: 'Title of the case' }).inputValue()).toBe('dam')
    expect((await stat(join(home.home, 'dam.stet'))).size).toBeGreaterThan(0)
  })

  it('says of each file that cannot be opened why, and leaves the case as it was', async () => {
    running = await startApp(home.home)
    const { page } = running
    await page.getByRole('button', { name: /Try the sample case/ }).click()
    await page.getByRole('tab', { name: 'Sources 3' }).waitFor()
    const bad = await badFiles(home.home)
    await answerOpenDialog(running, Object.keys(bad))
    await page.keyboard.press('Control+o')
    const dialog = page.getByRole('dialog', { name: 'Nothing could be opened' })
    for (const [path, reason] of Object.entries(bad)) {
      await dialog.getByText(reason, { exact: false }).first().waitFor({ timeout: 10_000 })
      expect(await dialog.getByText(path.split('/').at(-1)!).count(), path).toBeGreaterThan(0)
    }
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('tab', { name: 'Sources 3' }).waitFor()
    expect(running.complaints).toEqual([])
  })

  it('asks for the encoding when it cannot be sure', async () => {
    const old = join(home.home, 'old.txt')
    await writeFile(old, Buffer.from('Caf\xe9 M\xfcller', 'latin1'))
    running = await startApp(home.home, [old])
    const { page } = running
    const dialog = page.getByRole('dialog', { name: 'Add to the case' })
    await dialog.getByText('It is not certain how this file is encoded.', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: /Encoding/ }).click()
    await page.getByRole('option', { name: 'Western European (windows-1252)' }).click()
    await dialog.getByText('Café Müller').first().waitFor()
  })

  it('recognises the same file', async () => {
    running = await startApp(home.home, [file])
    const { page } = running
    await page.getByRole('button', { name: 'Add 3 sources' }).click()
    await page.getByRole('tab', { name: 'Sources 3' }).waitFor()
    const copy = join(home.home, 'other-name.txt')
    await copyFile(file, copy)
    await answerOpenDialog(running, [copy])
    await page.keyboard.press('Control+o')
    await page.getByText('The same file is in this case already', { exact: false }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Sources 3' }).waitFor()
  })
})

describe('opening cases', () => {
  it('says what is wrong with a file that is no case, and goes on', async () => {
    const home = await temporaryHome()
    const path = join(home.home, 'letter.stet')
    await writeFile(path, 'Dear sir')
    const running = await startApp(home.home, [path])
    const dialog = running.page.getByRole('dialog', { name: 'The case was not opened' })
    await dialog.getByText('letter.stet', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await running.page.getByRole('button', { name: /Try the sample case/ }).waitFor()
    await running.quit()
    await home.remove()
  })

  it('keeps a case that nobody named in the folder for cases', async () => {
    const home = await temporaryHome()
    const running = await startApp(home.home)
    await running.page.getByRole('button', { name: /Try the sample case/ }).click()
    await running.page.getByRole('tab', { name: 'Sources 3' }).waitFor()
    const documents = await running.app.evaluate(({ app }) => app.getPath('documents'))
    await running.quit()
    expect(await readdir(join(documents, 'Stet'))).toEqual(['Sample case the storm gate.stet'])
    await home.remove()
  })
})

/** Files that cannot be opened, with a part of what is said of each. */
async function badFiles(folder: string): Promise<Record<string, string>> {
  const at = (name: string): string => join(folder, name)
  await writeFile(at('empty.txt'), '')
  await writeFile(at('blank.txt'), ' \n\t\n')
  await writeFile(at('binary.txt'), Buffer.from([1, 2, 0, 4, 5, 6]))
  await writeFile(at('paper.txt'), '%PDF-1.7\n')
  await writeFile(at('huge.txt'), Buffer.alloc(50 * 1024 * 1024, 'a'))
  await mkdir(at('folder'))
  return {
    [at('empty.txt')]: 'is empty',
    [at('blank.txt')]: 'holds only blank space',
    [at('binary.txt')]: 'is not a text file',
    [at('paper.txt')]: 'its pages cannot be found',
    [at('huge.txt')]: 'the limit for plain text is 20 MB',
    [at('folder')]: 'is not a file',
    [at('gone.txt')]: 'could not be read',
  }
}

async function sourceTitles(page: Page): Promise<string[]> {
  const list = page.getByRole('listbox', { name: 'Sources' })
  await list.waitFor()
  return list.locator('.row-title').allTextContents()
}

/** Drops a file of the disk on the window, as a file manager would. */
async function drop(page: Page, path: string): Promise<void> {
  const input = await page.evaluateHandle(() => {
    const element = document.createElement('input')
    element.type = 'file'
    document.body.append(element)
    return element
  })
  await input.asElement()!.setInputFiles(path)
  await page.evaluate((element) => {
    const transfer = new DataTransfer()
    for (const one of element.files!) transfer.items.add(one)
    const target = document.querySelector('.window')!
    for (const type of ['dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
    }
    element.remove()
  }, input)
}

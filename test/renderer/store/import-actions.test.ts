import { connectWindow } from './window.js'
import { describe, expect, it } from 'vitest'
import iconv from 'iconv-lite'
import * as cases from '../../../renderer/store/case-actions.js'
import * as updates from '../../../renderer/store/source-update.js'
import * as imports from '../../../renderer/store/import-actions.js'
import { getState } from '../../../renderer/store/store.js'
import { wholeDocx } from '../../electron/workers/import/docx-file.js'
import { encoded } from '../../electron/workers/import/file-bytes.js'
import { messageWith } from '../../electron/workers/import/text-files.js'
import { addText, millText, startWithCase, textFile } from '../../electron/service/running-service.js'

const titles = (): string[] => [...getState().records.source.values()].map(({ title }) => title)

async function startWindow() {
  const started = await startWithCase()
  connectWindow(started)
  await cases.startWindow(() => {})
  return started
}

describe('texts that a person chooses', () => {
  it('are stored and shown at once when there is nothing to decide', async () => {
    const started = await startWindow()
    started.person.texts = [
      textFile(started, 'a.txt', millText),
      textFile(started, 'b.md', '# Notes\n\nIt burned.'),
    ]
    await imports.chooseTexts()
    expect(titles()).toEqual(['Mill fire report', 'Notes'])
    expect(getState()).toMatchObject({
      dialog: null,
      imports: [],
      texts: { first: { text: millText } },
      importProgress: null,
    })
    expect(getState().toasts.map(({ message }) => message)).toEqual(['Added 2 sources.'])
  })

  it('wait for a decision when a file holds several, cannot be read, or is a guess', async () => {
    const files = {
      'two.txt': `${millText}\n\n________\n\nA reply`,
      'empty.txt': '',
      'marked.docx': wholeDocx,
      'pl.txt': new Uint8Array(iconv.encode('Żółć i gęś', 'windows-1250')),
    }
    for (const [name, content] of Object.entries(files)) {
      const started = await startWindow()
      started.person.texts = [textFile(started, name, content)]
      await imports.chooseTexts()
      expect(getState()).toMatchObject({ dialog: 'import', imports: [{ fileName: name }] })
      expect(titles()).toEqual([])
      await imports.discardImports()
      expect(getState()).toMatchObject({ dialog: null, imports: [] })
    }
  })

  it('wait for a decision when the case has them already', async () => {
    const started = await startWindow()
    await addText(started)
    await imports.pasteText(millText)
    expect(getState().dialog).toBe('import')
    await imports.commitImports([{ id: getState().imports[0]!.id, parts: [0] }])
    expect(getState()).toMatchObject({ dialog: null, imports: [] })
  })

  it('wait together with those that come while a decision is awaited', async () => {
    const started = await startWindow()
    await started.service.offerFiles([textFile(started, 'empty.txt', '')])
    await expect.poll(() => getState().dialog).toBe('import')
    await started.service.offerFiles([textFile(started, 'a.txt', millText)])
    await expect
      .poll(() => getState().imports.map(({ fileName }) => fileName))
      .toEqual(['empty.txt', 'a.txt'])
    expect(titles()).toEqual([])
  })

  it('are shown anew in the encoding that a person names', async () => {
    const started = await startWindow()
    started.person.texts = [
      textFile(started, 'pl.txt', new Uint8Array(iconv.encode('Żółć i gęś', 'windows-1250'))),
    ]
    await imports.chooseTexts()
    await imports.rereadImport(getState().imports[0]!.id, { encoding: 'windows-1250' })
    expect(getState().imports[0]!.outcome).toMatchObject({ file: { parts: [{ excerpt: 'Żółć i gęś' }] } })
    await imports.commitImports([{ id: getState().imports[0]!.id, parts: [0] }])
    expect(getState().texts.first?.text).toBe('Żółć i gęś')
  })

  it('are offered with what is attached to a message', async () => {
    const started = await startWindow()
    const message = messageWith([{ name: 'notes.txt', bytes: encoded('It burned.') }])
    started.person.texts = [textFile(started, 'a.eml', message)]
    await imports.chooseTexts()
    expect(getState()).toMatchObject({
      dialog: 'import',
      imports: [
        { fileName: 'a.eml', attachedTo: null },
        { fileName: 'notes.txt', attachedTo: 'a.eml' },
      ],
    })
  })

  it('can be read in another encoding later', async () => {
    const started = await startWindow()
    started.person.texts = [
      textFile(started, 'pl.txt', new Uint8Array(iconv.encode('Żółć i gęś', 'windows-1250'))),
    ]
    await imports.chooseTexts()
    await imports.rereadImport(getState().imports[0]!.id, { encoding: 'windows-1252' })
    await imports.commitImports([{ id: getState().imports[0]!.id, parts: [0] }])
    const [source] = getState().records.source.values()
    await updates.chooseEncoding(source!.id)
    expect(getState()).toMatchObject({
      dialog: 'encoding',
      update: { preview: { outcome: { file: { encoding: 'windows-1252' } } } },
    })
    await updates.rereadSource(source!.id, 'windows-1250')
    expect((await updates.compareUpdate(0))!.text).toBe('Żółć i gęś')
    await updates.commitUpdate(0, 'Read as windows-1250')
    await expect.poll(() => getState().texts.first?.text).toBe('Żółć i gęś')
    expect(getState().records.source.get(source!.id)!.encoding).toBe('windows-1250')
  })

  it('are none when a person leaves the dialog, or the clipboard has no text', async () => {
    await startWindow()
    await imports.chooseTexts()
    expect(getState()).toMatchObject({ dialog: null, toasts: [] })
    await imports.pasteFromClipboard()
    expect(getState().toasts).toMatchObject([{ tone: 'error' }])
  })
})

describe('texts that were dropped on the window', () => {
  it('are stored when there is nothing to decide', async () => {
    const started = await startWindow()
    await started.service.offerFiles([textFile(started, 'a.txt', millText)])
    await expect.poll(titles).toEqual(['Mill fire report'])
  })
})

import { connectWindow } from '../window.js'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import iconv from 'iconv-lite'
import type { ClaimId } from '../../../../shared/domain/ids.js'
import * as cases from '../../../../renderer/store/case/case-actions.js'
import { closeDialog } from '../../../../renderer/store/closing.js'
import { addEvidence, leaveEvidence } from '../../../../renderer/store/claims/evidence-actions.js'
import * as updates from '../../../../renderer/store/imports/source-update.js'
import * as imports from '../../../../renderer/store/imports/import-actions.js'
import { choicesOf } from '../../../../renderer/store/imports/import-plans.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState } from '../../../../renderer/store/store.js'
import { tell } from '../../../../renderer/store/toasts.js'
import { wholeDocx } from '../../../electron/workers/import/docx-file.js'
import { encoded } from '../../../electron/workers/import/file-bytes.js'
import { messageWith } from '../../../electron/workers/import/text-files.js'
import { addText, millText, startWithCase, textFile } from '../../../electron/service/running-service.js'

const claimId = '00000000-0000-4000-8000-00000000000c' as ClaimId

const titles = (): string[] => [...getState().records.source.values()].map(({ title }) => title)

async function startWindow() {
  const started = await startWithCase()
  connectWindow(started)
  await start.startWindow(() => {})
  return started
}

describe('texts that a person chooses', () => {
  it('are put away without closing what was said meanwhile', async () => {
    const started = await startWindow()
    started.person.texts = [textFile(started, 'empty.txt', '')]
    await imports.chooseTexts()
    expect(getState().dialog).toBe('import')
    const away = imports.discardImports()
    cases.showRefusal({ kind: 'foreign', message: '“pipe.stet” is no case.' })
    await away
    expect(getState()).toMatchObject({ dialog: 'refused', imports: [] })
  })

  it('make way for what is said, and are shown again after it with those that came meanwhile', async () => {
    const started = await startWindow()
    started.person.texts = [textFile(started, 'empty.txt', '')]
    await imports.chooseTexts()
    cases.showRefusal({ kind: 'foreign', message: '“pipe.stet” is no case.' })
    started.person.texts = [textFile(started, 'a.txt', millText)]
    await imports.chooseTexts()
    expect(getState().dialog).toBe('refused')
    closeDialog()
    expect(getState().dialog).toBe('import')
    expect(getState().imports.map(({ fileName }) => fileName)).toEqual(['empty.txt', 'a.txt'])
  })

  it('keep what was decided of them while another dialog is there', async () => {
    const started = await startWindow()
    const two = textFile(started, 'two.txt', `${millText}\n\n________\n\nA reply`)
    started.person.texts = [two, textFile(started, 'empty.txt', '')]
    await imports.chooseTexts()
    const [waiting] = getState().imports
    imports.planImport(waiting!.id, { ...waiting!.plan, parts: [1] })
    cases.showRefusal({ kind: 'foreign', message: '“pipe.stet” is no case.' })
    closeDialog()
    await imports.commitImports(choicesOf(getState().imports))
    expect(titles()).toEqual(['A reply'])
  })

  it('are decided on anew where they are other texts when they are read in another way', async () => {
    const started = await startWindow()
    const bytes = new Uint8Array(iconv.encode(`Żółć i gęś\n\n________\n\nInny tekst: żaba`, 'windows-1250'))
    started.person.texts = [textFile(started, 'pl.txt', bytes)]
    await imports.chooseTexts()
    const [waiting] = getState().imports
    imports.planImport(waiting!.id, { ...waiting!.plan, parts: [1] })
    await imports.rereadImport(waiting!.id, { encoding: 'iso-8859-2' })
    expect(getState().imports[0]!.plan.parts).toEqual([1])
    await imports.rereadImport(waiting!.id, { encoding: 'utf-16le' })
    expect(getState().imports[0]!.plan.parts).toEqual([0])
  })

  it('wait while one of them takes the place of the text of a source', async () => {
    const started = await startWindow()
    started.person.texts = [textFile(started, 'a.txt', millText)]
    await imports.chooseTexts()
    const [source] = getState().records.source.values()
    started.person.texts = [
      textFile(started, 'a.txt', `${millText} More is known now.`),
      textFile(started, 'b.txt', 'It burned.'),
    ]
    await imports.chooseTexts()
    const [newer] = getState().imports
    updates.offerUpdate(source!.id, newer!)
    await updates.discardUpdate()
    expect(getState()).toMatchObject({
      dialog: 'import',
      update: null,
      imports: [{ fileName: 'a.txt' }, { fileName: 'b.txt' }],
    })
    updates.offerUpdate(source!.id, newer!)
    await updates.commitUpdate(0, 'Newer edition')
    expect(getState()).toMatchObject({ dialog: 'import', update: null, imports: [{ fileName: 'b.txt' }] })
    await imports.commitImports(getState().imports.map(({ id }) => ({ id, parts: [0] })))
    expect(getState()).toMatchObject({ dialog: null, imports: [] })
    expect(getState().records.source.size).toBe(2)
  })

  it('are put away when another case takes the place of the one that they were for', async () => {
    const started = await startWindow()
    started.person.texts = [textFile(started, 'empty.txt', '')]
    await imports.chooseTexts()
    started.person.newCase = join(started.folder, 'cases', 'Other.stet')
    await cases.createCase()
    expect(getState()).toMatchObject({ dialog: null, imports: [], open: { info: { title: 'Other' } } })
  })

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

  it('are an act like others: no older message offers to take them back, and no left evidence does', async () => {
    const started = await startWindow()
    started.person.texts = [textFile(started, 'a.txt', millText)]
    await imports.chooseTexts()
    const source = [...getState().records.source.values()][0]!
    await cases.perform({
      do: 'add-claim',
      id: claimId,
      sourceId: source.id,
      start: 0,
      end: 4,
      fields: {},
    })
    tell('Highlighted.', cases.takeBack)
    const left = addEvidence(claimId)
    started.person.texts = [textFile(started, 'b.txt', 'Another text.')]
    await imports.chooseTexts()
    await leaveEvidence(left)
    expect(getState().records.source.size).toBe(2)
    expect(getState().records.evidence.size).toBe(0)
    expect(getState().toasts.filter(({ action }) => action !== null)).toEqual([])
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
    expect(getState()).toMatchObject({ dialog: null, update: null })
    await updates.chooseEncoding(source!.id)
    expect(getState().dialog).toBe('encoding')
    await updates.discardUpdate()
    expect(getState()).toMatchObject({ dialog: null, update: null })
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

import { mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { pageStartsOf } from '../../../shared/document/pages.js'
import { documentFromJson } from '../../../shared/document/sections.js'
import type { ImportPreview, ReadableFile } from '../../../shared/domain/import-preview.js'
import {
  addText,
  contentOf,
  millText,
  startService,
  startWithCase,
  textFile,
  type RunningService,
} from './running-service.js'
import { filesIn } from '../temporary-folder.js'
import { wholeDocx } from '../workers/import/docx-file.js'
import { wholePdf } from '../workers/import/pdf-file.js'
import { wholeHtml } from '../workers/import/text-files.js'

function readable({ outcome }: ImportPreview): ReadableFile {
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.file
}

async function sources({ ask }: RunningService) {
  return (await ask('app.start')).open!.records.sources
}

describe('texts from files', () => {
  it('are previewed, and stored as a person decides', async () => {
    const started = await startWithCase()
    const two = `${millText}\n\n________________\n\nA reply\n\nIt did not burn.`
    started.person.texts = [
      textFile(started, 'two.txt', two),
      textFile(started, 'notes.md', '# Notes\n\n*One* day.'),
    ]
    const previews = await started.ask('import.choose')
    expect(previews.map((preview) => readable(preview).parts.map(({ title }) => title))).toEqual([
      ['Mill fire report', 'A reply'],
      ['Notes'],
    ])
    const outcome = await started.ask('import.commit', [
      { id: previews[0]!.id, parts: [1] },
      { id: previews[1]!.id, parts: null },
    ])
    const stored = await sources(started)
    expect(stored.map(({ title, mediaType, fileName }) => [title, mediaType, fileName])).toEqual([
      ['A reply', 'text/plain', 'two.txt'],
      ['Notes', 'text/markdown', 'notes.md'],
    ])
    expect(outcome.added).toEqual(stored.map(({ id }) => id))
    expect((await started.ask('source.text', { id: outcome.added[0]! })).text).toBe(
      'A reply\n\nIt did not burn.',
    )
    expect((await started.ask('source.text', { id: outcome.added[1]! })).text).toBe('Notes\n\nOne day.')
  })

  it('leave the files as they were, and tell how far it is', async () => {
    const started = await startWithCase()
    const path = textFile(started, 'a.txt', millText)
    started.person.texts = [path, path]
    await started.ask('import.choose')
    expect(readFileSync(path, 'utf8')).toBe(millText)
    const progress = started.events.flatMap((told) => (told.name === 'import.progress' ? [told.event] : []))
    expect(progress).toEqual([
      { fileName: 'a.txt', done: 0, total: 2 },
      { fileName: 'a.txt', done: 1, total: 2 },
      null,
    ])
  })

  it('that were dropped on the window are offered to it', async () => {
    const started = await startWithCase()
    await started.service.offerFiles([textFile(started, 'a.txt', millText)])
    const offered = started.events.flatMap((told) => (told.name === 'import.offered' ? told.event : []))
    expect(offered.map(({ fileName, outcome }) => [fileName, outcome.ok])).toEqual([['a.txt', true]])
  })

  it('are recognised when the case has them already', async () => {
    const started = await startWithCase()
    started.person.texts = [textFile(started, 'a.txt', millText)]
    const [first] = await started.ask('import.choose')
    expect(readable(first!).alreadyIn).toBe(null)
    await started.ask('import.commit', [{ id: first!.id, parts: null }])
    started.person.texts = [
      textFile(started, 'renamed.txt', millText),
      textFile(started, 'b.txt', `${millText} `),
    ]
    const [same, other] = await started.ask('import.choose')
    expect(readable(same!).alreadyIn).toBe('Mill fire report')
    expect(readable(other!).alreadyIn).toBe(null)
  })

  it('are read again in the encoding that a person names', async () => {
    const started = await startWithCase()
    const polish = 'Żółć i gęś w młynie'
    started.person.texts = [textFile(started, 'pl.txt', new Uint8Array(iconv.encode(polish, 'windows-1250')))]
    const [guess] = await started.ask('import.choose')
    expect(readable(guess!).encodingIsSure).toBe(false)
    const read = await started.ask('import.reread', { id: guess!.id, encoding: 'windows-1250' })
    expect(readable(read).parts[0]!.excerpt).toBe(polish)
    const wrong = await started.ask('import.reread', { id: guess!.id, encoding: 'no-such' })
    expect(wrong.outcome).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    const { added } = await started.ask('import.commit', [{ id: guess!.id, parts: null }])
    expect((await started.ask('source.text', { id: added[0]! })).text).toBe(polish)
    expect(await sources(started)).toMatchObject([{ encoding: 'windows-1250' }])
  })

  it('are stored with their structure, and with what their files say of themselves', async () => {
    const started = await startWithCase()
    started.person.texts = [
      textFile(started, 'minutes.docx', wholeDocx),
      textFile(started, 'costs.txt', wholePdf),
      textFile(started, 'page.html', wholeHtml),
    ]
    const previews = await started.ask('import.choose')
    expect(readable(previews[1]!).notices[0]).toContain('“costs.txt” is read as what it is (PDF document)')
    expect(readable(previews[2]!)).toMatchObject({ partsAre: 'article', record: { publisher: 'The Quay' } })
    const { added } = await started.ask('import.commit', [
      { id: previews[0]!.id, parts: [0] },
      { id: previews[1]!.id, parts: [0] },
      { id: previews[2]!.id, parts: [0] },
    ])
    expect(await sources(started)).toMatchObject([
      { title: 'Harbour minutes', author: 'Ada Reyes', encoding: 'built-in' },
      { title: 'Costs of the harbour', mediaType: 'application/pdf', published: null },
      { title: 'Harbour costs rise', published: '2021-03-05', url: 'https://example.org/costs' },
    ])
    const { document } = await started.ask('source.text', { id: added[1]! })
    const pages = pageStartsOf(documentFromJson(document))
    expect(pages.map(({ label }) => label)).toEqual(['i', '7', '8'])
  })

  it('are what was shown, though the file has changed since', async () => {
    const started = await startWithCase()
    started.person.texts = [textFile(started, 'a.txt', millText)]
    const [preview] = await started.ask('import.choose')
    textFile(started, 'a.txt', 'Something else altogether')
    const { added } = await started.ask('import.commit', [{ id: preview!.id, parts: null }])
    expect((await started.ask('source.text', { id: added[0]! })).text).toBe(millText)
  })
})

describe('files that cannot be opened', () => {
  it('say why, each by its name, and leave the case as it was', async () => {
    const started = await startWithCase()
    await addText(started)
    const before = await contentOf(started)
    mkdirSync(join(started.folder, 'folder.txt'))
    const bigFile = textFile(started, 'big.txt', '')
    truncateSync(bigFile, 50 * 1024 * 1024)
    started.person.texts = [
      textFile(started, 'empty.txt', ''),
      textFile(started, 'blank.txt', ' \r\n '),
      textFile(started, 'binary.txt', Uint8Array.from([1, 0, 2])),
      textFile(started, 'named.txt', '%PDF-1.7'),
      textFile(started, 'zip.md', 'PK\x03\x04'),
      bigFile,
      join(started.folder, 'folder.txt'),
      join(started.folder, 'gone.txt'),
      '/dev/null',
    ]
    const previews = await started.ask('import.choose')
    expect(previews.map(({ fileName, outcome }) => [fileName, outcome.ok || outcome.error.kind])).toEqual([
      ['empty.txt', 'invalid'],
      ['blank.txt', 'invalid'],
      ['binary.txt', 'unsupported'],
      ['named.txt', 'invalid'],
      ['zip.md', 'invalid'],
      ['big.txt', 'too-large'],
      ['folder.txt', 'unsupported'],
      ['gone.txt', 'io'],
      ['null', 'unsupported'],
    ])
    for (const { fileName, outcome } of previews) {
      expect(!outcome.ok && outcome.error.message).toContain(`“${fileName}”`)
    }
    const choices = previews.map(({ id }) => ({ id, parts: null }))
    expect(await started.refusal('import.commit', choices)).toMatchObject({ kind: 'not-found' })
    expect(await contentOf(started)).toEqual(before)
  })

  it('do not keep the good ones beside them from being stored', async () => {
    const started = await startWithCase()
    started.person.texts = [textFile(started, 'empty.txt', ''), textFile(started, 'a.txt', millText)]
    const previews = await started.ask('import.choose')
    await started.ask('import.commit', [{ id: previews[1]!.id, parts: [0] }])
    expect(await sources(started)).toMatchObject([{ fileName: 'a.txt' }])
  })

  it('are stored all or not at all', async () => {
    const started = await startWithCase()
    const [preview] = await started.ask('import.paste', { text: millText })
    const choices = [
      { id: preview!.id, parts: null },
      { id: 'not offered', parts: null },
    ]
    expect(await started.refusal('import.commit', choices)).toMatchObject({ kind: 'not-found' })
    expect(await sources(started)).toEqual([])
    expect(await started.refusal('import.commit', [{ id: preview!.id, parts: [] }])).toMatchObject({
      kind: 'invalid',
    })
    expect(await started.ask('import.commit', [{ id: preview!.id, parts: null }])).toMatchObject({
      added: [{}],
    })
  })
})

describe('a pasted text', () => {
  it('is stored as it was, but for its line breaks', async () => {
    const started = await startWithCase()
    const { source } = await addText(started, '\r\nOne 🚒\r\n\r\n  Two\u2028Three\n')
    expect((await started.ask('source.text', { id: source })).text).toBe('One 🚒\n\n  Two\nThree')
    expect(await sources(started)).toMatchObject([{ fileName: 'Pasted text.txt', encoding: 'utf-8' }])
  })

  it('can come from the clipboard', async () => {
    const started = await startWithCase()
    started.person.clipboard = millText
    const [preview] = await started.ask('import.clipboard')
    expect(readable(preview!).parts.map(({ title }) => title)).toEqual(['Mill fire report'])
    started.person.clipboard = ' \n'
    expect(await started.refusal('import.clipboard')).toMatchObject({ kind: 'invalid' })
    expect(await started.refusal('import.paste', { text: '' })).toMatchObject({ kind: 'invalid' })
  })

  it('gets a case of its own when none is open, which no other text’s case is replaced by', async () => {
    const started = await startService()
    const [first] = await started.ask('import.paste', { text: 'Costs: up/down?\n\nThey rose.' })
    await started.ask('import.commit', [{ id: first!.id, parts: null }])
    expect(await started.ask('app.start')).toMatchObject({
      open: { name: 'Costs up down.stet', records: { sources: [{}] } },
    })
    await started.ask('case.close')
    const [second] = await started.ask('import.paste', { text: 'Costs: up/down?\n\nThey fell.' })
    await started.ask('import.commit', [{ id: second!.id, parts: null }])
    expect(Object.keys(filesIn(join(started.folder, 'cases')))).toEqual(
      expect.arrayContaining(['Costs up down.stet', 'Costs up down 2.stet']),
    )
  })

  it('is no newer state of what was pasted before', async () => {
    const started = await startWithCase()
    await addText(started)
    const [other] = await started.ask('import.paste', { text: `${millText} More is known now.` })
    const [same] = await started.ask('import.paste', { text: millText })
    expect(other?.outcome).toMatchObject({ file: { newerOf: null, alreadyIn: null } })
    expect(same?.outcome).toMatchObject({ file: { newerOf: null, alreadyIn: expect.any(String) as string } })
  })

  it('waits on when another one is put away, and when the case is opened again', async () => {
    const started = await startWithCase()
    const [one] = await started.ask('import.paste', { text: millText })
    const [other] = await started.ask('import.paste', { text: 'It burned.' })
    await started.ask('import.discard', [other!.id])
    const path = started.service.casePath!
    await started.service.close()
    await started.service.openCase(path)
    const { added } = await started.ask('import.commit', [{ id: one!.id, parts: null }])
    expect(added).toHaveLength(1)
  })

  it('is gone when another case takes the place of the one that it was for, or the page stopped', async () => {
    const started = await startWithCase()
    const path = started.service.casePath!
    const [one] = await started.ask('import.paste', { text: millText })
    started.person.newCase = join(started.folder, 'cases', 'Other.stet')
    await started.ask('case.create')
    const refused = { kind: 'not-found' }
    expect(await started.refusal('import.commit', [{ id: one!.id, parts: null }])).toMatchObject(refused)
    await started.service.openCase(path)
    const [other] = await started.ask('import.paste', { text: millText })
    started.service.pageStopped('It stopped.')
    expect(await started.refusal('import.commit', [{ id: other!.id, parts: null }])).toMatchObject(refused)
  })

  it('is gone when a person decides against it', async () => {
    const started = await startWithCase()
    const [preview] = await started.ask('import.paste', { text: millText })
    await started.ask('import.discard', [preview!.id])
    expect(await started.refusal('import.commit', [{ id: preview!.id, parts: null }])).toMatchObject({
      kind: 'not-found',
    })
    expect(await started.refusal('import.reread', { id: preview!.id, encoding: 'utf-8' })).toMatchObject({
      kind: 'not-found',
    })
  })
})

import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { ImportPreview, ReadableFile } from '../../../shared/domain/import-preview.js'
import { comment, commentEnd, commentStart, docxFile, run } from '../workers/import/docx-file.js'
import { encoded } from '../workers/import/file-bytes.js'
import { messageWith } from '../workers/import/text-files.js'
import { startWithCase, textFile, type RunningService } from './running-service.js'

function readable({ outcome }: ImportPreview): ReadableFile {
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.file
}

async function records({ ask }: RunningService) {
  return (await ask('app.start')).open!.records
}

const marked = docxFile(
  `<w:p>${run('It cost ')}${commentStart('1')}${commentStart('2')}<w:del w:author="Ada"><w:r><w:delText>38</w:delText></w:r></w:del>` +
    `<w:ins w:author="Ada">${run('83')}</w:ins>${run(' million')}${commentEnd('1')}${commentEnd('2')}${run('.')}</w:p>`,
  {
    comments:
      comment('1', 'Ada Reyes', 'Says who?', '2021-03-06T09:30:00Z') + comment('2', 'Ben Ito', 'The board.'),
  },
)

describe('a document with tracked changes and comments', () => {
  it('is stored as the text that a person chose, which its version says', async () => {
    const started = await startWithCase()
    started.person.texts = [textFile(started, 'marked.docx', marked)]
    const [preview] = await started.ask('import.choose')
    expect(readable(preview!)).toMatchObject({
      changes: { read: 'accepted', by: [{ author: 'Ada', inserted: 1, deleted: 1 }] },
      comments: 2,
    })
    const rejected = await started.ask('import.reread', { id: preview!.id, changes: 'rejected' })
    expect(readable(rejected).parts[0]!.excerpt).toBe('It cost 38 million.')
    const { added } = await started.ask('import.commit', [{ id: preview!.id, parts: null }])
    const text = await started.ask('source.text', { id: added[0]! })
    expect(text).toMatchObject({
      text: 'It cost 38 million.',
      reason: 'Read with its tracked changes rejected',
    })
    expect((await records(started)).claims).toEqual([])
  })

  it('brings its comments as notes of a claim on their passage, as one act with the text', async () => {
    const started = await startWithCase()
    started.person.texts = [textFile(started, 'marked.docx', marked)]
    const [preview] = await started.ask('import.choose')
    await started.ask('import.commit', [{ id: preview!.id, parts: null, comments: true }])
    const { sources, claims, notes } = await records(started)
    expect(claims).toMatchObject([
      { sourceId: sources[0]!.id, status: 'unchecked', verdict: null, selector: { exact: '83 million' } },
    ])
    expect(notes.map(({ claimId, author, text, visibility }) => [claimId, author, text, visibility])).toEqual(
      [
        [claims[0]!.id, 'Ada Reyes', 'Says who?', 'internal'],
        [claims[0]!.id, 'Ben Ito', 'The board.', 'internal'],
      ],
    )
    expect(notes[0]!.createdAt).toBe('2021-03-06T09:30:00.000Z')

    await started.ask('case.undo')
    expect(await records(started)).toMatchObject({ sources: [], claims: [], notes: [] })
    await started.ask('case.redo')
    const again = await records(started)
    expect([again.sources, again.claims, again.notes]).toEqual([sources, claims, notes])
    expect(await started.ask('case.verify')).toMatchObject({ problems: [] })
  })
})

describe('a message', () => {
  it('is offered with what is attached to it, each a source of its own', async () => {
    const started = await startWithCase()
    const inner = messageWith([{ name: 'deeper.txt', bytes: encoded('Deeper.') }])
    const message = messageWith([
      { name: 'notes.txt', bytes: encoded('The mill burned.') },
      { name: 'forwarded.eml', bytes: encoded(`Message-Id: <1@example.org>\r\n${inner}`) },
      { name: 'broken.pdf', bytes: encoded('%PDF-1.7 nothing') },
      { name: 'crane.png', bytes: encoded('\x89PNG\r\n', 'latin1') },
    ])
    started.person.texts = [textFile(started, 'a.eml', message)]
    const previews = await started.ask('import.choose')
    expect(previews.map(({ fileName, attachedTo, outcome }) => [fileName, attachedTo, outcome.ok])).toEqual([
      ['a.eml', null, true],
      ['notes.txt', 'a.eml', true],
      ['forwarded.eml', 'a.eml', true],
      ['broken.pdf', 'a.eml', false],
    ])
    await started.ask('import.commit', [
      { id: previews[0]!.id, parts: null },
      { id: previews[1]!.id, parts: null },
    ])
    const { sources } = await records(started)
    expect(sources.map(({ fileName, mediaType }) => [fileName, mediaType])).toEqual([
      ['a.eml', 'message/rfc822'],
      ['notes.txt', 'text/plain'],
    ])
  })
})

describe('a source that was read in a wrong encoding', () => {
  const polish = 'Żółć i gęś.\n\nW młynie był pożar.'

  async function misread() {
    const started = await startWithCase()
    started.person.texts = [textFile(started, 'pl.txt', new Uint8Array(iconv.encode(polish, 'windows-1250')))]
    const [guess] = await started.ask('import.choose')
    await started.ask('import.reread', { id: guess!.id, encoding: 'windows-1252' })
    const { added } = await started.ask('import.commit', [{ id: guess!.id, parts: null }])
    return { started, sourceId: added[0]! }
  }

  it('is read again from its kept original, with its claims carried over, and back by undo', async () => {
    const { started, sourceId } = await misread()
    const before = await started.ask('source.text', { id: sourceId })
    const start = before.text.indexOf('W m')
    const claimId = crypto.randomUUID()
    await started.ask('case.perform', {
      do: 'add-claim',
      id: claimId as never,
      sourceId,
      start,
      end: before.text.length,
      fields: {},
    })
    const preview = await started.ask('source.reread', { id: sourceId, encoding: 'windows-1250' })
    const choice = { id: preview.id, sourceId, part: null }
    const compared = await started.ask('source.compare-update', choice)
    expect(compared.text).toBe(polish)
    expect(compared.counts.orphan).toBe(0)

    await started.ask('source.update', { ...choice, reason: 'Read as windows-1250 instead of windows-1252' })
    const { sources, claims } = await records(started)
    expect(sources[0]).toMatchObject({ encoding: 'windows-1250', fileName: 'pl.txt' })
    expect(claims[0]!.selector.exact).toBe('W młynie był pożar.')
    expect(await started.ask('source.text', { id: sourceId })).toMatchObject({ number: 2, text: polish })

    await started.ask('case.undo')
    expect(await started.ask('source.text', { id: sourceId })).toEqual(before)
    expect((await records(started)).sources[0]!.encoding).toBe('windows-1252')
  })

  it('stays as it is where the encoding is unknown', async () => {
    const { started, sourceId } = await misread()
    const preview = await started.ask('source.reread', { id: sourceId, encoding: 'no-such' })
    expect(preview.outcome).toMatchObject({ ok: false, error: { kind: 'invalid' } })
  })

  it('is refused for a format that says itself how its letters are kept', async () => {
    const started = await startWithCase()
    started.person.texts = [textFile(started, 'marked.docx', marked)]
    const [preview] = await started.ask('import.choose')
    const { added } = await started.ask('import.commit', [{ id: preview!.id, parts: null }])
    const refused = await started.refusal('source.reread', { id: added[0], encoding: 'utf-8' })
    expect(refused).toMatchObject({ kind: 'invalid' })
    expect(refused.message).toContain('Word document')
  })
})

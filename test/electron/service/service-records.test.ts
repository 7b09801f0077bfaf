import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RecordsPreview } from '../../../shared/domain/record-import.js'
import {
  addText,
  millText,
  startService,
  startWithCase,
  textFile,
  type RunningService,
} from './running-service.js'

const annotation = (id: string, exact: string, more: object = {}) => ({
  id,
  type: 'Annotation',
  target: { source: 'https://example.org/mill', selector: { type: 'TextQuoteSelector', exact } },
  bodyValue: 'Who says so?',
  ...more,
})

const jsonFile = (started: RunningService, name: string, value: unknown) =>
  textFile(started, name, JSON.stringify(value))

/** What the window was offered last, and the first file of it. */
function offered({ events }: RunningService): RecordsPreview {
  const last = events.findLast(({ name }) => name === 'records.offered')
  return (last!.event as RecordsPreview[])[0]!
}

it('offers claims beside texts, places them, and imports them as one act', async () => {
  const started = await startWithCase()
  const { ask, person, service } = started
  const { source } = await addText(started)
  const notes = [
    annotation('urn:1', 'The mill burned on Monday'),
    annotation('urn:2', 'Nothing of the kind was ever said'),
  ]
  const text = textFile(started, 'more.txt', 'Another text.')
  person.texts = [jsonFile(started, 'notes.jsonld', notes), text]
  const texts = await ask('import.choose')
  expect(texts.map(({ fileName }) => fileName)).toEqual(['more.txt'])
  const { id, outcome } = offered(started)
  expect(outcome).toMatchObject({
    ok: true,
    records: { kind: 'claims', count: 2, texts: [{ sourceId: null }] },
  })

  const sources = [{ key: 'https://example.org/mill', sourceId: source }]
  const places = await ask('records.places', { id, sources })
  expect(places.counts).toEqual({ exact: 1, searched: 0, orphan: 1, there: 0, unplaced: 0 })
  const done = await ask('records.commit', { kind: 'claims', id, sources, keepOrphans: true })
  expect(done).toMatchObject({
    undo: 'Import 2 claims',
    message: expect.stringContaining('Imported 2 claims') as string,
  })
  expect((await ask('app.start')).open?.records).toMatchObject({
    claims: [{}, {}],
    notes: [{ author: 'ada' }, {}],
  })
  await ask('case.undo')
  expect((await ask('app.start')).open?.records).toMatchObject({ claims: [], notes: [] })
  expect(service.casePath).not.toBeNull()
})

it('reads a table again as it is told to', async () => {
  const started = await startWithCase()
  await addText(started)
  started.person.texts = [textFile(started, 'claims.csv', 'what;who\nThe council met two days later;Bea\n')]
  await started.ask('records.choose')
  const { id, outcome } = offered(started)
  expect(outcome).toMatchObject({
    records: { count: 0, table: { delimiter: ';', columns: [null, 'claimant'] } },
  })
  const reading = {
    encoding: null,
    delimiter: null,
    columns: ['quote', 'claimant'] as ('quote' | 'claimant')[],
  }
  const read = await started.ask('records.reread', { id, reading })
  expect(read.outcome).toMatchObject({
    ok: true,
    records: { count: 1, texts: [{ claims: 1, sourceId: null }] },
  })
})

it('fills the record of a source, and adds a citation to a claim', async () => {
  const started = await startWithCase()
  const { ask, person } = started
  const { source } = await addText(started)
  const claimId = '00000000-0000-4000-8000-000000000001' as never
  await ask('case.perform', { do: 'add-claim', id: claimId, sourceId: source, start: 0, end: 4, fields: {} })
  person.texts = [
    jsonFile(started, 'works.json', [
      {
        id: '1',
        type: 'book',
        title: 'Mill fire report',
        author: [{ family: 'Bell', given: 'Bea' }],
        issued: { 'date-parts': [[2021]] },
      },
      { id: '2', type: 'book', title: 'A letter', publisher: 'Courier' },
    ]),
  ]
  await ask('records.choose')
  const { id, outcome } = offered(started)
  expect(outcome).toMatchObject({ records: { citations: [{ sourceId: source }, { sourceId: null }] } })
  await ask('records.commit', {
    kind: 'citations',
    id,
    uses: [
      { as: 'record', index: 0, sourceId: source },
      { as: 'evidence', index: 1, claimId, stance: 'supports' },
    ],
  })
  expect((await ask('app.start')).open?.records).toMatchObject({
    sources: [{ title: 'Mill fire report', author: 'Bea Bell', published: '2021' }],
    evidence: [{ title: 'A letter', publisher: 'Courier', stance: 'supports', sourceId: null }],
  })
})

it('takes sources from another case, or opens it instead', async () => {
  const started = await startWithCase()
  const { ask, person, folder, path } = started
  await addText(started)
  await ask('case.close')
  const other = join(folder, 'other.stet')
  copyFileSync(path, other)
  person.newCase = join(folder, 'cases', 'New.stet')
  await ask('case.create')
  person.texts = [other]
  await ask('records.choose')
  const { id, outcome } = offered(started)
  expect(outcome).toMatchObject({ records: { kind: 'case', title: 'Mill', sources: [{ alreadyIn: null }] } })
  const sourceIds =
    outcome.ok && outcome.records.kind === 'case' ? outcome.records.sources.map((one) => one.id) : []
  const done = await ask('records.commit', { kind: 'case', id, sourceIds })
  expect(done).toMatchObject({ added: sourceIds, undo: 'Import source' })
  expect((await ask('source.text', { id: sourceIds[0]! })).text).toBe(millText)

  await ask('records.choose')
  const again = offered(started)
  expect(again.outcome).toMatchObject({
    records: { sources: [{ alreadyIn: 'Mill fire report' }], notices: [] },
  })
  expect((await ask('records.open-case', { id: again.id })).info.title).toBe('Mill')
})

it('says why a file cannot be imported, and changes nothing', async () => {
  const started = await startWithCase()
  await addText(started)
  const files: [string, string, RegExp][] = [
    ['odd.json', '{"a": 1}', /neither annotations nor citations/],
    ['harm.json', '[{"__proto__": {}}]', /__proto__/],
    ['odd.ris', 'TY  - JOUR\n', /does not end/],
    ['odd.csv', '', /empty/],
    ['odd.stet', 'no case', /not a Stet/],
  ]
  for (const [name, content, words] of files) {
    started.person.texts = [textFile(started, name, content)]
    await started.ask('records.choose')
    expect(offered(started).outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(words) as string },
    })
  }
  expect((await started.refusal('records.places', { id: 'gone', sources: [] })).kind).toBe('not-found')
})

it('says of a file that holds no records that it holds none, and does not make a text of it', async () => {
  const started = await startWithCase()
  const { source } = await addText(started)
  started.person.texts = [
    textFile(started, 'broken.bib', 'just words'),
    jsonFile(started, 'notes.json', [annotation('urn:1', 'x')]),
  ]
  expect(await started.refusal('records.choose')).toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('“broken.bib” holds no claims') as string,
  })
  expect(offered(started)).toMatchObject({ fileName: 'notes.json', outcome: { ok: true } })
  expect((await started.ask('app.start')).open?.records.sources.map(({ id }) => id)).toEqual([source])
  expect(started.events.map(({ name }) => name)).not.toContain('import.offered')
})

it('opens a case that is dropped where none is, and refuses claims there', async () => {
  const started = await startWithCase()
  await addText(started)
  await started.ask('case.close')
  const bare = await startService()
  await bare.service.offerFiles([jsonFile(bare, 'notes.json', [annotation('urn:1', 'x')])])
  expect(offered(bare).outcome).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  await bare.service.offerFiles([started.path])
  expect(bare.service.casePath).toBe(started.path)
})

it('stops finding places when it is told to', async () => {
  const started = await startWithCase()
  const words = Array.from({ length: 40_000 }, (_, index) => `word${(index * 7919) % 10_007}`)
  const { source } = await addText(started, words.join(' '))
  const many = Array.from({ length: 5000 }, (_, index) =>
    annotation(
      `urn:${index}`,
      words
        .slice(index, index + 8)
        .reverse()
        .join(' '),
    ),
  )
  started.person.texts = [jsonFile(started, 'many.json', many)]
  await started.ask('records.choose')
  const { id } = offered(started)
  const sources = [{ key: 'https://example.org/mill', sourceId: source }]
  const placing = started.refusal('records.places', { id, sources })
  await started.ask('records.cancel')
  expect((await placing).kind).toBe('cancelled')
})

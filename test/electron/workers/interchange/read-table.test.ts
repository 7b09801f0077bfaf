import { afterEach, beforeEach, expect, it } from 'vitest'
import iconv from 'iconv-lite'
import { createCase, type CaseStore } from '../../../../db/case-store.js'
import { reportCsv } from '../../../../shared/report/csv.js'
import { buildReport } from '../../../../shared/report/report-model.js'
import { wholeOf } from '../../../../shared/report/pieces.js'
import { anyReading } from '../../../../shared/domain/record-import.js'
import { caseFile, idOf, idsFrom, importOf, instant, noteBody } from '../../../db/case-fixture.js'
import { importInto, read, readClaims, refusalOf } from './case-import.js'

const text =
  'The mill burned on Monday.\nThe board said no. The mill burned on Monday.\n=cost + 3 is what it says.'

const open: CaseStore[] = []
let store: CaseStore
beforeEach(() => void (store = aCase()))
afterEach(() => open.splice(0).forEach((one) => one.close()))

function aCase(): CaseStore {
  const made = createCase(caseFile(), { title: 'Mill', id: idOf(999), at: instant() })
  open.push(made)
  made.importSources(
    [importOf(text, 'The mill'), importOf('Another text.', 'Other')],
    idsFrom(1),
    'Ada',
    instant(1),
  )
  return made
}

const table = (content: string, name = 'claims.csv') => readClaims(content, name)

it('reads a table with headings of its own kind, and reports what it does not know', async () => {
  const csv = [
    'Claim text;Article;Rating;Date;Comments;Assigned to;Link;Keywords',
    '"The board said no";The mill;contradicted;2021-03;"Says ""who""?";Bea;example.org/a nonsense;a; b',
    '"Another text";other;half true;last week;;Nobody;;',
    ';The mill;;;;;;',
  ].join('\n')
  store.perform(
    { do: 'add-person', id: idOf(70), fields: { name: 'Bea', role: 'checker' } },
    'Ada',
    instant(2),
  )
  const incoming = await table(csv.replace('a; b', '"a; b"'))
  expect(incoming.table).toMatchObject({ delimiter: ';', rowCount: 3, encodingIsSure: true })
  const { counts, preview } = await importInto(store, incoming)
  expect(counts).toMatchObject({ exact: 2 })
  const { claims, notes, evidence } = store.records()
  expect(claims).toMatchObject([
    { verdict: 'contradicted', eventDate: '2021-03', tags: ['a', 'b'], assigneeId: idOf(70) },
    { verdict: null, eventDate: null, tags: [] },
  ])
  expect(notes.map(({ text: words, visibility, author }) => [words, visibility, author]).sort()).toEqual([
    ['Says "who"?', 'internal', 'Ada'],
    ['Verdict in the table: half true', 'internal', 'Ada'],
  ])
  expect(evidence).toMatchObject([{ url: 'https://example.org/a' }])
  expect(incoming.unknownVerdicts).toEqual([{ where: 'row 3', said: 'half true' }])
  expect(incoming.skipped.map(({ where, message }) => `${where}: ${message}`)).toEqual([
    'row 2: “nonsense” is left out: it is no address of the web',
    expect.stringMatching(/^row 3: the date “last week” is left out/),
    expect.stringMatching(
      /^row 3: the verdict “half true” is kept in an internal note: it is none of Supported/,
    ),
    'row 4: it has no quote',
  ])
  expect(preview.remarks).toEqual([
    { where: 'row 3', message: expect.stringContaining('“Nobody”') as string },
  ])
})

it('takes the columns that a person names', async () => {
  const csv = 'a,b,c\nAnother text,fire,x\n'
  const unnamed = await table(csv)
  expect(unnamed).toMatchObject({
    claims: [],
    notices: [expect.stringContaining('which column holds the quotes')],
  })
  const columns = ['quote', 'tags', null] as const
  const named = await readClaims(csv, 'claims.csv', { ...anyReading, columns: [...columns] })
  expect(named.claims).toMatchObject([{ fields: { tags: ['fire'] } }])
})

it('gives the claims of a table again that Stet exported, and none twice', async () => {
  const claim = (id: number, start: number, end: number, fields: object) =>
    store.perform(
      { do: 'add-claim', id: idOf(id), sourceId: idOf(1), start, end, fields },
      'Ada',
      instant(id),
    )
  claim(100, 0, 25, {
    verdict: 'inconsistent',
    tags: ['x'],
    priority: 'high',
    eventDate: '2021-03',
    eventDateInferred: true,
  })
  claim(101, 46, 71, { status: 'query', correction: '-5 %', claimant: 'The board' })
  claim(102, text.indexOf('=cost'), text.indexOf(' is what'), { type: 'quantity', confidence: 'low' })
  for (const [id, visibility] of [
    [200, 'internal'],
    [201, 'public'],
    [202, 'internal'],
  ] as const) {
    const body = noteBody(`@Note ${id} (really)`)
    store.perform(
      { do: 'write-note', id: idOf(id), claimId: idOf(100), body, visibility },
      'Bea',
      instant(id),
    )
  }
  const csv = wholeOf(
    reportCsv(
      buildReport(store.snapshot(), { generatedAt: instant(300), checker: 'Ada', program: 'Stet 1' }),
    ),
  )
  const incoming = await table(csv)
  const to = aCase()
  const { counts } = await importInto(to, incoming)
  expect(counts).toMatchObject({ exact: 3, orphan: 0 })
  const said = (one: CaseStore) =>
    one.records().claims.map(({ id: _id, createdAt: _made, updatedAt: _changed, ...rest }) => rest)
  expect(said(to)).toEqual(said(store))
  const noted = (one: CaseStore) =>
    one
      .records()
      .notes.map((note) => [note.text, note.author, note.visibility])
      .sort()
  expect(noted(to)).toEqual(noted(store))
  expect(await importInto(to, incoming)).toMatchObject({ counts: { there: 3 } })
  // The claims of the case that it was exported from are known by their passages.
  expect(await importInto(store, incoming)).toMatchObject({ counts: { there: 3 } })
})

it('reads tables as spreadsheets write them', async () => {
  const rows = 'Quote\tNote\r\nThe board said no\tNaïve – “so”\r\n'
  const forms: [string, Uint8Array][] = [
    ['a.tsv', new TextEncoder().encode(rows)],
    ['a.csv', new Uint8Array([0xff, 0xfe, ...new Uint8Array(iconv.encode(rows, 'utf-16le'))])],
    ['a.csv', new Uint8Array(iconv.encode(rows, 'windows-1252'))],
  ]
  for (const [name, bytes] of forms) {
    const records = await read(bytes, name)
    expect(records).toMatchObject({
      table: { delimiter: '\t' },
      claims: [{ passage: { exact: 'The board said no' }, notes: [{ text: 'Naïve – “so”' }] }],
    })
  }
})

it('refuses what is no table, or too much of one', async () => {
  const cases: [string, RegExp][] = [
    ['Quote,Note\n"never closed,\n', /quotation marks do not pair near line/],
    ['Quote,Note\n', /no rows below its head/],
    [`Quote\n${'x,\n'.repeat(20_002)}`, /more than 20,000 rows/],
    [`Quote\n${','.repeat(300)}x\n`, /301 columns/],
  ]
  for (const [content, words] of cases) {
    expect((await refusalOf(content, 'odd.csv')).message).toMatch(words)
  }
  expect((await refusalOf(new Uint8Array([1, 0, 2, 0]), 'odd.csv')).message).toContain('odd.csv')
})

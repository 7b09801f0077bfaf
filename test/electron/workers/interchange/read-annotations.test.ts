import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCase, type CaseStore } from '../../../../db/case-store.js'
import { isOrphan } from '../../../../shared/domain/claim.js'
import { caseFile, idOf, idsFrom, importOf, instant } from '../../../db/case-fixture.js'
import { importInto, readClaims, refusalOf } from './case-import.js'

const text = 'The mill burned on Monday, 3 March.\nNobody was hurt. The mill burned again in May.'

let store: CaseStore
beforeEach(() => {
  store = createCase(caseFile(), { title: 'Mill', id: idOf(999), at: instant() })
  store.importSources(
    [
      {
        ...importOf(text, 'The mill'),
        record: { ...importOf(text).record, title: 'The mill', url: 'https://example.org/mill' },
      },
    ],
    idsFrom(1),
    'Ada',
    instant(1),
  )
})
afterEach(() => store.close())

const annotation = (more: object, exact = 'Nobody was hurt') => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://notes.example/1',
  type: 'Annotation',
  target: { source: 'http://www.example.org/mill/#top', selector: { type: 'TextQuoteSelector', exact } },
  ...more,
})

const json = (value: unknown) => readClaims(JSON.stringify(value))

it('makes a claim with a note of an annotation, on the source with its address', async () => {
  const creator = { type: 'Person', name: 'Bea Bell' }
  const body = { type: 'TextualBody', value: 'Says <b>who</b>?<br>Ask &amp; tell.', format: 'text/html' }
  const { counts } = await importInto(
    store,
    await json(annotation({ motivation: 'commenting', creator, body })),
  )
  expect(counts).toMatchObject({ exact: 1 })
  const { claims, notes } = store.records()
  expect(claims).toMatchObject([{ selector: { exact: 'Nobody was hurt' }, status: 'unchecked', tags: [] }])
  expect(notes).toMatchObject([
    { author: 'Bea Bell', text: 'Says who?\nAsk & tell.', visibility: 'internal' },
  ])
})

it('reads what each motivation means', async () => {
  const of = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value })
  const body = [
    of('tagging', 'fire'),
    of('classifying', 'Number or quantity'),
    of('assessing', 'Contradicted'),
    of('assessing', 'Rather odd'),
    of('highlighting', 'Look here'),
  ]
  await importInto(store, await json([annotation({ motivation: 'oa:highlighting', body })]))
  const { claims, notes } = store.records()
  expect(claims).toMatchObject([{ type: 'quantity', tags: ['fire'], verdict: 'contradicted' }])
  expect(notes.map((note) => note.text).sort()).toEqual(['Look here', 'Rather odd'])
})

it('takes a highlight without a body, and each of several targets on a text of its own', async () => {
  const target = (exact: string, source = 'https://example.org/mill') => ({
    source,
    selector: [
      { type: 'RangeSelector', startSelector: {}, endSelector: {} },
      { type: 'FragmentSelector', value: 'x', refinedBy: { type: 'TextQuoteSelector', exact } },
    ],
  })
  const several = [
    target('Nobody was hurt'),
    target('burned on Monday'),
    target('Gone', 'https://other.example/'),
  ]
  const page = {
    type: 'AnnotationPage',
    items: [annotation({ motivation: 'highlighting', target: several })],
  }
  const incoming = await json(page)
  expect(incoming.notices).toEqual([expect.stringContaining('3 ranges within the markup')])
  const { counts } = await importInto(store, incoming)
  expect(counts).toMatchObject({ exact: 2, unplaced: 1 })
  expect(store.records().claims.map(({ selector }) => selector.exact)).toEqual([
    'burned on Monday',
    'Nobody was hurt',
  ])
})

it('finds a quote with other words, and keeps one that is not there as an orphan', async () => {
  const near = annotation({ id: 'urn:a:1' }, 'The mill burnt on Monday, 3 March.')
  const gone = annotation({ id: 'urn:a:2' }, 'A sentence that nobody ever wrote about anything.')
  const incoming = await json([near, gone])
  const { counts, preview } = await importInto(store, incoming)
  expect(counts).toMatchObject({ searched: 1, orphan: 1 })
  expect(preview.searched).toMatchObject([
    { found: expect.stringContaining('The mill burned on Monday, 3 March') as string },
  ])
  expect(preview.orphans).toMatchObject([
    { where: 'annotation 2', quote: expect.stringContaining('nobody ever') as string },
  ])
  const { claims, sources } = store.records()
  const orphans = claims.filter((claim) => isOrphan(claim, sources[0]!))
  expect(orphans).toHaveLength(1)
  const { textVersionId, start, end, exact } = orphans[0]!.selector
  expect(store.version(textVersionId).text.slice(start, end)).toBe(exact)
  expect(store.text(sources[0]!.id).text).toBe(text)
  store.undo('Ada', instant(600))
  await importInto(store, incoming)
  expect(store.versions(sources[0]!.id)).toHaveLength(2)
  expect(store.verify().problems).toEqual([])
})

it('leaves orphans out when it is told to', async () => {
  const gone = annotation({}, 'A sentence that nobody ever wrote about anything.')
  const { outcome } = await importInto(store, await json(gone), { keepOrphans: false })
  expect(outcome.changes).toEqual([])
  expect(store.versions(idOf<never>(1))).toHaveLength(1)
})

it('skips what has no passage, and says why', async () => {
  const about = (target: unknown) => annotation({ target })
  const { claims, skipped } = await json([
    about('https://example.org/mill'),
    about({ source: 'https://example.org/mill', selector: { type: 'XPathSelector', value: '/p' } }),
    about({
      source: 'https://example.org/mill',
      selector: { type: 'TextPositionSelector', start: 1, end: 5 },
    }),
    annotation({}),
    'nothing',
  ])
  expect(claims).toHaveLength(1)
  expect(skipped.map(({ where, message }) => `${where}: ${message}`)).toEqual([
    'annotation 1: it is about a whole text, not about a passage',
    'annotation 2: it points at its passage in a way that Stet does not read (XPathSelector)',
    'annotation 3: it gives a position without the words that stand there',
    'annotation 5: it is not an annotation',
  ])
})

it('does not double what it imported, also after the source was removed and added again', async () => {
  const incoming = await json(annotation({ bodyValue: 'A note' }))
  await importInto(store, incoming)
  expect(await importInto(store, incoming)).toMatchObject({ counts: { there: 1 } })
  store.perform({ do: 'remove-source', id: idOf(1) }, 'Ada', instant(600))
  store.importSources([importOf(text, 'The mill')], idsFrom(11), 'Ada', instant(601))
  const otherwise = idOf<never>(11)
  expect(await importInto(store, incoming, { otherwise })).toMatchObject({ counts: { exact: 1 } })
  expect(await importInto(store, incoming, { otherwise })).toMatchObject({ counts: { there: 1 } })
  expect(store.records()).toMatchObject({ claims: [{ sourceId: otherwise }], notes: [{ text: 'A note' }] })
})

it('reads Hypothesis: users, tags, replies; and skips page notes', async () => {
  const row = (id: string, more: object) => ({
    id,
    uri: 'https://example.org/mill',
    text: 'Check the date',
    tags: ['date'],
    user: 'acct:bea@hypothes.is',
    created: '2024-05-01T10:00:00.123456+00:00',
    updated: '2024-05-02T10:00:00.123456+00:00',
    group: '__world__',
    permissions: { read: ['group:__world__'] },
    document: { title: ['The mill'] },
    target: [
      {
        source: 'https://example.org/mill',
        selector: [
          {
            type: 'RangeSelector',
            startContainer: '/p[1]',
            endContainer: '/p[1]',
            startOffset: 0,
            endOffset: 3,
          },
          { type: 'TextPositionSelector', start: 4000, end: 4014 },
          { type: 'TextQuoteSelector', exact: 'burned on Monday', prefix: 'The mill ', suffix: ', 3 March' },
        ],
      },
    ],
    ...more,
  })
  const reply = { references: ['a'], text: 'Done', user: 'acct:cem@hypothes.is', target: [{ source: 'x' }] }
  const rows = [
    row('a', {}),
    row('b', reply),
    row('c', { target: [{ source: 'x' }] }),
    row('d', { references: ['z'] }),
  ]
  const incoming = await json({ total: 4, rows })
  await importInto(store, incoming)
  const { claims, notes } = store.records()
  expect(claims).toMatchObject([
    { selector: { exact: 'burned on Monday' }, tags: ['date'], createdAt: '2024-05-01T10:00:00.123Z' },
  ])
  expect(notes.map(({ author, text: said }) => [author, said])).toEqual([
    ['bea@hypothes.is', 'Check the date'],
    ['cem@hypothes.is', 'Done'],
  ])
  expect(incoming.skipped.map(({ where }) => where)).toEqual(['annotation 3', 'annotation 4'])
})

it('refuses what was made to do harm, by name', async () => {
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const many = JSON.stringify(
    Array.from({ length: 100_000 }, (_, index) => annotation({ id: `urn:${index}` })),
  )
  const cases: [string, RegExp, string][] = [
    ['{"type":"Annotation","target":{},"__proto__":{"isAdmin":true}}', /“__proto__”/, 'invalid'],
    ['[{"type":"Annotation","target":{"constructor":{"prototype":{}}}}]', /“constructor”/, 'invalid'],
    [nested, /64 levels deep/, 'too-large'],
    [many, /100,000 annotations; the limit is 20,000/, 'too-large'],
    ['{"type": "Annotation",', /not JSON/, 'invalid'],
    ['{"hello": "world"}', /neither annotations nor citations/, 'unsupported'],
    ['"text"', /neither annotations nor citations/, 'unsupported'],
  ]
  for (const [content, words, kind] of cases) {
    const refused = await refusalOf(content, 'harm.json')
    expect(refused).toMatchObject({ kind, message: expect.stringMatching(words) as string })
    expect(refused.message).toContain('harm.json')
  }
})

it('leaves out values of wrong types and keeps the rest', async () => {
  const odd = annotation({
    created: 'yesterday',
    creator: 7,
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: 9 },
      null,
      [],
      { purpose: {} },
      { value: 'Kept' },
    ],
    status: { a: 1 },
  })
  const { claims } = await json(odd)
  expect(claims).toMatchObject([
    { createdAt: null, notes: [{ text: 'Kept', author: null }], fields: { tags: [] } },
  ])
})

it('keeps apart what a file calls by the same identifier, and takes all of it back', async () => {
  const same = 'urn:uuid:00000000-0000-4000-8000-00000000abcd'
  const note = (value: string) => ({ id: same, type: 'TextualBody', value })
  const link = (source: string) => ({ id: same, purpose: 'linking', source, title: source })
  const bodies = (name: string) => [
    note(`${name} one`),
    note(`${name} two`),
    link(`https://${name}.example/1`),
    link(`https://${name}.example/2`),
  ]
  const other = 'https://notes.example/2'
  const first = annotation({ body: bodies('a'), 'cito:disputes': [other, other] })
  const second = annotation({ id: other, body: bodies('b') }, 'The mill burned again')
  await importInto(store, await json([first, second]))
  const { claims, notes, evidence, relations } = store.records()
  expect(notes.map(({ text }) => text).sort()).toEqual(['a one', 'a two', 'b one', 'b two'])
  expect(evidence.map(({ url }) => url).sort()).toEqual(
    ['a.example/1', 'a.example/2', 'b.example/1', 'b.example/2'].map((address) => `https://${address}`),
  )
  expect([claims.length, relations.length]).toEqual([2, 1])
  store.undo('Ada', instant(600))
  expect(store.records()).toMatchObject({ claims: [], notes: [], evidence: [], relations: [] })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StetError } from '../../../../shared/ipc/result.js'
import { claimFieldsSchema } from '../../../../shared/domain/claim.js'
import { evidenceFieldsSchema } from '../../../../shared/domain/evidence.js'
import { citationSchema } from '../../../../shared/domain/record-import.js'
import { read, readClaims, refusalOf } from './case-import.js'

/** What is read is sound, or the file is refused with an error that names it. */
async function expectSound(content: string | Uint8Array, name: string): Promise<void> {
  const records = await read(content, name).catch((error: unknown) => {
    if (error instanceof StetError && error.message.includes(name)) return null
    throw error
  })
  if (records === null) return
  if (records.kind === 'citations') {
    for (const citation of records.citations) citationSchema.parse(citation)
    return
  }
  for (const { fields, evidence, id, notes } of records.claims) {
    claimFieldsSchema.parse(fields)
    for (const piece of evidence) evidenceFieldsSchema.parse(piece.fields)
    for (const one of [id, ...evidence.map((piece) => piece.id), ...notes.map((note) => note.id)])
      expect(one).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  }
}

const odd = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  fc.constantFrom(
    'x',
    'urn:uuid:00000000-0000-4000-8000-00000000000A',
    'https://a.example/',
    'Supported',
    '2021-03',
    '',
  ),
)

/** An object with these keys, each of which may be missing, and what cannot be a value of theirs. */
const things = (...keys: string[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, odd])), { requiredKeys: [] })

const selector = fc.oneof(
  odd,
  fc.record({
    type: fc.constant('TextQuoteSelector'),
    exact: fc.string({ minLength: 1 }),
    prefix: odd,
    suffix: odd,
  }),
)
const body = things(
  'id',
  'type',
  'purpose',
  'value',
  'notation',
  'creator',
  'created',
  'source',
  'selector',
  'state',
  'title',
  'properties',
  'format',
  'items',
)
const annotation = fc
  .tuple(
    things(
      'id',
      'motivation',
      'created',
      'modified',
      'creator',
      'status',
      'properties',
      'cito:disputes',
      'related',
      'bodyValue',
    ),
    fc.record({
      source: odd,
      selector: fc.oneof(selector, fc.array(selector)),
      state: odd,
      claimant: odd,
      eventDate: odd,
    }),
    fc.oneof(odd, fc.array(body)),
  )
  .map(([more, target, bodies]) => ({ ...more, type: 'Annotation', target, body: bodies }))

it('reads any annotations soundly, or refuses them by name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(annotation, { minLength: 1, maxLength: 4 }), (value) =>
      expectSound(JSON.stringify(value), 'odd.jsonld'),
    ),
    { numRuns: 500 },
  )
})

it('reads any rows of Hypothesis and any works soundly, or refuses them by name', async () => {
  const row = fc
    .tuple(things('id', 'text', 'tags', 'user', 'created', 'references', 'document'), fc.array(selector))
    .map(([more, selectors]) => ({ ...more, uri: 'https://a.example/', target: [{ selector: selectors }] }))
  const work = things(
    'id',
    'title',
    'author',
    'issued',
    'accessed',
    'URL',
    'publisher',
    'custom',
    'language',
  ).map((more) => ({
    title: 'A title',
    ...more,
    type: 'book',
  }))
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.array(row, { minLength: 1 }), fc.array(work, { minLength: 1 })), (value) =>
      expectSound(JSON.stringify(value), 'odd.json'),
    ),
    { numRuns: 500 },
  )
})

it('reads any table and any lines of RIS soundly, or refuses them by name', async () => {
  const head = fc.constantFrom('Quote', 'Verdict', 'Tags', 'Event date', 'Note', 'Link', 'Paragraph', 'Id')
  const table = fc
    .tuple(
      fc.array(head, { minLength: 1 }),
      fc.array(fc.array(fc.string()), { minLength: 1 }),
      fc.constantFrom(',', ';', '\t'),
    )
    .map(([heads, rows, by]) => [heads, ...rows].map((row) => row.join(by)).join('\n'))
  const line = fc
    .tuple(fc.constantFrom('TY', 'TI', 'AU', 'PY', 'DA', 'UR', 'Y2', 'ER', 'XX'), fc.string())
    .map(([tag, value]) => `${tag}  - ${value}`)
  await fc.assert(
    fc.asyncProperty(table, (content) => expectSound(content, 'odd.csv')),
    { numRuns: 500 },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line), (lines) =>
      expectSound(['TY  - BOOK', 'TI  - One', ...lines].join('\n'), 'odd.ris'),
    ),
    { numRuns: 500 },
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) =>
      expectSound(bytes, 'odd.csv'),
    ),
    { numRuns: 300 },
  )
})

const passage = { source: 'https://a.example/', selector: { type: 'TextQuoteSelector', exact: 'a passage' } }
const onlyAnnotation = (target: unknown, annotationBody: unknown) =>
  JSON.stringify([{ type: 'Annotation', target, body: annotationBody }])

it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'])(
  'keeps what an annotation says for the purpose “%s” as a note',
  async (purpose) => {
    const said = { type: 'TextualBody', purpose, value: 'Says who?' }
    const { claims } = await readClaims(onlyAnnotation(passage, said))
    expect(claims.map(({ notes }) => notes.map(({ text }) => text))).toEqual([['Says who?']])
  },
)

describe('an annotation that multiplies what it says', () => {
  const times = (count: number, value: unknown) => Array.from({ length: count }, () => value)
  const note = { type: 'TextualBody', value: 'Says who?' }

  it.each([
    ['passages', onlyAnnotation(times(20_001, passage), []), /20,001 passages; the limit is 20,000/],
    ['notes', onlyAnnotation(times(500, passage), times(500, note)), /more than 200,000 notes and links/],
    ['remarks', onlyAnnotation(times(500, passage), times(500, 7)), /more than 200,000 notes and links/],
  ])('is refused for its %s', async (_what, file, why) => {
    expect(await refusalOf(file, 'many.jsonld')).toMatchObject({
      kind: 'too-large',
      message: expect.stringMatching(why),
    })
  })
})

it.each([
  ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['objects', '{"items":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
])('refuses 100,000 levels of %s', async (_what, file) => {
  expect((await refusalOf(file, 'deep.jsonld')).message).toContain('“deep.jsonld” nests more than 64 levels')
})

it('refuses more values than memory holds before they are parsed', async () => {
  // A parser would find that it is no JSON.
  const file = '[' + '{},'.repeat(2_000_000)
  expect(await refusalOf(file, 'many.jsonld')).toMatchObject({
    kind: 'too-large',
    message: expect.stringContaining('“many.jsonld” has more than 2,000,000 values'),
  })
})

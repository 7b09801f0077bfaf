import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createCase, type CaseStore } from '../../../../db/case-store.js'
import { sha256 } from '../../../../db/digest.js'
import { fillFromReport } from '../../../../electron/service/imports/report-case.js'
import { placePassages } from '../../../../electron/workers/interchange/place-passages.js'
import { readReport } from '../../../../electron/workers/interchange/read-report.js'
import { caseScaleOf } from '../../../../shared/domain/case-scale.js'
import { StetError } from '../../../../shared/ipc/result.js'
import { presetScales } from '../../../../shared/domain/preset-scales.js'
import type { CaseSnapshot } from '../../../../shared/domain/case.js'
import { documentFromJson } from '../../../../shared/document/sections.js'
import { plainTextOf } from '../../../../shared/document/text-offsets.js'
import { noteBlocksOf, noteText } from '../../../../shared/report/note-blocks.js'
import { makeSelector } from '../../../../shared/anchoring/selector.js'
import { usualRequest, type ReportChoices } from '../../../../shared/report/forms.js'
import { noMaterial } from '../../../../shared/report/material.js'
import { readEmbedded } from '../../../../shared/report/html/embedded.js'
import { caseFile, idOf, idsFrom, instant } from '../../../db/case-fixture.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'
import { harbourCase } from '../../../shared/report/harbour-case.js'
import { writtenReport } from '../written-report.js'

const origin = { checker: 'M. Okafor', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }

const open: CaseStore[] = []
afterEach(() => open.splice(0).forEach((store) => store.close()))

async function pageOf({ snapshot }: CaseBuilder, options: Partial<ReportChoices> = {}): Promise<string> {
  const usual = usualRequest('html')
  const request = { ...usual, options: { ...usual.options, ...options } }
  return (await writtenReport(snapshot, request, origin, noMaterial)).toString()
}

/** The texts as a case file holds them, which are what their documents say to the last line break. */
function bridgeCase(): CaseBuilder {
  const build = harbourCase()
  for (const version of build.snapshot.texts) {
    version.text = plainTextOf(documentFromJson(version.document))
    version.sha256 = sha256(version.text) as typeof version.sha256
    for (const claim of build.snapshot.claims) {
      const { textVersionId, start, end } = claim.selector
      if (textVersionId === version.id) claim.selector = makeSelector(version.text, version.id, start, end)
    }
  }
  return build
}

const fileOf = (html: string) => ({
  name: 'report.html',
  bytes: new TextEncoder().encode(html),
  encoding: null,
})

const read = (html: string) => readReport(fileOf(html), null)

/** A case that was made of a report. */
async function caseOf(html: string): Promise<CaseStore> {
  const report = read(html)
  const store = createCase(caseFile(), { title: report.title, id: idOf(900), at: instant() })
  open.push(store)
  const newId = idsFrom(500)
  await fillFromReport(
    {
      perform: (command) => store.perform(command, 'Ada', instant(1)),
      importSources: (imports) => store.importSources(imports, newId, 'Ada', instant(2)),
      importRecords: (batch) => store.importRecords(batch, newId, 'Ada', instant(3)),
      read: store,
    },
    report,
    'report.html',
    placePassages,
  )
  return store
}

/** What a case says, without what a report does not hold. */
function saidIn({ sources, texts, claims, notes, evidence, relations }: CaseSnapshot) {
  const titles = new Map<string, string>(sources.map(({ id, title }) => [id, title]))
  const byId = <T extends { id: string }>(records: T[]) => records.sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    sources: sources.map(({ title, author, publisher, published, url, accessed, kind, reliability }) => {
      return { title, author, publisher, published, url, accessed, kind, reliability }
    }),
    texts: texts.map(({ text, document }) => ({ text, document })),
    claims: byId(
      claims.map((claim) => {
        const { id, type, verdict, confidence, tags, correction, claimant, eventDate, priority } = claim
        const { exact, prefix, suffix } = claim.selector
        const fields = { type, verdict, confidence, tags, correction, claimant, eventDate, priority }
        return { id, ...fields, exact, prefix, suffix, source: titles.get(claim.sourceId) }
      }),
    ),
    notes: byId(
      notes
        .filter(({ visibility }) => visibility === 'public')
        .map(({ id, claimId, author, ...note }) => {
          return { id, claimId, text: noteText(noteBlocksOf(note)), author }
        }),
    ),
    evidence: byId(
      evidence.map(({ sourceId, selector, ...piece }) => {
        return { ...piece, source: sourceId && titles.get(sourceId), quote: selector?.exact ?? piece.quote }
      }),
    ),
    relations: relations.map(({ fromClaimId, toClaimId, type }) => [fromClaimId, type, toClaimId]).sort(),
  }
}

describe('a case of a report', () => {
  it('has the texts, quotes, judgements, public notes, evidence and relations of the case that the report was of', async () => {
    const build = bridgeCase()
    const store = await caseOf(await pageOf(build, { audience: 'outside' }))
    expect(saidIn(store.snapshot())).toEqual(saidIn(build.snapshot))
    expect(store.info().title).toBe(build.snapshot.info.title)
    expect(store.verify().problems).toEqual([])
  })

  it('is judged by the scale of the report', async () => {
    const build = new CaseBuilder()
    const scale = presetScales.find(({ verdicts }) => !verdicts.some(({ id }) => id === 'supported'))!
    build.snapshot.preferences.push({ key: 'verdicts', value: scale })
    const source = build.source('Notice', 'The bells rang at noon.')
    build.claim(source, 'bells', { verdict: scale.verdicts[0]!.id })
    const store = await caseOf(await pageOf(build))
    const { preferences, claims } = store.snapshot()
    expect(caseScaleOf(preferences)).toMatchObject({ name: scale.name, verdicts: scale.verdicts })
    expect(claims).toMatchObject([{ verdict: scale.verdicts[0]!.id }])
  })

  it('holds nothing signed off, and nothing that was withheld', async () => {
    const build = new CaseBuilder()
    const source = build.source('Secret minutes', 'The bells rang at noon.', { author: 'A. Mole' })
    const claim = build.claim(source, 'bells', { claimant: 'Jane Roe', status: 'signed-off' })
    build.note(claim, 'Between us', { visibility: 'internal' })
    const withhold = { claimants: true, sources: true }
    const store = await caseOf(await pageOf(build, { audience: 'outside', withhold }))
    expect(store.snapshot()).toMatchObject({
      sources: [{ title: 'Source 1', author: null, fileName: null }],
      claims: [{ status: 'reviewed', claimant: '[withheld]' }],
      notes: [],
      signOffs: [],
    })
  })
})

/** Values that a forger would try in the place of others. */
const odd = [
  null,
  -1,
  2 ** 53,
  1e308,
  'x',
  '',
  '\u202e\u0000\ud800',
  'n'.repeat(100_000),
  'constructor',
  'javascript:alert(1)',
  '9999-12-31T23:59:59.999Z',
  '-9999-99-99',
  [],
  {},
  [[[[]]]],
  {
    type: 'SpecificResource',
    source: 'urn:uuid:x',
    selector: [{ type: 'TextPositionSelector', start: 1e9, end: -1 }],
  },
]

/** A report's page with one value of a block of its data, counted through all of them, exchanged. */
function exchanged(html: string, block: string, at: number, value: unknown): string {
  return html.replace(new RegExp(`(id="${block}">)([^<]*)`), (_all, opening: string, json: string) => {
    const data = JSON.parse(json) as object
    const places = placesIn(data)
    const [holder, key] = places[at % places.length]!
    holder[key] = value
    return opening + JSON.stringify(data).replaceAll('<', '\\u003c')
  })
}

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [
    [holder, key] as [typeof holder, string],
    ...placesIn(holder[key]),
  ])
}

describe('a page that says that it is a report', () => {
  it('is unaltered, altered or without a seal', async () => {
    const page = await pageOf(bridgeCase())
    expect(read(page).seal).toBe('unaltered')
    expect(read(page.replace('Dana Reeve', 'Dana Greve')).seal).toBe('altered')
    expect(read(page.replace(/<meta name="stet-seal"[^>]*>/, '')).seal).toBe('none')
  })

  /** The page of a case with its data changed by hand. */
  async function forged(
    change: (data: NonNullable<ReturnType<typeof readEmbedded>>['data']) => unknown,
  ): Promise<string> {
    const page = await pageOf(bridgeCase())
    const { data } = readEmbedded(page, Error)!
    const made = JSON.stringify(change(data)).replaceAll('<', '\\u003c')
    return page.replace(/(id="stet-report">)[^<]*/, (_all, opening: string) => opening + made)
  }

  it.each([
    ['a text that is not of its digest', (data) => ((data.sources[0]!.text += ' More.'), data), 'digest'],
    [
      'paragraphs that say something else',
      (data) => {
        const [first] = data.sources
        first!.text = 'Other words.'
        first!.version.sha256 = sha256(first!.text) as never
        return data
      },
      'paragraphs',
    ],
    [
      'a document that is none',
      (data) => ((data.sources[0]!.document = { type: 'script' }), data),
      'paragraphs cannot be read',
    ],
    ['the same text twice', (data) => (data.sources.push(data.sources[0]!), data), 'the same identifier'],
    ['a field of the wrong kind', (data) => ({ ...data, scale: 'mine' }), 'cannot be read'],
    ['no texts', ({ sources: _sources, ...data }) => data, 'cannot be read'],
  ] as [string, Parameters<typeof forged>[0], string][])(
    'is refused by name with %s',
    async (_what, change, why) => {
      const page = await forged(change)
      expect(() => read(page)).toThrow(new RegExp(`report\\.html.*${why}`))
    },
  )

  it('is refused by name before it is parsed with more values than memory holds', () => {
    const page = `<script type="application/json" id="stet-report">[${'{},'.repeat(2_000_000)}</script>`
    expect(() => read(page)).toThrow(/report\.html” has more than 2,000,000 values/)
  })

  it('gives a sound case or is refused in words, whatever stands in the place of what it holds', async () => {
    const page = await pageOf(bridgeCase())
    const ids = [...page.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)].map(
      ([id]) => `urn:uuid:${id}`,
    )
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(...odd),
      fc.constantFrom(...ids),
    )
    const harm = fc.record({ block: fc.constantFrom('stet-report', 'stet-annotations'), at: fc.nat(), value })
    await fc.assert(
      fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 3 }), async (harms) => {
        const made = harms.reduce((html, one) => exchanged(html, one.block, one.at, one.value), page)
        const store = await caseOf(made).catch((error: unknown) => {
          if (error instanceof StetError) return null
          throw error
        })
        expect(store?.verify().problems ?? []).toEqual([])
        store?.snapshot()
      }),
      { numRuns: 60 },
    )
  })

  it('is refused by name when its JSON could change the objects of the program', async () => {
    const page = await pageOf(bridgeCase())
    const opening = 'id="stet-annotations">{'
    expect(() => read(page.replace(opening, `${opening}"__proto__":{"x":1},`))).toThrow(
      /report\.html.*__proto__/,
    )
  })
})

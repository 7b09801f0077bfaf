import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { createCase, type CaseStore } from '../../../../db/case-store.js'
import { claimTypes, unjudged, type ClaimFields } from '../../../../shared/domain/claim.js'
import { defaultScale } from '../../../../shared/domain/preset-scales.js'
import {
  verdictIdOf,
  type Meaning,
  type ScaleVerdict,
  type VerdictScale,
} from '../../../../shared/domain/verdict-scale.js'
import { confidences, statuses } from '../../../../shared/domain/verdicts.js'
import { reportJsonLd } from '../../../../shared/report/json-ld.js'
import { wholeOf } from '../../../../shared/report/pieces.js'
import { caseFile, idOf, idsFrom, importOf, instant, noteBody } from '../../../db/case-fixture.js'
import { importInto, readClaims } from './case-import.js'

const open: CaseStore[] = []
afterEach(() => open.splice(0).forEach((store) => store.close()))

const texts = [
  'The mill burned on Monday. 🙂 The mill burned on Tuesday.\nThe board said “no”.\nThe board said “no” again, 12 %.',
  'A second text. The mill burned on Monday.\nIt cost £38 million, the board said.',
]

function aCase(firstId = 1): CaseStore {
  const store = createCase(caseFile(), { title: 'Mill', id: idOf(firstId + 900), at: instant() })
  open.push(store)
  store.importSources(
    texts.map((text, index) => importOf(text, `Text ${index + 1}`)),
    idsFrom(firstId),
    'Ada',
    instant(1),
  )
  return store
}

const word = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim() !== '')
const oneOf = <T extends string>(scale: readonly { id: T }[]) => fc.constantFrom(...scale.map(({ id }) => id))

const fields: fc.Arbitrary<ClaimFields> = fc.record({
  type: oneOf(claimTypes),
  claimant: fc.option(word.map((name) => name.trim())),
  eventDate: fc.option(fc.constantFrom('2021-03-03', '2021-03', '2021~', '2021-03/2021-04')),
  eventDateInferred: fc.constant(false),
  priority: fc.constantFrom('low', 'normal', 'high'),
  tags: fc.uniqueArray(
    word.map((tag) => tag.trim()),
    { maxLength: 3 },
  ),
  status: oneOf(statuses),
  verdict: fc.option(oneOf(defaultScale.verdicts)),
  confidence: fc.option(oneOf(confidences)),
  correction: fc.option(word),
})

/** A claim on a passage that begins and ends within whole characters. */
const claim = fc.record({
  source: fc.constantFrom(0, 1),
  from: fc.nat(60),
  length: fc.integer({ min: 1, max: 40 }),
  fields,
  note: fc.option(fc.record({ text: word.map((text) => text.trim()), isPublic: fc.boolean() })),
})

/** What a claim says, without what another case cannot have in common. */
function saidIn(store: CaseStore) {
  const { claims, notes, evidence, relations, sources } = store.records()
  const titles = new Map<string, string>(sources.map(({ id, title }) => [id, title]))
  return {
    claims: claims.map(({ sourceId, selector: { textVersionId: _version, ...selector }, ...claim }) => ({
      ...claim,
      source: titles.get(sourceId),
      selector,
    })),
    notes: notes.map(({ id, claimId, text, author, visibility }) => ({
      id,
      claimId,
      text,
      author,
      visibility,
    })),
    evidence: evidence.map(({ sourceId, selector, ...piece }) => ({
      ...piece,
      source: sourceId && titles.get(sourceId),
      at: selector && [selector.start, selector.end],
    })),
    relations: relations.map(({ fromClaimId, toClaimId, type }) => ({ fromClaimId, toClaimId, type })),
  }
}

const exported = (store: CaseStore) =>
  wholeOf(
    reportJsonLd(store.snapshot(), { generatedAt: instant(300), program: 'Stet 1', internalNotes: true }),
  )

it('gives the same claims again from exported annotations, in a case with the same texts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(claim, { minLength: 1, maxLength: 8 }), async (claims) => {
      const from = aCase()
      for (const [index, { source, from: start, length, fields, note }] of claims.entries()) {
        const range = rangeIn(texts[source]!, start, length)
        const sourceId = idOf<never>(source * 2 + 1)
        const id = idOf<never>(100 + index)
        const verdictless = fields.verdict === null && fields.confidence !== null ? { ...fields } : fields
        const said = { ...verdictless, eventDateInferred: fields.eventDate !== null && index % 2 === 0 }
        from.perform({ do: 'add-claim', id, sourceId, ...range, fields: said }, 'Ada', instant(10 + index))
        if (!note) continue
        const visibility = note.isPublic ? 'public' : 'internal'
        const body = noteBody(note.text.replace(/\n/g, ' '))
        from.perform(
          { do: 'write-note', id: idOf<never>(200 + index), claimId: id, body, visibility },
          'Bea',
          instant(60 + index),
        )
      }
      const to = aCase(51)
      const { counts } = await importInto(to, await readClaims(exported(from)))
      expect(counts).toEqual({ exact: claims.length, searched: 0, orphan: 0, there: 0, unplaced: 0 })
      expect(saidIn(to)).toEqual(saidIn(from))
      expect(to.verify().problems).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 120_000)

it('brings evidence, relations and wordings back too, and nothing twice', async () => {
  const from = aCase()
  const [first, second] = [idOf<never>(100), idOf<never>(101)]
  const at = (text: string, words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  })
  const add = (id: never, sourceId: number, words: string) =>
    from.perform(
      {
        do: 'add-claim',
        id,
        sourceId: idOf<never>(sourceId),
        ...at(texts[sourceId === 1 ? 0 : 1]!, words),
        fields: { ...unjudged, correction: 'Other words' },
      },
      'Ada',
      instant(10),
    )
  add(first, 1, 'The mill burned on Tuesday')
  add(second, 3, 'It cost £38 million')
  const known = { archivedUrl: null, accessed: '2026-02', reliability: 'B', credibility: '2' } as const
  const citation = {
    stance: 'contradicts',
    title: 'A letter',
    url: 'https://example.org/letter',
    quote: 'No.',
    ...known,
  } as const
  from.perform(
    { do: 'add-evidence', id: idOf(300), claimId: first, fields: citation, passage: null },
    'Ada',
    instant(11),
  )
  const passage = { sourceId: idOf<never>(3), ...at(texts[1]!, 'The mill burned on Monday') }
  from.perform(
    {
      do: 'add-evidence',
      id: idOf(301),
      claimId: first,
      fields: { ...citation, stance: 'supports', url: null, accessed: null },
      passage,
    },
    'Ada',
    instant(12),
  )
  from.perform(
    { do: 'add-relation', id: idOf(400), fromClaimId: first, toClaimId: second, type: 'contradicts' },
    'Ada',
    instant(13),
  )
  const to = aCase(51)
  const incoming = await readClaims(exported(from))
  await importInto(to, incoming)
  expect(saidIn(to)).toEqual(saidIn(from))

  const again = await importInto(to, incoming)
  expect(again.counts).toMatchObject({ there: 2, exact: 0 })
  expect(again.outcome.changes).toEqual([])

  expect(to.undo('Ada', instant(600))).not.toBeNull()
  expect(to.records()).toMatchObject({ claims: [], notes: [], evidence: [], relations: [] })
  expect(await importInto(to, incoming)).toMatchObject({ counts: { exact: 2 } })
  expect(saidIn(to)).toEqual(saidIn(from))
})

/** A range of whole characters, cut to the text. */
function rangeIn(text: string, from: number, length: number): { start: number; end: number } {
  const points = [...text]
  const first = Math.min(from, points.length - 1)
  const start = points.slice(0, first).join('').length
  return { start, end: start + points.slice(first, first + length).join('').length }
}

it('takes verdicts of another scale for those that mean the same, and says so', async () => {
  const from = aCase()
  const verdict = (label: string, means: Meaning, index: number): ScaleVerdict => {
    const { sign, colour } = defaultScale.verdicts[index]!
    return { id: verdictIdOf(label, []), label, means, sign, colour, mustFix: index > 0 }
  }
  const scale: VerdictScale = {
    name: 'House',
    verdicts: [
      verdict('True', 'supported', 0),
      // The default scale means something else by the identifier of this one.
      { ...verdict('Rubbish', 'garbled', 1), id: 'contradicted' },
      verdict('Contested', 'unverifiable', 2),
      verdict('Unsupported', 'contradicted', 3),
    ],
  }
  from.perform({ do: 'set-verdict-scale', scale, mapping: {} }, 'Ada', instant(5))
  for (const [index, { id }] of scale.verdicts.entries()) {
    const fields = { ...unjudged, verdict: id }
    const range = { start: index * 4, end: index * 4 + 3 }
    from.perform(
      { do: 'add-claim', id: idOf<never>(100 + index), sourceId: idOf<never>(1), ...range, fields },
      'Ada',
      instant(10 + index),
    )
  }
  const into = async (to: CaseStore, verdicts: VerdictScale['verdicts']) => {
    const incoming = await readClaims(exported(from), undefined, undefined, verdicts)
    await importInto(to, incoming)
    const claims = to.records().claims.toSorted((a, b) => a.selector.start - b.selector.start)
    return { verdicts: claims.map((claim) => claim.verdict), notices: incoming.notices }
  }

  expect(await into(aCase(51), defaultScale.verdicts)).toEqual({
    verdicts: ['supported', 'garbled', 'unverifiable', 'unsupported'],
    notices: [
      'Verdicts of the scale “House” are taken for those of this case that mean the same: “True” as “Supported” (1), “Rubbish” as “Garbled” (1), “Contested” as “Unverifiable” (1).',
    ],
  })
  const same = aCase(61)
  same.perform({ do: 'set-verdict-scale', scale, mapping: {} }, 'Ada', instant(5))
  expect(await into(same, scale.verdicts)).toEqual({
    verdicts: scale.verdicts.map(({ id }) => id),
    notices: [],
  })
})

it('makes a note of a verdict that nothing in the scale of the case stands for', async () => {
  const from = aCase()
  const fields = { ...unjudged, verdict: 'garbled' }
  from.perform(
    { do: 'add-claim', id: idOf<never>(100), sourceId: idOf<never>(1), start: 0, end: 8, fields },
    'Ada',
    instant(10),
  )
  const few = defaultScale.verdicts.filter(({ id }) => id === 'supported' || id === 'contradicted')
  const { claims } = await readClaims(exported(from), undefined, undefined, few)
  expect(claims[0]).toMatchObject({ fields: { verdict: null }, notes: [{ text: 'Garbled' }] })
})

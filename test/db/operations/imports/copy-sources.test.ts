import { afterEach, expect, it } from 'vitest'
import { createCase, openCase, type CaseStore } from '../../../../db/case-store.js'
import { excerptCase, lookIntoCase } from '../../../../db/read-other-case.js'
import { caseScaleOf } from '../../../../shared/domain/case-scale.js'
import { isOrphan } from '../../../../shared/domain/claim.js'
import { presetScales } from '../../../../shared/domain/preset-scales.js'
import { transferNotices } from '../../../../shared/domain/verdict-transfer.js'
import { caseFile, idOf, idsFrom, importOf, instant, noteBody } from '../../case-fixture.js'

const open: CaseStore[] = []
afterEach(() => open.splice(0).forEach((store) => store.close()))

const binding = process.env['STET_SQLITE_BINDING']
const options = binding ? { nativeBinding: binding } : {}

function aCase(first: number, path = caseFile()): CaseStore {
  const store = createCase(path, { title: `Case ${first}`, id: idOf(first + 900), at: instant() })
  open.push(store)
  return store
}

const text = 'The mill burned on Monday. Nobody was hurt by it.'
const quote = { start: 27, end: 43 }

/** Closes a case, so that it can be read as a file. */
function closed(store: CaseStore): void {
  open.splice(open.indexOf(store), 1)
  store.close()
}

function otherCase(): string {
  const path = caseFile()
  const store = aCase(1, path)
  store.importSources(
    [importOf(text, 'The mill'), importOf('Other text.', 'Other')],
    idsFrom(1),
    'Bea',
    instant(1),
  )
  const fields = { verdict: 'supported' }
  store.perform({ do: 'add-claim', id: idOf(100), sourceId: idOf(1), ...quote, fields }, 'Bea', instant(2))
  store.perform(
    { do: 'add-claim', id: idOf(101), sourceId: idOf(1), start: 0, end: 8, fields: {} },
    'Bea',
    instant(3),
  )
  const body = noteBody('Seen')
  store.perform(
    { do: 'write-note', id: idOf(200), claimId: idOf(100), body, visibility: 'public' },
    'Bea',
    instant(4),
  )
  const fieldsOf = {
    stance: 'supports',
    title: 'Other',
    url: null,
    archivedUrl: null,
    accessed: null,
  } as const
  const evidence = { ...fieldsOf, quote: null, reliability: null, credibility: null }
  const passage = { sourceId: idOf<never>(3), start: 0, end: 5 }
  store.perform(
    { do: 'add-evidence', id: idOf(300), claimId: idOf(100), fields: evidence, passage },
    'Bea',
    instant(5),
  )
  store.perform(
    { do: 'add-relation', id: idOf(400), fromClaimId: idOf(100), toClaimId: idOf(101), type: 'supports' },
    'Bea',
    instant(6),
  )
  closed(store)
  return path
}

it('copies a source with all that hangs on it, once', () => {
  const path = otherCase()
  expect(lookIntoCase(path, options)).toMatchObject({
    title: 'Case 1',
    sources: [{ title: 'The mill' }, { title: 'Other' }],
    damaged: 0,
  })
  const excerpt = excerptCase(path, [idOf(1)], options)
  const store = aCase(50)
  expect(store.copySources(excerpt, 'Ada', instant(10)).undo).toBe('Import source')
  expect(store.records()).toMatchObject({
    sources: [{ id: idOf(1), title: 'The mill' }],
    claims: [{ id: idOf(101) }, { id: idOf(100), verdict: 'supported', createdAt: instant(2) }],
    notes: [{ text: 'Seen', author: 'Bea' }],
    // Its source was not chosen, so that the passage is a citation.
    evidence: [{ sourceId: null, selector: null, quote: 'Other', title: 'Other' }],
    relations: [{ id: idOf(400) }],
  })
  expect(store.original(store.records().sources[0]!.originalSha256)).toEqual(new TextEncoder().encode(text))
  expect(store.copySources(excerpt, 'Ada', instant(11)).changes).toEqual([])
  expect(store.verify().problems).toEqual([])

  store.undo('Ada', instant(12))
  expect(store.records()).toMatchObject({ sources: [], claims: [], notes: [] })
  store.copySources(excerpt, 'Ada', instant(13))
  expect(store.records().claims).toHaveLength(2)
  expect(store.verify().problems).toEqual([])
})

it('knows the same file again, and finds its passages in the text as it is here', () => {
  const store = aCase(50)
  const own = importOf(
    'A mill burned on Monday! Nobody was hurt by it, we hear.',
    'My mill',
    new TextEncoder().encode(text),
  )
  store.importSources([{ ...own, partEnd: text.length }], idsFrom(51), 'Ada', instant(1))
  const excerpt = excerptCase(otherCase(), [idOf(1)], options)
  store.copySources(excerpt, 'Ada', instant(10))
  const { sources, claims } = store.records()
  expect(sources).toMatchObject([{ id: idOf(51), title: 'My mill' }])
  const found = claims.find(({ id }) => id === idOf(100))
  expect(found).toMatchObject({
    sourceId: idOf(51),
    selector: { exact: 'Nobody was hurt ', textVersionId: idOf(52) },
  })
  const lost = claims.filter((claim) => isOrphan(claim, sources[0]!))
  for (const { selector } of lost) {
    expect(store.version(selector.textVersionId).text.slice(selector.start, selector.end)).toBe(
      selector.exact,
    )
  }
  expect(store.copySources(excerpt, 'Ada', instant(11)).changes).toEqual([])
  expect(store.verify().problems).toEqual([])
})

const accuracy = presetScales.at(-1)!
const meaning = (means: string) => accuracy.verdicts.find((one) => one.means === means)!.id

/** Another case that is judged by another scale, with a verdict of each of two claims. */
function caseByOtherScale(verdicts: [string, string]): string {
  const path = otherCase()
  const store = openCase(path)
  store.perform({ do: 'set-verdict-scale', scale: accuracy, mapping: {} }, 'Bea', instant(7))
  for (const [place, verdict] of verdicts.entries())
    store.perform({ do: 'edit-claim', id: idOf(100 + place), fields: { verdict } }, 'Bea', instant(8 + place))
  store.close()
  return path
}

/** A case with a claim that is judged by the usual scale. */
function judgedCase(): CaseStore {
  const store = aCase(50)
  store.importSources([importOf('A text of its own.')], idsFrom(51), 'Ada', instant(1))
  const fields = { verdict: 'supported' }
  store.perform(
    { do: 'add-claim', id: idOf(150), sourceId: idOf(51), start: 2, end: 6, fields },
    'Ada',
    instant(2),
  )
  return store
}

it('maps verdicts of another scale by their meaning, and tells what becomes of them', () => {
  const store = judgedCase()
  const excerpt = excerptCase(
    caseByOtherScale([meaning('inconsistent'), meaning('contradicted')]),
    [idOf(1)],
    options,
  )
  expect(transferNotices(excerpt.claims, excerpt.scale, store.records())).toEqual([
    'Its claims are judged by the scale “Six steps of accuracy”. In this case “Inaccurate” becomes “Contradicted” (1), ' +
      '“Misleading” becomes “Inconsistent” (1).',
  ])
  store.copySources(excerpt, 'Ada', instant(20))
  const verdicts = store.records().claims.map(({ verdict }) => verdict)
  expect(verdicts).toEqual(expect.arrayContaining(['inconsistent', 'contradicted']))
  expect(store.records().notes.map(({ text: words }) => words)).toEqual(['Seen'])
  expect(store.verify().problems).toEqual([])
})

it('keeps the name of a verdict without a counterpart in an internal note', () => {
  const few = presetScales[1]!
  const store = judgedCase()
  store.perform(
    { do: 'set-verdict-scale', scale: few, mapping: { supported: 'confirmed' } },
    'Ada',
    instant(3),
  )
  const excerpt = excerptCase(
    caseByOtherScale([meaning('contradicted'), meaning('supported')]),
    [idOf(1)],
    options,
  )
  expect(transferNotices(excerpt.claims, excerpt.scale, store.records())[1]).toContain(
    'no verdict like “Inaccurate” (1)',
  )
  store.copySources(excerpt, 'Ada', instant(20))
  const { claims, notes } = store.records()
  expect(claims.find(({ id }) => id === idOf(100))?.verdict).toBeNull()
  expect(claims.find(({ id }) => id === idOf(101))?.verdict).toBe('confirmed')
  expect(notes.filter(({ claimId }) => claimId === idOf(100))).toMatchObject([
    { text: 'Seen' },
    {
      text: 'Verdict in the case “Case 1”: Inaccurate (scale “Six steps of accuracy”).',
      visibility: 'internal',
      author: 'Ada',
    },
  ])
  expect(store.copySources(excerpt, 'Ada', instant(21)).changes).toEqual([])
  expect(store.verify().problems).toEqual([])
})

it('takes over the scale where nobody has judged yet, and gives it back with undo', () => {
  const store = aCase(50)
  const excerpt = excerptCase(caseByOtherScale([meaning('contradicted'), 'garbled']), [idOf(1)], options)
  expect(transferNotices(excerpt.claims, excerpt.scale, store.records())).toEqual([
    'Nothing is judged in this case yet: it takes over the scale “Six steps of accuracy”.',
  ])
  store.copySources(excerpt, 'Ada', instant(20))
  expect(caseScaleOf(store.preferences())).toMatchObject({ name: accuracy.name })
  expect(store.records().claims.map(({ verdict }) => verdict)).toEqual(
    expect.arrayContaining([meaning('contradicted')]),
  )
  store.undo('Ada', instant(21))
  expect(store.preferences()).toEqual([])
  expect(store.verify().problems).toEqual([])
})

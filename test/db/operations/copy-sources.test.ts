import { afterEach, expect, it } from 'vitest'
import { createCase, type CaseStore } from '../../../db/case-store.js'
import { excerptCase, lookIntoCase } from '../../../db/read-other-case.js'
import { isOrphan } from '../../../shared/domain/claim.js'
import { caseFile, idOf, idsFrom, importOf, instant, noteBody } from '../case-fixture.js'

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

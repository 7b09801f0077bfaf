import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCase, type CaseStore } from '../../../../db/case-store.js'
import { inspectCase } from '../../../../db/inspect-case.js'
import type { Command } from '../../../../shared/domain/command.js'
import { parseSearchQuery } from '../../../../shared/domain/search-query.js'
import {
  addClaim,
  caseWithSources,
  idOf,
  idsFrom,
  importOf,
  instant,
  someText,
  writeNote,
} from '../../case-fixture.js'
import { tamper } from '../../tamper.js'

let store: CaseStore
let path: string
beforeEach(() => void ({ store, path } = caseWithSources()))
afterEach(() => store.close())

const page = { limit: 50, offset: 0 }
const act = (command: Command, second = 5) => store.perform(command, 'Ada', instant(second))
const found = (query: string) => store.search(query, page).hits
const kindsOf = (query: string) =>
  found(query).map(({ kind, id }) => `${kind} ${Number(`0x${id.slice(-6)}`)}`)

const evidence = (id: number, claim: number, title: string): Command => ({
  do: 'add-evidence',
  id: idOf(id),
  claimId: idOf(claim),
  fields: {
    stance: 'supports',
    title,
    url: null,
    archivedUrl: null,
    accessed: null,
    quote: null,
    reliability: null,
    credibility: null,
  },
  passage: null,
})

describe('a search', () => {
  it('finds words in texts, with the first match as a range of the text', () => {
    const { hits, total } = store.search('mayor', page)
    expect(total).toBe(4)
    for (const { kind, sourceId, start, end, snippet } of hits) {
      expect([kind, store.text(sourceId).text.slice(start, end)]).toEqual(['text', 'mayor'])
      expect(snippet.ranges.map((range) => snippet.text.slice(range.start, range.end))).toEqual(['mayor'])
    }
    expect(new Set(hits.map(({ start }) => start))).toEqual(
      new Set([someText.indexOf('mayor'), someText.lastIndexOf('mayor')]),
    )
  })

  it('counts in UTF-16 after characters of two units', () => {
    const [hit] = found('denied')
    expect(someText.slice(hit!.start, hit!.end)).toBe('denied')
  })

  it('finds quotes, corrections, notes and evidence on their claim', () => {
    act(addClaim(10))
    act({ do: 'edit-claim', id: idOf(10), fields: { correction: 'On Thursday' } })
    act(writeNote(11, 10, 'Thursday, says the archivist'))
    act(evidence(12, 10, 'Diary of that Thursday'))
    expect(kindsOf('thursday').sort()).toEqual(['claim 10', 'evidence 12', 'note 11'])
    expect(found('archivist')).toMatchObject([{ claimId: idOf(10), sourceId: idOf(1), start: 3, end: 10 }])
    act({ do: 'remove-note', id: idOf(11) })
    expect(kindsOf('archivist')).toEqual([])
    act({ do: 'remove-claim', id: idOf(10) })
    expect(kindsOf('thursday')).toEqual([])
    store.undo('Ada', instant(9))
    expect(kindsOf('thursday').sort()).toEqual(['claim 10', 'evidence 12'])
  })

  it('folds case and diacritics, and takes phrases and beginnings', () => {
    act(addClaim(10))
    act(writeNote(11, 10, 'Seen at the Élysée. Naïve: São Paulo'))
    for (const query of ['elysee', 'ÉLYSÉE', 'naiv*', '"sao paulo"', '"the ely"*', 'seen paulo']) {
      expect(kindsOf(query), query).toEqual(['note 11'])
    }
    for (const query of ['naiv', '"paulo sao"', 'elysee absent']) expect(kindsOf(query), query).toEqual([])
    expect(found('"sao paulo"')[0]?.snippet).toEqual({
      text: 'Seen at the Élysée. Naïve: São Paulo',
      ranges: [{ start: 27, end: 36 }],
    })
  })

  it('filters by what a claim is', () => {
    act(addClaim(10, 3, 10, { verdict: 'garbled', type: 'date', tags: ['Ask again'], status: 'query' }), 5)
    act(addClaim(11, 31, 40, { type: 'date' }, 3), 6)
    act(writeNote(12, 10, 'Tuesday it was'), 7)
    act(evidence(13, 11, 'A paper'), 90_000)
    expect(kindsOf('verdict:garbled')).toEqual(['claim 10'])
    expect(kindsOf('verdict:none')).toEqual(['claim 11'])
    expect(kindsOf('tuesday verdict:garbled').sort()).toEqual(['claim 10', 'note 12'])
    expect(kindsOf('type:date')).toEqual(['claim 10', 'claim 11'])
    expect(kindsOf('status:query')).toEqual(['claim 10'])
    expect(kindsOf('tag:"ask again"')).toEqual(['claim 10'])
    expect(kindsOf('source:other type:date')).toEqual(['claim 11'])
    expect(kindsOf('has:note')).toEqual(['claim 10'])
    expect(kindsOf('has:evidence')).toEqual(['claim 11'])
    expect(kindsOf('paper since:2026-02-04')).toEqual(['evidence 13'])
    expect(kindsOf('tuesday since:2026-02-04')).toEqual([])
    expect(store.search('verdict:wrong since:2026-13-01 --', page)).toEqual({
      hits: [],
      total: 0,
      ranked: 0,
      ignored: ['verdict:wrong', 'since:2026-13-01', '--'],
    })
  })

  it('leaves out sources that were removed, and brings them back', () => {
    act(addClaim(10))
    act({ do: 'remove-source', id: idOf(1) })
    expect(kindsOf('tuesday')).toEqual(['text 3'])
    store.undo('Ada', instant(9))
    expect(kindsOf('tuesday').sort()).toEqual(['claim 10', 'text 1', 'text 3'])
  })

  it('leaves out what hangs on a removed source, through undo and redo', () => {
    act(addClaim(10))
    act(writeNote(11, 10, 'Ask the archivist'))
    act({ do: 'remove-source', id: idOf(1) })
    expect([kindsOf('archivist'), store.search('mayor', page).total]).toEqual([[], 2])
    store.undo('Ada', instant(9))
    store.undo('Ada', instant(10))
    store.redo('Ada', instant(11))
    store.redo('Ada', instant(12))
    expect(kindsOf('archivist')).toEqual([])
    expect(store.verify().problems).toEqual([])
    store.undo('Ada', instant(13))
    expect(kindsOf('archivist')).toEqual(['note 11'])
    expect(store.verify().problems).toEqual([])
  })

  it('gives pages that together are all', () => {
    const all = found('mayor')
    const pages = [0, 1, 2, 3].flatMap((offset) => store.search('mayor', { limit: 1, offset }).hits)
    expect(pages).toEqual(all)
    expect(store.search('mayor', { limit: 50, offset: 4 })).toEqual({
      hits: [],
      total: 4,
      ranked: 4,
      ignored: [],
    })
  })

  it('cuts snippets of long paragraphs around the match, and never through a character', () => {
    const long = `${'🙂'.repeat(90)} needle ${'🙂 '.repeat(200)}`
    store.importSources([importOf(long, 'Long')], idsFrom(70), 'Ada', instant(8))
    const [hit] = found('needle')
    const { text, ranges } = hit!.snippet
    expect(text.length).toBeLessThanOrEqual(201)
    expect(text.isWellFormed()).toBe(true)
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['needle'])
    expect(long.slice(hit!.start, hit!.end)).toBe('needle')
  })
})

it('no query is refused, whatever it is', () => {
  act(addClaim(10))
  const tricky = fc.constantFrom(
    '"',
    '*',
    'NOT',
    'OR',
    'NEAR(',
    ')',
    '{a}:',
    '^',
    '-',
    '\0',
    '\uD83D',
    'tag:',
    'a',
    ' ',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(tricky).map((parts) => parts.join('')),
      ),
      (query) => {
        const { terms } = parseSearchQuery(query)
        expect(terms.every(({ text }) => text.trim() !== '')).toBe(true)
        const { hits, total } = store.search(query, page)
        expect(hits.length).toBeLessThanOrEqual(total)
      },
    ),
    { numRuns: 500 },
  )
})

it('finds a note by any of its words as long as it is there, and not after', () => {
  act(addClaim(10))
  const word = fc.stringMatching(/^[a-zA-Zäöüéßñ0-9]{1,12}$/)
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.array(word, { minLength: 1 }),
      (first, second) => {
        const finds = (text: string) => found(`"${text}"`).some(({ kind }) => kind === 'note')
        act(writeNote(20, 10, first.join(' ')))
        expect(first.every(finds)).toBe(true)
        act(writeNote(20, 10, second.join(' ')))
        expect(second.every(finds)).toBe(true)
        expect(finds(second.join(' '))).toBe(true)
        act({ do: 'remove-note', id: idOf(20) })
        expect([...first, ...second].some(finds)).toBe(false)
      },
    ),
    { numRuns: 60 },
  )
  expect(store.verify().problems).toEqual([])
})

it('an index that is not what the case says is noticed, and made anew', () => {
  act(addClaim(10))
  act(writeNote(11, 10, 'Ask the archivist'))
  store.close()
  tamper(path, (database) => {
    const id = database.prepare("SELECT id FROM search_entries WHERE kind = 'note'").pluck().get()
    database.exec(
      `DELETE FROM search WHERE rowid = ${String(id)}; INSERT INTO search (rowid, body) VALUES (${String(id)}, 'x')`,
    )
  })
  store = openCase(path)
  expect(store.verify().problems).toMatchObject([{ kind: 'search' }])
  store.rebuildSearch()
  expect(store.verify()).toMatchObject({ sound: true, checked: { notes: 1, claims: 1, text_versions: 2 } })
  expect(kindsOf('archivist')).toEqual(['note 11'])
})

it('an index that cannot be read is made anew on opening, and is no reason to refuse a case', () => {
  act(addClaim(10))
  act(writeNote(11, 10, 'Ask the archivist'))
  store.close()
  tamper(path, (database) => database.exec("UPDATE search_data SET block = x'0000000000' WHERE id > 10"))
  expect(inspectCase(path).problems.map(({ kind }) => kind)).toContain('search')
  store = openCase(path)
  expect(kindsOf('archivist')).toEqual(['note 11'])
  expect(store.verify().problems).toEqual([])
})

import { beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../../../shared/domain/command.js'
import type { ClaimId } from '../../../../shared/domain/ids.js'
import {
  addClaim,
  findingOf,
  idOf,
  importOf,
  instant,
  noteBody,
  idsFrom,
  someText,
  writeNote,
} from '../../case-fixture.js'
import { actsOnCase } from '../../acts-on-case.js'

const { work, perform, refused, expectNothing } = actsOnCase()

const citation = {
  stance: 'supports',
  title: 'Minutes',
  url: null,
  archivedUrl: null,
  accessed: null,
  quote: 'as said',
  reliability: null,
  credibility: null,
} as const

const addEvidence = (id: number, claim: number, range: [number, number] | null = null): Command => ({
  do: 'add-evidence',
  id: idOf(id),
  claimId: idOf(claim),
  fields: citation,
  passage: range && { sourceId: idOf(3), start: range[0], end: range[1] },
})

const addRelation = (id: number, from: number, to: number): Command => ({
  do: 'add-relation',
  id: idOf(id),
  fromClaimId: idOf(from),
  toClaimId: idOf(to),
  type: 'contradicts',
})

describe('sources', () => {
  it('are edited field by field', () => {
    const outcome = perform({
      do: 'edit-source',
      id: idOf(1),
      fields: { author: 'B. Writer', kind: 'primary' },
    })
    expect(outcome.undo).toBe('Edit source: author, kind')
    expect(work.store.records().sources[0]).toMatchObject({
      author: 'B. Writer',
      kind: 'primary',
      title: 'Some text',
    })
    expectNothing({ do: 'edit-source', id: idOf(1), fields: { author: 'B. Writer' } })
    expectNothing({ do: 'edit-source', id: idOf(1), fields: { author: undefined } })
    expectNothing({ do: 'edit-source', id: idOf(1), fields: {} })
    expect(refused({ do: 'edit-source', id: idOf(1), fields: { title: '' } }).kind).toBe('invalid')
  })

  it('are removed with all that hangs on them, and come back with it', () => {
    perform(addClaim(10))
    perform(addClaim(11, 0, 2, {}, 3))
    perform(writeNote(12, 10, 'Note'))
    perform(addEvidence(13, 10))
    perform(addRelation(14, 10, 11))
    work.store.storeFindings([
      findingOf('findingone', idOf(1), [3, 10]),
      findingOf('findingtwo', idOf(3), [3, 10]),
    ])
    const whole = work.store.records()
    const { changes } = perform({ do: 'remove-source', id: idOf(1) }, 20)
    expect(changes).toMatchObject([{ kind: 'source', after: { removedAt: instant(20) } }])
    expect(work.store.records()).toMatchObject({ sources: [{ id: idOf(3) }], claims: [{ id: idOf(11) }] })
    expect(work.store.records()).toMatchObject({
      notes: [],
      evidence: [],
      relations: [],
      findings: [{ fingerprint: 'findingtwo' }],
    })
    for (const command of [addClaim(20), writeNote(12, 10, 'Again'), addRelation(21, 11, 10)]) {
      expect(refused(command).kind).toBe('not-found')
    }
    expect(refused({ do: 'remove-source', id: idOf(1) }).kind).toBe('not-found')
    expect(refused({ do: 'remove-relation', id: idOf(14) }).kind).toBe('not-found')
    work.store.undo('Ada', instant(30))
    expect(work.store.records()).toEqual(whole)
  })

  it('that come later keep their place when one before is gone', () => {
    perform({ do: 'remove-source', id: idOf(3) })
    work.store.importSources([importOf('Third')], idsFrom(50), 'Ada', instant(11))
    expect(work.store.records().sources.map(({ position }) => position)).toEqual([0, 2])
  })
})

describe('claims', () => {
  it('take their quote from the text', () => {
    expect(perform(addClaim(10, 49, 60, { verdict: 'garbled', tags: ['a', 'b'] })).undo).toBe('Add claim')
    expect(work.store.records().claims[0]).toMatchObject({
      selector: {
        start: 49,
        end: 60,
        exact: someText.slice(49, 60),
        suffix: 'enied it.',
        textVersionId: idOf(2),
      },
      verdict: 'garbled',
      tags: ['a', 'b'],
      status: 'unchecked',
    })
  })

  it('are refused outside the text, within a character, on nothing, twice', () => {
    const half = someText.indexOf('🙂') + 1
    for (const [start, end] of [
      [5, 5],
      [9, 3],
      [0, 1000],
      [half, half + 3],
    ] as const) {
      expect(refused(addClaim(10, start, end)).kind).toBe('invalid')
    }
    perform(addClaim(10))
    expect(refused(addClaim(10, 0, 2)).kind).toBe('conflict')
    expect(refused(addClaim(11, 0, 2, {}, 77)).kind).toBe('not-found')
    expect(refused(addClaim(11, 0, 2, { eventDate: 'last week' })).kind).toBe('invalid')
    expect(refused(addClaim(11, 0, 2, { correction: 'half \uD83D' })).kind).toBe('invalid')
  })

  it('are edited axis by axis', () => {
    perform(addClaim(10))
    const edit: Command = {
      do: 'edit-claim',
      id: idOf(10),
      fields: { verdict: 'supported', eventDate: '2022-02' },
    }
    expect(perform(edit, 20).undo).toBe('Edit claim: event date, verdict')
    expect(work.store.records().claims[0]).toMatchObject({
      verdict: 'supported',
      updatedAt: instant(20),
      createdAt: instant(10),
    })
    expectNothing(edit)
    expect(refused({ ...edit, id: idOf(11) } as Command).kind).toBe('not-found')
  })

  it('are edited together as one act, which one undo takes back', () => {
    for (const [id, range] of [
      [10, [3, 10]],
      [11, [31, 40]],
      [12, [0, 2]],
    ] as const)
      perform(addClaim(id, ...range))
    const before = work.store.records()
    const edit: Command = {
      do: 'edit-claims',
      ids: [idOf(10), idOf(12), idOf(10)],
      fields: { priority: 'high', confidence: 'low' },
    }
    const { changes, undo } = perform(edit, 20)
    expect(undo).toBe('Edit 2 claims: priority, confidence')
    expect(changes).toHaveLength(2)
    const claims = new Map(work.store.records().claims.map((claim) => [claim.id, claim]))
    for (const id of [10, 12]) {
      const edited = { priority: 'high', confidence: 'low', updatedAt: instant(20) }
      expect(claims.get(idOf(id))).toMatchObject(edited)
    }
    expect(claims.get(idOf(11))).toMatchObject({ priority: 'normal', updatedAt: instant(10) })
    expectNothing(edit)
    work.store.undo('Ada', instant(30))
    expect(work.store.records()).toEqual(before)
  })

  it('get tags and lose tags together, each keeping its others', () => {
    perform(addClaim(10, 3, 10, { tags: ['b', 'old'] }))
    perform(addClaim(11, 31, 40, { tags: ['a', 'b'] }))
    const ids = [idOf<ClaimId>(10), idOf<ClaimId>(11)]
    const tag: Command = { do: 'edit-claims', ids, fields: {}, addTags: ['a', 'c'], removeTags: ['old'] }
    expect(perform(tag).undo).toBe('Edit 2 claims: tags')
    const tagsOf = () => new Map(work.store.records().claims.map(({ id, tags }) => [id, tags]))
    expect(tagsOf()).toEqual(
      new Map([
        [ids[0], ['b', 'a', 'c']],
        [ids[1], ['a', 'b', 'c']],
      ]),
    )
    expectNothing(tag)
    perform({ do: 'edit-claims', ids, fields: { tags: ['x'] } })
    expect([...tagsOf().values()]).toEqual([['x'], ['x']])
  })

  it('that nobody had finished with are checked when they are judged together', () => {
    perform(addClaim(10, 3, 10))
    perform(addClaim(11, 31, 40, { status: 'in-progress' }))
    perform(addClaim(12, 0, 2, { status: 'query' }))
    const ids = [10, 11, 12].map((id) => idOf<ClaimId>(id))
    perform({ do: 'edit-claims', ids, fields: { verdict: 'garbled' }, marksChecked: true })
    const { claims } = work.store.records()
    expect(new Map(claims.map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [ids[0], 'checked'],
        [ids[1], 'checked'],
        [ids[2], 'query'],
      ]),
    )
    expect(claims.every(({ verdict }) => verdict === 'garbled')).toBe(true)
  })

  it('are not edited at all when one of them is not there, or would have too many tags', () => {
    perform(addClaim(10))
    const ids = [idOf<ClaimId>(10), idOf<ClaimId>(11)]
    const edit: Command = { do: 'edit-claims', ids, fields: { verdict: 'garbled' } }
    expect(refused(edit).kind).toBe('not-found')
    const tags = Array.from({ length: 60 }, (_, number) => `tag ${number}`)
    perform({ do: 'edit-claims', ids: [idOf(10)], fields: { tags } })
    const more = tags.map((tag) => `${tag} again`)
    expect(refused({ do: 'edit-claims', ids: [idOf(10)], fields: {}, addTags: more }).kind).toBe('invalid')
  })

  it('are removed with their notes, evidence and relations in one act', () => {
    perform(addClaim(10))
    perform(addClaim(11, 31, 40))
    perform(writeNote(12, 10, 'Note'))
    perform(addEvidence(13, 10, [3, 10]))
    perform(addRelation(14, 11, 10))
    const whole = work.store.records()
    expect(perform({ do: 'remove-claim', id: idOf(10) }).changes).toHaveLength(4)
    expect(work.store.records()).toMatchObject({
      claims: [{ id: idOf(11) }],
      notes: [],
      evidence: [],
      relations: [],
    })
    work.store.undo('Ada', instant(20))
    expect(work.store.records()).toEqual(whole)
  })
})

describe('notes', () => {
  beforeEach(() => void perform(addClaim(10)))

  it('are made and written on, by whoever, and keep who began them', () => {
    expect(perform(writeNote(12, 10, 'First'), 20).undo).toBe('Write note')
    work.store.perform(writeNote(12, 10, 'First and more'), 'Bob', instant(30))
    expect(work.store.records().notes).toMatchObject([
      { text: 'First and more', author: 'Ada', createdAt: instant(20), updatedAt: instant(30) },
    ])
    expectNothing(writeNote(12, 10, 'First and more'))
    perform(writeNote(12, 10, ''))
    expect(work.store.records().notes).toMatchObject([{ text: '', body: noteBody('') }])
  })

  it('are nothing as long as nothing is in them', () => {
    expectNothing(writeNote(12, 10, ''))
    expectNothing(writeNote(12, 10, '   '))
  })

  it('are refused when they are not notes, are too long, or belong to another claim', () => {
    const body = { type: 'doc', content: [{ type: 'image', attrs: { src: 'http://example.org' } }] }
    expect(refused({ ...writeNote(12, 10, 'x'), body } as Command).kind).toBe('invalid')
    expect(refused({ ...writeNote(12, 10, 'x'), body: null } as Command).kind).toBe('invalid')
    expect(refused(writeNote(12, 10, 'x'.repeat(200_001))).kind).toBe('invalid')
    let deep: unknown = { type: 'paragraph' }
    for (let level = 0; level < 20_000; level++)
      deep = { type: 'bullet_list', content: [{ type: 'list_item', content: [deep] }] }
    expect(
      refused({ ...writeNote(12, 10, 'x'), body: { type: 'doc', content: [deep] } } as Command).kind,
    ).toBe('invalid')
    expect(refused(writeNote(12, 11, 'x')).kind).toBe('not-found')
    expect(refused(writeNote(12, 10, 'half \uDE00')).kind).toBe('invalid')
    perform(addClaim(11, 0, 2))
    perform(writeNote(12, 10, 'x'))
    expect(refused(writeNote(12, 11, 'y')).kind).toBe('conflict')
    expect(refused({ do: 'remove-note', id: idOf(13) }).kind).toBe('not-found')
    perform({ do: 'remove-note', id: idOf(12) })
    expect(work.store.records().notes).toEqual([])
  })

  it('keep only what a note may hold', () => {
    const body = {
      type: 'doc',
      extra: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', evil: 1 }] }],
    }
    perform({ ...writeNote(12, 10, 'x'), body } as Command)
    expect(work.store.records().notes[0]?.body).toEqual(noteBody('x'))
  })
})

describe('evidence', () => {
  beforeEach(() => void perform(addClaim(10)))

  it('is a citation with its own quote, or a passage with the quote that stands there', () => {
    perform(addEvidence(13, 10), 20)
    perform(addEvidence(14, 10, [31, 40]), 21)
    expect(work.store.records().evidence).toMatchObject([
      { quote: 'as said', sourceId: null, selector: null },
      { quote: 'Wednesday', sourceId: idOf(3), selector: { exact: 'Wednesday', textVersionId: idOf(4) } },
    ])
    expect(refused(addEvidence(13, 10)).kind).toBe('conflict')
    expect(refused(addEvidence(15, 10, [40, 31])).kind).toBe('invalid')
    expect(refused(addEvidence(15, 11)).kind).toBe('not-found')
  })

  it('is edited, but a passage stays what it is', () => {
    perform(addEvidence(14, 10, [31, 40]))
    expect(perform({ do: 'edit-evidence', id: idOf(14), fields: { stance: 'contradicts' } }).undo).toBe(
      'Edit evidence: stance',
    )
    expectNothing({
      do: 'edit-evidence',
      id: idOf(14),
      fields: { stance: 'contradicts', quote: 'Wednesday' },
    })
    expect(refused({ do: 'edit-evidence', id: idOf(14), fields: { quote: 'Thursday' } }).kind).toBe('invalid')
    perform({ do: 'remove-evidence', id: idOf(14) })
    expect(refused({ do: 'remove-evidence', id: idOf(14) }).kind).toBe('not-found')
  })

  it('stays when the source that it cites is removed', () => {
    perform(addEvidence(14, 10, [31, 40]))
    perform({ do: 'remove-source', id: idOf(3) })
    expect(work.store.records().evidence).toMatchObject([{ sourceId: idOf(3), quote: 'Wednesday' }])
  })
})

describe('relations', () => {
  beforeEach(() => {
    perform(addClaim(10))
    perform(addClaim(11, 31, 40))
  })

  it('are drawn once, in either direction where they read the same from both ends', () => {
    perform(addRelation(14, 10, 11))
    expectNothing(addRelation(15, 10, 11))
    expectNothing(addRelation(15, 11, 10))
    perform({ ...addRelation(15, 10, 11), type: 'corrects' } as Command)
    perform({ ...addRelation(16, 11, 10), type: 'corrects' } as Command)
    expect(work.store.records().relations).toHaveLength(3)
    perform({ do: 'remove-relation', id: idOf(14) })
    expect(work.store.records().relations).toHaveLength(2)
  })

  it('are refused to the claim itself, to nothing, under an id that is taken', () => {
    expect(refused(addRelation(14, 10, 10)).kind).toBe('invalid')
    expect(refused(addRelation(14, 10, 12)).kind).toBe('not-found')
    perform(addRelation(14, 10, 11))
    expect(refused({ ...addRelation(14, 10, 11), type: 'supports' } as Command).kind).toBe('conflict')
  })
})

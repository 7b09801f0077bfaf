import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseStore } from '../../../../db/case-store.js'
import type { Command } from '../../../../shared/domain/command.js'
import { addClaim, caseWithSources, idOf, instant, refusal, writeNote } from '../../case-fixture.js'

let store: CaseStore
let clock = 10
beforeEach(() => {
  ;({ store } = caseWithSources())
  act(addClaim(10, 0, 26))
})
afterEach(() => store.close())

const act = (command: Command) => store.perform(command, 'Ada', instant(clock++))
const quoteOf = (id: number) => store.records().claims.find((it) => it.id === idOf(id))?.selector.exact

describe('moving a claim', () => {
  it('gives it another passage of the same text', () => {
    act({ do: 'move-claim', id: idOf(10), start: 3, end: 10 })
    expect(quoteOf(10)).toBe('Tuesday')
    store.undo('Ada', instant(clock++))
    expect(quoteOf(10)).toBe('On Tuesday the mayor spoke')
  })

  it('is refused over half a character, and does nothing when it stays', () => {
    expect(refusal(() => act({ do: 'move-claim', id: idOf(10), start: 3, end: 57 })).kind).toBe('invalid')
    expect(act({ do: 'move-claim', id: idOf(10), start: 0, end: 26 }).changes).toEqual([])
  })
})

describe('splitting a claim', () => {
  const split = (at: number): Command => ({ do: 'split-claim', id: idOf(10), newId: idOf(11), at })

  it('makes two of it without the space between; what hangs on it stays with the first', () => {
    act({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'garbled', tags: ['dates'] } })
    act(writeNote(20, 10, 'Look here'))
    act(split(10))
    expect([quoteOf(10), quoteOf(11)]).toEqual(['On Tuesday', 'the mayor spoke'])
    expect(store.records().claims[1]).toMatchObject({ verdict: 'garbled', tags: ['dates'] })
    expect(store.records().notes).toMatchObject([{ claimId: idOf(10) }])
    store.undo('Ada', instant(clock++))
    expect([quoteOf(10), quoteOf(11)]).toEqual(['On Tuesday the mayor spoke', undefined])
  })

  it('is refused outside the passage or at its edge', () => {
    for (const at of [0, 26, 60]) expect(refusal(() => act(split(at))).kind).toBe('invalid')
  })
})

describe('merging claims', () => {
  beforeEach(() => {
    act({ do: 'split-claim', id: idOf(10), newId: idOf(11), at: 10 })
    act(addClaim(12, 31, 40, { tags: ['dates'], verdict: 'garbled' }))
  })
  const merge = (id: number, ...others: number[]): Command => ({
    do: 'merge-claims',
    id: idOf(id),
    others: others.map((it) => idOf(it)),
  })
  const relate = (id: number, from: number, to: number): Command => ({
    do: 'add-relation',
    id: idOf(id),
    fromClaimId: idOf(from),
    toClaimId: idOf(to),
    type: 'contradicts',
  })

  it('takes from the others what the first leaves open, and nothing in the place of what it says', () => {
    const edit = (id: number, fields: object): Command => ({ do: 'edit-claim', id: idOf(id), fields })
    act(edit(10, { claimant: 'The mayor' }))
    act(
      edit(11, { claimant: 'Somebody', eventDate: '2011-05', eventDateInferred: true, correction: 'Today' }),
    )
    act(edit(12, { confidence: 'low', correction: 'Never', eventDate: '2012' }))
    act(merge(10, 11, 12))
    expect(store.records().claims.find(({ id }) => id === idOf(10))).toMatchObject({
      claimant: 'The mayor',
      verdict: 'garbled',
      confidence: 'low',
      correction: 'Never',
      eventDate: '2011-05',
      eventDateInferred: true,
    })
  })

  it('makes no judgement that nobody made: verdict, confidence and wording stay together', () => {
    const edit = (id: number, fields: object): Command => ({ do: 'edit-claim', id: idOf(id), fields })
    const judgement = () => {
      const { verdict, confidence, correction } = store.records().claims.find(({ id }) => id === idOf(10))!
      return { verdict, confidence, correction }
    }
    act(edit(10, { verdict: 'supported' }))
    act(edit(11, { confidence: 'high' }))
    act(edit(12, { confidence: 'low', correction: 'Never' }))
    act(merge(10, 11, 12))
    expect(judgement()).toEqual({ verdict: 'supported', confidence: null, correction: null })
    store.undo('Ada', instant(clock++))
    // Of two with the same verdict, one can say what the other leaves open.
    act(edit(10, { verdict: 'garbled' }))
    act(merge(10, 11, 12))
    expect(judgement()).toEqual({ verdict: 'garbled', confidence: 'low', correction: 'Never' })
    store.undo('Ada', instant(clock++))
    act(edit(10, { verdict: null }))
    act(edit(12, { verdict: null }))
    act(merge(10, 11, 12))
    expect(judgement()).toEqual({ verdict: null, confidence: 'high', correction: 'Never' })
  })

  it('joins passages, notes, tags and relations, and drops relations between the joined', () => {
    act(addClaim(13, 41, 44))
    act(writeNote(20, 11, 'Of the second'))
    act(relate(40, 10, 11))
    act(relate(41, 11, 13))
    act(relate(42, 12, 13))
    const before = store.records()
    act(merge(10, 11, 12))
    const { claims, notes, relations } = store.records()
    expect(claims.map(({ id }) => id)).toEqual([idOf(10), idOf(13)])
    expect(claims[0]).toMatchObject({ tags: ['dates'], verdict: 'garbled' })
    expect(claims[0]!.selector).toMatchObject({ start: 0, end: 40 })
    expect(notes).toMatchObject([{ id: idOf(20), claimId: idOf(10) }])
    expect(relations).toMatchObject([{ id: idOf(41), fromClaimId: idOf(10), toClaimId: idOf(13) }])
    store.undo('Ada', instant(clock++))
    expect(store.records()).toEqual(before)
    expect(store.verify()).toMatchObject({ sound: true })
  })

  it('keeps one of two relations that say the same to and fro', () => {
    act(addClaim(13, 41, 44))
    act(relate(41, 10, 13))
    act(relate(42, 13, 11))
    act(merge(10, 11))
    expect(store.records().relations).toMatchObject([{ id: idOf(41) }])
  })

  it('is refused across texts and with itself', () => {
    act(addClaim(14, 3, 10, {}, 3))
    expect(refusal(() => act(merge(10, 14))).kind).toBe('invalid')
    expect(refusal(() => act(merge(10, 10))).kind).toBe('invalid')
  })
})

import { describe, expect, it } from 'vitest'
import { changeSchema, inverted, type Change } from '../../../shared/domain/change.js'
import type { ClaimId, NoteId, RelationId } from '../../../shared/domain/ids.js'
import type { Relation } from '../../../shared/domain/relation.js'

const id = <T extends string>(number: number): T => `00000000-0000-4000-8000-00000000000${number}` as T

const relation: Relation = {
  id: id<RelationId>(1),
  fromClaimId: id<ClaimId>(2),
  toClaimId: id<ClaimId>(3),
  type: 'contradicts',
  fingerprint: null,
  createdAt: '2026-02-03T09:30:00.000Z',
}

const made: Change = { kind: 'relation', key: relation.id, before: null, after: relation }
const edited: Change = {
  kind: 'relation',
  key: relation.id,
  before: relation,
  after: { ...relation, type: 'same-as' },
}

describe('the changes that take changes back', () => {
  it('go from what is to what was, the last first', () => {
    expect(inverted([made, edited])).toEqual([
      { kind: 'relation', key: relation.id, before: edited.after, after: edited.before },
      { kind: 'relation', key: relation.id, before: relation, after: null },
    ])
  })

  it('are taken back by the changes themselves', () => {
    expect(inverted(inverted([made, edited]))).toEqual([made, edited])
    expect(inverted([])).toEqual([])
  })

  it('leave the given ones as they are', () => {
    const before = structuredClone([made, edited])
    inverted([made, edited])
    expect([made, edited]).toEqual(before)
  })
})

describe('a change in the log', () => {
  it('is read as it was written', () => {
    expect(changeSchema.parse(JSON.parse(JSON.stringify(edited)))).toEqual(edited)
  })

  it.each<[string, unknown]>([
    ['of a kind there is not', { ...made, kind: 'finding' }],
    ['of another record', { ...made, kind: 'claim' }],
    ['with something beside', { ...made, sql: 'drop' }],
    ['without what was before', { kind: 'note', key: id<NoteId>(4), after: null }],
    ['with a record that has something beside', { ...made, after: { ...relation, note: 'x' } }],
  ])('is refused when it is %s', (_name, change) => {
    expect(changeSchema.safeParse(change).success).toBe(false)
  })
})

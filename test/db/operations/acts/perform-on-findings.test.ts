import { beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../../../shared/domain/command.js'
import { addClaim, findingOf, idOf, instant } from '../../case-fixture.js'
import { actsOnCase } from '../../acts-on-case.js'

const { work, perform, refused, expectNothing } = actsOnCase()

describe('findings', () => {
  const fingerprint = 'finding-one'.replace('-', '')
  const accept = (claims: number[], relations: number[] = []): Command => ({
    do: 'accept-finding',
    fingerprint,
    claimIds: claims.map((number) => idOf(number)),
    relationIds: relations.map((number) => idOf(number)),
  })
  beforeEach(
    () =>
      void work.store.storeFindings([findingOf(fingerprint, idOf(1), [3, 10], [31, 40], [3, 10], [0, 2])]),
  )

  it('are accepted: claims where there are none, relations from the first, a decision', () => {
    perform(addClaim(10, 31, 40, { verdict: 'supported' }))
    const { changes, undo } = perform(accept([20, 21, 22, 23], [30, 31]))
    expect(undo).toBe('Accept finding')
    expect(changes.map(({ kind, key }) => [kind, key])).toEqual([
      ['claim', idOf(20)],
      ['claim', idOf(23)],
      ['relation', idOf(30)],
      ['relation', idOf(31)],
      ['decision', fingerprint],
    ])
    const { claims, relations, decisions } = work.store.records()
    expect(claims).toMatchObject([
      { id: idOf(23), selector: { exact: 'On' } },
      {
        id: idOf(20),
        selector: { exact: 'Tuesday' },
        type: 'date',
        verdict: 'inconsistent',
        status: 'query',
      },
      { id: idOf(10), verdict: 'supported', status: 'unchecked' },
    ])
    expect(relations.map(({ toClaimId }) => toClaimId)).toEqual([idOf(10), idOf(23)])
    expect(decisions).toMatchObject([{ fingerprint, state: 'accepted', reason: null, decidedBy: 'Ada' }])
    expectNothing(accept([40, 41, 42, 43], [44, 45]))
    expect(work.store.undo('Ada', instant(20))?.changes).toHaveLength(5)
    expect(work.store.records()).toMatchObject({ claims: [{ id: idOf(10) }], relations: [], decisions: [] })
  })

  it('are accepted with another relation than they suggest, or with none', () => {
    work.store.storeFindings([findingOf(fingerprint, idOf(1), [3, 10], [31, 40])])
    const whole = work.store.records()
    const relation = (type: 'same-as' | 'contradicts' | null): Command =>
      ({ ...accept([20, 21], [30]), relation: type }) as Command
    expect(perform(relation('same-as')).undo).toBe('Accept finding: same as')
    expect(work.store.records().relations).toMatchObject([{ type: 'same-as', fingerprint }])
    work.store.undo('Ada', instant(20))
    expect(work.store.records()).toEqual(whole)
    perform(relation(null), 30)
    expect(work.store.records()).toMatchObject({ relations: [], decisions: [{ state: 'accepted' }] })
    work.store.storeFindings([{ ...findingOf(fingerprint, idOf(1), [3, 10], [31, 40]), suggests: null }])
    perform({ do: 'reopen-finding', fingerprint }, 40)
    expect(perform(relation('contradicts'), 41).undo).toBe('Accept finding: contradicts')
    expect(work.store.records().relations).toMatchObject([{ type: 'contradicts' }])
  })

  it('give each claim the date that its passage was resolved to, stated or inferred', () => {
    const finding = findingOf(fingerprint, idOf(1), [3, 10], [31, 40], [0, 2])
    const resolved = [
      { quote: 'Tuesday', value: 'Tuesday, 3 May 2011' },
      { quote: 'Wednesday', value: '1 May 2011 to 31 May 2011' },
      { quote: 'On', value: 'perhaps 4 May 2011' },
    ]
    const assumptions = ['“Wednesday” was counted from 6 May 2011, the date of publication.']
    work.store.storeFindings([{ ...finding, explanation: { ...finding.explanation, resolved, assumptions } }])
    perform(accept([20, 21, 22], [30, 31]))
    const dates = work.store
      .records()
      .claims.map(({ id, eventDate, eventDateInferred }) => [id, eventDate, eventDateInferred])
    expect(new Set(dates)).toEqual(
      new Set([
        [idOf(20), '2011-05-03', false],
        [idOf(21), '2011-05', true],
        [idOf(22), null, false],
      ]),
    )
  })

  it('make no relation where none is suggested', () => {
    work.store.storeFindings([{ ...findingOf(fingerprint, idOf(1), [3, 10], [31, 40]), suggests: null }])
    perform(accept([20, 21]))
    expect(work.store.records()).toMatchObject({ claims: [{}, {}], relations: [] })
  })

  it('are not accepted without ids enough, under ids that are taken, or when they no longer stand', () => {
    expect(refused(accept([20], [30, 31])).kind).toBe('invalid')
    expect(refused(accept([20, 21, 22, 23], [30])).kind).toBe('invalid')
    perform(addClaim(20, 11, 14))
    expect(refused(accept([20, 21, 22, 23], [30, 31])).kind).toBe('conflict')
    expect(refused({ ...accept([21]), fingerprint: 'unknown00' } as Command).kind).toBe('not-found')
    perform({ do: 'remove-source', id: idOf(1) })
    expect(refused(accept([21, 22, 23, 24], [30, 31])).kind).toBe('not-found')
  })

  it('are dismissed with a reason, accepted after all, and opened again', () => {
    const dismiss: Command = { do: 'dismiss-finding', fingerprint, reason: 'Two mayors' }
    perform(dismiss)
    expect(work.store.records().decisions).toMatchObject([{ state: 'dismissed', reason: 'Two mayors' }])
    expectNothing(dismiss)
    work.store.storeFindings([])
    expect(work.store.records().decisions).toHaveLength(1)
    expect(refused({ ...dismiss, reason: 'Gone' } as Command).kind).toBe('not-found')
    work.store.storeFindings([findingOf(fingerprint, idOf(1), [3, 10], [31, 40])])
    perform(accept([20, 21], [30]))
    expect(work.store.records().decisions).toMatchObject([{ state: 'accepted', reason: null }])
    perform({ do: 'reopen-finding', fingerprint })
    expect(work.store.records()).toMatchObject({ decisions: [], claims: [{}, {}] })
    expectNothing({ do: 'reopen-finding', fingerprint })
  })
})

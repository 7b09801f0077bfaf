import { describe, expect, it } from 'vitest'
import { acceptedClaimIds } from '../../../shared/checks/accepted-claims.js'
import { claimIdSchema, type ClaimId } from '../../../shared/domain/ids.js'
import { findingOf, idOf } from '../../db/case-data.js'

const never = (): boolean => false
const unused = (): ClaimId => {
  throw new Error('No other id is needed')
}
const finding = findingOf('findingone', idOf(1), [3, 10], [31, 40])
const ids = acceptedClaimIds(finding, never, unused)

describe('the claims of an accepted finding', () => {
  it('have ids of their own, which are the same wherever it is accepted', () => {
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(claimIdSchema.parse(id)).toBe(id)
    expect(acceptedClaimIds({ ...finding }, never, unused)).toEqual(ids)
  })

  it('have others than those of another finding, and of the same words in another source', () => {
    const others = [
      findingOf('findingtwo', idOf(1), [3, 10], [31, 40]),
      findingOf('findingone', idOf(3), [3, 10], [31, 40]),
    ].flatMap((other) => acceptedClaimIds(other, never, unused))
    expect(new Set([...ids, ...others]).size).toBe(6)
  })

  it('get another id where theirs is taken', () => {
    expect(
      acceptedClaimIds(
        finding,
        (id) => id === ids[0],
        () => idOf(77),
      ),
    ).toEqual([idOf(77), ids[1]])
  })

  it('meet no other’s among very many', () => {
    const many = Array.from({ length: 20_000 }, (_, place) => {
      const other = findingOf(`finding${place.toString(36)}`, idOf(1), [3, 10], [31, 40])
      return acceptedClaimIds(other, never, unused)
    })
    expect(new Set(many.flat()).size).toBe(40_000)
  })
})

import { describe, expect, it } from 'vitest'
import { numberClaims } from '../../../shared/report/claim-numbers.js'
import { relationTypes, type RelationType } from '../../../shared/domain/relation.js'
import { relationMap } from '../../../shared/relation-map/relation-map.js'
import { CaseBuilder } from '../report/case-builder.js'

const allTypes: ReadonlySet<RelationType> = new Set(relationTypes.map(({ id }) => id))

/** Three texts of two claims each, related in a row: first to third to fifth to second; the fourth and sixth to none. */
function related() {
  const builder = new CaseBuilder()
  const sources = ['Courier', 'Board', 'Log'].map((title) => builder.source(title, 'one two'))
  const claims = sources.flatMap((source) => [builder.claim(source, 'one'), builder.claim(source, 'two')])
  const [first, second, third, , fifth] = claims
  builder.relation(first!, 'contradicts', third!)
  builder.relation(fifth!, 'corrects', third!)
  builder.relation(second!, 'supports', fifth!)
  return { builder, claims }
}

function mapOf(
  { snapshot }: CaseBuilder,
  { types = allTypes, around = null as string | null } = {},
): ReturnType<typeof relationMap> {
  const numbered = numberClaims(snapshot.claims, snapshot.sources)
  return relationMap(
    {
      claims: new Map(snapshot.claims.map((claim) => [claim.id, claim])),
      relations: snapshot.relations,
      sources: snapshot.sources,
      numbers: new Map(numbered.map(({ claim, number }) => [claim.id, number])),
    },
    { types, around },
  )
}

const numbersIn = (map: ReturnType<typeof relationMap>): [string, number[]][] =>
  map.columns.map(({ title, nodes }) => [title, nodes.map(({ number }) => number)])

describe('the map of a case', () => {
  it('holds the claims that are related, by source and in reading order', () => {
    const { builder } = related()
    expect(numbersIn(mapOf(builder))).toEqual([
      ['Courier', [1, 2]],
      ['Board', [3]],
      ['Log', [5]],
    ])
  })

  it('has its relations in the order of their first claims', () => {
    const { builder } = related()
    expect(mapOf(builder).edges.map(({ type }) => type)).toEqual(['contradicts', 'supports', 'corrects'])
  })

  it('leaves out what was not asked for, and a claim that nothing else is related to', () => {
    const { builder } = related()
    expect(numbersIn(mapOf(builder, { types: new Set(['contradicts']) }))).toEqual([
      ['Courier', [1]],
      ['Board', [3]],
    ])
  })

  it('leaves out a relation to a claim that is gone', () => {
    const { builder } = related()
    builder.snapshot.claims.splice(0, 1)
    expect(mapOf(builder).edges.map(({ type }) => type)).toEqual(['supports', 'corrects'])
  })
})

describe('the map around a claim', () => {
  it('goes two links far', () => {
    const { builder, claims } = related()
    expect(numbersIn(mapOf(builder, { around: claims[0]!.id }))).toEqual([
      ['Courier', [1]],
      ['Board', [3]],
      ['Log', [5]],
    ])
  })

  it('holds the claim itself, also when it is related to nothing', () => {
    const { builder, claims } = related()
    const map = mapOf(builder, { around: claims[3]!.id })
    expect(numbersIn(map)).toEqual([['Board', [4]]])
    expect(map.edges).toEqual([])
  })
})

import type { Claim } from '../domain/claim.js'
import type { Relation, RelationType } from '../domain/relation.js'
import type { Source } from '../domain/source.js'
import type { Verdict } from '../domain/verdict-scale.js'
import { grouped } from '../timeline/grouping.js'

/** A claim on the map. `number` is the one that it has in a report. */
export interface MapNode {
  id: string
  number: number
  quote: string
  verdict: Verdict | null
}

/** The claims of a source, in reading order. `place` is the source's place in the case, from 0. */
export interface MapColumn {
  sourceId: string
  title: string
  place: number
  nodes: MapNode[]
}

export interface MapEdge {
  id: string
  from: string
  to: string
  type: RelationType
}

/** Claims by source, left to right as the sources stand in the case, and how they are related. */
export interface RelationMap {
  columns: MapColumn[]
  edges: MapEdge[]
}

interface Related {
  claims: ReadonlyMap<string, Claim>
  relations: Iterable<Relation>
  /** In the order of the case. */
  sources: readonly Source[]
  /** The claims' numbers, which follow the order of reading. */
  numbers: ReadonlyMap<string, number>
}

interface Wanted {
  types: ReadonlySet<RelationType>
  /** Only what is at most two links from this claim, which is there in any case; null for the whole case. */
  around: string | null
}

const farthest = 2

/** What is to be drawn of a case: the claims that have relations of these types, and the relations. */
export function relationMap({ claims, relations, sources, numbers }: Related, wanted: Wanted): RelationMap {
  const all: MapEdge[] = []
  for (const { id, fromClaimId: from, toClaimId: to, type } of relations)
    if (wanted.types.has(type) && claims.has(from) && claims.has(to)) all.push({ id, from, to, type })
  const near = wanted.around === null ? null : claimsNear(wanted.around, all)
  const edges = near ? all.filter(({ from, to }) => near.has(from) && near.has(to)) : all
  const shown = near ?? new Set(edges.flatMap(({ from, to }) => [from, to]))
  const numberOf = (id: string): number => numbers.get(id) ?? 0
  const bySource = grouped(
    [...shown].flatMap((id) => claims.get(id) ?? []).sort((a, b) => numberOf(a.id) - numberOf(b.id)),
    ({ sourceId }) => sourceId,
  )
  const columns = sources.flatMap(({ id, title }, place): MapColumn[] => {
    const nodes = bySource.get(id)?.map((claim) => nodeOf(claim, numberOf(claim.id)))
    return nodes ? [{ sourceId: id, title, place, nodes }] : []
  })
  return { columns, edges: inReadingOrder(edges, numberOf) }
}

function nodeOf({ id, selector, verdict }: Claim, number: number): MapNode {
  return { id, number, quote: selector.exact.replace(/\s+/g, ' ').trim(), verdict }
}

function inReadingOrder(edges: readonly MapEdge[], numberOf: (id: string) => number): MapEdge[] {
  const ends = ({ from, to }: MapEdge): [number, number] => {
    const [one, other] = [numberOf(from), numberOf(to)]
    return one < other ? [one, other] : [other, one]
  }
  return edges.toSorted((a, b) => {
    const [one, other] = [ends(a), ends(b)]
    return one[0] - other[0] || one[1] - other[1] || (a.id < b.id ? -1 : 1)
  })
}

function claimsNear(start: string, edges: readonly MapEdge[]): Set<string> {
  const near = new Set([start])
  for (let step = 0; step < farthest; step += 1) {
    const reached = new Set(near)
    for (const { from, to } of edges) {
      if (reached.has(from)) near.add(to)
      if (reached.has(to)) near.add(from)
    }
  }
  return near
}

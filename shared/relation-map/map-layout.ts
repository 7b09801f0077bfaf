import { relationType } from '../domain/relation.js'
import { edgeLines, pathOf, pointOn, type EdgeLine } from './edge-lines.js'
import { columnGap, columnX, margin, nodeSize, placeNodes, type PlacedNode } from './place-nodes.js'
import type { MapEdge, RelationMap } from './relation-map.js'

/** What stands on a line: the sign of its relation, and its words where there is room for them. Around its middle. */
export interface EdgeLabel {
  x: number
  y: number
  sign: string
  words: string | null
  width: number
}

export interface PlacedEdge extends MapEdge {
  /** The `d` of an SVG path. */
  path: string
  arrow: 'start' | 'end' | null
  label: EdgeLabel
}

export interface PlacedColumn {
  sourceId: string
  title: string
  place: number
  x: number
}

/** Where all of a map is drawn, in CSS pixels from its upper left corner. */
export interface MapLayout {
  columns: PlacedColumn[]
  nodes: PlacedNode[]
  edges: PlacedEdge[]
  width: number
  height: number
}

/** Lays a map out; the same map always in the same way. */
export function layoutMap(map: RelationMap): MapLayout {
  const nodes = placeNodes(map)
  const lines = edgeLines(map.edges, nodes)
  const labels = labelsOf(lines)
  const last = map.columns.length - 1
  const hasArcs = lines.some(({ pieces: [piece] }) => piece!.bulge !== null && piece!.start.x > columnX(last))
  return {
    columns: map.columns.map(({ sourceId, title, place }, column) => ({
      sourceId,
      title,
      place,
      x: columnX(column),
    })),
    nodes,
    edges: lines.map(({ pieces, ...edge }, index) => ({
      ...edge,
      path: pathOf(pieces),
      label: labels[index]!,
    })),
    width: Math.max(0, columnX(last) + nodeSize.width + margin + (hasArcs ? columnGap : 0)),
    height: Math.max(0, ...nodes.map(({ y }) => y)) + nodeSize.height + margin,
  }
}

export const labelHeight = 20
const letterWidth = 6.3

/** Shares of a line's length at which its label may stand, the best first. */
const places = [0.5, 0.42, 0.58, 0.35, 0.65, 0.25, 0.75]

/** Finds a place for each label where no other is; the words are left out where there is none for them. */
function labelsOf(lines: readonly EdgeLine[]): EdgeLabel[] {
  const taken: EdgeLabel[] = []
  return lines.map(({ pieces, type }) => {
    const { sign, forth } = relationType(type)
    const ends = [pieces[0]!, pieces.at(-1)!]
    const spots = places.flatMap((t) => ends.map((piece) => pointOn(piece, t)))
    const long = { sign, words: forth, width: 28 + forth.length * letterWidth }
    const short = { sign, words: null, width: labelHeight }
    const candidates = [long, short].flatMap((form) => spots.map((spot) => ({ ...spot, ...form })))
    const label = candidates.find((candidate) => !taken.some((other) => overlaps(candidate, other)))
    const chosen = label ?? { ...spots[0]!, ...short }
    taken.push(chosen)
    return chosen
  })
}

function overlaps(one: EdgeLabel, other: EdgeLabel): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 + 2 &&
    Math.abs(one.y - other.y) < labelHeight + 1
  )
}

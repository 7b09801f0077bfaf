import { isSymmetric } from '../domain/relation.js'
import { grouped } from '../timeline/grouping.js'
import { columnGap, columnX, nodeSize, rowGap, type PlacedNode } from './place-nodes.js'
import type { MapEdge } from './relation-map.js'

interface Point {
  x: number
  y: number
}

/** A piece of a line: level across a column, or curved with level ends between two. */
export interface Piece {
  start: Point
  end: Point
  /** How far the curve reaches out before it turns; for a line back to its own column. */
  bulge: number | null
}

/** The line of a relation, from the left claim to the right one; `arrow` is at the end that the relation leads to. */
export interface EdgeLine extends MapEdge {
  pieces: Piece[]
  arrow: 'start' | 'end' | null
}

/** The lines of the relations. Where one passes other columns it goes between their claims, never behind them. */
export function edgeLines(edges: readonly MapEdge[], nodes: readonly PlacedNode[]): EdgeLine[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const ends = edges.map((edge) => orderedEnds(edge, byId))
  const ports = portsOf(ends)
  const columns = grouped(nodes, ({ column }) => column)
  return ends.map(({ edge, left, right }, index) => {
    const start = { x: left.x + nodeSize.width, y: ports.get(`${index} left`)! }
    const y = ports.get(`${index} right`)!
    const arrow = isSymmetric(edge.type) ? null : edge.to === right.id ? 'end' : 'start'
    if (left.column === right.column) {
      const bulge = Math.min(columnGap - 24, 76 + Math.abs(y - start.y) / 12)
      return { ...edge, arrow, pieces: [{ start, end: { x: start.x, y }, bulge }] }
    }
    const stops = [start, ...detours(left, right, columns, index), { x: right.x, y }]
    const pieces = stops.slice(1).map((end, at): Piece => ({ start: stops[at]!, end, bulge: null }))
    return { ...edge, arrow, pieces }
  })
}

interface Ends {
  edge: MapEdge
  left: PlacedNode
  right: PlacedNode
}

/** The two claims of a relation: the one further left first, of two in a column the upper one. */
function orderedEnds(edge: MapEdge, byId: ReadonlyMap<string, PlacedNode>): Ends {
  const [from, to] = [byId.get(edge.from)!, byId.get(edge.to)!]
  const isForth = from.column - to.column || from.y - to.y
  return isForth <= 0 ? { edge, left: from, right: to } : { edge, left: to, right: from }
}

/** Where lines leave the sides of the claims, spread over their height in the order of where they lead, by index and end. */
function portsOf(ends: readonly Ends[]): Map<string, number> {
  const sides = new Map<string, { key: string; node: PlacedNode; towards: number }[]>()
  const add = (side: string, key: string, node: PlacedNode, other: PlacedNode): void => {
    const list = sides.get(side) ?? []
    list.push({ key, node, towards: other.y })
    sides.set(side, list)
  }
  ends.forEach(({ left, right }, index) => {
    const isWithin = left.column === right.column
    add(`${left.id} right`, `${index} left`, left, right)
    add(`${right.id} ${isWithin ? 'right' : 'left'}`, `${index} right`, right, left)
  })
  const ports = new Map<string, number>()
  for (const list of sides.values()) {
    list.sort((a, b) => a.towards - b.towards)
    list.forEach(({ key, node }, at) =>
      ports.set(key, node.y + (nodeSize.height * (at + 1)) / (list.length + 1)),
    )
  }
  return ports
}

/** The points at which a line enters and leaves the columns between its ends, each between two claims of the column. */
function detours(
  left: PlacedNode,
  right: PlacedNode,
  columns: ReadonlyMap<number, PlacedNode[]>,
  index: number,
): Point[] {
  const stops: Point[] = []
  let y = left.y + nodeSize.height / 2
  for (let column = left.column + 1; column < right.column; column += 1) {
    const share = 1 / (right.column - column + 1)
    y = freeY(columns.get(column) ?? [], y + (right.y + nodeSize.height / 2 - y) * share, index)
    stops.push({ x: columnX(column) - 8, y }, { x: columnX(column) + nodeSize.width + 8, y })
  }
  return stops
}

/** The height nearest to the wanted one at which no claim of a column stands. Lines through one gap lie beside each other. */
function freeY(nodes: readonly PlacedNode[], wanted: number, index: number): number {
  const hit = nodes.find(({ y }) => wanted > y - 3 && wanted < y + nodeSize.height + 3)
  if (!hit) return wanted
  const lane = 4 + (index % 4) * ((rowGap - 8) / 3)
  const isUpper = wanted < hit.y + nodeSize.height / 2
  return isUpper ? hit.y - lane : hit.y + nodeSize.height + lane
}

/** The line as the `d` of an SVG path. */
export function pathOf(pieces: readonly Piece[]): string {
  const [first] = pieces
  const begin = first ? `M${at(first.start)}` : ''
  return begin + pieces.map((piece) => `C${controls(piece).map(at).join(' ')} ${at(piece.end)}`).join('')
}

/** The point of a piece at the share `t` of its curve. */
export function pointOn(piece: Piece, t: number): Point {
  const [one, other] = controls(piece)
  const u = 1 - t
  const along = (axis: 'x' | 'y'): number =>
    u ** 3 * piece.start[axis] +
    3 * u * u * t * one[axis] +
    3 * u * t * t * other[axis] +
    t ** 3 * piece.end[axis]
  return { x: along('x'), y: along('y') }
}

function controls({ start, end, bulge }: Piece): [Point, Point] {
  const reach = bulge ?? (end.x - start.x) / 2
  return [
    { x: start.x + reach, y: start.y },
    { x: bulge === null ? end.x - reach : end.x + reach, y: end.y },
  ]
}

const at = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`

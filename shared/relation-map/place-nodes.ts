import type { MapNode, RelationMap } from './relation-map.js'

/** All sizes are in CSS pixels. */
export const nodeSize = { width: 236, height: 66 }
export const columnGap = 156
export const rowGap = 20
export const headHeight = 46
export const margin = 20

export interface PlacedNode extends MapNode {
  /** The place of the column among those that are drawn, from 0. */
  column: number
  x: number
  y: number
}

export const columnX = (column: number): number => margin + column * (nodeSize.width + columnGap)

const top = margin + headHeight
const rowStep = nodeSize.height + rowGap

/**
 * Gives each claim a place: a column for its source, under one another in reading order, and as level as that allows with
 * the claims that it is related to in the columns before it.
 */
export function placeNodes({ columns, edges }: RelationMap): PlacedNode[] {
  const placed = new Map<string, PlacedNode>()
  const partners = new Map<string, string[]>()
  const addPartner = (of: string, partner: string): unknown =>
    partners.get(of)?.push(partner) ?? partners.set(of, [partner])
  for (const { from, to } of edges) {
    addPartner(from, to)
    addPartner(to, from)
  }
  const wantedY = (id: string, column: number): number | null => {
    const before = (partners.get(id) ?? []).flatMap((partner) => placed.get(partner) ?? [])
    const ys = before.filter((node) => node.column < column).map(({ y }) => y)
    return ys.length ? ys.reduce((sum, y) => sum + y, 0) / ys.length : null
  }
  columns.forEach(({ nodes }, column) => {
    const ys = apart(nodes.map(({ id }) => wantedY(id, column)))
    nodes.forEach((node, row) => placed.set(node.id, { ...node, column, x: columnX(column), y: ys[row]! }))
  })
  return [...placed.values()]
}

/** Claims that stand a row's distance from one another, and where the first of them wants to be on average. */
interface Pool {
  sum: number
  /** How many of them want to be anywhere. */
  weight: number
  count: number
}

/**
 * The heights nearest to those wanted (by least squares) that keep the order and a row's distance between each two: the
 * isotonic regression of what is wanted less what the rows before it take, by pooling adjacent violators. What wants to be
 * nowhere (null) follows the one before it.
 */
function apart(wanted: readonly (number | null)[]): number[] {
  const pools: Pool[] = []
  const mean = ({ sum, weight }: Pool): number => (weight ? sum / weight : top)
  wanted.forEach((y, row) => {
    let pool = { sum: y === null ? 0 : y - row * rowStep, weight: y === null ? 0 : 1, count: 1 }
    for (let above = pools.at(-1); above; above = pools.at(-1)) {
      if (pool.weight > 0 && mean(above) <= mean(pool)) break
      pools.pop()
      pool = {
        sum: above.sum + pool.sum,
        weight: above.weight + pool.weight,
        count: above.count + pool.count,
      }
      if (pool.weight === 0) break
    }
    pools.push(pool)
  })
  const starts = pools.flatMap((pool) => Array.from({ length: pool.count }, () => mean(pool)))
  return starts.map((start, row) => Math.round(Math.max(top, start)) + row * rowStep)
}

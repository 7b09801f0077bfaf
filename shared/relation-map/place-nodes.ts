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

/**
 * Gives each claim a place: a column for its source, under one another in reading order, and as far down as the claims
 * that it is related to in the columns before it, so that most lines run level.
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
  const wantedY = (id: string, column: number): number => {
    const before = (partners.get(id) ?? []).flatMap((partner) => placed.get(partner) ?? [])
    const ys = before.filter((node) => node.column < column).map(({ y }) => y)
    return ys.length ? ys.reduce((sum, y) => sum + y, 0) / ys.length : 0
  }
  columns.forEach(({ nodes }, column) => {
    let free = margin + headHeight
    for (const node of nodes) {
      const y = Math.max(free, Math.round(wantedY(node.id, column)))
      placed.set(node.id, { ...node, column, x: columnX(column), y })
      free = y + nodeSize.height + rowGap
    }
  })
  return [...placed.values()]
}

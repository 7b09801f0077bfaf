import type { MapLayout } from './map-layout.js'
import type { PlacedNode } from './place-nodes.js'

/**
 * The claim that an arrow key, Home or End leads to: up and down within a source, across to the nearest claim of the
 * source beside it. Null for another key, or where there is none.
 */
export function stepOnMap({ nodes }: MapLayout, id: string, key: string): string | null {
  const here = nodes.find((node) => node.id === id)
  if (!here) return null
  const column = nodes.filter((node) => node.column === here.column)
  const at = column.indexOf(here)
  const steps: Record<string, PlacedNode | undefined> = {
    ArrowUp: column[at - 1],
    ArrowDown: column[at + 1],
    Home: column[0],
    End: column.at(-1),
    ArrowLeft: nearestIn(nodes, here, here.column - 1),
    ArrowRight: nearestIn(nodes, here, here.column + 1),
  }
  const next = Object.hasOwn(steps, key) ? steps[key] : undefined
  return next?.id ?? null
}

function nearestIn(nodes: readonly PlacedNode[], { y }: PlacedNode, column: number): PlacedNode | undefined {
  const distance = (node: PlacedNode): number => Math.abs(node.y - y)
  const [nearest] = nodes
    .filter((node) => node.column === column)
    .toSorted((a, b) => distance(a) - distance(b))
  return nearest
}

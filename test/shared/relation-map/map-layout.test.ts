import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relationTypes } from '../../../shared/domain/relation.js'
import { edgeLines, pointOn } from '../../../shared/relation-map/edge-lines.js'
import { labelHeight, layoutMap } from '../../../shared/relation-map/map-layout.js'
import { nodeSize, placeNodes } from '../../../shared/relation-map/place-nodes.js'
import type { RelationMap } from '../../../shared/relation-map/relation-map.js'

/** A map with so many claims in each of its columns, and relations between claims by their places in all columns. */
function mapWith(
  counts: readonly number[],
  links: readonly (readonly [number, number, number])[],
): RelationMap {
  let number = 0
  const columns = counts.map((count, place) => ({
    sourceId: `source ${place}`,
    title: `Source ${place}`,
    place,
    nodes: Array.from({ length: count }, () => {
      number += 1
      return { id: `claim ${number}`, number, quote: 'The gate was open', verdict: null }
    }),
  }))
  const edges = links.flatMap(([from, to, type], index) => {
    const [one, other] = [(from % number) + 1, (to % number) + 1]
    if (one === other) return []
    const { id } = relationTypes[type % relationTypes.length]!
    return [{ id: `edge ${index}`, from: `claim ${one}`, to: `claim ${other}`, type: id }]
  })
  return { columns, edges }
}

const anyMap = fc
  .record({
    counts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
    links: fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(9)), { maxLength: 60 }),
  })
  .map(({ counts, links }) => mapWith(counts, links))

describe('laying out a map', () => {
  it('puts claims level with those that they are related to', () => {
    const map = mapWith([3, 1], [[2, 3, 0]])
    const [, , third, other] = layoutMap(map).nodes
    expect(other!.y).toBe(third!.y)
    expect(other!.x).toBeGreaterThan(third!.x + nodeSize.width)
  })

  it('grows no longer than its longest column where everything is related to everything', () => {
    const links = Array.from({ length: 400 }, (_, index) => [index * 7, index * 13 + 1, 0] as const)
    const { height } = layoutMap(mapWith([20, 20, 20, 20], links))
    expect(height).toBeLessThan(1.6 * layoutMap(mapWith([20], [])).height)
  })

  it('has the arrow at the end that a relation leads to; a contradiction has none', () => {
    const map = mapWith(
      [1, 1],
      [
        [0, 1, 4],
        [1, 0, 4],
        [0, 1, 0],
      ],
    )
    expect(layoutMap(map).edges.map(({ type, arrow }) => [type, arrow])).toEqual([
      ['corrects', 'end'],
      ['corrects', 'start'],
      ['contradicts', null],
    ])
  })

  it('never puts one claim on another, keeps reading order, and stays within its size', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const { nodes, width, height } = layoutMap(map)
        nodes.forEach((node, index) => {
          const above = nodes[index - 1]
          const free = above?.column === node.column ? above.y + nodeSize.height : 0
          expect(node.y).toBeGreaterThanOrEqual(free)
          expect(node.x + nodeSize.width).toBeLessThanOrEqual(width)
          expect(node.y + nodeSize.height).toBeLessThanOrEqual(height)
        })
      }),
    )
  })

  it('leads lines between the claims of the columns that they pass, never behind one', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const nodes = placeNodes(map)
        for (const { pieces, from, to } of edgeLines(map.edges, nodes)) {
          const others = nodes.filter(({ id }) => id !== from && id !== to)
          const points = pieces.flatMap((piece) => [0.05, 0.5, 0.95].map((t) => pointOn(piece, t)))
          const isBehind = points.some(({ x, y }) =>
            others.some(
              (node) =>
                x > node.x && x < node.x + nodeSize.width && y > node.y && y < node.y + nodeSize.height,
            ),
          )
          expect(isBehind).toBe(false)
        }
      }),
    )
  })

  it('writes the words of a relation only where they cover no other label', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const labels = layoutMap(map).edges.map(({ label }) => label)
        labels.forEach((label, index) => {
          if (!label.words) return
          const hidden = labels
            .slice(0, index)
            .some(
              (other) =>
                Math.abs(other.x - label.x) < (other.width + label.width) / 2 &&
                Math.abs(other.y - label.y) < labelHeight,
            )
          expect(hidden).toBe(false)
        })
      }),
    )
  })

  it('draws the same map always in the same way', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        expect(layoutMap(structuredClone(map))).toEqual(layoutMap(map))
      }),
    )
  })

  it('draws nothing of nothing', () => {
    expect(layoutMap({ columns: [], edges: [] })).toMatchObject({ nodes: [], edges: [] })
  })
})

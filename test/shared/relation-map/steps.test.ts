import { describe, expect, it } from 'vitest'
import { layoutMap } from '../../../shared/relation-map/map-layout.js'
import { stepOnMap } from '../../../shared/relation-map/steps.js'

const node = (number: number) => ({ id: String(number), number, quote: 'q', verdict: null })
const column = (place: number, numbers: number[]) => ({
  sourceId: `s${place}`,
  title: `Source ${place}`,
  place,
  nodes: numbers.map(node),
})
const edges = [{ id: 'e', from: '3', to: '4', type: 'contradicts' as const }]
const layout = layoutMap({ columns: [column(0, [1, 2, 3]), column(1, [4, 5])], edges })

describe('walking over a map by keys', () => {
  it.each([
    ['1', 'ArrowDown', '2'],
    ['2', 'ArrowUp', '1'],
    ['1', 'ArrowUp', null],
    ['3', 'ArrowDown', null],
    ['1', 'End', '3'],
    ['3', 'Home', '1'],
    ['3', 'ArrowRight', '4'],
    ['4', 'ArrowLeft', '3'],
    ['5', 'ArrowRight', null],
    ['1', 'x', null],
    ['none', 'ArrowDown', null],
  ])('from claim %s by %s to %s', (from, key, to) => {
    expect(stepOnMap(layout, from, key)).toBe(to)
  })
})

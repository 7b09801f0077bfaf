import { describe, expect, it } from 'vitest'
import { entryByKey } from '../../../renderer/panels/timeline/axis-keys.js'
import { layoutAxis } from '../../../shared/timeline/axis-layout.js'
import { grouped } from '../../../shared/timeline/grouping.js'
import { entry } from '../../shared/timeline/timeline-records.js'

const first = entry(1, 100)
const crowd = Array.from({ length: 6 }, (_, index) => entry(10 + index, 300 + index))
const late = entry(30, 700)
const below = [entry(40, 320, 320, { id: 'b1', source: 'b' }), entry(50, 720, 720, { id: 'b2', source: 'b' })]
const entries = [first, ...crowd, ...below.slice(0, 1), late, ...below.slice(1)]
const layout = layoutAxis(
  grouped(entries, ({ source }) => source),
  [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ],
  { origin: 0, pixelsPerDay: 1, left: 0, right: 1000, maxRows: 4 },
)
const go = (key: string, from: { id: string }): string | undefined =>
  entryByKey(key, from.id, entries, layout)?.id

describe('the arrow keys on the axis', () => {
  it('go through a source in the order of time, with what is counted together as one step', () => {
    expect(go('ArrowRight', first)).toBe(crowd[0]?.id)
    expect(go('ArrowRight', crowd[0]!)).toBe(late.id)
    expect(go('ArrowLeft', late)).toBe(crowd.at(-1)?.id)
    expect(go('ArrowLeft', crowd[3]!)).toBe(first.id)
    expect(go('Home', late)).toBe(first.id)
    expect(go('End', first)).toBe(late.id)
  })

  it('stay at the ends', () => {
    expect(go('ArrowRight', late)).toBeUndefined()
    expect(go('ArrowLeft', first)).toBeUndefined()
  })

  it('go to what is nearest in the source above or below', () => {
    expect(go('ArrowDown', late)).toBe('b2')
    expect(go('ArrowUp', below[0]!)).toBe(crowd[0]?.id)
    expect(go('ArrowUp', first)).toBeUndefined()
  })

  it('do nothing from an entry that is not there', () => {
    expect(go('ArrowRight', { id: 'gone' })).toBeUndefined()
  })
})

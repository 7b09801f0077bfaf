import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AxisGeometry,
  type AxisMark,
  entriesOf,
  layoutAxis,
  markShowing,
} from '../../../shared/timeline/axis-layout.js'
import { inOrderOfTime, type TimelineEntry } from '../../../shared/timeline/entry.js'
import { grouped } from '../../../shared/timeline/grouping.js'
import { labelWidth } from '../../../shared/timeline/label-fit.js'
import { entry } from './timeline-records.js'

const sources = [
  { id: 'a', title: 'A' },
  { id: 'b', title: 'B' },
]
const geometry: AxisGeometry = { origin: 0, pixelsPerDay: 1, left: 0, right: 1000, maxRows: 4 }

function lay(entries: readonly TimelineEntry[], change: Partial<AxisGeometry> = {}) {
  const inTime = [...entries].sort(inOrderOfTime)
  return layoutAxis(
    grouped(inTime, ({ source }) => source),
    sources,
    { ...geometry, ...change },
  )
}

const counts = (marks: readonly AxisMark[]): number[] => marks.map((mark) => entriesOf(mark).length)

describe('the layout of an axis', () => {
  it('has a lane for each source with entries, one below the other', () => {
    const { lanes, height } = lay([entry(1, 10), entry(2, 20, 20, { source: 'b' })])
    expect(lanes.map(({ title, top }) => [title, top])).toEqual([
      ['A', 0],
      ['B', lanes[0]?.height],
    ])
    expect(height).toBe((lanes[0]?.height ?? 0) + (lanes[1]?.height ?? 0))
  })

  it('draws a day as a point that can be hit, and months as a span', () => {
    const [point, span] = lay([entry(1, 100), entry(2, 300, 390)]).lanes[0]?.marks ?? []
    expect(point).toMatchObject({ isPoint: true, x0: 88.5, x1: 112.5, signX: 100.5 })
    expect(span).toMatchObject({ isPoint: false, x0: 300, x1: 391 })
  })

  it('cuts open ends at the edge, with the sign at the end that is known', () => {
    const [since, until] = lay([entry(1, -Infinity, 400), entry(2, 500, Infinity)]).lanes[0]?.marks ?? []
    expect(since).toMatchObject({ x0: 0, opensLeft: true, opensRight: false, signX: 389 })
    expect(until).toMatchObject({ x1: 1000, opensLeft: false, opensRight: true, signX: 512 })
  })

  it('counts what would lie on one another, and parts it when it is looked at more closely', () => {
    const week = Array.from({ length: 7 }, (_, day) => entry(day, 400 + day))
    expect(counts(lay(week).lanes[0]?.marks ?? [])).toEqual([7])
    expect(counts(lay(week, { origin: 390, pixelsPerDay: 50 }).lanes[0]?.marks ?? [])).toEqual(
      Array(7).fill(1),
    )
  })

  it('keeps every entry in reach on exactly one mark, and no two marks or labels on one another', () => {
    const spans = fc.tuple(
      fc.integer({ min: -50, max: 1050 }),
      fc.constantFrom(0, 0, 0, 5, 40, 300, Infinity),
    )
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 60 }), (list) => {
        const entries = list.map(([lo, length], index) => entry(index, lo, lo + length))
        const layout = lay(entries)
        const marks = layout.lanes[0]?.marks ?? []
        const inReach = entries.filter(({ span }) => span.hi + 1 >= 0 && span.lo <= 1000)
        expect(
          marks
            .flatMap(entriesOf)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(inReach.map(({ id }) => id).sort())
        for (const { id } of inReach) expect(markShowing(layout, id)).toBeDefined()
        expectApart(marks)
      }),
    )
  })

  it('does not change as the axis is moved within what is laid out', () => {
    const days = [5, 30, 31, 32, 33, 34, 200, 600].map((day, index) => entry(index, day))
    const bins = (origin: number): number[] =>
      counts(lay(days, { origin, left: -500, right: 2000 }).lanes[0]?.marks ?? [])
    expect(bins(13)).toEqual(bins(0))
  })
})

describe('the label of the last mark of a row', () => {
  const told = { label: 'The gate was handed over to the Harbour Board in September' }
  const labelOf = (layout: ReturnType<typeof lay>, lane: number): string => {
    const [mark] = layout.lanes[lane]?.marks ?? []
    return mark?.kind === 'entry' ? mark.label : ''
  }

  it('has the room as far as other lanes go on, and else that which the axis keeps for it', () => {
    const first = entry(1, 100, 100, told)
    expect(labelOf(lay([first]), 0)).toBe('The gate was handed…')
    const later = entry(2, 800, 800, { source: 'b' })
    expect(labelOf(lay([first, later]), 0)).toBe('The gate was handed over to the Harbour…')
  })
})

/** Where a mark with its label begins and ends in its row. */
function extent(mark: AxisMark): [number, number] {
  if (mark.kind === 'cluster') return [mark.signX - 15, mark.signX + 15]
  const labelEnd = mark.label ? mark.labelX + labelWidth(mark.label) : mark.x1
  return [mark.x0, Math.max(mark.x1, labelEnd)]
}

function expectApart(marks: readonly AxisMark[]): void {
  for (const row of grouped(marks, ({ row }) => row).values()) {
    const inRow = row.map(extent).sort((a, b) => a[0] - b[0])
    inRow.forEach(([, end], index) =>
      expect(end).toBeLessThanOrEqual((inRow[index + 1]?.[0] ?? Infinity) + 0.001),
    )
  }
}

import { fittedLabel, labelWidth } from './label-fit.js'

/** What stands in a row: its ends in x, the text it would be labelled with, and the label that there is room for. */
export interface PlacedMark {
  x0: number
  x1: number
  row: number
  text: string
  label: string
  labelX: number
}

/** Room around a sign within a span, and between a mark and its label. */
const signRoom = 24
const labelGap = 3
const markGap = 2
const widestLabel = 190

/**
 * Puts marks, which come in the order of `x0`, into the first rows that have room; those that no row has room for are
 * `left`. Labels get room of their own where all marks fit even so, and else what room is between the marks.
 */
export function placeInRows<T extends PlacedMark>(
  marks: readonly T[],
  maxRows: number,
): { placed: T[]; left: T[] } {
  const roomy = fill(marks, maxRows, wantedEnd)
  const result = roomy.left.length === 0 ? roomy : fill(marks, maxRows, ({ x1 }) => x1)
  labelPlaced(result.placed)
  return result
}

function fill<T extends PlacedMark>(
  marks: readonly T[],
  maxRows: number,
  endOf: (mark: T) => number,
): { placed: T[]; left: T[] } {
  const ends: number[] = []
  const placed: T[] = []
  const left: T[] = []
  for (const mark of marks) {
    let row = ends.findIndex((end) => end + markGap <= mark.x0)
    if (row < 0 && ends.length < maxRows) row = ends.length
    if (row < 0) {
      left.push(mark)
      continue
    }
    ends[row] = endOf(mark)
    mark.row = row
    placed.push(mark)
  }
  return { placed, left }
}

const isInside = ({ x0, x1, text }: PlacedMark): boolean => x1 - x0 >= signRoom + labelWidth(text) + labelGap

/** Where a mark ends with its label. */
function wantedEnd(mark: PlacedMark): number {
  if (isInside(mark)) return mark.x1
  return mark.x1 + labelGap + Math.min(labelWidth(mark.text), widestLabel)
}

/** Labels each mark with as much as fits before the next one in its row, or within its own span. */
function labelPlaced(placed: readonly PlacedMark[]): void {
  const nextIn = new Map<number, number>()
  for (const mark of placed.toReversed()) {
    const room = (nextIn.get(mark.row) ?? Infinity) - mark.x1 - labelGap - markGap
    const within = mark.x1 - mark.x0 - signRoom - labelGap
    const inside = isInside(mark) || within > room
    mark.label = fittedLabel(mark.text, inside ? within : Math.min(room, widestLabel))
    mark.labelX = inside ? mark.x0 + signRoom : mark.x1 + labelGap
    nextIn.set(mark.row, mark.x0)
  }
}

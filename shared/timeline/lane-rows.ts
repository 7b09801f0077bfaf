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
export const signRoom = 24
const labelGap = 3
const markGap = 2
/** The room that is kept for a label, and the most that one takes where there is more. */
const widestLabel = 150
export const longestLabel = 280

/**
 * Puts marks, which come in the order of `x0`, into the first rows that have room; those that no row has room for are
 * `left`. Labels get room of their own where all marks fit even so, and else what room is between the marks; none
 * reaches past `right`. The last of a row may reach as far as a label after `lastEnd`, where the whole axis ends.
 */
export function placeInRows<T extends PlacedMark>(
  marks: readonly T[],
  { maxRows, right, lastEnd }: { maxRows: number; right: number; lastEnd: number },
): { placed: T[]; left: T[] } {
  const roomy = fill(marks, maxRows, wantedEnd)
  const result = roomy.left.length === 0 ? roomy : fill(marks, maxRows, ({ x1 }) => x1)
  labelPlaced(result.placed, right, lastEnd)
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

/** What a mark's text takes beside it, or within its span after the sign. */
const wantedLabel = ({ text }: PlacedMark): number => Math.min(labelWidth(text), widestLabel)
const roomWithin = ({ x0, x1 }: PlacedMark): number => x1 - x0 - signRoom - labelGap

/** Where a mark ends with its label. */
function wantedEnd(mark: PlacedMark): number {
  return roomWithin(mark) >= wantedLabel(mark) ? mark.x1 : mark.x1 + labelGap + wantedLabel(mark)
}

/** Labels each mark with as much as fits within its own span, or before the next one in its row. */
function labelPlaced(placed: readonly PlacedMark[], right: number, lastEnd: number): void {
  const nextIn = new Map<number, number>()
  for (const mark of placed.toReversed()) {
    const next = nextIn.get(mark.row)
    const beside = (next ?? right) - mark.x1 - labelGap - markGap
    const within = roomWithin(mark)
    const isWithin = within >= Math.min(wantedLabel(mark), beside)
    const inSight = next === undefined ? Math.max(widestLabel, lastEnd + widestLabel - mark.x1) : longestLabel
    mark.label = fittedLabel(mark.text, isWithin ? within : Math.min(beside, inSight, longestLabel))
    mark.labelX = isWithin ? mark.x0 + signRoom : mark.x1 + labelGap
    nextIn.set(mark.row, mark.x0)
  }
}

import type { TextRange } from '../document/paragraphs.js'
import { checkableAt, checkableKinds, type Checkable, type CheckableKind } from './checkables.js'
import { touching, type Coverage, type CoverageCount } from './coverage.js'
import { firstFrom, uncoveredParts } from './covered-text.js'

/** How much of the wanted kinds is covered. */
export function countOf({ counts }: Coverage, wanted: readonly CheckableKind[]): CoverageCount {
  const sum = { covered: 0, total: 0 }
  checkableKinds.forEach(({ id }, place) => {
    if (!wanted.includes(id)) return
    sum.covered += counts[place]!.covered
    sum.total += counts[place]!.total
  })
  return sum
}

/** Whole percent, rounded down, so that 100 means everything; null when there is nothing to cover. */
export function percentCovered({ covered, total }: CoverageCount): number | null {
  return total === 0 ? null : Math.floor((100 * covered) / total)
}

/** The uncovered checkables of the wanted kinds that touch [start, end), in reading order. */
export function uncoveredIn(
  coverage: Coverage,
  { start, end }: TextRange,
  wanted: readonly CheckableKind[],
): Checkable[] {
  const isOpen = openTest(coverage, wanted)
  return touching(coverage, start, end)
    .filter(isOpen)
    .map((at) => checkableAt(coverage.checkables, at))
}

/**
 * The uncovered checkable of a wanted kind that comes next (1) or before (-1) a selection in reading order, in which a
 * sentence comes before what is in it; null behind the last. A caret stands before all that begins at it.
 */
export function stepToUncovered(
  coverage: Coverage,
  { start, end }: TextRange,
  by: 1 | -1,
  wanted: readonly CheckableKind[],
): Checkable | null {
  const { starts, ends } = coverage.checkables
  const isOpen = openTest(coverage, wanted)
  let at = firstFrom(starts, start)
  if (start < end) while (starts[at] === start && ends[at]! > end) at++
  if (by === -1) at--
  else if (start < end) while (starts[at] === start && ends[at] === end) at++
  for (; at >= 0 && at < starts.length; at += by) {
    if (isOpen(at)) return checkableAt(coverage.checkables, at)
  }
  return null
}

/** A stretch of text that no claim lies over, and the innermost uncovered checkable that it belongs to. */
export interface UncoveredPiece extends TextRange {
  kind: CheckableKind
}

/** Uncovered checkables cut into stretches, apart and in order, clipped to [start, end). */
export function uncoveredPieces(
  coverage: Coverage,
  { start, end }: TextRange,
  wanted: readonly CheckableKind[],
): UncoveredPiece[] {
  const pieces: UncoveredPiece[] = []
  const open: Checkable[] = []
  let from = start
  const cutUntil = (to: number): void => {
    while (from < to) {
      while (open.length && open.at(-1)!.end <= from) open.pop()
      const innermost = open.at(-1)
      const until = Math.min(innermost?.end ?? to, to)
      if (innermost) {
        for (const part of uncoveredParts(coverage.claims, from, until))
          pieces.push({ ...part, kind: innermost.kind })
      }
      from = until
    }
  }
  for (const checkable of uncoveredIn(coverage, { start, end }, wanted)) {
    cutUntil(checkable.start)
    open.push(checkable)
  }
  cutUntil(end)
  return pieces
}

function openTest(
  { checkables: { kinds }, isCovered }: Coverage,
  wanted: readonly CheckableKind[],
): (at: number) => boolean {
  const isWanted = checkableKinds.map(({ id }) => wanted.includes(id))
  return (at) => isCovered[at] === 0 && isWanted[kinds[at]!]!
}

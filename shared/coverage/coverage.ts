import type { TextRange } from '../document/paragraphs.js'
import { checkableKinds, type Checkables } from './checkables.js'
import { changedStretch, coveredLength, coveredText, firstFrom, type CoveredText } from './covered-text.js'

export interface CoverageCount {
  covered: number
  total: number
}

/**
 * Which checkables of a text its claims cover. A checkable is covered when claims together lie over at least half of it:
 * a claim need not hold the full stop or the article, two claims on the halves of a sentence do, and one word of a sentence
 * does not. What stands in the other half is still asked for by itself, when it is a date, number, name or quotation.
 */
export interface Coverage {
  checkables: Checkables
  claims: CoveredText
  /** For each checkable 1 when it is covered, else 0. */
  isCovered: Uint8Array
  /** For each kind, in the order of `checkableKinds`. */
  counts: readonly CoverageCount[]
  /** For each checkable the furthest end of those up to it, by which those that touch a stretch are found. */
  furthest: Int32Array
}

/** Takes n log m of n checkables and m claims, which may be in any order. */
export function coverageOf(checkables: Checkables, claims: readonly TextRange[]): Coverage {
  const { ends, kinds } = checkables
  const furthest = Int32Array.from(ends)
  for (let at = 1; at < furthest.length; at++) furthest[at] = Math.max(furthest[at]!, furthest[at - 1]!)
  const totals = checkableKinds.map((_, place) =>
    kinds.reduce((sum, kind) => sum + (kind === place ? 1 : 0), 0),
  )
  const nothing: Coverage = {
    checkables,
    claims: coveredText([]),
    isCovered: new Uint8Array(ends.length),
    counts: totals.map((total) => ({ covered: 0, total })),
    furthest,
  }
  return withClaims(nothing, claims)
}

/** The coverage by other claims. Looks again only at the part of the text that is covered otherwise; if none, it is the same. */
export function withClaims(before: Coverage, ranges: readonly TextRange[]): Coverage {
  const claims = coveredText(ranges)
  const stretch = changedStretch(before.claims, claims)
  if (!stretch) return before
  const { kinds } = before.checkables
  const isCovered = before.isCovered.slice()
  const changes = checkableKinds.map(() => 0)
  for (const at of touching(before, stretch.start, stretch.end)) {
    const now = isMostlyCovered(before.checkables, at, claims) ? 1 : 0
    changes[kinds[at]!]! += now - isCovered[at]!
    isCovered[at] = now
  }
  const counts = before.counts.map(({ covered, total }, place) => ({
    covered: covered + changes[place]!,
    total,
  }))
  return { ...before, claims, isCovered, counts }
}

function isMostlyCovered({ starts, ends }: Checkables, at: number, claims: CoveredText): boolean {
  const [start, end] = [starts[at]!, ends[at]!]
  return 2 * coveredLength(claims, start, end) >= end - start
}

/** The places of the checkables that share a code unit with [start, end), in reading order. */
export function touching({ checkables, furthest }: Coverage, start: number, end: number): number[] {
  const { starts, ends } = checkables
  const places: number[] = []
  for (let at = firstFrom(furthest, start + 1); at < starts.length && starts[at]! < end; at++) {
    if (ends[at]! > start) places.push(at)
  }
  return places
}

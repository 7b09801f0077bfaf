import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allCheckableKinds,
  checkableKinds,
  packCheckables,
  type Checkable,
  type CheckableKind,
} from '../../../shared/coverage/checkables.js'
import { coverageOf, withClaims } from '../../../shared/coverage/coverage.js'
import {
  countOf,
  percentCovered,
  stepToUncovered,
  uncoveredIn,
  uncoveredPieces,
} from '../../../shared/coverage/uncovered.js'
import type { TextRange } from '../../../shared/document/paragraphs.js'

const length = 60
const allKinds = allCheckableKinds

const range = fc
  .tuple(fc.nat(length), fc.nat(length))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const stretch = range.filter(({ start, end }) => start < end)
const checkable = fc
  .record({ kind: fc.constantFrom(...allKinds), place: stretch })
  .map(({ kind, place }): Checkable => ({ kind, ...place }))
const checkables = fc.array(checkable, { maxLength: 25 }).map(packCheckables)
const claims = fc.array(range, { maxLength: 8 })
const wanted = fc.subarray(allKinds)

const holds = ({ start, end }: TextRange, at: number): boolean => start <= at && at < end
const isUnder = (ranges: readonly TextRange[], at: number): boolean => ranges.some((one) => holds(one, at))

/** By counting code units one by one. */
function isCovered({ start, end }: Checkable, ranges: readonly TextRange[]): boolean {
  const units = Array.from({ length: end - start }, (_, at) => start + at)
  return units.filter((at) => isUnder(ranges, at)).length >= units.length / 2
}

/** Every checkable that no claim covers, in reading order. */
const everyUncovered = (
  coverage: ReturnType<typeof coverageOf>,
  kinds: readonly CheckableKind[] = allKinds,
) => uncoveredIn(coverage, { start: 0, end: length }, kinds)

describe('coverage', () => {
  const sentence: Checkable = { kind: 'sentence', start: 0, end: 40 }
  const date: Checkable = { kind: 'date', start: 30, end: 39 }
  const both = packCheckables([date, sentence])

  it('takes a claim over half of a sentence for the sentence, and asks for the date in the other half', () => {
    expect(everyUncovered(coverageOf(both, []))).toEqual([sentence, date])
    expect(everyUncovered(coverageOf(both, [{ start: 0, end: 19 }]))).toEqual([sentence, date])
    expect(everyUncovered(coverageOf(both, [{ start: 0, end: 20 }]))).toEqual([date])
    expect(everyUncovered(coverageOf(both, [{ start: 30, end: 35 }]))).toEqual([sentence])
  })

  it('takes claims together: what lies under two counts once', () => {
    const halves = [
      { start: 0, end: 10 },
      { start: 5, end: 12 },
    ]
    expect(everyUncovered(coverageOf(both, halves), ['sentence'])).toEqual([sentence])
    expect(everyUncovered(coverageOf(both, [...halves, { start: 20, end: 28 }]), ['sentence'])).toEqual([])
  })

  it('is counted by kind, and 100 percent is everything', () => {
    const half = coverageOf(both, [{ start: 0, end: 20 }])
    expect(half.counts.slice(0, 2)).toEqual([
      { covered: 1, total: 1 },
      { covered: 0, total: 1 },
    ])
    expect(percentCovered(countOf(half, allKinds))).toBe(50)
    expect(percentCovered(countOf(half, ['sentence']))).toBe(100)
    expect(percentCovered(countOf(half, ['name']))).toBeNull()
    expect(percentCovered({ covered: 999, total: 1000 })).toBe(99)
  })

  it('is what counting one by one says', () => {
    fc.assert(
      fc.property(checkables, claims, wanted, range, (items, ranges, kinds, window) => {
        const coverage = coverageOf(items, ranges)
        const open = Array.from(items.starts, (start, at): Checkable => {
          return { kind: checkableKinds[items.kinds[at]!]!.id, start, end: items.ends[at]! }
        }).filter((one) => !isCovered(one, ranges) && kinds.includes(one.kind))
        expect(everyUncovered(coverage, kinds)).toEqual(open)
        expect(uncoveredIn(coverage, window, kinds)).toEqual(
          open.filter(({ start, end }) => start < window.end && window.start < end),
        )
        const { covered, total } = countOf(coverage, kinds)
        expect(total - covered).toBe(open.length)
      }),
    )
  })

  it('is the same when claims come and go as when it is made anew', () => {
    fc.assert(
      fc.property(checkables, fc.array(claims, { maxLength: 5 }), (items, acts) => {
        let coverage = coverageOf(items, [])
        for (const ranges of acts) {
          coverage = withClaims(coverage, ranges)
          const anew = coverageOf(items, ranges)
          expect(coverage.isCovered).toEqual(anew.isCovered)
          expect(coverage.counts).toEqual(anew.counts)
        }
      }),
    )
  })

  it('stays the same object while the same text is covered', () => {
    const before = coverageOf(both, [{ start: 3, end: 9 }])
    const same = [
      { start: 5, end: 9 },
      { start: 3, end: 6 },
    ]
    expect(withClaims(before, same)).toBe(before)
  })
})

describe('the next uncovered', () => {
  const items = packCheckables([
    { kind: 'sentence', start: 0, end: 20 },
    { kind: 'date', start: 0, end: 6 },
    { kind: 'name', start: 10, end: 14 },
    { kind: 'sentence', start: 21, end: 40 },
  ])
  const coverage = coverageOf(items, [])
  const from = (start: number, end = start, by: 1 | -1 = 1) =>
    stepToUncovered(coverage, { start, end }, by, allKinds)

  it('is the sentence before what is in it, then the next', () => {
    expect(from(0)).toEqual({ kind: 'sentence', start: 0, end: 20 })
    expect(from(0, 20)).toEqual({ kind: 'date', start: 0, end: 6 })
    expect(from(0, 6)).toEqual({ kind: 'name', start: 10, end: 14 })
    expect(from(10, 14)).toEqual({ kind: 'sentence', start: 21, end: 40 })
    expect(from(21, 40)).toBeNull()
  })

  it('is the one before in the other direction', () => {
    expect(from(40, 40, -1)).toEqual({ kind: 'sentence', start: 21, end: 40 })
    expect(from(10, 14, -1)).toEqual({ kind: 'date', start: 0, end: 6 })
    expect(from(0, 6, -1)).toEqual({ kind: 'sentence', start: 0, end: 20 })
    expect(from(0, 20, -1)).toBeNull()
  })

  it('goes on from a passage that is covered by now', () => {
    const later = withClaims(coverage, [{ start: 0, end: 20 }])
    expect(stepToUncovered(later, { start: 0, end: 20 }, 1, allKinds)).toMatchObject({ start: 21 })
  })

  it('visits every uncovered passage once, there and back', () => {
    fc.assert(
      fc.property(checkables, claims, wanted, (all, ranges, kinds) => {
        const some = coverageOf(all, ranges)
        const passages = everyUncovered(some, kinds)
          .map(({ start, end }) => `${start}-${end}`)
          .filter((one, at, list) => one !== list[at - 1])
        const walk = (by: 1 | -1): string[] => {
          const visited: string[] = []
          let at: TextRange | null = by === 1 ? { start: 0, end: 0 } : { start: length + 1, end: length + 1 }
          while ((at = stepToUncovered(some, at, by, kinds))) visited.push(`${at.start}-${at.end}`)
          return visited
        }
        expect(walk(1)).toEqual(passages)
        expect(walk(-1)).toEqual(passages.toReversed())
      }),
    )
  })
})

describe('uncovered pieces', () => {
  it('belong to the innermost checkable, and leave out what claims lie over', () => {
    const items = packCheckables([
      { kind: 'sentence', start: 0, end: 40 },
      { kind: 'date', start: 10, end: 20 },
    ])
    const coverage = coverageOf(items, [{ start: 2, end: 4 }])
    expect(uncoveredPieces(coverage, { start: 1, end: 30 }, allKinds)).toEqual([
      { start: 1, end: 2, kind: 'sentence' },
      { start: 4, end: 10, kind: 'sentence' },
      { start: 10, end: 20, kind: 'date' },
      { start: 20, end: 30, kind: 'sentence' },
    ])
  })

  it('hold just the code units that are uncovered, each once', () => {
    fc.assert(
      fc.property(checkables, claims, wanted, range, (items, ranges, kinds, window) => {
        const coverage = coverageOf(items, ranges)
        const open = everyUncovered(coverage, kinds)
        const pieces = uncoveredPieces(coverage, window, kinds)
        for (let at = 0; at < length; at++) {
          const here = open.filter((one) => holds(one, at))
          const isDrawn = holds(window, at) && !isUnder(ranges, at) && here.length > 0
          const drawn = pieces.filter((one) => holds(one, at))
          expect(drawn).toHaveLength(isDrawn ? 1 : 0)
          const kindsHere = new Set(here.map(({ kind }) => kind))
          expect(drawn.every(({ kind }) => kindsHere.has(kind))).toBe(true)
        }
        pieces.slice(1).forEach(({ start }, at) => expect(start).toBeGreaterThanOrEqual(pieces[at]!.end))
      }),
    )
  })
})

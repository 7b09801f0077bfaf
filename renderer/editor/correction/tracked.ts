import type { ClaimLayer } from '../claim-layer.js'
import type { FindingLayer, FindingMark } from '../finding-marks.js'
import type { Highlights } from '../highlights.js'
import { lanesOf } from '../lanes.js'
import { RangeIndex } from '../ranges.js'
import type { FollowedRanges } from './following.js'

/** Ranges to follow, drawn or not: the i-th entries belong together, [start, end) in UTF-16 code units. */
export interface Tracked {
  ids: readonly string[]
  starts: Int32Array
  ends: Int32Array
}

/**
 * Which followed range belongs to what: the tracked ones first, at the places that they have in `ids`, then the spans of
 * the findings in order.
 */
export class TrackedRanges {
  readonly ids: readonly string[]
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly #places = new Map<string, number>()
  readonly #known = new WeakMap<object, Int32Array>()

  constructor({ ids, starts, ends }: Tracked, findings: readonly FindingMark[]) {
    const spans = findings.flatMap((finding) => finding.spans)
    this.ids = ids
    this.starts = Int32Array.from([...starts, ...spans.map(({ start }) => start)])
    this.ends = Int32Array.from([...ends, ...spans.map(({ end }) => end)])
    ids.forEach((id, place) => this.#places.set(`claim ${id}`, place))
    let place = ids.length
    for (const { fingerprint, spans } of findings) {
      this.#places.set(`finding ${fingerprint}`, place)
      place += spans.length
    }
  }

  placeOf(id: string): number | undefined {
    return this.#places.get(`claim ${id}`)
  }

  /** A layer with its claims where they are now; those that are not tracked are not drawn. */
  claims(layer: ClaimLayer, ranges: FollowedRanges): ClaimLayer {
    const { starts, ends } = this.movedHighlights(layer.highlights, ranges)
    const index = new RangeIndex(starts, ends, layer.index.entries)
    return { highlights: layer.highlights, index, lanes: lanesOf(index) }
  }

  /** A layer with its findings where they are now; those that are not tracked are not drawn. */
  findings(layer: FindingLayer, ranges: FollowedRanges): FindingLayer {
    const { starts, ends } = rangesAt(this.#placesOfFindings(layer.findings), ranges)
    return { ...layer, index: new RangeIndex(starts, ends, layer.index.entries) }
  }

  /** Highlights with the ranges that they have now; empty where nothing is left or they are not tracked. */
  movedHighlights(highlights: Highlights, ranges: FollowedRanges): Highlights {
    return { ...highlights, ...rangesAt(this.#placesOfClaims(highlights), ranges) }
  }

  #placesOfClaims(highlights: Highlights): Int32Array {
    return this.#remembered(highlights, () => highlights.ids.map((id) => this.placeOf(id) ?? -1))
  }

  #placesOfFindings(findings: readonly FindingMark[]): Int32Array {
    return this.#remembered(findings, () =>
      findings.flatMap(({ fingerprint, spans }) => {
        const first = this.#places.get(`finding ${fingerprint}`)
        return spans.map((_span, number) => (first === undefined ? -1 : first + number))
      }),
    )
  }

  #remembered(owner: object, places: () => number[]): Int32Array {
    const known = this.#known.get(owner) ?? Int32Array.from(places())
    this.#known.set(owner, known)
    return known
  }
}

/** Empty where there is no range. */
function rangesAt(places: Int32Array, ranges: FollowedRanges): Pick<Highlights, 'starts' | 'ends'> {
  const starts = new Int32Array(places.length).fill(-1)
  const ends = new Int32Array(places.length).fill(-1)
  for (let entry = 0; entry < places.length; entry++) {
    const place = places[entry]!
    if (place < 0) continue
    starts[entry] = ranges.starts[place]!
    ends[entry] = ranges.ends[place]!
  }
  return { starts, ends }
}

import type { EditedText } from './edited-text.js'

export interface Range {
  start: number
  end: number
}

/** Where a range went: `stands` when at least half of its characters do, together; `zone` reaches to what stood beside. */
export interface Fate {
  stands: boolean
  place: Range | null
  zone: Range | null
}

/** How many ranges were found right of those that still stand, how many lost, and how many put in a wrong place. */
export interface Verdict {
  standing: number
  right: number
  wrong: number
}

/** An edge may be off by so many characters, or this share of the range, where it was edited. */
const tolerance = { units: 2, share: 0.1 }
/** Text that came in beside a range may be counted as its own up to here. */
const widestZone = 32

/** Where ranges of the first version went, by the origin of each character. */
export function fatesOf({ origins }: EditedText, ranges: readonly Range[]): Fate[] {
  const places = new Int32Array(Math.max(0, ...ranges.map(({ end }) => end))).fill(-1)
  origins.forEach((origin, at) => {
    if (origin >= 0 && origin < places.length) places[origin] = at
  })
  return ranges.map((range) => fateOf(origins, places, range))
}

function fateOf(origins: Int32Array, places: Int32Array, { start, end }: Range): Fate {
  const standing: number[] = []
  for (let at = start; at < end; at++) {
    if (places[at]! >= 0) standing.push(places[at]!)
  }
  const first = standing[0]
  const last = standing.at(-1)
  if (first === undefined || last === undefined) return { stands: false, place: null, zone: null }
  const place = { start: Math.min(first, last), end: Math.max(first, last) + 1 }
  const stands = standing.length * 2 >= end - start && place.end - place.start <= 2 * (end - start)
  const zone = { ...place }
  while (origins[zone.start - 1] === -1 && place.start - zone.start < widestZone) zone.start--
  while (origins[zone.end] === -1 && zone.end - place.end < widestZone) zone.end++
  return { stands, place, zone }
}

export function judged(fates: readonly Fate[], found: readonly (Range | null)[]): Verdict {
  const verdict: Verdict = { standing: 0, right: 0, wrong: 0 }
  fates.forEach((fate, index) => {
    const range = found[index]
    if (fate.stands) verdict.standing++
    if (!range) return
    if (isElsewhere(fate, range)) verdict.wrong++
    else if (fate.stands && isRight(fate, range)) verdict.right++
  })
  return verdict
}

function isRight({ place, zone }: Fate, range: Range): boolean {
  if (!place || !zone) return false
  const slack = Math.max(tolerance.units, (place.end - place.start) * tolerance.share)
  return (
    range.start >= zone.start - slack &&
    range.start <= place.start + slack &&
    range.end >= place.end - slack &&
    range.end <= zone.end + slack
  )
}

/** Whether less than half of what was found is where the range went, or less than half of that was found. */
function isElsewhere({ stands, place, zone }: Fate, range: Range): boolean {
  if (!place || !zone) return true
  const shared = (one: Range) => Math.min(range.end, one.end) - Math.max(range.start, one.start)
  if (!stands) return shared(zone) <= 0
  return shared(zone) * 2 < range.end - range.start || shared(place) * 2 < place.end - place.start
}

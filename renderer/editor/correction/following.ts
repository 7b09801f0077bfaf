import type { TextChange } from './text-changes.js'

/**
 * Ranges of a text, by place, that follow its changes. One whose passage is gone is [-1, -1). Never changed in place.
 */
export interface FollowedRanges {
  starts: Int32Array
  ends: Int32Array
  retyping: Retyping | null
}

/** What is typed at `at` belongs to the ranges at these places, because the change before took something from them there. */
interface Retyping {
  at: number
  places: readonly number[]
}

/** A change and what it did to the ranges that it did not only shift: place, start, end before and start, end after of each. */
export interface FollowedChange {
  change: TextChange
  altered: readonly number[]
}

/**
 * The ranges after some changes of the text.
 *
 * - Text typed at the outer edges of a range stays outside, text typed inside belongs to it.
 * - What replaces a part of a range, or all of it and no more, belongs to it.
 * - A range goes when its whole passage is deleted, or replaced together with text around it.
 * - What is typed where the change before took something from a range belongs to the range, so that a word at its edge,
 *   or the range as a whole, can be deleted and then typed anew.
 */
export function follow(
  ranges: FollowedRanges,
  changes: readonly TextChange[],
): { ranges: FollowedRanges; followed: FollowedChange[] } {
  const starts = ranges.starts.slice()
  const ends = ranges.ends.slice()
  let { retyping } = ranges
  const followed = changes.map((change) => {
    const altered = retyped(starts, ends, change, retyping)
    alter(starts, ends, change, altered)
    set(starts, ends, altered, 3)
    retyping = nextRetyping(change, altered, retyping)
    return { change, altered }
  })
  return { ranges: { starts, ends, retyping }, followed }
}

/** The ranges before some changes, when they are undone. */
export function unfollow(ranges: FollowedRanges, followed: readonly FollowedChange[]): FollowedRanges {
  const starts = ranges.starts.slice()
  const ends = ranges.ends.slice()
  for (const { change, altered } of followed.toReversed()) {
    shift(starts, ends, change.from, change.from + change.length, change.to - change.from)
    set(starts, ends, altered, 1)
  }
  return { starts, ends, retyping: null }
}

/** The ranges after some changes, when they are done again. */
export function refollow(ranges: FollowedRanges, followed: readonly FollowedChange[]): FollowedRanges {
  const starts = ranges.starts.slice()
  const ends = ranges.ends.slice()
  for (const { change, altered } of followed) {
    shift(starts, ends, change.from, change.to, change.length)
    set(starts, ends, altered, 3)
  }
  return { starts, ends, retyping: null }
}

/** An offset of the text after some changes; one inside a change goes to its start. */
export function offsetAfter(offset: number, followed: readonly FollowedChange[]): number {
  return followed.reduce((at, { change: { from, to, length } }) => {
    if (at <= from) return at
    return at >= to ? at + from + length - to : from
  }, offset)
}

/** An offset of the text before some changes that were undone; one inside a change goes to its start. */
export function offsetBefore(offset: number, followed: readonly FollowedChange[]): number {
  return followed.reduceRight((at, { change: { from, to, length } }) => {
    if (at <= from) return at
    return at >= from + length ? at + to - from - length : from
  }, offset)
}

/** Moves every range that stands after a change. A range is never empty here, so it is either before or after an insertion. */
function shift(starts: Int32Array, ends: Int32Array, from: number, to: number, length: number): void {
  const distance = length - (to - from)
  for (let place = 0; place < starts.length; place++) {
    if (ends[place]! <= from || starts[place]! < to) continue
    starts[place]! += distance
    ends[place]! += distance
  }
}

function set(starts: Int32Array, ends: Int32Array, altered: readonly number[], side: 1 | 3): void {
  for (let entry = 0; entry < altered.length; entry += 5) {
    starts[altered[entry]!] = altered[entry + side]!
    ends[altered[entry]!] = altered[entry + side + 1]!
  }
}

/** Does what `shift` does, and adds the ranges that the change touches to `altered`. */
function alter(starts: Int32Array, ends: Int32Array, change: TextChange, altered: number[]): void {
  const { from, to, length } = change
  const distance = length - (to - from)
  for (let place = 0; place < starts.length; place++) {
    const end = ends[place]!
    if (end <= from) continue
    const start = starts[place]!
    if (start < to) altered.push(place, start, end, ...changedRange(start, end, change))
    else {
      starts[place] = start + distance
      ends[place] = end + distance
    }
  }
}

function changedRange(
  start: number,
  end: number,
  { from, to, length, written }: TextChange,
): [number, number] {
  const isAll = from === start && to === end
  if (isAll && written) return [from, from + length]
  if (from <= start && end <= to) return [-1, -1]
  if (from < start) return [from + length, end + length - (to - from)]
  return end < to ? [start, from] : [start, end + length - (to - from)]
}

/** The ranges that take in what is typed at their edge, or that come back with it. */
function retyped(
  starts: Int32Array,
  ends: Int32Array,
  change: TextChange,
  retyping: Retyping | null,
): number[] {
  const { from: at, to, length, written } = change
  if (!retyping || !written || at !== to || at !== retyping.at) return []
  return retyping.places.flatMap((place) => {
    const start = starts[place]!
    const end = ends[place]!
    return [place, start, end, start < 0 ? at : start, (start < 0 ? at : end) + length]
  })
}

function nextRetyping(
  change: TextChange,
  altered: readonly number[],
  before: Retyping | null,
): Retyping | null {
  const { from, to, length, written } = change
  const at = from + length
  const places = new Set(before && isRetyping(change, before.at) ? before.places : [])
  for (let entry = 0; entry < altered.length; entry += 5) {
    const [place, start, end, newStart, newEnd] = altered.slice(entry, entry + 5) as [
      number,
      number,
      number,
      number,
      number,
    ]
    const held = start < 0 || (start <= from && to <= end)
    if (held && (newStart < 0 || newStart === at || newEnd === at)) places.add(place)
    else places.delete(place)
  }
  return places.size && (written || from < to) ? { at, places: [...places] } : null
}

/** Whether a change leaves what was at an offset at its own end: a character taken back, or one after it deleted. */
function isRetyping({ from, to, length }: TextChange, at: number): boolean {
  return at === to || (at === from && length === 0)
}

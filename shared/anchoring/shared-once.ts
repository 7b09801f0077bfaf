import type { Stretch } from './id-diff.js'
import { lastBreak } from './tokens.js'

/** A place in one list and its place in another. */
export interface Pair {
  index: number
  other: number
}

/**
 * The runs of `length` tokens that two stretches have exactly once each, by their first place, in the order of the first.
 * Runs across a line break, and across tokens with partners, do not count. Runs are told apart by a hash of 32 bits, and
 * each pair is compared. Linear.
 */
export function sharedOnce(
  ids: readonly number[],
  others: readonly number[],
  { from, to, otherFrom, otherTo }: Stretch,
  length: number,
): Pair[] {
  const places = runsIn(ids, from, to, length)
  const otherPlaces = runsIn(others, otherFrom, otherTo, length)
  if (places.length === 0 || otherPlaces.length === 0) return []
  const table = new PlaceTable(places.length + otherPlaces.length)
  for (const at of places) table.note(hashOf(ids, at, length), at, 0)
  for (const at of otherPlaces) table.note(hashOf(others, at, length), at, 1)
  return table
    .onceInEach()
    .filter(({ index, other }) => isSame(ids, index, others, other, length))
    .sort((one, another) => one.index - another.index)
}

/** Where runs of open tokens begin. */
function runsIn(ids: readonly number[], from: number, to: number, length: number): Int32Array {
  const places = new Int32Array(Math.max(0, to - from))
  let count = 0
  let open = 0
  for (let at = from; at < to; at++) {
    open = ids[at]! > lastBreak ? open + 1 : 0
    if (open >= length) places[count++] = at - length + 1
  }
  return places.subarray(0, count)
}

const unseen = -1
const repeated = -2

/** For each hash the place where either side has it: an open-addressed table of typed arrays. */
class PlaceTable {
  readonly #mask: number
  readonly #keys: Int32Array
  readonly #places: readonly [Int32Array, Int32Array]

  constructor(entries: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, entries * 2)))
    this.#mask = size - 1
    this.#keys = new Int32Array(size)
    this.#places = [new Int32Array(size).fill(unseen), new Int32Array(size).fill(unseen)]
  }

  note(hash: number, place: number, side: 0 | 1): void {
    const slot = this.#slotOf(hash)
    const places = this.#places[side]
    places[slot] = places[slot] === unseen ? place : repeated
  }

  #slotOf(hash: number): number {
    let slot = hash & this.#mask
    while (this.#isTaken(slot) && this.#keys[slot] !== hash) slot = (slot + 1) & this.#mask
    this.#keys[slot] = hash
    return slot
  }

  #isTaken(slot: number): boolean {
    return this.#places[0][slot] !== unseen || this.#places[1][slot] !== unseen
  }

  onceInEach(): Pair[] {
    const [places, others] = this.#places
    const pairs: Pair[] = []
    for (let slot = 0; slot <= this.#mask; slot++) {
      if (places[slot]! >= 0 && others[slot]! >= 0) pairs.push({ index: places[slot]!, other: others[slot]! })
    }
    return pairs
  }
}

/** A hash of a run, well spread (the finaliser of MurmurHash3). */
function hashOf(ids: readonly number[], from: number, length: number): number {
  let hash = length
  for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ ids[at]!, 0x01000193) + (hash >>> 15)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) | 0
}

function isSame(
  ids: readonly number[],
  index: number,
  others: readonly number[],
  other: number,
  length: number,
): boolean {
  for (let at = 0; at < length; at++) if (ids[index + at] !== others[other + at]) return false
  return true
}

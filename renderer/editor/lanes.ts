import type { RangeIndex } from './ranges.js'

/** Underlines that can be told apart below a line of text. */
export const laneCount = 3

/**
 * The underline each range gets, by place in the index, so that ranges that overlap have different ones and a range keeps
 * its own from start to end: 0 is next to the text. A range that finds all taken gets `laneCount`, which is not drawn.
 */
export function lanesOf(index: RangeIndex): Uint8Array {
  const lanes = new Uint8Array(index.length)
  const takenUntil = new Int32Array(laneCount)
  for (let place = 0; place < index.length; place++) {
    let lane = 0
    while (lane < laneCount && takenUntil[lane]! > index.starts[place]!) lane++
    lanes[place] = lane
    if (lane < laneCount) takenUntil[lane] = index.ends[place]!
  }
  return lanes
}

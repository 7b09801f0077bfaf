/** How many entries a list on the side shows at most: more cannot be looked through, and every one costs. */
const most = 300

/** A part of a long list, of at most 300 entries around one of them (around the first, when that is not in it). */
export interface Nearby<T> {
  shown: readonly T[]
  /** How many entries stand before and after what is shown. */
  before: number
  after: number
}

export function nearby<T>(list: readonly T[], isCentre: (entry: T) => boolean): Nearby<T> {
  if (list.length <= most) return { shown: list, before: 0, after: 0 }
  const centre = Math.max(0, list.findIndex(isCentre))
  // In steps, so that going from one entry to the next mostly shows the same part.
  const step = most / 3
  const start = Math.min(Math.max(0, Math.floor(centre / step) * step - step), list.length - most)
  const shown = list.slice(start, start + most)
  return { shown, before: start, after: list.length - start - shown.length }
}

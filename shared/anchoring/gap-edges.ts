import { distancesToBeginnings, distancesToEndings } from './edit-distance.js'

/** A stretch [`from`, `to`) of a text, in UTF-16 code units. */
interface Stretch {
  text: string
  from: number
  to: number
}

/**
 * An edited stretch and what stands for it now. `held` says at which ends both stretches touch text that belongs
 * together; at the other end the new stretch may hold anything.
 */
export interface Gap {
  old: Stretch
  now: Stretch
  held: 'both' | 'start' | 'end'
}

/** So much of a gap is looked at on either side of an edge: edits between anchors are shorter, but for rewritten text. */
const farthest = 200

/**
 * The part of a range in a gap grows to so many times its length and so many units more: the letters of any words lie
 * scattered over a sentence that came in beside them.
 */
const mostStretched = { times: 1.5, more: 8 }
/** A range reaches into text that is held at one end only when no more than this share of it was edited. */
const mostEdited = 0.5

/**
 * Where an offset of the old stretch falls in the new one, as the edge of a range: the split of the new stretch whose
 * two parts have the fewest edits from the two parts of the old one. Of equally good splits one between words, and the
 * one that keeps insertions out of the range.
 */
export function placeEdge(gap: Gap, offset: number, edge: 'start' | 'end'): number {
  const { old, now, held } = gap
  const equal = edge === 'start' ? fromEnd(gap, offset) : fromStart(gap, offset)
  if (equal !== null) return equal
  const near = nearEdge(old, now, held, offset)
  const costs = splitCosts(near, offset)
  const priceOf = (split: number) => 2 * costs[split]! + Number(cutsWord(now.text, near.now.from + split))
  const best = splitsFor(near, offset, edge).reduce((one, other) =>
    priceOf(other) < priceOf(one) ? other : one,
  )
  if (held === 'both') return near.now.from + best
  const rim = held === 'start' ? old.from : old.to
  const isAlike = costs[best]! <= Math.abs(offset - rim) * mostEdited
  return isAlike ? near.now.from + best : held === 'start' ? now.from : now.to
}

/** Where the new stretch may be split, what is preferred among equals first. */
function splitsFor({ old, now, isHeld }: Near, offset: number, edge: 'start' | 'end'): number[] {
  const last = now.to - now.from
  const part = edge === 'start' ? old.to - offset : offset - old.from
  const isBounded = edge === 'start' ? isHeld.end : isHeld.start
  const most = isBounded ? Math.min(last, Math.ceil(part * mostStretched.times) + mostStretched.more) : last
  return Array.from({ length: most + 1 }, (_, taken) => (edge === 'start' ? last - taken : taken))
}

/** The place of an offset that equal text joins to the held beginning of a gap; null when there is an edit between. */
function fromStart({ old, now, held }: Gap, offset: number): number | null {
  const length = offset - old.from
  if (held === 'end' || length > farthest || length > now.to - now.from) return null
  const isEqual = old.text.slice(old.from, offset) === now.text.slice(now.from, now.from + length)
  return isEqual && length > 0 ? now.from + length : null
}

function fromEnd({ old, now, held }: Gap, offset: number): number | null {
  const length = old.to - offset
  if (held === 'start' || length > farthest || length > now.to - now.from) return null
  const isEqual = old.text.slice(offset, old.to) === now.text.slice(now.to - length, now.to)
  return isEqual && length > 0 ? now.to - length : null
}

/** The part of a gap that is near an edge, and whether its ends are held in both texts. */
interface Near {
  old: Stretch
  now: Stretch
  isHeld: { start: boolean; end: boolean }
}

function nearEdge(old: Stretch, now: Stretch, held: Gap['held'], offset: number): Near {
  const oldFrom = Math.max(old.from, offset - farthest)
  const oldTo = Math.min(old.to, offset + farthest)
  const isHeld = {
    start: held !== 'end' && oldFrom === old.from,
    end: held !== 'start' && oldTo === old.to,
  }
  const longest = 2 * (oldTo - oldFrom) + farthest
  const isLong = now.to - now.from > longest
  if (!isLong) return { old: { ...old, from: oldFrom, to: oldTo }, now, isHeld }
  const byEnd = isHeld.end && (!isHeld.start || old.to - offset < offset - old.from)
  const cut = byEnd ? { ...now, from: now.to - longest } : { ...now, to: now.from + longest }
  const stillHeld = { start: isHeld.start && !byEnd, end: isHeld.end && byEnd }
  return { old: { ...old, from: oldFrom, to: oldTo }, now: cut, isHeld: stillHeld }
}

function splitCosts({ old, now, isHeld }: Near, offset: number): number[] {
  const window = now.text.slice(now.from, now.to)
  const left = isHeld.start ? distancesToBeginnings(old.text.slice(old.from, offset), window) : null
  const right = isHeld.end ? distancesToEndings(old.text.slice(offset, old.to), window) : null
  return Array.from({ length: window.length + 1 }, (_, at) => (left?.[at] ?? 0) + (right?.[at] ?? 0))
}

const letter = /[\p{L}\p{N}\p{M}]/u

/** Whether an offset lies inside a word or figure. */
export function cutsWord(text: string, at: number): boolean {
  return letter.test(text[at - 1] ?? ' ') && letter.test(text[at] ?? ' ')
}

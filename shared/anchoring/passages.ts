import { bestFit, type Fit } from './edit-distance.js'
import { foldUnits } from './fold.js'
import { GramIndex, gramLength } from './gram-index.js'
import type { Quote } from './quote.js'
import { similarityOf } from './similarity.js'
import { wholeFrom, wholeTo } from './whole-characters.js'

/** A passage that may be what a quote quotes: [`start`, `end`) in UTF-16 code units. */
export interface Passage {
  start: number
  end: number
  /** How alike quote and passage are, as in `similarityOf`. */
  similarity: number
  /** The similarity of quote and context together, as in `scoreOf`. */
  score: number
}

/** Places of grams that one search looks at, rarest grams first: more for quotes of common words would not be surer. */
const mostSeeds = 1000
/** A gram with more places than this is no help; then the text is scanned for the words. */
const mostChecked = 20_000
/** Grams of a quote that are looked up; a longer quote is sampled evenly. */
const mostGrams = 256
/** So many places with most votes are compared with the quote, at least, */
const leastCompared = 4
/** and only those that this many grams speak for, and this share of what speaks for the best one. */
const leastVotes = { grams: 3, share: 0.25 }
/** A longer quote is found by its exact words alone, in UTF-16 code units: twenty pages. */
const longestQuote = 50_000
/** A quote longer than twice this is fitted by its beginning and its end, in UTF-16 code units. */
const fitted = 160

const nothing = [0, 0] as const

/**
 * Finds passages like a quote in a text, or in some stretches of it. The grams of quote and context vote for places, the
 * places with most votes are fitted. Bounded work for each quote, whatever the text.
 */
export class PassageSearch {
  readonly #text: string
  readonly #stretches: readonly (readonly [number, number])[]
  readonly #index: GramIndex

  constructor(text: string, stretches: readonly (readonly [number, number])[] = [[0, text.length]]) {
    this.#text = text
    this.#stretches = stretches
    this.#index = new GramIndex(text, stretches)
  }

  /** Up to `limit` passages like a quote, best score first; none overlaps another one. */
  passages(quote: Quote, limit: number): Passage[] {
    if (quote.exact.length === 0 || quote.exact.length > longestQuote) return []
    const votes = this.#votes(quote)
    const reach = 8 + Math.min(256, quote.exact.length >> 3)
    const found = peaksOf(votes, reach, Math.max(leastCompared, limit * 2))
      .map((peak) => this.#fit(quote, peak, reach))
      .filter((passage) => passage !== null)
    return withoutOverlaps(found, limit)
  }

  /** Up to `limit` places where the same words begin; they may overlap. Only for an index of the whole text. */
  places(words: string, limit: number): number[] {
    const rarest = this.#rarestGram(foldUnits(words))
    const isRare = rarest && rarest.count <= mostChecked
    if (!isRare || words.length > this.#text.length) return placesByScan(this.#text, words, limit)
    const places: number[] = []
    for (const place of this.#index.places(rarest.slot)) {
      const start = place - rarest.at
      if (start < 0 || !this.#text.startsWith(words, start)) continue
      places.push(start)
      if (places.length >= limit) break
    }
    return places
  }

  #rarestGram(units: Uint16Array): { at: number; slot: number; count: number } | null {
    let rarest: { at: number; slot: number; count: number } | null = null
    for (let at = 0; at + gramLength <= Math.min(units.length, mostGrams); at++) {
      const slot = this.#index.slotOf(units, at)
      const count = this.#index.count(slot)
      if (!rarest || count < rarest.count) rarest = { at, slot, count }
    }
    return rarest
  }

  /** Where the quote would begin according to each gram of it and its context, ascending. */
  #votes({ exact, prefix, suffix }: Quote): Int32Array {
    const units = foldUnits(prefix + exact + suffix)
    const step = Math.max(1, Math.floor(units.length / mostGrams))
    const grams: { at: number; slot: number; count: number }[] = []
    for (let at = 0; at + gramLength <= units.length; at += step) {
      const slot = this.#index.slotOf(units, at)
      const count = this.#index.count(slot)
      if (count > 0) grams.push({ at, slot, count })
    }
    grams.sort((one, other) => one.count - other.count || one.at - other.at)
    const votes: number[] = []
    for (const { at, slot, count } of grams) {
      if (votes.length > 0 && votes.length + count > mostSeeds) break
      for (const place of this.#index.places(slot).subarray(0, mostSeeds))
        votes.push(place - at + prefix.length)
    }
    return Int32Array.from(votes).sort()
  }

  /** The passage near a predicted start that fits a quote best, inside one of the stretches. */
  #fit(quote: Quote, predicted: number, reach: number): Passage | null {
    const [from, to] = this.#stretchAt(predicted, quote.exact.length)
    const pattern = foldUnits(quote.exact)
    const fit = this.#fitUnits(pattern, predicted, reach, from, to)
    if (!fit) return null
    const start = Math.max(from, wholeFrom(this.#text, fit.start))
    const end = Math.min(to, wholeTo(this.#text, fit.end))
    if (start >= end) return null
    return passageAt(this.#text, quote, start, end)
  }

  #fitUnits(pattern: Uint16Array, predicted: number, reach: number, from: number, to: number): Fit | null {
    const slack = reach + 8
    const window = (begin: number, end: number) => [Math.max(from, begin), Math.min(to, end)] as const
    const fit = (part: Uint16Array, [begin, end]: readonly [number, number]): Fit | null => {
      if (begin >= end) return null
      const { start, end: last, distance } = bestFit(part, this.#index.folded.subarray(begin, end))
      return { start: begin + start, end: begin + last, distance }
    }
    if (pattern.length <= 2 * fitted) {
      return fit(pattern, window(predicted - slack, predicted + pattern.length + slack))
    }
    const tailAt = predicted + pattern.length - fitted
    const head = fit(pattern.subarray(0, fitted), window(predicted - slack, predicted + fitted + slack))
    const tail = fit(pattern.subarray(-fitted), window(tailAt - slack, tailAt + fitted + slack))
    return head && tail && { start: head.start, end: tail.end, distance: head.distance + tail.distance }
  }

  /** The stretch that a passage of so many units at a predicted start shares most with. */
  #stretchAt(predicted: number, length: number): readonly [number, number] {
    let [low, high] = [0, this.#stretches.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#stretches[middle]![1] <= predicted) low = middle + 1
      else high = middle
    }
    const first = this.#stretches[low] ?? nothing
    const second = this.#stretches[low + 1]
    const sharedWith = ([from, to]: readonly [number, number]) =>
      Math.min(to, predicted + length) - Math.max(from, predicted)
    return second && sharedWith(second) > sharedWith(first) ? second : first
  }
}

function placesByScan(text: string, words: string, limit: number): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0 && places.length < limit; at = text.indexOf(words, at + 1))
    places.push(at)
  return places
}

/** The passage at [`start`, `end`), judged against a quote. */
export function passageAt(text: string, quote: Quote, start: number, end: number): Passage {
  const similarity = similarityOf(quote.exact, text.slice(start, end))
  return { start, end, similarity, score: scoreOf(text, quote, start, end, similarity) }
}

/**
 * The similarity of a quote and of what stands around it, each unit of either counting the same: a long quote speaks for
 * itself, a short one needs its context. A quote without context has its own similarity.
 */
function scoreOf(text: string, quote: Quote, start: number, end: number, similarity: number): number {
  const { exact, prefix, suffix } = quote
  const around = prefix.length + suffix.length
  return (
    (similarity * exact.length + contextSimilarity(text, quote, start, end) * around) /
    (exact.length + around)
  )
}

/** How alike the context of a quote and that of a passage are, from 0 to 1; 1 for a quote without context. */
export function contextSimilarity(
  text: string,
  { prefix, suffix }: Quote,
  start: number,
  end: number,
): number {
  const around = prefix.length + suffix.length
  if (around === 0) return 1
  const before = similarityOf(prefix, text.slice(Math.max(0, start - prefix.length), start))
  const after = similarityOf(suffix, text.slice(end, end + suffix.length))
  return (before * prefix.length + after * suffix.length) / around
}

/** Where predictions are densest: the middles of up to `limit` windows of a width, most predictions first. */
function peaksOf(votes: Int32Array, width: number, limit: number): number[] {
  const windows: { first: number; last: number }[] = []
  for (let first = 0, last = 0; first < votes.length; first++) {
    while (last + 1 < votes.length && votes[last + 1]! - votes[first]! <= width) last++
    if (last - first + 1 >= leastVotes.grams) windows.push({ first, last })
  }
  windows.sort((one, other) => other.last - other.first - (one.last - one.first) || one.first - other.first)
  const peaks: number[] = []
  const most = windows[0] ? windows[0].last - windows[0].first + 1 : 0
  for (const { first, last } of windows) {
    if (last - first + 1 < most * leastVotes.share) break
    const middle = votes[(first + last) >> 1]!
    if (peaks.every((peak) => Math.abs(peak - middle) > width)) peaks.push(middle)
    if (peaks.length >= limit) break
  }
  return peaks
}

function withoutOverlaps(passages: readonly Passage[], limit: number): Passage[] {
  const kept: Passage[] = []
  for (const passage of passages.toSorted(
    (one, other) => other.score - one.score || one.start - other.start,
  )) {
    if (kept.length >= limit) break
    if (kept.every(({ start, end }) => passage.end <= start || passage.start >= end)) kept.push(passage)
  }
  return kept
}

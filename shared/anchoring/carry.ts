import { chainAt, firstEndingAfter, type Chain } from './chains.js'
import { cutsWord, placeEdge, type Gap } from './gap-edges.js'
import { PassageSearch } from './passages.js'
import { contextOf, type Quote } from './quote.js'
import { similarityOf } from './similarity.js'
import { TextAlignment } from './text-alignment.js'
import { cutsCharacter, wholeFrom, wholeTo } from './whole-characters.js'

/** A stretch of a text: [`start`, `end`) in UTF-16 code units. */
interface Range {
  start: number
  end: number
}

/** Where a range of an earlier text stands in a later one; `similarity` as in `similarityOf`. */
export interface Carried extends Range {
  outcome: 'unchanged' | 'changed'
  similarity: number
}

/** A passage is the same claim only when it is this much like what it was; unrelated prose reaches 0.5 by chance. */
const leastSimilarity = 0.6
/** Or when this much of it stands in order, however much came in between, up to so many times its length. */
const leastKept = { share: 0.5, units: 12 }
const mostGrown = 4
/**
 * Reworded text of at most this length is believed on the text around it alone: a corrected figure or name shares little
 * with the old one, and the place is certain. A sentence replaced by another one is an orphan.
 */
const longestReworded = 64
/** So much text on either side must stand for that, and so much on both together. */
const leastBeside = { each: 3, together: 16 }
/** In a longer gap the text was rewritten, and only a search can tell where a passage went. */
const longestGap = 600
/** Longer passages are compared by how much of them the alignment covers, to keep many long ranges cheap. */
const longCompared = 2048
/** A passage found by search alone must be this good, in itself and with what stands around it. */
const leastFound = { similarity: 0.65, score: 0.7 }

/**
 * Carries ranges of a text to a later version of it, in their order; null for a range whose words are not found there,
 * or not surely. Paragraphs, then words are aligned, moved ones too; a range follows the text it lies on, and its edges
 * are fitted where they were edited. What is found by no other means is searched in the text that came in anew, so that
 * no range lands on words that were other words before. `unchanged` means the same characters. Near linear in the
 * texts, whatever they are. Throws a RangeError on a range that is empty or lies outside the earlier text.
 */
export function carryRanges(before: string, after: string, ranges: readonly Range[]): (Carried | null)[] {
  for (const { start, end } of ranges) {
    if (start >= 0 && start < end && end <= before.length) continue
    throw new RangeError(`The range ${start}-${end} is not inside a text of ${before.length} characters`)
  }
  const carrier = new Carrier(before, after)
  return ranges.map((range) => carrier.carry(range))
}

class Carrier {
  readonly #oldText: string
  readonly #newText: string
  readonly #alignment: TextAlignment
  #search: PassageSearch | null = null

  constructor(before: string, after: string) {
    this.#oldText = before
    this.#newText = after
    this.#alignment = new TextAlignment(before, after)
  }

  carry(range: Range): Carried | null {
    const chain = chainAt(this.#alignment, range.start, range.end)
    const carried = chain ? this.#alongChain(range, chain) : this.#insideGap(range)
    return carried ?? this.#found(range)
  }

  #alongChain(range: Range, chain: Chain): Carried | null {
    const start = this.#startAlong(range, chain.first)
    const end = this.#endAlong(range, chain.last)
    const isOneRun = chain.first === chain.last && end - start === range.end - range.start
    const isWhole = isOneRun && chain.covered === end - start
    if (isWhole) return { start, end, outcome: 'unchanged', similarity: 1 }
    return this.#judged(range, { start, end }, chain)
  }

  #startAlong({ start }: Range, first: number): number {
    const { before, after } = this.#alignment
    if (before[first]! <= start) return after[first]! + start - before[first]!
    const isNext = first > 0 && this.#endOf(first - 1) <= start && this.#alignment.isLinked[first - 1]
    return placeEdge(isNext ? this.#gap(first - 1) : this.#before(first, start), start, 'start')
  }

  #endAlong({ end }: Range, last: number): number {
    const { before, after, isLinked } = this.#alignment
    if (this.#endOf(last) >= end) return after[last]! + end - before[last]!
    const isNext = isLinked[last] && before[last + 1]! >= end
    return placeEdge(isNext ? this.#gap(last) : this.#after(last, end), end, 'end')
  }

  /** A range that shares no run, between two runs that are neighbours in both texts. */
  #insideGap(range: Range): Carried | null {
    const run = firstEndingAfter(this.#alignment, range.start) - 1
    const left = Math.max(0, run)
    if (!this.#alignment.isLinked[left] || this.#endOf(left) > range.start) return null
    const gap = this.#gap(left)
    if (Math.max(gap.old.to - gap.old.from, gap.now.to - gap.now.from) > longestGap) return null
    const start = placeEdge(gap, range.start, 'start')
    const end = placeEdge(gap, range.end, 'end')
    return this.#judged(range, { start, end }, null, left)
  }

  /** What lies between a run and the next one, which are neighbours in both texts. */
  #gap(run: number): Gap {
    const { before, after, length } = this.#alignment
    return {
      old: { text: this.#oldText, from: this.#endOf(run), to: before[run + 1]! },
      now: { text: this.#newText, from: after[run]! + length[run]!, to: after[run + 1]! },
      held: 'both',
    }
  }

  /** What lies between an offset and a run after it, and the free text that ends where the run begins. */
  #before(run: number, offset: number): Gap {
    const { before, after, freeFrom } = this.#alignment
    return {
      old: { text: this.#oldText, from: offset, to: before[run]! },
      now: { text: this.#newText, from: Math.min(freeFrom[run]!, after[run]!), to: after[run]! },
      held: 'end',
    }
  }

  /** What lies between a run and an offset after it, and the free text that begins where the run ends. */
  #after(run: number, offset: number): Gap {
    const { after, length, freeTo } = this.#alignment
    const from = after[run]! + length[run]!
    return {
      old: { text: this.#oldText, from: this.#endOf(run), to: offset },
      now: { text: this.#newText, from, to: Math.max(from, freeTo[run]!) },
      held: 'start',
    }
  }

  /** A passage for a range, when it is enough like it, or when it is a short rewording between text that stands. */
  #judged(range: Range, found: Range, chain: Chain | null, left?: number): Carried | null {
    const start = wholeStart(this.#oldText, this.#newText, range.start, found.start)
    const end = wholeEnd(this.#oldText, this.#newText, range.end, found.end)
    if (start >= end) return null
    const isEqual =
      end - start === range.end - range.start &&
      this.#oldText.slice(range.start, range.end) === this.#newText.slice(start, end)
    if (isEqual) return { start, end, outcome: 'unchanged', similarity: 1 }
    const similarity = this.#similarity(range, { start, end }, chain)
    const isSure =
      similarity >= leastSimilarity ||
      (chain && this.#isKept(range, { start, end }, chain)) ||
      (left !== undefined && this.#isReworded(range, { start, end }, left))
    return isSure ? { start, end, outcome: 'changed', similarity } : null
  }

  #similarity(range: Range, found: Range, chain: Chain | null): number {
    const lengths = range.end - range.start + found.end - found.start
    if (lengths > 2 * longCompared && chain) return (2 * chain.covered) / lengths
    return similarityOf(
      this.#oldText.slice(range.start, range.end),
      this.#newText.slice(found.start, found.end),
    )
  }

  #isKept(range: Range, found: Range, chain: Chain): boolean {
    const length = range.end - range.start
    const kept = chain.covered
    return (
      kept >= Math.max(leastKept.units, length * leastKept.share) &&
      found.end - found.start <= length * mostGrown
    )
  }

  /** Whether a passage of whole words between run `left` and the next one can only stand for what stood there. */
  #isReworded(range: Range, found: Range, left: number): boolean {
    const { length } = this.#alignment
    const { old, now } = this.#gap(left)
    const beside = [length[left]!, length[left + 1]!]
    return (
      Math.max(old.to - old.from, now.to - now.from) <= longestReworded &&
      hasWholeWords(this.#oldText, range) &&
      hasWholeWords(this.#newText, found) &&
      beside.every((one) => one >= leastBeside.each) &&
      beside[0]! + beside[1]! >= leastBeside.together
    )
  }

  /** A range that the alignment lost, searched in the text that came in anew. */
  #found(range: Range): Carried | null {
    this.#search ??= new PassageSearch(this.#newText, this.#alignment.free())
    const quote: Quote = {
      exact: this.#oldText.slice(range.start, range.end),
      ...contextOf(this.#oldText, range.start, range.end),
    }
    const [best, next] = this.#search.passages(quote, 2)
    if (!best || best.similarity < leastFound.similarity || best.score < leastFound.score) return null
    if (next && next.score > best.score - 0.1) return null
    const outcome = best.similarity === 1 ? 'unchanged' : 'changed'
    return { start: best.start, end: best.end, outcome, similarity: best.similarity }
  }

  #endOf(run: number): number {
    return this.#alignment.before[run]! + this.#alignment.length[run]!
  }
}

const hasWholeWords = (text: string, { start, end }: Range): boolean =>
  !cutsWord(text, start) && !cutsWord(text, end)

/** A start that cuts no character, unless the range itself began with a combining mark. */
function wholeStart(before: string, after: string, old: number, start: number): number {
  return cutsCharacter(before, old) ? start : wholeFrom(after, start)
}

function wholeEnd(before: string, after: string, old: number, end: number): number {
  return cutsCharacter(before, old) ? end : wholeTo(after, end)
}

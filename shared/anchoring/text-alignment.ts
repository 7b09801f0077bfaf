import { alignTokens } from './align-tokens.js'
import { longestChain } from './longest-chain.js'
import { addWords, lastBreak, LineNumbers, Tokens } from './tokens.js'

/** A run of words is an anchor at this length: shorter ones recur in any prose, longer ones break at every edit. */
const anchorWords = 4
/**
 * Text is known again out of order from this length on, in UTF-16 code units: about five words. Shorter stretches recur
 * by chance, and a wrong place is worse than none.
 */
const leastMoved = 32

/** A run of at most this length is taken for chance when the gaps on both sides are this many times as long. */
const longestChance = 8
const chanceGap = 4

/**
 * Which characters of an earlier text stand where in a later one: runs of equal text in the order of the earlier one.
 * Run `i` is `before[i]` to `before[i] + length[i]` there and begins at `after[i]` in the later one. Runs do not overlap
 * in either text. A run of length 0 marks two places that belong together, such as both ends of both texts.
 */
export class TextAlignment {
  readonly before: number[] = []
  readonly after: number[] = []
  readonly length: number[] = []
  /** Where the text that no run covers begins, in the later text, that ends where run `i` begins. */
  readonly freeFrom: number[] = []
  /** Where the text that no run covers ends, in the later text, that begins where run `i` ends. */
  readonly freeTo: number[] = []
  /** Whether run `i + 1` follows run `i` in the later text too. */
  readonly isLinked: boolean[] = []
  /** The last of the runs that follow run `i` in both texts without a break, itself at least. */
  readonly chainEnd: number[] = []
  /** The runs that keep their order over the whole text, ascending. */
  readonly stayed: number[] = []
  /** How much text all runs before run `i` have together. */
  readonly covered: number[] = [0]
  /** How much text those of them that keep their order have. */
  readonly stayedCovered: number[] = [0]

  constructor(before: string, after: string) {
    if (before === after) this.#addRun(0, 0, before.length)
    else this.#addTokens(before, after)
    this.#dropChance()
    this.#order(after.length)
  }

  /** The stretches of the later text that no run covers, as [start, end) in order. */
  free(): (readonly [number, number])[] {
    return this.after
      .map((at, run) => [this.freeFrom[run]!, at] as const)
      .filter(([from, to]) => from < to)
      .sort(([one], [other]) => one - other)
  }

  #addTokens(before: string, after: string): void {
    const { tokens, others, partner } = alignedTokens(before, after)
    const match = { before, after }
    this.#addRun(0, 0, 0)
    partner.forEach((other, index) => {
      if (other < 0) return
      const [start, end] = [tokens.starts[index]!, tokens.ends[index]!]
      const [otherStart, otherEnd] = [others.starts[other]!, others.ends[other]!]
      this.#addPair(match, [start, end], [otherStart, otherEnd])
    })
    this.#addPair(match, [before.length, before.length], [after.length, after.length])
  }

  /** Adds a pair of tokens, together with the white space before it where that is the same in both texts. */
  #addPair(
    { before, after }: { before: string; after: string },
    [start, end]: readonly [number, number],
    [otherStart, otherEnd]: readonly [number, number],
  ): void {
    const last = this.before.length - 1
    const [lastEnd, lastOtherEnd] = [
      this.before[last]! + this.length[last]!,
      this.after[last]! + this.length[last]!,
    ]
    const same =
      end - start === otherEnd - otherStart && isSame(before, start, after, otherStart, end - start)
    if (!same) {
      this.#addRun(start, otherStart, 0)
      this.#addRun(end, otherEnd, 0)
      return
    }
    const space = start - lastEnd
    const joins = space === otherStart - lastOtherEnd && isSame(before, lastEnd, after, lastOtherEnd, space)
    if (joins) this.length[last] = end - this.before[last]!
    else this.#addRun(start, otherStart, end - start)
  }

  #addRun(before: number, after: number, length: number): void {
    this.before.push(before)
    this.after.push(after)
    this.length.push(length)
  }

  /**
   * Leaves out short runs in the midst of edits: a lone "but" that an old and a new sentence share says nothing of where
   * the words beside it went.
   */
  #dropChance(): void {
    let kept = 0
    for (let run = 0; run < this.before.length; run++) {
      const isInner = kept > 0 && run + 1 < this.before.length
      if (isInner && this.#isChance(kept - 1, run)) continue
      ;[this.before[kept], this.after[kept], this.length[kept]] = [
        this.before[run]!,
        this.after[run]!,
        this.length[run]!,
      ]
      kept++
    }
    for (const list of [this.before, this.after, this.length]) list.length = kept
  }

  #isChance(previous: number, run: number): boolean {
    const length = this.length[run]!
    if (length === 0 || length > longestChance) return false
    const least = length * chanceGap
    return this.#gapBetween(previous, run) >= least && this.#gapBetween(run, run + 1) >= least
  }

  /** The longer of what lies between two runs in either text; 0 when they are in another order in the later one. */
  #gapBetween(left: number, right: number): number {
    const end = this.after[left]! + this.length[left]!
    if (end > this.after[right]!) return 0
    return Math.max(this.before[right]! - this.before[left]! - this.length[left]!, this.after[right]! - end)
  }

  #order(afterLength: number): void {
    const runs = Array.from(this.after, (_, run) => run)
    const isRun = (run: number) => Number(this.length[run]! > 0)
    const inAfter = runs.toSorted(
      (one, other) => this.after[one]! - this.after[other]! || isRun(one) - isRun(other) || one - other,
    )
    inAfter.forEach((run, rank) => {
      const [previous, next] = [inAfter[rank - 1], inAfter[rank + 1]]
      this.freeFrom[run] = previous === undefined ? 0 : this.after[previous]! + this.length[previous]!
      this.freeTo[run] = next === undefined ? afterLength : this.after[next]!
      this.isLinked[run] = next === run + 1
    })
    const stayed = longestChain(this.after)
    for (const run of runs) {
      this.covered.push(this.covered[run]! + this.length[run]!)
      this.stayedCovered.push(this.stayedCovered[run]! + (stayed[run] ? this.length[run]! : 0))
      if (stayed[run]) this.stayed.push(run)
    }
    for (const run of runs.reverse()) this.chainEnd[run] = this.isLinked[run] ? this.chainEnd[run + 1]! : run
  }
}

/** Aligns whole lines first, then the words of the lines that have no partner. */
function alignedTokens(
  before: string,
  after: string,
): { tokens: Tokens; others: Tokens; partner: Int32Array } {
  const numbers = new LineNumbers()
  const [lines, otherLines] = [numbers.linesOf(before), numbers.linesOf(after)]
  const partner = alignTokens(lines.ids, otherLines.ids, {
    anchor: 1,
    isSubstantial: isSubstantial(lines),
    leavesRepeats: true,
    isJoined: () => false,
  })
  const lineOf = new Int32Array(otherLines.ids.length).fill(-1)
  partner.forEach((other, line) => {
    if (other >= 0) lineOf[other] = line
  })
  const tokens = wordsOf(before, lines, (line) => (partner[line]! < 0 ? -1 : line), 0)
  const others = wordsOf(after, otherLines, (line) => lineOf[line]!, 1)
  const rules = {
    anchor: anchorWords,
    isSubstantial: isSubstantial(tokens),
    leavesRepeats: false,
    isJoined: isJoined(tokens, others),
  }
  return { tokens, others, partner: alignTokens(tokens.ids, others.ids, rules, lineTokens(tokens, others)) }
}

/**
 * The lines that have a partner as one token each, the others as words with a break before and after. `pairOf` numbers the
 * partners, or says -1; `parity` keeps the breaks of two texts apart.
 */
function wordsOf(text: string, lines: Tokens, pairOf: (line: number) => number, parity: 0 | 1): Tokens {
  const tokens = new Tokens()
  for (let line = 0; line < lines.ids.length; line++) {
    const pair = pairOf(line)
    const [start, end] = [lines.starts[line]!, lines.ends[line]!]
    if (pair >= 0) {
      tokens.add(-1 - pair, start, end)
      continue
    }
    tokens.add(lastBreak - 4 * line - 4 - parity, start, start)
    addWords(tokens, text, start, end)
    tokens.add(lastBreak - 4 * line - 6 - parity, end, end)
  }
  return tokens
}

/** The tokens that are whole lines, with their partners. */
function lineTokens(tokens: Tokens, others: Tokens): [number, number][] {
  const isLine = (id: number) => id < 0 && id > lastBreak
  const partners = new Map(others.ids.map((id, other) => [id, other] as const).filter(([id]) => isLine(id)))
  return tokens.ids.flatMap((id, index): [number, number][] => {
    const other = isLine(id) ? partners.get(id) : undefined
    return other === undefined ? [] : [[index, other]]
  })
}

const isJoined = (tokens: Tokens, others: Tokens) => (index: number, other: number) =>
  tokens.starts[index] === tokens.ends[index - 1] && others.starts[other] === others.ends[other - 1]

const isSubstantial = (tokens: Tokens) => (from: number, to: number) =>
  tokens.ends[to - 1]! - tokens.starts[from]! >= leastMoved

function isSame(text: string, at: number, other: string, otherAt: number, length: number): boolean {
  return length < 0 ? false : text.slice(at, at + length) === other.slice(otherAt, otherAt + length)
}

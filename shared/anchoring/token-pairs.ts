import type { Stretch } from './id-diff.js'
import { longestChain } from './longest-chain.js'
import { lastBreak } from './tokens.js'

/** Beside a moved stretch so many tokens are compared: about two sentences. */
const longestBeside = 40

/** What a token that has a partner counts as, in either list: it equals no token of the other one. */
const taken = { index: lastBreak, other: lastBreak - 1 }

/** Which tokens of two lists stand for one another; each has one partner at most. */
export class TokenPairs {
  /** The tokens of the first list that have no partner yet; the others are `taken`. */
  readonly ids: number[]
  /** The same for the second list. */
  readonly others: number[]
  /** The place of each token's partner in the second list, or -1. */
  readonly partner: Int32Array
  readonly #back: Int32Array

  constructor(ids: readonly number[], others: readonly number[]) {
    this.ids = [...ids]
    this.others = [...others]
    this.partner = new Int32Array(ids.length).fill(-1)
    this.#back = new Int32Array(others.length).fill(-1)
  }

  whole(): Stretch {
    return { from: 0, to: this.ids.length, otherFrom: 0, otherTo: this.others.length }
  }

  pair(index: number, other: number): void {
    this.partner[index] = other
    this.#back[other] = index
    this.ids[index] = taken.index
    this.others[other] = taken.other
  }

  take({ from, to, otherFrom }: Stretch): void {
    for (let at = from; at < to; at++) this.pair(at, otherFrom + at - from)
  }

  /** Pairs equal tokens at both ends of a stretch; what remains between them. */
  trim({ from, to, otherFrom, otherTo }: Stretch): Stretch {
    let [begin, otherBegin, end, otherEnd] = [from, otherFrom, to, otherTo]
    while (begin < end && otherBegin < otherEnd && this.ids[begin] === this.others[otherBegin]) {
      this.pair(begin++, otherBegin++)
    }
    while (begin < end && otherBegin < otherEnd && this.ids[end - 1] === this.others[otherEnd - 1]) {
      this.pair(--end, --otherEnd)
    }
    return { from: begin, to: end, otherFrom: otherBegin, otherTo: otherEnd }
  }

  /** Pairs two tokens and all equal ones beside them that have no partner yet, within bounds. */
  spread(index: number, other: number, within: Stretch): void {
    const stretch = this.spreadOf(index, other, within)
    if (stretch) this.take(stretch)
  }

  /** The equal tokens without partners around a pair; null when one of the pair has a partner already. */
  spreadOf(index: number, other: number, within: Stretch): Stretch | null {
    if (this.ids[index] !== this.others[other]) return null
    const shift = other - index
    let [from, to] = [index, index + 1]
    while (from > within.from && from + shift > within.otherFrom && this.#isSame(from - 1, shift)) from--
    while (to < within.to && to + shift < within.otherTo && this.#isSame(to, shift)) to++
    return { from, to, otherFrom: from + shift, otherTo: to + shift }
  }

  #isSame(index: number, shift: number): boolean {
    return this.ids[index] === this.others[index + shift]
  }

  /** Stretches without partners between pairs that are neighbours in both lists, or the ends of both. */
  gapsBetweenNeighbours(): Stretch[] {
    return this.#gapsBetween(this.whole(), this.partner).filter((gap) => this.#isUnpaired(gap))
  }

  /** Stretches between pairs that stand in the same order in both lists, into which or out of which other text moved. */
  gapsAroundMoved(): Stretch[] {
    return this.gapsInOrder(this.whole()).filter((gap) => !this.#isUnpaired(gap))
  }

  /** Stretches between the pairs of a stretch that stand in the same order in both lists. */
  gapsInOrder(within: Stretch): Stretch[] {
    const paired: number[] = []
    for (let index = within.from; index < within.to; index++) {
      const other = this.partner[index]!
      if (other >= within.otherFrom && other < within.otherTo) paired.push(index)
    }
    const stayed = longestChain(paired.map((index) => this.partner[index]!))
    const chain = new Int32Array(within.to - within.from).fill(-1)
    paired.forEach((index, at) => {
      if (stayed[at]) chain[index - within.from] = this.partner[index]!
    })
    return this.#gapsBetween(within, chain)
  }

  #gapsBetween({ from, to, otherFrom, otherTo }: Stretch, partners: Int32Array): Stretch[] {
    const gaps: Stretch[] = []
    let [last, lastOther] = [from - 1, otherFrom - 1]
    for (let index = from; index <= to; index++) {
      const other = index === to ? otherTo : partners[index - from]!
      if (other < 0) continue
      const gap = { from: last + 1, to: index, otherFrom: lastOther + 1, otherTo: other }
      if (gap.from < gap.to && gap.otherFrom < gap.otherTo) gaps.push(gap)
      last = index
      lastOther = other
    }
    return gaps
  }

  /** Stops at the first pair, so that all gaps together cost no more than the lists are long. */
  #isUnpaired({ from, to, otherFrom, otherTo }: Stretch): boolean {
    for (let index = from; index < to; index++) if (this.partner[index]! >= 0) return false
    for (let other = otherFrom; other < otherTo; other++) if (this.#back[other]! >= 0) return false
    return true
  }

  /** What has no partner between a pair and the next pair or the end of the line, in both lists; null for nothing. */
  stretchAfter(index: number): Stretch | null {
    const other = this.partner[index]!
    if (other < 0) return null
    let [to, otherTo] = [index + 1, other + 1]
    while (to - index <= longestBeside && isOpen(this.ids[to])) to++
    while (otherTo - other <= longestBeside && isOpen(this.others[otherTo])) otherTo++
    const isEmpty = to === index + 1 || otherTo === other + 1
    return isEmpty ? null : { from: index + 1, to, otherFrom: other + 1, otherTo }
  }

  /** The same before a pair. */
  stretchBefore(index: number): Stretch | null {
    const other = this.partner[index]!
    if (other < 0) return null
    let [from, otherFrom] = [index, other]
    while (index - from <= longestBeside && isOpen(this.ids[from - 1])) from--
    while (other - otherFrom <= longestBeside && isOpen(this.others[otherFrom - 1])) otherFrom--
    return from === index || otherFrom === other ? null : { from, to: index, otherFrom, otherTo: other }
  }

  /**
   * Lets the token after a pair follow it where an insertion or deletion may as well come after that token: of two equal
   * full stops the first ends the sentence that stood. `follows` tells whether two tokens are equal and each joins the
   * token before it without a space.
   */
  slide(index: number, follows: (index: number, other: number) => boolean): void {
    const [next, other] = [index + 1, this.partner[index]! + 1]
    if (other === 0 || next >= this.ids.length || other >= this.others.length || !follows(next, other)) return
    const [nextOther, otherNext] = [this.partner[next]!, this.#back[other]!]
    if (nextOther > other && otherNext < 0) this.#back[nextOther] = -1
    else if (otherNext > next && nextOther < 0) this.partner[otherNext] = -1
    else return
    this.pair(next, other)
  }

  /**
   * Lets the token before a pair precede it, where it may as well: of two equal opening marks the last begins the
   * sentence that stood. `leads` tells whether two tokens are equal and each joins the token after it alone.
   */
  slideBack(index: number, leads: (index: number, other: number) => boolean): void {
    const other = (this.partner[index + 1] ?? -1) - 1
    if (other < 0 || this.partner[index] === other || !leads(index, other)) return
    const [oldOther, holder] = [this.partner[index]!, this.#back[other]!]
    if (oldOther >= 0 && oldOther < other && holder < 0) this.#back[oldOther] = -1
    else if (oldOther < 0 && holder >= 0 && holder < index) this.partner[holder] = -1
    else return
    this.pair(index, other)
  }
}

/** Whether a token is there, has no partner and ends no line. */
function isOpen(id: number | undefined): boolean {
  return id !== undefined && id > lastBreak
}

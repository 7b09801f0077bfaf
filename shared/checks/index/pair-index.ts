import type { Finding } from '../../domain/finding.js'
import type { SectionView } from '../check-context.js'

/** What a rule compares, with the keys under which others of its kind may be found. */
export interface Keyed<T> {
  item: T
  keys: readonly string[]
}

/** How a rule finds pairs among what the sections of a case hold. */
export interface PairDesign<T> {
  /** What a section holds, in the order of the text. Must depend on nothing but the section. */
  itemsOf(section: SectionView): readonly Keyed<T>[]
  /** Whether two items belong together. Symmetric; asked, and counted, only of items with a key in common. */
  isPair(a: T, b: T): boolean
  /** A key that more items than this have is no lead: it is passed over, which bounds the comparisons. */
  mostHolders: number
}

interface Entry<T> extends Keyed<T> {
  section: SectionView
  index: number
  /** Those it makes a pair with, under whatever key they met. */
  partners: Set<Entry<T>>
  /** Whom it was compared with last, so that two that share several keys are compared once. */
  met: Entry<T> | null
}

/**
 * Pairs of items over all sections of a case, kept from one run to the next: only items of sections that came or went are
 * compared. What it gives depends on the sections alone, never on the way they came about: a pair counts as long as its
 * items share a key that is not passed over, and the items of a key are compared when it ceases to be so.
 */
export class PairIndex<T> {
  readonly #design: PairDesign<T>
  readonly #entries = new Map<SectionView, Entry<T>[]>()
  readonly #holders = new Map<string, Set<Entry<T>>>()
  readonly #paired = new Set<Entry<T>>()
  readonly #findings = new WeakMap<Entry<T>, { rival: Entry<T>; finding: Finding }>()
  #order: ReadonlyMap<SectionView, number> = new Map()

  constructor(design: PairDesign<T>) {
    this.#design = design
  }

  /** Takes in what changed since the last call. */
  update(sections: readonly SectionView[]): void {
    this.#order = new Map(sections.map((section, index) => [section, index]))
    const freed = new Set<string>()
    for (const section of this.#entries.keys()) {
      if (!this.#order.has(section)) this.#remove(section, freed)
    }
    for (const section of sections) if (!this.#entries.has(section)) this.#add(section)
    for (const key of freed) if (this.#isLead(key)) this.#compareAll(key)
  }

  /**
   * A finding for each item that makes a pair with an earlier one, with the earliest of them; in the order of the items.
   * `isMeant` leaves items out for what the whole case says of them.
   */
  findings(make: (rival: T, item: T) => Finding, isMeant: (item: T) => boolean = () => true): Finding[] {
    const found: Finding[] = []
    const inOrder = [...this.#paired].sort((a, b) => (this.#precedes(a, b) ? -1 : 1))
    for (const entry of inOrder) {
      const rival = isMeant(entry.item) ? this.#earliestRival(entry) : null
      if (!rival) continue
      const known = this.#findings.get(entry)
      const finding = known?.rival === rival ? known.finding : make(rival.item, entry.item)
      this.#findings.set(entry, { rival, finding })
      found.push(finding)
    }
    return found
  }

  #earliestRival(entry: Entry<T>): Entry<T> | null {
    let earliest: Entry<T> | null = null
    for (const partner of entry.partners) {
      if (!this.#precedes(partner, earliest ?? entry)) continue
      if (partner.keys.some((key) => this.#isLead(key) && entry.keys.includes(key))) earliest = partner
    }
    return earliest
  }

  #precedes(a: Entry<T>, b: Entry<T>): boolean {
    if (a.section === b.section) return a.index < b.index
    return (this.#order.get(a.section) ?? 0) < (this.#order.get(b.section) ?? 0)
  }

  #isLead(key: string): boolean {
    return (this.#holders.get(key)?.size ?? 0) <= this.#design.mostHolders
  }

  #add(section: SectionView): void {
    const entries = this.#design
      .itemsOf(section)
      .map((keyed, index): Entry<T> => ({ ...keyed, section, index, partners: new Set(), met: null }))
    this.#entries.set(section, entries)
    for (const entry of entries) {
      for (const key of entry.keys) {
        const holders = this.#holders.get(key) ?? new Set()
        this.#holders.set(key, holders)
        if (holders.size < this.#design.mostHolders) {
          for (const other of holders) if (other.met !== entry) this.#compare(entry, other)
        }
        holders.add(entry)
      }
    }
  }

  #compare(a: Entry<T>, b: Entry<T>): void {
    b.met = a
    if (a === b || a.partners.has(b) || !this.#design.isPair(a.item, b.item)) return
    a.partners.add(b)
    b.partners.add(a)
    this.#paired.add(a)
    this.#paired.add(b)
  }

  #compareAll(key: string): void {
    const holders = [...(this.#holders.get(key) ?? [])]
    holders.forEach((one, index) => {
      for (const other of holders.slice(index + 1)) this.#compare(one, other)
    })
  }

  /** Forgets a section; `freed` is told the keys that were passed over and may be leads again. */
  #remove(section: SectionView, freed: Set<string>): void {
    for (const entry of this.#entries.get(section) ?? []) {
      for (const key of entry.keys) {
        const holders = this.#holders.get(key)
        if (!holders) continue
        if (!this.#isLead(key)) freed.add(key)
        holders.delete(entry)
        if (holders.size === 0) this.#holders.delete(key)
      }
      for (const partner of entry.partners) {
        partner.partners.delete(entry)
        if (partner.partners.size === 0) this.#paired.delete(partner)
      }
      this.#paired.delete(entry)
    }
    this.#entries.delete(section)
  }
}

import type { Quotation } from './quotation.js'

const shingleLength = 3
/** Runs of words that stand in more quotations than this tell nothing. */
const mostHolders = 12

/**
 * Pairs of quotations that share runs of three words, each pair once, the earlier first; short quotations need one such
 * run, longer ones two. The cost grows with the shared runs, not with the square of the quotations.
 */
export function candidatePairs(quotations: readonly Quotation[]): [Quotation, Quotation][] {
  const holders = new Map<string, Quotation[]>()
  const pairs: [Quotation, Quotation][] = []
  for (const quotation of quotations) {
    const shingles = shinglesOf(quotation)
    const shared = new Map<Quotation, number>()
    for (const shingle of shingles) {
      for (const other of holders.get(shingle) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    const needed = quotation.words.length < 8 ? 1 : 2
    for (const [other, count] of shared) if (count >= needed) pairs.push([other, quotation])
    for (const shingle of shingles) {
      const list = holders.get(shingle) ?? []
      if (list.length < mostHolders) list.push(quotation)
      holders.set(shingle, list)
    }
  }
  return pairs
}

/** Whether two quotations have the same words, so that there is nothing to align. */
export function areEqual(a: Quotation, b: Quotation): boolean {
  return a.words.length === b.words.length && a.words.every((word, index) => word === b.words[index])
}

const shinglesByQuotation = new WeakMap<Quotation, ReadonlySet<string>>()

function shinglesOf(quotation: Quotation): ReadonlySet<string> {
  const known = shinglesByQuotation.get(quotation)
  if (known) return known
  const { words } = quotation
  const shingles = new Set<string>()
  for (let at = 0; at + shingleLength <= words.length; at++) {
    shingles.add(words.slice(at, at + shingleLength).join(' '))
  }
  shinglesByQuotation.set(quotation, shingles)
  return shingles
}

import type { Quotation } from './quotation.js'

const shingleLength = 3
/** Runs of words that stand in more quotations than this tell nothing. */
const mostHolders = 20

/**
 * Pairs of quotations that share at least one run of three words, each pair once, the earlier first. The cost grows with
 * the shared runs, not with the square of the quotations.
 */
export function candidatePairs(quotations: readonly Quotation[]): [Quotation, Quotation][] {
  const holders = new Map<string, Quotation[]>()
  const pairs: [Quotation, Quotation][] = []
  for (const quotation of quotations) {
    const shingles = shinglesOf(quotation.words)
    const found = new Set([...shingles].flatMap((shingle) => holders.get(shingle) ?? []))
    for (const other of found) pairs.push([other, quotation])
    for (const shingle of shingles) {
      const list = holders.get(shingle) ?? []
      if (list.length < mostHolders) list.push(quotation)
      holders.set(shingle, list)
    }
  }
  return pairs
}

function shinglesOf(words: readonly string[]): Set<string> {
  const shingles = new Set<string>()
  for (let at = 0; at + shingleLength <= words.length; at++)
    shingles.add(words.slice(at, at + shingleLength).join(' '))
  return shingles
}

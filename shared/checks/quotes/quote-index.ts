import { perSection } from '../check-context.js'
import { type Keyed, PairIndex } from '../index/pair-index.js'
import { type Quotation, quotationsOfSection } from './quotation.js'

const shingleLength = 3
/** A run of words that stands in more quotations of the case than this tells nothing. */
const mostHolders = 80

/**
 * An index of the quotations of a case by their runs of three words. Two of them are asked about when they share one such
 * run, or two where both are longer.
 */
export function quotePairs(
  isPair: (a: Quotation, b: Quotation) => boolean,
  isWanted: (quotation: Quotation) => boolean = () => true,
): PairIndex<Quotation> {
  return new PairIndex({
    itemsOf: (section) => keyedQuotations(section).filter(({ item }) => isWanted(item)),
    isPair: (a, b) => shareShingles(a, b) && isPair(a, b),
    mostHolders,
  })
}

const keyedQuotations = perSection((section): readonly Keyed<Quotation>[] =>
  quotationsOfSection(section).map((item) => ({ item, keys: [...shinglesOf(item)] })),
)

function shareShingles(a: Quotation, b: Quotation): boolean {
  const needed = Math.min(a.words.length, b.words.length) < 8 ? 1 : 2
  const other = shinglesOf(b)
  let shared = 0
  for (const shingle of shinglesOf(a)) {
    if (other.has(shingle) && ++shared >= needed) return true
  }
  return false
}

/** Whether one quotation has all the words of the other in a row, so that nothing is altered. */
export function isPartOf(a: Quotation, b: Quotation): boolean {
  const [part, whole] = [a, b].map(({ words }) => ` ${words.join(' ')} `).sort((x, y) => x.length - y.length)
  return whole?.includes(part ?? '') ?? false
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

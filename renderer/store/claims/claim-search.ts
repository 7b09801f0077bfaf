import type { Claim } from '../../../shared/domain/claim.js'
import type { Records } from '../case/records.js'
import { claimNumbers, claimsInOrder } from '../selections.js'

const marks = /\p{M}+/gu

const folded = (text: string): string => text.normalize('NFD').replace(marks, '').toLowerCase()

const foldedQuotes = new WeakMap<Claim, string>()

function quoteOf(claim: Claim): string {
  const known = foldedQuotes.get(claim)
  if (known !== undefined) return known
  const quote = folded(claim.selector.exact)
  foldedQuotes.set(claim, quote)
  return quote
}

/**
 * The first claims, in reading order, in whose number, quote or source's title all typed words are found, without regard to
 * case and diacritics. A claim whose number was typed comes first.
 * @param except the claim that is not looked for
 */
export function claimsLike(records: Records, typed: string, except: string, most = 50): Claim[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  const numbers = claimNumbers(records)
  const titles = new Map([...records.source].map(([id, { title }]) => [id, folded(title)]))
  const asked = /^#?(\d+)$/.exec(typed.trim())?.[1]
  const isNumbered = ({ id }: Claim): boolean => asked !== undefined && numbers.get(id) === Number(asked)
  const hasAll = (claim: Claim): boolean =>
    words.every((word) => quoteOf(claim).includes(word) || titles.get(claim.sourceId)?.includes(word))
  const others = claimsInOrder(records).filter(({ id }) => id !== except)
  const first = others.filter(isNumbered)
  const found: Claim[] = [...first]
  for (const claim of others) {
    if (found.length >= most) break
    if (!first.includes(claim) && hasAll(claim)) found.push(claim)
  }
  return found
}

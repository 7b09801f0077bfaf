import { isAscii } from './fold.js'
import { contextSimilarity, passageAt, PassageSearch, type Passage } from './passages.js'
import type { Quote } from './quote.js'
import { similarityOf } from './similarity.js'

/** Where a quote stands in a text: [`start`, `end`) in UTF-16 code units. */
export interface Resolution {
  start: number
  end: number
  /**
   * `position`: the same words where they stood. `exact`: the same words, which stand in one place only. `context`: the
   * same words, in the one of several places that their context, or at last their position, speaks for. `fuzzy`: other
   * words that are nearly the same.
   */
  how: 'position' | 'exact' | 'context' | 'fuzzy'
  /** As in `similarityOf`; 1 unless `how` is `fuzzy`. */
  similarity: number
}

/** Resolves any number of quotes in one text. */
export interface Resolver {
  /** Where a quote stands, or null when it is not found, or not surely. Bounded work, whatever the quote. */
  resolve(quote: Quote): Resolution | null
}

/** More places than this of the same words are not told apart, unless their context is all there. */
const mostPlaces = 500
/**
 * The least score (quote and context together) of the same words: half. The context of a quote of 64 units may differ
 * altogether; a short quote needs its context, for the same figure may stand elsewhere.
 */
const leastExact = 0.5
/** The least of a passage with other words, in itself and with its context. Unrelated prose reaches 0.3. */
const leastFuzzy = { similarity: 0.6, score: 0.6 }
/** The least similarity of a passage with other words for a quote that came without context. */
const leastAlone = 0.8
/**
 * The same words with this much of their context, this near to where they stood in UTF-16 units, are not weighed against
 * other words: a sentence that stands twice may have been edited in one place.
 */
const sure = { context: 0.85, distance: 2000 }
/** How much better than all others a place must be. Nearer ones are told apart by position. */
const clearly = { byContext: 0.2, byScore: 0.1 }
/** The nearest place wins by its position when the next one is at least this many times as far away. */
const nearer = 4

/**
 * A resolver for quotes of which only the words and their context are known, and perhaps where they stood. A quote is
 * tried at its position, then among the places with the same words, then among passages like it. The text is indexed when
 * the first quote does not stand at its position with all its context.
 */
export function createResolver(text: string): Resolver {
  let index: PassageSearch | null = null
  return {
    resolve: (quote) => {
      if (quote.exact.length === 0) return null
      const standing = atItsPosition(text, quote)
      if (standing) return standing
      index ??= new PassageSearch(text)
      return new Search(text, index, quote).resolution()
    },
  }
}

function atItsPosition(text: string, { exact, prefix, suffix, start }: Quote): Resolution | null {
  if (start === undefined || prefix.length + suffix.length === 0) return null
  const stands = start >= prefix.length && text.startsWith(prefix + exact + suffix, start - prefix.length)
  return stands ? { start, end: start + exact.length, how: 'position', similarity: 1 } : null
}

/** The search for one quote. */
class Search {
  readonly #text: string
  readonly #index: PassageSearch
  readonly #quote: Quote

  constructor(text: string, index: PassageSearch, quote: Quote) {
    this.#text = text
    this.#index = index
    this.#quote = quote
  }

  resolution(): Resolution | null {
    const forms = formsOf(this.#quote)
    const form = forms.find(({ exact }) => this.#index.places(exact, 1).length > 0)
    if (!form) return this.#amongAll(forms, [])
    const same = this.#sameWords(form)
    if (same === null) return null
    const inContext = same.filter((passage) => this.#contextAt(passage) >= sure.context)
    if (inContext.length === 0) return this.#amongAll(forms, same)
    const inAllContext = inContext.filter((passage) => this.#contextAt(passage) === 1)
    const found =
      inAllContext.length === 1
        ? inAllContext[0]!
        : this.#clearest(inContext, (passage) => this.#contextAt(passage), clearly.byContext)
    if (found && !this.#isFar(found)) return this.#resolved(found, same.length === 1)
    return found && this.#amongAll(forms, same)
  }

  #isFar({ start }: Passage): boolean {
    return this.#quote.start !== undefined && Math.abs(start - this.#quote.start) > sure.distance
  }

  /** The places with the same words; null when there are too many. */
  #sameWords(quote: Quote): Passage[] | null {
    const { prefix, exact, suffix } = quote
    const starts = this.#index.places(exact, mostPlaces + 1)
    const isTooMany = starts.length > mostPlaces
    const chosen = isTooMany
      ? this.#index.places(prefix + exact + suffix, mostPlaces).map((place) => place + prefix.length)
      : starts
    if (isTooMany && (chosen.length === 0 || chosen.length === mostPlaces)) return null
    return chosen.map((start) => passageAt(this.#text, quote, start, start + exact.length))
  }

  /** The best of the passages with the same words in other surroundings, and of those with nearly the same words. */
  #amongAll(forms: readonly Quote[], same: readonly Passage[]): Resolution | null {
    const { prefix, suffix } = this.#quote
    const least = prefix.length + suffix.length === 0 ? leastAlone : leastFuzzy.similarity
    const alike = forms
      .map((form) => this.#index.passages(form, 4))
      .reduce((best, other) => ((other[0]?.score ?? 0) > (best[0]?.score ?? 0) ? other : best))
      .filter(({ similarity, score }) => similarity >= least && score >= leastFuzzy.score)
      .filter((one) => same.every(({ start, end }) => one.end <= start || one.start >= end))
    const standing = same.filter(({ score }) => score >= leastExact)
    const found = this.#clearest([...standing, ...alike], ({ score }) => score, clearly.byScore)
    return found && this.#resolved(found, same.length === 1)
  }

  #contextAt({ start, end }: Passage): number {
    return contextSimilarity(this.#text, this.#quote, start, end)
  }

  /** The passage that is worth clearly more than all others, or the nearest of those that are worth about the same. */
  #clearest(
    passages: readonly Passage[],
    worth: (passage: Passage) => number,
    margin: number,
  ): Passage | null {
    const ranked = passages
      .map((passage) => ({ passage, worth: worth(passage) }))
      .sort((one, other) => other.worth - one.worth)
    const rivals = ranked.filter((one) => one.worth > ranked[0]!.worth - margin).map(({ passage }) => passage)
    if (rivals.length < 2) return rivals[0] ?? null
    const { start } = this.#quote
    if (start === undefined) return null
    const distance = (passage: Passage) => Math.abs(passage.start - start)
    const [first, second] = rivals.sort((one, other) => distance(one) - distance(other))
    const isNearer = distance(first!) < distance(second!) && distance(first!) * nearer <= distance(second!)
    return isNearer ? first! : null
  }

  #resolved({ start, end }: Passage, isOnly: boolean): Resolution {
    const similarity = similarityOf(this.#quote.exact, this.#text.slice(start, end))
    if (similarity < 1) return { start, end, how: 'fuzzy', similarity }
    return {
      start,
      end,
      how: start === this.#quote.start ? 'position' : isOnly ? 'exact' : 'context',
      similarity,
    }
  }
}

/** A quote as it is, and composed and decomposed where that makes another one. */
function formsOf(quote: Quote): Quote[] {
  if (isAscii(quote.prefix + quote.exact + quote.suffix)) return [quote]
  const inForm = (form: 'NFC' | 'NFD'): Quote => ({
    ...quote,
    exact: quote.exact.normalize(form),
    prefix: quote.prefix.normalize(form),
    suffix: quote.suffix.normalize(form),
  })
  const isOther = ({ exact, prefix, suffix }: Quote) =>
    exact !== quote.exact || prefix !== quote.prefix || suffix !== quote.suffix
  return [quote, ...[inForm('NFC'), inForm('NFD')].filter(isOther)]
}

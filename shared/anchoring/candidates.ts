import { PassageSearch } from './passages.js'
import type { Quote } from './quote.js'

/** A passage that a person may choose for a quote: [`start`, `end`) in UTF-16 code units. */
export interface Candidate {
  start: number
  end: number
  /** How alike quote and passage are, as in `similarityOf`. */
  similarity: number
}

/** Less alike than this is chance. */
const leastSimilarity = 0.4

/**
 * Passages of a text that a quote may mean, for a person to choose from: likeliest first, by quote and context together,
 * at most `limit`. None overlaps another one.
 */
export function candidatesFor(text: string, quote: Quote, limit: number): Candidate[] {
  return new PassageSearch(text)
    .passages(quote, limit)
    .filter(({ similarity }) => similarity >= leastSimilarity)
    .map(({ start, end, similarity }) => ({ start, end, similarity }))
}

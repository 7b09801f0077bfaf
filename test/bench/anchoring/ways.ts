import search from 'approx-string-match'
import { carryRanges } from '../../../shared/anchoring/carry.js'
import type { Quote } from '../../../shared/anchoring/quote.js'
import { createResolver } from '../../../shared/anchoring/resolve.js'
import type { Range } from './judge.js'

/** What a way is given: both texts, and the quotes with their context and former places. */
export interface Task {
  before: string
  after: string
  quotes: readonly (Quote & Range)[]
}

export interface Way {
  name: string
  find: (task: Task) => (Range | null)[]
}

export const ways: readonly Way[] = [
  { name: 'exact search only', find: ({ after, quotes }) => quotes.map((quote) => exactly(after, quote)) },
  {
    name: 'approximate search, scored',
    find: ({ after, quotes }) => quotes.map((quote) => scored(after, quote)),
  },
  {
    name: 'Stet, quotes alone',
    find: ({ after, quotes }) => {
      const resolver = createResolver(after)
      return quotes.map((quote) => resolver.resolve(quote))
    },
  },
  { name: 'Stet, both texts', find: ({ before, after, quotes }) => carryRanges(before, after, quotes) },
]

/** The first place with the same words. */
function exactly(text: string, { exact }: Quote): Range | null {
  const start = text.indexOf(exact)
  return start < 0 ? null : { start, end: start + exact.length }
}

/** Weights of quote, prefix, suffix and position, as annotators in browsers have them. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 }

/** All exact places, or else the best approximate ones, ranked by quote, context and position. */
function scored(text: string, quote: Quote & Range): Range | null {
  const exact = exactPlaces(text, quote.exact)
  const found = exact.length
    ? exact
    : search(text, quote.exact, Math.min(256, Math.floor(quote.exact.length / 2)))
  let best: Range | null = null
  let bestScore = -1
  for (const { start, end, errors } of found) {
    const score = scoreOf(text, quote, { start, end }, 1 - errors / quote.exact.length)
    if (score > bestScore) [best, bestScore] = [{ start, end }, score]
  }
  return best
}

function exactPlaces(text: string, words: string): { start: number; end: number; errors: number }[] {
  const places = []
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    places.push({ start, end: start + words.length, errors: 0 })
  }
  return places
}

function scoreOf(
  text: string,
  { prefix, suffix, start }: Quote & Range,
  found: Range,
  quoteScore: number,
): number {
  const before = likeness(text.slice(Math.max(0, found.start - prefix.length), found.start), prefix)
  const after = likeness(text.slice(found.end, found.end + suffix.length), suffix)
  const near = 1 - Math.abs(found.start - start) / text.length
  return (
    weights.quote * quoteScore + weights.prefix * before + weights.suffix * after + weights.position * near
  )
}

/** How much of a context stands in a passage: 1 less the errors for each of its characters. */
function likeness(passage: string, context: string): number {
  if (context.length === 0) return 1
  const [best] = search(passage, context, context.length)
  return best ? 1 - best.errors / context.length : 0
}

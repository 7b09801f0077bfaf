import { editDistance } from './edit-distance.js'
import { foldText } from './fold.js'

/** What two texts get that read the same and are not the same: another normal form, case, white space or mark. */
const sameReading = 0.99

/** Up to so many cells the edit distance is computed; about half a millisecond. */
const mostCells = 250_000

/**
 * How alike a quote and a passage are, from 0 to 1: 1 only for the same words, 0.99 when they read the same
 * (`foldText`), otherwise 1 - edit distance / length of the longer one, both folded. Long texts that differ in much are
 * compared by the words they share (Dice), which overrates words in another order and takes linear time.
 */
export function similarityOf(quote: string, passage: string): number {
  if (quote === passage) return 1
  const [one, other] = [foldText(quote), foldText(passage)]
  if (one === other) return sameReading
  const longer = Math.max(one.length, other.length)
  if (one.length * other.length <= mostCells)
    return Math.min(sameReading, 1 - editDistance(one, other) / longer)
  return Math.min(sameReading, sharedWords(one, other))
}

/** Twice the words that two texts share over all their words (Dice), repeats counted. */
function sharedWords(one: string, other: string): number {
  const [words, others] = [one.split(' '), other.split(' ')]
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of others) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    shared++
  }
  return (2 * shared) / (words.length + others.length)
}

import type { PlacedSentence } from './check-context.js'
import { functionWords } from './extract/en/function-words.js'
import { stemOf } from './extract/en/stem.js'
import { meaningOf } from './extract/en/synonyms.js'
import { negations } from './extract/en/verb-words.js'

/** What a sentence says, reduced to what can be compared. */
export interface SentenceProfile {
  sentence: PlacedSentence
  /** Stems of the words that carry matter; one for all words of one meaning. */
  stems: ReadonlySet<string>
  /** Numbers as written, in order of size. */
  numbers: string
  negative: boolean
}

export function profileOf(sentence: PlacedSentence): SentenceProfile {
  const stems = new Set<string>()
  const numbers: string[] = []
  let negative = false
  const { tokens } = sentence.paragraph.annotated
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const token = tokens[at]
    if (!token || token.kind === 'mark') continue
    if (negations.has(token.lower)) negative = !negative
    // "No one" is "nobody".
    const isNoOne = token.lower === 'one' && tokens[at - 1]?.lower === 'no'
    if (token.lower === 'nobody' || isNoOne) stems.add('nobody')
    else if (token.kind !== 'word') numbers.push(token.lower)
    else if (!functionWords.has(token.lower)) stems.add(meaningOf(stemOf(token.lower)))
  }
  return { sentence, stems, numbers: numbers.sort().join(' '), negative }
}

/** The share of stems that two sentences have in common, of all that either has (Jaccard). */
export function likeness(a: SentenceProfile, b: SentenceProfile): number {
  let shared = 0
  for (const stem of a.stems) if (b.stems.has(stem)) shared++
  return shared / (a.stems.size + b.stems.size - shared || 1)
}

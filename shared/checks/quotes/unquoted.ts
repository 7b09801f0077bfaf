import {
  type CheckContext,
  perSection,
  type PlacedSentence,
  proseSentences,
  sectionsOf,
  type SectionView,
} from '../check-context.js'
import { isQuoted } from '../extract/quotations.js'
import type { Token } from '../extract/tokens.js'
import { type Quotation, quotationsOfSection } from './quotation.js'

/** A sentence outside quotation marks, with its words in lower case. */
export interface UnquotedSentence {
  section: SectionView
  sentence: PlacedSentence
  words: readonly string[]
}

/** Words in a row that a quotation and a sentence must share to be compared. */
const windowLength = 4
/** Shorter quotations are turns of phrase. */
const leastWords = 7
/** A run of words that more sentences have is a formula. */
const mostSentences = 20

/**
 * Every quotation with the sentences of other sources that share a run of words with it. Runs are compared by hash over all
 * sentences, which for a case of two hundred thousand words takes about a millisecond.
 */
export function quotedElsewhere(context: CheckContext): [Quotation, UnquotedSentence][] {
  const sections = sectionsOf(context)
  const byHash = new Map<number, Quotation[]>()
  const filter = new Uint8Array(filterSize)
  for (const quotation of sections.flatMap(quotationsOfSection)) {
    if (quotation.words.length < leastWords) continue
    for (const hash of windowsOf(quotation.words)) {
      const list = byHash.get(hash)
      if (list) list.push(quotation)
      else byHash.set(hash, [quotation])
      filter[hash & (filterSize - 1)] = 1
    }
  }
  if (byHash.size === 0) return []
  const pairs = new Map<Quotation, Set<UnquotedSentence>>()
  for (const section of sections) {
    const { hashes, owners, sentences } = unquotedOf(section)
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at] ?? 0
      if (!filter[hash & (filterSize - 1)]) continue
      for (const quotation of byHash.get(hash) ?? []) {
        if (quotation.section.source === section.source) continue
        const own = pairs.get(quotation) ?? new Set()
        pairs.set(quotation, own)
        if (own.size < mostSentences) own.add(sentences[owners[at] ?? 0] as UnquotedSentence)
      }
    }
  }
  return [...pairs].flatMap(([quotation, own]) =>
    [...own].map((sentence): [Quotation, UnquotedSentence] => [quotation, sentence]),
  )
}

const filterSize = 1 << 16

interface Unquoted {
  sentences: readonly UnquotedSentence[]
  /** The hashes of all runs of words, and the index of the sentence that each is from. */
  hashes: Int32Array
  owners: Int32Array
}

const unquotedOf = perSection((section): Unquoted => {
  const sentences: UnquotedSentence[] = []
  const hashes: number[] = []
  const owners: number[] = []
  for (const sentence of proseSentences(section)) {
    const words = unquotedWords(sentence)
    if (words.length < leastWords - 1) continue
    for (const hash of windowsOf(words)) {
      hashes.push(hash)
      owners.push(sentences.length)
    }
    sentences.push({ section, sentence, words })
  }
  return { sentences, hashes: Int32Array.from(hashes), owners: Int32Array.from(owners) }
})

function unquotedWords({ paragraph, sentence }: PlacedSentence): string[] {
  const { tokens, quotes } = paragraph.annotated
  const own: readonly Token[] = tokens.slice(sentence.first, sentence.next)
  return own.filter((token) => token.kind !== 'mark' && !isQuoted(quotes, token)).map(({ lower }) => lower)
}

/** A 32-bit hash (FNV-1a) of every run of words. */
function windowsOf(words: readonly string[]): number[] {
  const hashes: number[] = []
  for (let at = 0; at + windowLength <= words.length; at++) {
    let hash = 0x811c9dc5
    for (let index = at; index < at + windowLength; index++) {
      const word = words[index] ?? ''
      for (let place = 0; place < word.length; place++)
        hash = Math.imul(hash ^ word.charCodeAt(place), 0x01000193)
      hash = Math.imul(hash ^ 32, 0x01000193)
    }
    hashes.push(hash | 0)
  }
  return hashes
}

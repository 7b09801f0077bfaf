import type { AnnotatedParagraph } from '../extract/annotate.js'
import { type Token, tokenize } from '../extract/tokens.js'

/** A phrase to look for, with what it stands for. */
export interface Phrase<T> {
  value: T
  /** Its words and marks as written; compared in lower case unless `exact`. */
  words: readonly string[]
  exact: boolean
}

export interface PhraseMatch<T> {
  value: T
  /** Tokens [`first`, `next`) of the paragraph. */
  first: number
  next: number
}

/** A phrase made of the tokens of `text`; null when there are none. */
export function phraseOf<T>(text: string, value: T, exact: boolean): Phrase<T> | null {
  const tokens = tokenize(text)
  if (tokens.length === 0) return null
  const words = tokens.map((token) => (exact ? text.slice(token.start, token.end) : token.lower))
  return { value, words, exact }
}

/** Finds phrases in paragraphs. One look-up a token, so that long lists cost no more than short ones. */
export class PhraseFinder<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>()

  constructor(phrases: readonly Phrase<T>[]) {
    for (const phrase of phrases) {
      const first = phrase.words[0]?.toLowerCase() ?? ''
      const list = this.#byFirst.get(first)
      if (list) list.push(phrase)
      else this.#byFirst.set(first, [phrase])
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  }

  get isEmpty(): boolean {
    return this.#byFirst.size === 0
  }

  /** The longest match at each place, in order and without overlap. */
  matchesIn({ tokens, text }: AnnotatedParagraph): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = []
    for (let at = 0; at < tokens.length; at++) {
      const phrase = this.#byFirst
        .get(firstWordOf(tokens[at]))
        ?.find((candidate) => standsAt(candidate, tokens, at, text))
      if (!phrase) continue
      matches.push({ value: phrase.value, first: at, next: at + phrase.words.length })
      at += phrase.words.length - 1
    }
    return matches
  }
}

function firstWordOf(token: Token | undefined): string {
  return token?.lower ?? ''
}

function standsAt<T>(
  { words, exact }: Phrase<T>,
  tokens: readonly Token[],
  at: number,
  text: string,
): boolean {
  return words.every((word, index) => {
    const token = tokens[at + index]
    if (!token) return false
    return exact ? text.slice(token.start, token.end) === word : token.lower === word
  })
}

import type { HouseRules } from '../../domain/house-rules.js'
import { editDistance } from '../extract/edit-distance.js'
import { folded, isDerived, isSlip } from '../names/same-name.js'
import { tokenize } from '../extract/tokens.js'
import { type Phrase, PhraseFinder, phraseOf } from './phrases.js'

/** What a phrase of the list means where it stands: it is right, or it should be written so, or not at all. */
export type Verdict =
  | { kind: 'right' }
  | { kind: 'spelling'; write: string; why: string | null }
  | { kind: 'banned'; why: string | null }

/** A listed name by its words, in lower case and as they must be written. */
interface ListedName {
  written: string
  words: readonly string[]
  raw: readonly string[]
}

/** The rules of a house, made ready to be looked for. */
export class HouseList {
  readonly phrases: PhraseFinder<Verdict>
  readonly #names: readonly ListedName[]
  /** Listed names by each of their words, by its first letter and by its sound. */
  readonly #byWord = new Map<string, Set<ListedName>>()
  readonly #listed = new Set<string>()

  constructor({ spellings, names, banned }: HouseRules) {
    const phrases = [
      ...spellings.flatMap(({ write, not, why }) => spellingPhrases(write, not, why ?? null)),
      ...banned.map(({ phrase, why }) =>
        phraseOf<Verdict>(phrase, { kind: 'banned', why: why ?? null }, false),
      ),
    ]
    this.phrases = new PhraseFinder(phrases.filter((phrase) => phrase !== null))
    this.#names = names.flatMap(listedName)
    for (const name of this.#names) {
      this.#listed.add(name.words.join(' '))
      for (const word of name.words) {
        for (const key of keysOf(word)) {
          const holders = this.#byWord.get(key) ?? new Set()
          this.#byWord.set(key, holders.add(name))
        }
      }
    }
  }

  get isEmpty(): boolean {
    return this.phrases.isEmpty && this.#names.length === 0
  }

  /** The listed name that a name of a text misses by a letter, a sound or a capital; null when it is right or another. */
  nearName(words: readonly string[], raw: readonly string[]): string | null {
    const candidates = new Set(
      words.flatMap((word) => keysOf(word).flatMap((key) => [...(this.#byWord.get(key) ?? [])])),
    )
    const isListed = this.#listed.has(words.join(' '))
    for (const name of candidates) {
      if (isListed ? isMiswritten(name, words, raw) : isMissed(name, words)) return name.written
    }
    return null
  }
}

function listedName(written: string): ListedName[] {
  const tokens = tokenize(written).filter(({ kind }) => kind === 'word' || kind === 'mixed')
  if (tokens.length === 0) return []
  const raw = tokens.map(({ start, end }) => written.slice(start, end))
  return [{ written, words: tokens.map(({ lower }) => lower), raw }]
}

function keysOf(word: string): string[] {
  return [word.charAt(0), `f:${folded(word)}`]
}

/** Upper and lower case count where the two spellings differ in nothing else. */
function spellingPhrases(
  write: string,
  not: readonly string[],
  why: string | null,
): (Phrase<Verdict> | null)[] {
  const isCase = (other: string): boolean => other.toLowerCase() === write.toLowerCase()
  return [
    phraseOf<Verdict>(write, { kind: 'right' }, not.some(isCase)),
    ...not
      .filter((other) => other !== write)
      .map((other) => phraseOf<Verdict>(other, { kind: 'spelling', write, why }, isCase(other))),
  ]
}

/** The same letters in another case: "Youtube" for "YouTube". */
function isMiswritten(name: ListedName, words: readonly string[], raw: readonly string[]): boolean {
  const isSame =
    name.words.length === words.length && name.words.every((word, index) => word === words[index])
  const shouts = raw.every((word) => word.length > 1 && word === word.toUpperCase())
  return isSame && !shouts && name.raw.some((word, index) => word !== straight(raw[index] ?? ''))
}

function straight(word: string): string {
  return word.replaceAll('’', "'")
}

/** One word off by a slip, in a name of as many words, any letter where three or more words agree; or a surname alone. */
function isMissed(name: ListedName, words: readonly string[]): boolean {
  const last = name.words.length - 1
  if (words.length === 1 && last > 0) {
    const [word = ''] = words
    return !name.words.includes(word) && isNear(name.words[last] ?? '', word, true)
  }
  if (name.words.length !== words.length) return false
  const other = name.words.flatMap((word, index) => (word === words[index] ? [] : [index]))
  const [at] = other
  if (other.length !== 1 || at === undefined) return false
  const [a, b] = [name.words[at] ?? '', words[at] ?? '']
  return isNear(a, b, at === last) || (last >= 2 && b.length >= 3 && editDistance(a, b, 1) === 1)
}

function isNear(a: string, b: string, isSurname: boolean): boolean {
  return a !== b && !isDerived(a, b) && isSlip(a, b, isSurname)
}

import { functionWords } from './en/function-words.js'
import { months, weekdays } from './en/calendar-words.js'
import { sentenceOpeners } from './en/abbreviations.js'
import { titles } from './en/title-words.js'
import type { Sentence } from './sentences.js'
import type { Token } from './tokens.js'

/** A name as written: tokens [`first`, `next`) of the paragraph, its words in lower case without titles. */
export interface NameMention {
  first: number
  next: number
  words: readonly string[]
  /** Whether the name stands where its capital means something: not at the start of a sentence. */
  sure: boolean
}

/**
 * Runs of capitalised words: people, places, bodies. Words that open sentences are taken only as part of a longer run.
 * Particles in lower case ("van", "de") hold a run together.
 */
export function namesOf(tokens: readonly Token[], sentences: readonly Sentence[]): NameMention[] {
  return sentences.flatMap((sentence) => namesOfSentence(tokens, sentence))
}

const particles = new Set([
  'van',
  'von',
  'de',
  'der',
  'den',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'du',
  'la',
  'le',
  'al',
  'el',
  'bin',
  'ibn',
  'ter',
  'ten',
  'zu',
])

function namesOfSentence(tokens: readonly Token[], sentence: Sentence): NameMention[] {
  const names: NameMention[] = []
  let at = sentence.first
  while (at < sentence.next) {
    if (!isNameWord(tokens[at])) {
      at++
      continue
    }
    const next = endOfName(tokens, at, sentence.next)
    const name = nameOf(tokens, at, next, startsSentence(tokens, sentence, at))
    if (name) names.push(name)
    at = next
  }
  return names
}

/** Whether a capital may only mark the start of a sentence, quotation or clause. */
function startsSentence(tokens: readonly Token[], sentence: Sentence, at: number): boolean {
  return at === sentence.first || /^["“‘(:—–]$/.test(tokens[at - 1]?.lower ?? '')
}

function isNameWord(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    token.capital &&
    !months.has(token.lower) &&
    !weekdays.has(token.lower)
  )
}

function endOfName(tokens: readonly Token[], first: number, floor: number): number {
  let at = first + 1
  while (at < floor) {
    const word = tokens[at]
    if (isNameWord(word)) at++
    else if (
      word?.lower === '.' &&
      !word.spaced &&
      isInitialOrTitle(tokens[at - 1]) &&
      isNameWord(tokens[at + 1])
    )
      at += 2
    else if (word?.lower === '-' && !word.spaced && isNameWord(tokens[at + 1]) && !tokens[at + 1]?.spaced)
      at += 2
    else {
      const held = afterParticles(tokens, at)
      if (held === null) break
      at = held
    }
  }
  return at
}

/** "van der Leyen", "& Sons": the token behind the name word that particles hold to what stands before; null without one. */
function afterParticles(tokens: readonly Token[], at: number): number | null {
  let next = at
  while (next - at < mostParticles && particles.has(tokens[next]?.lower ?? '')) next++
  if (next === at && tokens[at]?.lower === '&') next++
  return next > at && isNameWord(tokens[next]) ? next + 1 : null
}

const mostParticles = 3

/** What stands behind a name for an office or honour and is no part of it: "Rosalind Marsh KC". */
const honours = new Set('kc qc mp msp mep mbe obe cbe kbe dbe phd frs esq'.split(' '))

function isInitialOrTitle(token: Token | undefined): boolean {
  return token !== undefined && (token.lower.length === 1 || titles.has(token.lower))
}

function nameOf(tokens: readonly Token[], first: number, next: number, opens: boolean): NameMention | null {
  let start = first
  if (
    opens &&
    (functionWords.has(tokens[start]?.lower ?? '') || sentenceOpeners.has(tokens[start]?.lower ?? ''))
  )
    start++
  while (start < next && (titles.has(tokens[start]?.lower ?? '') || tokens[start]?.kind === 'mark')) start++
  const words = tokens
    .slice(start, next)
    .filter(({ kind, lower }, at) => kind === 'word' && (at === 0 || !honours.has(lower)))
    .map(({ lower }) => lower)
  if (words.length === 0 || (words.length === 1 && functionWords.has(words[0] ?? ''))) return null
  return { first: start, next, words, sure: !opens || start > first || words.length > 1 }
}

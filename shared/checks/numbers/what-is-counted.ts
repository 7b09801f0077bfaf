import { type PlacedSentence } from '../check-context.js'
import { functionWords } from '../extract/en/function-words.js'
import { cardinals } from '../extract/en/number-words.js'
import { stemOf } from '../extract/en/stem.js'
import { dimensionWords, type Topic, topicWords } from '../extract/en/topic-words.js'
import type { Quantity } from '../extract/quantities.js'
import { type Token } from '../extract/tokens.js'

export function named(
  all: readonly Token[],
  tokens: readonly Token[],
  quantity: Quantity,
  own: readonly Quantity[],
): Quantity {
  const noun =
    quantity.noun ||
    measuredNoun(all, quantity) ||
    superlativeOf(tokens, quantity) ||
    partitiveNoun(all, quantity, own)
  return noun === quantity.noun ? quantity : { ...quantity, noun }
}

/** "nine of the 31 seats": the part is counted in what the whole is. */
function partitiveNoun(tokens: readonly Token[], { next, unit }: Quantity, own: readonly Quantity[]): string {
  if (unit !== '' || tokens[next]?.lower !== 'of' || !definiteWords.has(tokens[next + 1]?.lower ?? ''))
    return ''
  return own.find(({ first }) => first === next + 2)?.noun ?? ''
}

/** "a population of 14,200": the noun stands before the number. */
function measuredNoun(tokens: readonly Token[], { first }: Quantity): string {
  const noun = tokens[first - 2]
  const link = tokens[first - 1]?.lower ?? ''
  const isMeasured = measuring.has(link) && noun?.kind === 'word' && measures.has(noun.lower)
  return isMeasured ? stemOf(noun.lower) : ''
}

const measuring = new Set(['of', 'was', 'is', 'at', 'reached', 'totalled', ':'])

const measures = new Set(
  (
    'population capacity crowd attendance audience circulation workforce staff membership garrison crew fleet toll height ' +
    'length depth width weight area budget fee prize fine turnout price cost salary rent speed output temperature span'
  ).split(' '),
)

/** "At 241 metres, it is the deepest lake": the dimension is told by the superlative. */
function superlativeOf(tokens: readonly Token[], { unit }: Quantity): string {
  if (unit !== 'm') return ''
  const told = tokens.find(({ lower }) => /^(high|tall|deep|long|wid)est$/.test(lower))
  return told ? stemOf(told.lower.replace(/est$/, '')) : ''
}

/** How far beside a number the word that says what it counts is looked for, in tokens. */
const topicReach = { before: 4, after: 5 }

export function topicOf(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  { first, next, unit }: Quantity,
): Topic | null {
  if (unit !== '') return null
  const to = Math.min(sentence.next, next + topicReach.after)
  for (let at = next; at < to && !/^[,;:.(]$/.test(tokens[at]?.lower ?? ''); at++) {
    if (cardinals.has(tokens[at]?.lower ?? '') || tokens[at]?.kind === 'number') break
    const topic = topicAt(tokens, at)
    if (topic) return topic
  }
  const from = Math.max(sentence.first, first - topicReach.before)
  for (let at = first - 1; at >= from && !/^[,;:.)]$/.test(tokens[at]?.lower ?? ''); at--) {
    const topic = topicAt(tokens, at)
    if (topic) return topic
  }
  return null
}

function topicAt(tokens: readonly Token[], at: number): Topic | null {
  const word = tokens[at]?.lower ?? ''
  if (word === 'board' && tokens[at - 1]?.lower !== 'on') return null
  return topicWords.get(word) ?? null
}

export function dimensionOf(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  { first, next, unit }: Quantity,
): string | null {
  if (unit !== 'm' && unit !== 'kg') return null
  const near = [next, next + 1, first - 2, first - 1, first - 3]
  for (const at of near) {
    const told =
      at >= sentence.first && at < sentence.next ? dimensionWords.get(tokens[at]?.lower ?? '') : undefined
    if (told) return told
  }
  return null
}

export const definiteWords = new Set('the all its their his her our whose these those'.split(' '))

/** How far behind a number its noun may stand, in tokens: "two large oak trees". */
const nounReach = 4

export function qualitiesOf(tokens: readonly Token[], { next, noun }: Quantity): Set<string> {
  const stems = tokens.slice(next, next + nounReach).map(({ lower }) => stemOf(lower))
  const at = stems.indexOf(noun)
  return new Set(at > 0 ? stems.slice(0, at).filter((stem) => stem.length > 1) : [])
}

const currencyCode = /^[A-Z]{3}$/

/** How many tokens behind "for" are read for what a sum is paid for. */
const purposeReach = 4

export function purposeOf(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  { next, unit }: Quantity,
): Set<string> {
  if (!currencyCode.test(unit) || !/^(for|on)$/.test(tokens[next]?.lower ?? '')) return new Set()
  const told = tokens.slice(next + 1, Math.min(sentence.next, next + 1 + purposeReach))
  const end = told.findIndex(({ kind, lower }) => kind !== 'word' || /^(and|in|from|by|to|of)$/.test(lower))
  return new Set(
    (end < 0 ? told : told.slice(0, end))
      .filter(({ lower }) => !functionWords.has(lower))
      .map(({ lower }) => stemOf(lower)),
  )
}

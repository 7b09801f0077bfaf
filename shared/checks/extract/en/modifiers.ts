import type { Meaning } from '../expression.js'
import { isDash, type Tokens, wordAt } from './token-tests.js'

export const edges = new Set(['beginning', 'start', 'end', 'middle', 'close', 'rest', 'turn', 'height'])
const adjectives = new Set(['early', 'late', 'mid', 'earlier', 'later'])
const approximations = new Set([
  'about',
  'around',
  'nearly',
  'almost',
  'over',
  'approximately',
  'roughly',
  'under',
  'another',
])

/**
 * Where an expression starts when the words that shade it are counted in: "early June", "the end of this year",
 * "more than two weeks", "the 1980s". `floor` is the first token that may be taken.
 */
export function startWithModifiers(tokens: Tokens, first: number, floor: number, meaning: Meaning): number {
  let at = first
  const step = (words: number): void => {
    if (at - words >= floor) at -= words
  }
  if (meaning.kind === 'duration') return durationStart(tokens, at, floor)
  if (meaning.kind === 'reference' || meaning.kind === 'set') return articleStart(tokens, at, floor)
  if (adjectives.has(wordAt(tokens, at - 1))) step(1)
  else if (isDash(wordAt(tokens, at - 1)) && adjectives.has(wordAt(tokens, at - 2))) step(2)
  const article = wordAt(tokens, at - 1) === 'the' ? 1 : 0
  if (wordAt(tokens, at - 1 - article) === 'of' && edges.has(wordAt(tokens, at - 2 - article)))
    step(2 + article)
  return articleStart(tokens, at, floor)
}

function articleStart(tokens: Tokens, at: number, floor: number): number {
  return wordAt(tokens, at - 1) === 'the' && at - 1 >= floor ? at - 1 : at
}

function durationStart(tokens: Tokens, first: number, floor: number): number {
  let at = articleStart(tokens, first, floor)
  const before = wordAt(tokens, at - 1)
  if (approximations.has(before) && at - 1 >= floor) at--
  else if (
    before === 'than' &&
    ['more', 'less', 'fewer', 'longer'].includes(wordAt(tokens, at - 2)) &&
    at - 2 >= floor
  )
    at -= 2
  else if (before === 'least' && wordAt(tokens, at - 2) === 'at' && at - 2 >= floor) at -= 2
  return at
}

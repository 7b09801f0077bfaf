import type { Match, Meaning } from '../expression.js'
import { seasons } from './calendar-words.js'
import { digitsAt, type Tokens, touches, wordAt } from './token-tests.js'
import { fullYear } from './two-digit-year.js'

/** "spring 2011", "the summer of 1969", "in winter"; a bare "fall" or "spring" needs "in the", "this" or a year. */
export function parseSeason(tokens: Tokens, at: number): Match[] | null {
  const word = wordAt(tokens, at)
  const season = seasons.get(word)
  if (!season) return null
  const linked = wordAt(tokens, at + 1) === 'of' || wordAt(tokens, at + 1) === ',' ? at + 2 : at + 1
  const year = digitsAt(tokens, linked, 4, 4)
  if (year !== null && year >= 1000 && year < 3000) {
    return [{ first: at, next: linked + 1, meaning: { kind: 'season', season, year, shift: null } }]
  }
  const short = /^['’‘]$/.test(wordAt(tokens, linked)) ? digitsAt(tokens, linked + 1, 2, 2) : null
  if (short !== null && touches(tokens, linked + 1)) {
    const meaning: Meaning = { kind: 'season', season, year: fullYear(short), shift: null }
    return [{ first: at, next: linked + 2, meaning }]
  }
  const before = wordAt(tokens, at - 1)
  const after = tokens[at + 1]
  const dated =
    before === 'in' ||
    (/^(until|till|by|since)$/.test(before) && (!after || after.kind === 'mark')) ||
    (before === 'the' && ['in', 'during', 'over', 'since', 'by', 'until'].includes(wordAt(tokens, at - 2)))
  if (!dated || ((word === 'fall' || word === 'spring') && before === 'in')) return null
  return [{ first: at, next: at + 1, meaning: { kind: 'season', season, year: null, shift: null } }]
}

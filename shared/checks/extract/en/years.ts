import type { Match } from '../expression.js'
import { ordinalAt } from './counts.js'
import { fullYear } from './two-digit-year.js'
import { digitsAt, isDash, type Tokens, touches, wordAt } from './token-tests.js'
import { units } from './unit-words.js'

const yearPrepositions = new Set(
  'in since by until till from to during of through before after late early mid between circa year for around and or until the'.split(
    ' ',
  ),
)

const measured = new Set(
  (
    'people percent men women dollars euros pounds members workers jobs employees miles kilometres kilometers metres meters ' +
    'feet tons tonnes times votes points pages words units copies cars homes houses troops soldiers civilians students ' +
    'children seats shares degrees km kg m ft mph hp gb mb mw ghz mhz hectares acres litres liters million billion ' +
    'thousand hundred or'
  ).split(' '),
)

const quantifiers = new Set(
  'about approximately nearly over than almost some roughly least most only another up additional further these those all exactly just number no nos flight room route page pages article section chapter channel model type gate highway $ € £ # us$ usd eur'.split(
    ' ',
  ),
)

/** Whether a word makes the number after it a year rather than a count. */
export function isYearContext(word: string): boolean {
  return yearPrepositions.has(word)
}

/** "'82": an apostrophe and two digits after a preposition. */
export function parseShortYear(tokens: Tokens, at: number): Match[] | null {
  const short = digitsAt(tokens, at + 1, 2, 2)
  if (
    short === null ||
    !touches(tokens, at + 1) ||
    touches(tokens, at) ||
    !yearPrepositions.has(wordAt(tokens, at - 1))
  )
    return null
  return [{ first: at, next: at + 2, meaning: yearMeaning(fullYear(short)), form: 'year' }]
}

/** A bare year of four digits, its era if any: "1991", "in 1066", "AD 79", "44 BC". */
export function parseYear(tokens: Tokens, at: number): Match[] | null {
  const era = eraAfter(tokens, at)
  if (era) return [era]
  const year = digitsAt(tokens, at, 4, 4)
  if (year === null || year < 1000 || year > 2999) return null
  if (!readsAsYear(tokens, at, year)) return null
  return [{ first: at, next: at + 1, meaning: yearMeaning(year), form: 'year' }]
}

function yearMeaning(year: number): Match['meaning'] {
  return { kind: 'calendar', year, month: null, day: null, weekday: null }
}

function eraAfter(tokens: Tokens, at: number): Match | null {
  const number = digitsAt(tokens, at, 1, 4)
  if (number === null || number === 0) return null
  const era = eraAt(tokens, at + 1)
  if (era) {
    return { first: at, next: era.next, meaning: yearMeaning(era.before ? 1 - number : number), form: 'year' }
  }
  const before = tokens[at - 1]
  if (before?.lower !== 'ad' || !before.capital) return null
  return { first: at - 1, next: at + 1, meaning: yearMeaning(number), form: 'year' }
}

function eraAt(tokens: Tokens, at: number): { before: boolean; next: number } | null {
  const token = tokens[at]
  if (!token?.capital) return null
  if (token.lower === 'bc' || token.lower === 'bce') return { before: true, next: at + 1 }
  if (token.lower === 'ad' || token.lower === 'ce') return { before: false, next: at + 1 }
  const dotted = wordAt(tokens, at + 1) === '.' ? token.lower + wordAt(tokens, at + 2) : ''
  if (dotted !== 'bc' && dotted !== 'ad') return null
  return { before: dotted === 'bc', next: wordAt(tokens, at + 3) === '.' ? at + 4 : at + 3 }
}

/** Whether a number of four digits is a year: by the words beside it, else by its size. */
function readsAsYear(tokens: Tokens, at: number, year: number): boolean {
  const before = wordAt(tokens, at - 1)
  const after = tokens[at + 1]
  if (quantifiers.has(before) || (before === '.' && touches(tokens, at))) return false
  if (after && !after.spaced && isInsideNumber(tokens, at + 1)) return false
  if (touches(tokens, at) && isInsideCode(tokens, at)) return false
  if (isPartOfName(tokens, at)) return false
  const counted =
    after?.kind === 'word' && !after.capital && (measured.has(after.lower) || units.has(after.lower))
  if (counted && after.lower !== 'or') return false
  if (year < 1500 && isInOldRange(tokens, at, year)) return true
  if (yearPrepositions.has(before))
    return year >= 1000 && (year >= 1500 || /^(in|since|by|year)$/.test(before))
  if (after?.kind === 'word' && !after.capital && isPluralNoun(after.lower))
    return before === "'s" || before === 'a'
  return year >= 1700 && year <= 2099
}

/** "between 1283 and 1289", "from 1096 to 1099": years before 1500 vouch for each other when nothing is counted by them. */
function isInOldRange(tokens: Tokens, at: number, year: number): boolean {
  const isFirst = rangeLead(tokens, at - 1, at + 1)
  const [other, last] = isFirst ? [at + 2, at + 2] : [at - 2, at]
  if (!isFirst && !rangeLead(tokens, at - 3, at - 1)) return false
  const second = digitsAt(tokens, other, 4, 4)
  if (second === null || second < 1000 || (isFirst ? second <= year : second >= year)) return false
  const after = tokens[last + 1]
  return (
    !after ||
    after.kind === 'mark' ||
    (after.kind === 'word' && !after.lower.endsWith('s') && !measured.has(after.lower))
  )
}

function rangeLead(tokens: Tokens, leadAt: number, linkAt: number): boolean {
  const lead = wordAt(tokens, leadAt)
  const link = wordAt(tokens, linkAt)
  return (lead === 'between' && link === 'and') || (lead === 'from' && link === 'to')
}

/** "the Russell 2000 Index": a number between the words of a name. */
function isPartOfName(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  return (
    before?.kind === 'word' &&
    before.capital &&
    at > 1 &&
    after?.kind === 'word' &&
    after.capital &&
    !yearPrepositions.has(before.lower)
  )
}

function isPluralNoun(word: string): boolean {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')
}

function isInsideNumber(tokens: Tokens, at: number): boolean {
  const mark = wordAt(tokens, at)
  return (
    mark === '%' ||
    mark === '°' ||
    ((mark === '.' || mark === ',' || mark === ':' || mark === '/') && isNumberTouching(tokens, at + 1))
  )
}

function isNumberTouching(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  return token !== undefined && token.kind !== 'word' && token.kind !== 'mark' && !token.spaced
}

/** A number that touches a letter, a sign or a dash that is not a range of years: "#2010", "A-1999", "/2001". */
function isInsideCode(tokens: Tokens, at: number): boolean {
  const mark = wordAt(tokens, at - 1)
  if (
    mark === '(' ||
    mark === '[' ||
    mark === '"' ||
    mark === '“' ||
    mark === '‘' ||
    mark === "'" ||
    mark === '—'
  )
    return false
  if (isDash(mark)) {
    const first = tokens[at - 2]
    if (first?.kind === 'number') return digitsAt(tokens, at - 2, 4, 4) === null
    return !(
      first?.lower === 'mid' ||
      first?.lower === 'pre' ||
      first?.lower === 'post' ||
      (first?.kind === 'word' && !first.capital)
    )
  }
  return true
}

/** "1939–45", "2009-2011", "2009/10": two years as a range. */
export function parseYearRange(tokens: Tokens, at: number): Match[] | null {
  const first = digitsAt(tokens, at, 4, 4)
  if (first === null || first < 1000 || first > 2999 || !isDash(wordAt(tokens, at + 1))) return null
  if (touches(tokens, at) && isInsideCode(tokens, at)) return null
  const full = digitsAt(tokens, at + 2, 4, 4)
  const short = touches(tokens, at + 2) ? digitsAt(tokens, at + 2, 2, 2) : null
  const last = full ?? (short !== null ? Math.floor(first / 100) * 100 + short : null)
  if (last === null || last < 1000 || last > 2999 || isDash(wordAt(tokens, at + 3))) return null
  if (short !== null && (last <= first || (short <= 12 && first > 1990 && last - first > 20))) return null
  const era = eraAt(tokens, at + 3)
  const year = (value: number): Match['meaning'] => yearMeaning(era?.before ? 1 - value : value)
  return [
    { first: at, next: at + 1, meaning: year(first), form: 'year' },
    { first: at + 2, next: era?.next ?? at + 3, meaning: year(last), form: 'year', closesRange: true },
  ]
}

const decadeWords: ReadonlyMap<string, number> = new Map([
  ['twenties', 1920],
  ['thirties', 1930],
  ['forties', 1940],
  ['fifties', 1950],
  ['sixties', 1960],
  ['seventies', 1970],
  ['eighties', 1980],
  ['nineties', 1990],
  ['noughties', 2000],
])

/** "the 1980s", "'80s", "the 80s", "the eighties". The TIMEX3 value of a decade is its first three digits. */
export function parseDecade(tokens: Tokens, at: number): Match[] | null {
  const word = wordAt(tokens, at)
  const digits = /^(\d{2}|\d{4})s$/.exec(word)
  const before = wordAt(tokens, at - 1)
  const named = before === 'the' || isDash(before) ? decadeWords.get(word) : undefined
  const first = digits ? decadeOf(digits[1] ?? '', tokens, at) : named
  if (first === undefined || first === null || first % 10 !== 0) return null
  if (digits && first % 100 === 0 && first < 1900) return [hundred(at, first)]
  const apostrophe = (before === "'" || before === '’' || before === '‘') && touches(tokens, at)
  return [
    {
      first: apostrophe ? at - 1 : at,
      next: at + 1,
      meaning: { kind: 'years', first, last: first + 9, value: String(first).slice(0, -1) },
    },
  ]
}

/** "the 1600s": the whole century; of the 1900s on, it is mostly the decade that is meant. */
function hundred(at: number, first: number): Match {
  const value = String(first).slice(0, -2)
  return { first: at, next: at + 1, meaning: { kind: 'years', first, last: first + 99, value } }
}

function decadeOf(digits: string, tokens: Tokens, at: number): number | null {
  if (digits.length === 4) return Number(digits)
  const before = wordAt(tokens, at - 1)
  const decade = 1900 + Number(digits)
  const isAge = before === 'his' || before === 'her' || before === 'their' || before === 'my'
  return decade % 10 !== 0 || isAge || decade < 1920 ? null : decade
}

/** "the 19th century", "nineteenth-century", "5th century BC". */
export function parseCentury(tokens: Tokens, at: number): Match[] | null {
  const ordinal = ordinalAt(tokens, at)
  if (!ordinal || ordinal.value < 1 || ordinal.value > 30) return null
  const unit = isDash(wordAt(tokens, ordinal.next)) ? ordinal.next + 1 : ordinal.next
  const word = wordAt(tokens, unit)
  if (word !== 'century' && word !== 'centuries') return null
  const era = eraAt(tokens, unit + 1)
  const first = era?.before ? -100 * ordinal.value + 1 : 100 * (ordinal.value - 1)
  const number = String(ordinal.value - 1).padStart(2, '0')
  const value = era?.before ? `BC${String(ordinal.value - 1).padStart(2, '0')}` : number
  return [
    { first: at, next: era?.next ?? unit + 1, meaning: { kind: 'years', first, last: first + 99, value } },
  ]
}

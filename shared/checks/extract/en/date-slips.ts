import { months, weekdays } from './calendar-words.js'
import { ordinalAt } from './counts.js'
import { misspeltMonth } from './month-misspellings.js'
import { digitsAt, type Tokens, touches, wordAt } from './token-tests.js'

/** A date that was broken in typing: tokens [`first`, `next`), what is wrong, and what may have been meant. */
export interface DateSlip {
  first: number
  next: number
  problem: string
  reading: string | null
}

/**
 * Dates that a tagger would read "successfully" or pass over: misspelt months, letters among digits, doubled or broken
 * parts. Looks only at months, month-like words and digits, so most tokens cost one look.
 */
export function dateSlipsOf(tokens: Tokens): DateSlip[] {
  const slips: DateSlip[] = []
  for (let at = 0; at < tokens.length; at++) {
    const slip = slipAt(tokens, at)
    if (!slip) continue
    slips.push(slip)
    at = Math.max(at, slip.next - 1)
  }
  return slips
}

function slipAt(tokens: Tokens, at: number): DateSlip | null {
  const token = tokens[at]
  if (!token) return null
  if (token.kind === 'mixed') return letterInDigits(tokens, at) ?? gluedMonth(tokens, at)
  if (token.kind === 'number')
    return doubledNumber(tokens, at) ?? doubledSeparator(tokens, at) ?? splitYear(tokens, at)
  if (token.kind !== 'word' || token.lower.length < 3) return null
  if (months.has(token.lower))
    return doubledMonth(tokens, at) ?? brokenYear(tokens, at) ?? doubledDay(tokens, at)
  if (weekdays.has(token.lower) && token.lower.length > 5) return doubledWeekday(tokens, at)
  return token.capital || isNumberish(tokens, at - 1) ? misspelling(tokens, at) : null
}

function isNumberish(tokens: Tokens, at: number): boolean {
  return digitsAt(tokens, at, 1, 2) !== null || ordinalAt(tokens, at) !== null
}

/** A misspelt month with a day or year beside it: "Febuary 203", "14 Septmber 2011". */
function misspelling(tokens: Tokens, at: number): DateSlip | null {
  const before = isDayNumber(tokens, at - 1)
  const year = yearish(tokens, at + 1)
  const dayAfter = isDayNumber(tokens, at + 1)
  if (!before && year === null && !dayAfter) return null
  const word = wordAt(tokens, at)
  const month = misspeltMonth(word)
  if (month === null) return null
  const strong = (before && year !== null) || (dayAfter && yearish(tokens, at + 2) !== null)
  const led = datePrepositions.has(wordAt(tokens, at - 1)) && digitsAt(tokens, at + 1, 4, 4) !== null
  if (word.length < 6 && !strong && !led) return null
  if (!strong && wordAt(tokens, at + 2) === '%') return null
  const end = year ?? (dayAfter ? (yearish(tokens, at + 2) ?? at + 2) : at + 1)
  const title = monthTitles[month - 1] ?? ''
  return { first: before ? at - 1 : at, next: end, problem: `“${word}” is not a month`, reading: title }
}

const datePrepositions = new Set(['in', 'since', 'until', 'by', 'of', 'from', 'during'])

const monthTitles =
  'January February March April May June July August September October November December'.split(' ')

function isDayNumber(tokens: Tokens, at: number): boolean {
  const plain = digitsAt(tokens, at, 1, 2)
  if (plain !== null) return plain >= 1 && plain <= 31 && wordAt(tokens, at - 1) !== '$'
  if (tokens[at]?.kind !== 'mixed') return false
  if (/^([0-3]?[oil]|[oil]\d)$/.test(wordAt(tokens, at))) return true
  const ordinal = ordinalAt(tokens, at)
  return ordinal !== null && ordinal.value <= 31
}

/** The token after a year of three to five digits, behind an optional comma; null without one. */
function yearish(tokens: Tokens, at: number): number | null {
  const next = wordAt(tokens, at) === ',' ? at + 1 : at
  return digitsAt(tokens, next, 3, 5) === null ? null : next + 1
}

/** "2O25", "l2 March", "I998": the letters O, I and l where digits belong, beside a month or after "in". */
function letterInDigits(tokens: Tokens, at: number): DateSlip | null {
  const word = wordAt(tokens, at)
  if (!/^[\doil]{2,4}$/.test(word) || !/\d/.test(word) || !/[oil]/.test(word)) return null
  const digits = word.replaceAll('o', '0').replace(/[il]/g, '1')
  const number = Number(digits)
  const beforeMonth = months.has(wordAt(tokens, at + 1))
  const inDate = beforeMonth || months.has(wordAt(tokens, at - 1)) || isAfterDay(tokens, at)
  const isDay = digits.length === 2 && number >= 1 && number <= 31 && inDate
  const led =
    inDate || ['in', 'since', 'by', 'until', 'of', 'from', 'during', 'to'].includes(wordAt(tokens, at - 1))
  const isYear = digits.length === 4 && number >= 1500 && number <= 2100 && led
  if (!isDay && !isYear) return null
  const first = months.has(wordAt(tokens, at - 1)) ? at - 1 : at
  return {
    first,
    next: beforeMonth ? at + 2 : at + 1,
    problem: `“${word}” has a letter among its digits`,
    reading: digits,
  }
}

function isAfterDay(tokens: Tokens, at: number): boolean {
  return wordAt(tokens, at - 1) === ',' && isDayNumber(tokens, at - 2) && months.has(wordAt(tokens, at - 3))
}

/** "12March 2011", "June4th": a day that is stuck to its month. */
function gluedMonth(tokens: Tokens, at: number): DateSlip | null {
  const word = wordAt(tokens, at)
  const parts =
    /^(\d{1,2})(?:st|nd|rd|th)?([a-z]{3,9})$/.exec(word) ??
    /^([a-z]{3,9})(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)
  const [, a = '', b = ''] = parts ?? []
  const name = /^\d/.test(a) ? b : a
  const month = months.get(name)
  if (month === undefined || (name.length < 5 && yearish(tokens, at + 1) === null)) return null
  const title = monthTitles[month - 1] ?? ''
  return {
    first: at,
    next: yearish(tokens, at + 1) ?? at + 1,
    problem: 'the day is stuck to the month',
    reading: `${/^\d/.test(a) ? a : b} ${title}`,
  }
}

/** "12 12 March", "12 13 March", "2011 2011". */
function doubledNumber(tokens: Tokens, at: number): DateSlip | null {
  const next = tokens[at + 1]
  if (!next || next.kind !== 'number' || !next.spaced) return null
  const year = digitsAt(tokens, at, 4, 4)
  if (year !== null && year === digitsAt(tokens, at + 1, 4, 4) && year >= 1500 && year < 2100) {
    return { first: at, next: at + 2, problem: `the year ${year} stands there twice`, reading: String(year) }
  }
  if (!isDayNumber(tokens, at) || !isDayNumber(tokens, at + 1)) return null
  if (digitsAt(tokens, at, 1, 2) === null || !months.has(wordAt(tokens, at + 2))) return null
  if (wordAt(tokens, at - 1) === ',' || (wordAt(tokens, at + 2) === 'may' && !tokens[at + 2]?.capital))
    return null
  const same = wordAt(tokens, at) === wordAt(tokens, at + 1)
  const problem = same ? 'the day stands there twice' : 'two days stand before one month'
  return { first: at, next: yearish(tokens, at + 3) ?? at + 3, problem, reading: null }
}

/** "in 19 92.": a year with a space in it. */
function splitYear(tokens: Tokens, at: number): DateSlip | null {
  const century = digitsAt(tokens, at, 2, 2)
  const rest = digitsAt(tokens, at + 1, 2, 2)
  if (century === null || rest === null || century < 15 || century > 20 || !tokens[at + 1]?.spaced)
    return null
  const led = ['in', 'since', 'until', 'by', 'of', 'from', 'during'].includes(wordAt(tokens, at - 1))
  const after = tokens[at + 2]
  const ends = !after || /^[.,;)]$/.test(after.lower) || after.lower === 'and' || after.lower === 'to'
  if (!(led || months.has(wordAt(tokens, at - 1))) || !ends || (after && isCounted(tokens, at + 2)))
    return null
  const reading = `${wordAt(tokens, at)}${wordAt(tokens, at + 1)}`
  return { first: at, next: at + 2, problem: 'the year is broken by a space', reading }
}

/** "12//03/2024", "12..03.2024". */
function doubledSeparator(tokens: Tokens, at: number): DateSlip | null {
  const mark = wordAt(tokens, at + 1)
  if ((mark !== '/' && mark !== '.') || digitsAt(tokens, at, 1, 4) === null) return null
  const parts: number[] = []
  let doubled = false
  let next = at
  while (parts.length < 3) {
    const part = digitsAt(tokens, next, 1, 4)
    if (part === null || (next > at && !touches(tokens, next))) return null
    parts.push(part)
    next++
    if (parts.length === 3) break
    if (wordAt(tokens, next) !== mark || !touches(tokens, next)) return null
    next++
    if (wordAt(tokens, next) === mark && touches(tokens, next)) {
      doubled = true
      next++
    }
  }
  const hasYear = parts.some((part) => part >= 1500 && part < 2100)
  return doubled && hasYear ? { first: at, next, problem: 'a separator is doubled', reading: null } : null
}

/** "March March", "March April 12": two months where one belongs. */
function doubledMonth(tokens: Tokens, at: number): DateSlip | null {
  const isSplit = wordAt(tokens, at + 1) === ',' && wordAt(tokens, at) === wordAt(tokens, at + 2)
  if (isSplit && isDayNumber(tokens, at - 1) && tokens[at]?.capital && !isShortName(wordAt(tokens, at)))
    return { first: at - 1, next: at + 3, problem: 'the month stands there twice', reading: null }
  const next = wordAt(tokens, at + 1)
  if (!months.has(next) || !tokens[at]?.capital || !tokens[at + 1]?.capital) return null
  if (isShortName(wordAt(tokens, at)) || isShortName(next)) return null
  const dated = isDayNumber(tokens, at - 1) || isDayNumber(tokens, at + 2) || yearish(tokens, at + 2) !== null
  const same = next === wordAt(tokens, at)
  if (!dated && !same) return null
  const first = isDayNumber(tokens, at - 1) ? at - 1 : at
  return {
    first,
    next: at + 2,
    problem: same ? 'the month stands there twice' : 'two months stand beside each other',
    reading: null,
  }
}

function isShortName(word: string): boolean {
  return word === 'may' || word.length === 3
}

/** "June 4, 20255", "12 March 203", "March 0203": a year with a digit too many or too few. */
function brokenYear(tokens: Tokens, at: number): DateSlip | null {
  if (!tokens[at]?.capital) return null
  const dayBefore = isDayNumber(tokens, at - 1)
  const dayAfter = isDayNumber(tokens, at + 1)
  if (!dayBefore && !dayAfter) return brokenMonthYear(tokens, at)
  const yearAt = dayBefore && !dayAfter ? at + 1 : wordAt(tokens, at + 2) === ',' ? at + 3 : at + 2
  const raw = wordAt(tokens, yearAt)
  if (digitsAt(tokens, yearAt, 3, 5) === null || !isBrokenYear(raw) || isCounted(tokens, yearAt + 1))
    return null
  const first = dayBefore ? at - 1 : at
  return { first, next: yearAt + 1, problem: `“${raw}” is not a year`, reading: null }
}

function brokenMonthYear(tokens: Tokens, at: number): DateSlip | null {
  const isStopped = isShortName(wordAt(tokens, at)) && wordAt(tokens, at + 1) === '.'
  if (isStopped) return yearSlip(tokens, at, at + 2)
  return yearSlip(tokens, at, at + 1)
}

function yearSlip(tokens: Tokens, at: number, yearAt: number): DateSlip | null {
  const raw = wordAt(tokens, yearAt)
  if (digitsAt(tokens, yearAt, 3, 5) === null || !/^(1[5-9]|20|0)\d+$/.test(raw) || !isBrokenYear(raw))
    return null
  if (isCounted(tokens, yearAt + 1)) return null
  return { first: at, next: yearAt + 1, problem: `“${raw}” is not a year`, reading: null }
}

/** Three digits, five digits, or four that begin with 0 or lie far ahead. */
function isBrokenYear(raw: string): boolean {
  if (raw.length === 3 || raw.length === 5) return true
  return raw.startsWith('0') || Number(raw) > 2300
}

/** Whether the number counts what follows, as in "On 4 June 203 people came". */
function isCounted(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  return (
    token !== undefined &&
    ((token.kind === 'word' && !afterYear.has(token.lower)) ||
      token.lower === '%' ||
      (token.lower === '.' && tokens[at + 1]?.spaced === false))
  )
}

const afterYear = new Set(
  'and or to until in at the when after before but he she it they with by on for from as was were which'.split(
    ' ',
  ),
)

/** "March 12 12", "June 4th 4th". */
function doubledDay(tokens: Tokens, at: number): DateSlip | null {
  if (!tokens[at]?.capital || !isDayNumber(tokens, at + 1) || !isDayNumber(tokens, at + 2)) return null
  if (wordAt(tokens, at + 1) !== wordAt(tokens, at + 2) || isCounted(tokens, at + 3)) return null
  return { first: at, next: at + 3, problem: 'the day stands there twice', reading: null }
}

function doubledWeekday(tokens: Tokens, at: number): DateSlip | null {
  const next = wordAt(tokens, at + 1)
  if (!tokens[at]?.capital || !weekdays.has(next) || next.length < 6 || !tokens[at + 1]?.spaced) return null
  const same = next === wordAt(tokens, at)
  if (!same) return null
  return { first: at, next: at + 2, problem: 'the weekday stands there twice', reading: null }
}

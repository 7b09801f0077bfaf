import { endsNumber, isAfterMonth, isCounted, isDayNumber, isMonth, yearLeads } from './date-neighbours.js'
import type { DateSlip } from './date-slip.js'
import { digitsAt, type Tokens, touches, wordAt } from './token-tests.js'

/** "2O25", "l2 March", "I998", "19S4": letters where digits belong, beside a month or after "in"; a small i is none ("i686"). */
export function letterInDigits(tokens: Tokens, at: number): DateSlip | null {
  const word = wordAt(tokens, at)
  if (!/^[\doil]{2,4}$|^\d[\doilsbz]{2}[\doil]$/.test(word) || !/\d/.test(word) || !/[a-z]/.test(word))
    return null
  if (word.startsWith('i') && !tokens[at]?.capital) return null
  const digits = digitsFor(word)
  const number = Number(digits)
  const beforeMonth = isMonth(tokens, at + 1)
  const inDate = beforeMonth || isAfterMonth(tokens, at) || isAfterDay(tokens, at)
  const isDay = digits.length === 2 && number >= 1 && number <= 31 && inDate
  const lead = wordAt(tokens, at - 1)
  const isBracketed = lead === '(' && wordAt(tokens, at + 1) === ')'
  const led = inDate || isBracketed || yearLeads.has(lead) || lead === 'to'
  // "f(1i32)" is code.
  const earliest = isBracketed && !inDate ? 1500 : 1000
  const isYear = digits.length === 4 && number >= earliest && number <= 2100 && led
  if (!isDay && !isYear) return null
  const first = isMonth(tokens, at - 1) ? at - 1 : at
  return {
    first,
    next: beforeMonth ? at + 2 : at + 1,
    problem: `“${word}” has a letter among its digits`,
    reading: digits,
  }
}

/** The digits that letters were typed for: o for 0, i and l for 1, s for 5, b for 8, z for 2. */
export function digitsFor(word: string): string {
  return word
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
    .replaceAll('s', '5')
    .replaceAll('b', '8')
    .replaceAll('z', '2')
}

function isAfterDay(tokens: Tokens, at: number): boolean {
  const day = wordAt(tokens, at - 1) === ',' ? at - 2 : at - 1
  if (/^[\doil]{2}$/.test(wordAt(tokens, day)) && isAfterMonth(tokens, day)) return true
  return isAfterMonth(tokens, day)
    ? isDayNumber(tokens, day)
    : isMonth(tokens, day) && isDayNumber(tokens, day - 1)
}

/** "2O21-03-14", "14/O3/2021", "2021-03-l4": a letter in a date of numbers, whose first token stands at `at`. */
export function letterInNumericDate(tokens: Tokens, at: number): DateSlip | null {
  const mark = wordAt(tokens, at + 1)
  if ((mark !== '-' && mark !== '/' && mark !== '.') || wordAt(tokens, at + 3) !== mark) return null
  if (
    ![1, 2, 3, 4].every((step) => touches(tokens, at + step)) ||
    touches(tokens, at + 5 + closesAt(tokens, at + 5))
  )
    return null
  const parts = [0, 2, 4].map((step) => wordAt(tokens, at + step))
  if (
    !parts.every((part) => /^[\doil]{1,4}$/.test(part) && /\d/.test(part)) ||
    parts.every((part) => /^\d+$/.test(part))
  )
    return null
  const numbers = parts.map((part) => Number(digitsFor(part)))
  const yearAt = parts.findIndex((part) => part.length === 4)
  const [month = 0, day = 0] = yearAt === 0 ? numbers.slice(1) : numbers.slice(0, 2)
  const year = numbers[yearAt] ?? 0
  if (
    yearAt === 1 ||
    year < 1500 ||
    year > 2199 ||
    month < 1 ||
    day < 1 ||
    Math.min(month, day) > 12 ||
    Math.max(month, day) > 31
  )
    return null
  return {
    first: at,
    next: at + 5,
    problem: `“${parts.find((part) => /[a-z]/.test(part)) ?? ''}” has a letter among its digits`,
    reading: numbers.map((number) => String(number).padStart(2, '0')).join(mark),
  }
}

/** One where a mark that ends a clause stands, which may touch what follows; otherwise none. */
function closesAt(tokens: Tokens, at: number): number {
  return tokens[at]?.kind === 'mark' ? 1 : 0
}

/** "19999-12-01": a date of numbers whose year has a digit too many. */
export function longYear(tokens: Tokens, at: number): DateSlip | null {
  const raw = wordAt(tokens, at)
  const month = digitsAt(tokens, at + 2, 2, 2)
  const day = digitsAt(tokens, at + 4, 2, 2)
  if (
    !/^(19|20)\d{3}$/.test(raw) ||
    month === null ||
    day === null ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > 31
  )
    return null
  if (wordAt(tokens, at + 1) !== '-' || wordAt(tokens, at + 3) !== '-') return null
  if (touches(tokens, at) || ![1, 2, 3, 4].every((step) => touches(tokens, at + step))) return null
  return { first: at, next: at + 5, problem: `“${raw}” is not a year`, reading: null }
}

/** "between 1992 and 199", "from 1998 to 20014": the second year of a range, of three digits or five. */
export function brokenRangeYear(tokens: Tokens, at: number): DateSlip | null {
  const first = digitsAt(tokens, at, 4, 4)
  const raw = wordAt(tokens, at + 2)
  if (first === null || first < 1500 || first > 2100 || !/^(1[5-9]\d|20\d|(1[5-9]|20)\d{3})$/.test(raw))
    return null
  const lead = wordAt(tokens, at - 1)
  const link = wordAt(tokens, at + 1)
  const isRange =
    (lead === 'between' && link === 'and') || (lead === 'from' && (link === 'to' || link === 'until'))
  if (!isRange || isCounted(tokens, at + 3)) return null
  return { first: at + 2, next: at + 3, problem: `“${raw}” is not a year`, reading: null }
}

/** "founded in 19223 by": a year with a digit too many behind an act that is dated. */
export function longBareYear(tokens: Tokens, at: number): DateSlip | null {
  const raw = wordAt(tokens, at)
  if (!/^(1[5-9]|20)\d{3}$/.test(raw) || wordAt(tokens, at - 1) !== 'in') return null
  const isDated = [2, 3, 4, 5].some((step) =>
    /^(founded|born|built|established|opened|died|formed|created|elected|appointed|married|published|launched|completed|demolished|closed|signed|introduced|abolished)$/.test(
      wordAt(tokens, at - step),
    ),
  )
  const goesOn =
    endsNumber(tokens, at + 1) ||
    /^(by|and|as|when|with|at|after|but|to|for|under)$/.test(wordAt(tokens, at + 1))
  return isDated && goesOn
    ? { first: at, next: at + 1, problem: `“${raw}” is not a year`, reading: null }
    : null
}

/** "in 19 92.", "in 201 9.": a year with a space in it, the number that begins at `at`. */
export function splitYear(tokens: Tokens, at: number): DateSlip | null {
  const [head, rest] = [wordAt(tokens, at), wordAt(tokens, at + 1)]
  const isSplit = head.length + rest.length === 4 && digitsAt(tokens, at, 1, 3) !== null
  if (!isSplit || digitsAt(tokens, at + 1, 1, 3) === null || !tokens[at + 1]?.spaced) return null
  const year = Number(head + rest)
  if (year < 1500 || year > 2100) return null
  const lead = wordAt(tokens, at - 1)
  const led = head.length === 1 ? lead === 'in' || lead === 'since' : yearLeads.has(lead)
  if (!(led || isMonth(tokens, at - 1)) || !endsNumber(tokens, at + 2)) return null
  return { first: at, next: at + 2, problem: 'the year is broken by a space', reading: head + rest }
}

/** "1 9 8 4": a year whose digits all stand apart, after a word before which years stand. */
export function spacedYear(tokens: Tokens, at: number): DateSlip | null {
  const lead = wordAt(tokens, at - 1)
  if (!yearLeads.has(lead) && lead !== 'for' && !isMonth(tokens, at - 1) && !isDayNumber(tokens, at - 2))
    return null
  const digits = [0, 1, 2, 3].map((step) => digitsAt(tokens, at + step, 1, 1))
  if (digits.includes(null) || ![1, 2, 3].every((step) => tokens[at + step]?.spaced)) return null
  const reading = digits.join('')
  if (Number(reading) < 1500 || Number(reading) > 2100 || tokens[at + 4]?.kind === 'number') return null
  return { first: at, next: at + 4, problem: 'the year is broken by spaces', reading }
}

/** "March 3 2,024", "June 2,024": a year with a comma in it, behind the month at `at`. */
export function groupedYear(tokens: Tokens, at: number): DateSlip | null {
  if (!tokens[at]?.capital) return null
  let yearAt = isDayNumber(tokens, at + 1) ? at + 2 : at + 1
  if (wordAt(tokens, yearAt) === ',' && yearAt > at + 1) yearAt++
  const word = wordAt(tokens, yearAt)
  if (!/^\d,\d{3}$/.test(word)) return null
  const year = Number(word.replace(',', ''))
  const goesOn =
    endsNumber(tokens, yearAt + 1) || /^(by|in|at|for|with|when)$/.test(wordAt(tokens, yearAt + 1))
  if (year < 1500 || year > 2100 || !goesOn) return null
  const first = isDayNumber(tokens, at - 1) ? at - 1 : at
  return { first, next: yearAt + 1, problem: `“${word}” has a comma in the year`, reading: String(year) }
}

/** "12//03/2024", "12..03.2024". */
export function doubledSeparator(tokens: Tokens, at: number): DateSlip | null {
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

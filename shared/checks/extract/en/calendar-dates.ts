import { dayDefects } from './day-defects.js'
import { dayNumber, weekdayOf } from '../calendar.js'
import type { CalendarMeaning, DateForm, Defect, Match } from '../expression.js'
import { ordinalAt } from './counts.js'
import { ambiguousMonths, dayParts, months, weekdays } from './calendar-words.js'
import { parseIsoDate, parseNumericDate } from './numeric-dates.js'
import { digitsAt, isDash, type Tokens, touches, wordAt } from './token-tests.js'
import { fullYear } from './two-digit-year.js'
import { isYearContext } from './years.js'

/** A day of the month as written: "4", "4th", "fourth". */
interface DayNumber {
  day: number
  next: number
  ordinal: boolean
  defects: Defect[]
}

/** "Tuesday, 4 May 2011", "Tuesday, May 4th", "Tuesday the 4th of May": a weekday with the rest of its date. */
export function parseWeekdayDate(tokens: Tokens, at: number): Match[] | null {
  const weekday = weekdays.get(wordAt(tokens, at))
  if (weekday === undefined) return null
  let next = skipStop(tokens, at + 1)
  if (dayParts.has(wordAt(tokens, next))) next++
  if (wordAt(tokens, next) === ',' || wordAt(tokens, next) === '(') next++
  if (wordAt(tokens, next) === 'the' || wordAt(tokens, next) === 'on') next++
  const matches =
    parseDayMonth(tokens, next) ?? parseMonthFirst(tokens, next) ?? parseNumericOn(tokens, next, weekday)
  const [date] = matches ?? []
  if (!matches || !date || date.meaning.kind !== 'calendar' || date.meaning.day === null) return null
  return [{ ...date, first: at, meaning: { ...date.meaning, weekday } }, ...matches.slice(1)]
}

/** Longer lists of days are no dates; the bound keeps the look ahead short on any input. */
const longestDayList = 8

/** A numeric date beside its weekday, read in the order in which it falls on that weekday, if it does in one. */
function parseNumericOn(tokens: Tokens, at: number, weekday: number): Match[] | null {
  const matches = parseIsoDate(tokens, at) ?? parseNumericDate(tokens, at)
  const [date] = matches ?? []
  if (!date || date.meaning.kind !== 'calendar' || date.form !== 'numeric') return matches
  const { year, month, day } = date.meaning
  if (year === null || month === null || day === null || day > 12) return matches
  const isSwapped =
    weekdayOf(dayNumber(year, month, day)) !== weekday && weekdayOf(dayNumber(year, day, month)) === weekday
  return isSwapped ? [{ ...date, meaning: { ...date.meaning, month: day, day: month } }] : matches
}

/** "4 May 2011", "4th of May", "the fourth of May, 2011", "12–14 March 2011", "12, 13 and 14 March". */
export function parseDayMonth(tokens: Tokens, at: number, listed = 0): Match[] | null {
  const day = dayAt(tokens, at)
  if (!day) return null
  const list = listed < longestDayList ? parseSharedMonth(tokens, at, day, listed + 1) : null
  if (list) return list
  let next = day.next
  if (wordAt(tokens, next) === 'of') next++
  else if (isDash(wordAt(tokens, next)) && touches(tokens, next)) next++
  const month = monthAt(tokens, next)
  if (!month || (month.abbreviated && !tokens[next]?.capital && month.number === 3)) return null
  const year = yearAfter(tokens, month.next, next - day.next === 1 && isDash(wordAt(tokens, day.next)))
  if (!year && !day.ordinal && wordAt(tokens, next) === 'may' && !tokens[next]?.capital) return null
  const form: DateForm = day.ordinal ? 'ordinal-month' : 'day-month'
  return [
    calendarMatch(at, year?.next ?? month.next, { year: year?.year ?? null, month: month.number }, day, form),
  ]
}

/** The first of several days that share a month: "12–14 March", "12 and 14 March". */
function parseSharedMonth(tokens: Tokens, at: number, day: DayNumber, listed: number): Match[] | null {
  const mark = wordAt(tokens, day.next)
  const isRange = isDash(mark) || mark === 'to' || mark === 'through'
  if (!isRange && mark !== 'and' && mark !== 'or' && mark !== ',') return null
  if (day.day > 31 || digitsAt(tokens, at, 1, 2) === null) {
    if (!day.ordinal) return null
  }
  const second = dayAt(tokens, day.next + 1)
  if (!second || (mark === ',' && tokens[day.next + 1]?.spaced === false)) return null
  const rest = parseDayMonth(tokens, day.next + 1, listed)
  const [last] = rest ?? []
  if (!rest || !last || last.meaning.kind !== 'calendar' || last.meaning.month === null) return null
  const first = calendarMatch(at, day.next, last.meaning, day, last.form ?? 'day-month')
  return [first, isRange ? { ...last, closesRange: true } : last, ...rest.slice(1)]
}

/** "May 4, 2011", "May 4th", "March 12–14, 2011", "May 2011", "May of 2011", or a month alone. */
export function parseMonthFirst(tokens: Tokens, at: number): Match[] | null {
  const month = monthAt(tokens, at)
  if (!month) return null
  const isVerb = wordAt(tokens, at) === 'may' && !tokens[at]?.capital
  let next = month.next
  if (wordAt(tokens, next) === 'the') next++
  const day = isVerb ? null : dayAt(tokens, next)
  if (day && isNamedAfterDate(tokens, month.number, day)) return null
  if (day && isDayAfterMonth(tokens, day)) return monthDays(tokens, at, month.number, day)
  const year = yearAfter(tokens, month.next, isDash(wordAt(tokens, month.next)))
  if (year) {
    return [calendarMatch(at, year.next, { year: year.year, month: month.number }, null, 'month-year')]
  }
  const pointed = monthOfPointedYear(tokens, at, month)
  if (pointed) return [pointed]
  if (!isBareMonth(tokens, at, month.abbreviated)) return null
  return [calendarMatch(at, month.next, { year: null, month: month.number }, null, 'month-year')]
}

/** "the September 11th attacks": the date names the event and is not meant as one. */
function isNamedAfterDate(tokens: Tokens, month: number, { day, next }: DayNumber): boolean {
  return month === 9 && day === 11 && /^(attacks?|terror(ist)?|hijack(ers|ings))$/.test(wordAt(tokens, next))
}

/** The day, and the further days of a range or list that follow a month: "March 12–14 and 18, 2011". */
function monthDays(tokens: Tokens, at: number, month: number, first: DayNumber): Match[] {
  const days = [{ day: first, closesRange: false }]
  let next = first.next
  while (days.length < longestDayList) {
    const mark = wordAt(tokens, next)
    const isRange = isDash(mark) || mark === 'to' || mark === 'through'
    if (!isRange && mark !== 'and' && mark !== '&') break
    const day = dayAt(tokens, next + 1)
    if (!day || monthAt(tokens, day.next) || isCounted(tokens, day.next) || !isDayAfterMonth(tokens, day))
      break
    days.push({ day, closesRange: isRange })
    next = day.next
  }
  const year = yearAfter(tokens, next, false)
  return days.map(({ day, closesRange }, index) => {
    const start = index === 0 ? at : day.next - 1
    const end = index === days.length - 1 ? (year?.next ?? day.next) : day.next
    const form: DateForm = day.ordinal ? 'month-ordinal' : 'month-day'
    return { ...calendarMatch(start, end, { year: year?.year ?? null, month }, day, form), closesRange }
  })
}

/** Whether a noun follows that a number counts, so that "March 12 to 15 people" is no range of days. */
function isCounted(tokens: Tokens, at: number): boolean {
  const word = wordAt(tokens, at)
  return word === '%' || word === 'percent' || word === 'per' || word === 'people' || word === 'million'
}

function isDayAfterMonth(tokens: Tokens, day: DayNumber): boolean {
  const after = wordAt(tokens, day.next)
  if (after === ':' && touches(tokens, day.next)) return false
  if (!day.ordinal && day.day > 31 && !yearAfter(tokens, day.next, false)) return false
  return !(
    after === '%' ||
    after === 'percent' ||
    (after === '.' && digitsAt(tokens, day.next + 1, 1, 9) !== null && touches(tokens, day.next + 1))
  )
}

function dayAt(tokens: Tokens, at: number): DayNumber | null {
  const plain = digitsAt(tokens, at, 1, 2)
  if (plain !== null) return { day: plain, next: at + 1, ordinal: false, defects: [] }
  const ordinal = ordinalAt(tokens, at)
  if (!ordinal || ordinal.value > 99) return null
  const right = ordinalSuffix(ordinal.value)
  const defects: Defect[] =
    ordinal.suffix && ordinal.suffix !== right
      ? [
          {
            kind: 'wrong-ordinal',
            detail: `${ordinal.value}${ordinal.suffix} should be ${ordinal.value}${right}`,
          },
        ]
      : []
  return { day: ordinal.value, next: ordinal.next, ordinal: true, defects }
}

/** The suffix that English writes after an ordinal in digits. */
export function ordinalSuffix(value: number): string {
  const tens = value % 100
  if (tens >= 11 && tens <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

function monthAt(tokens: Tokens, at: number): { number: number; next: number; abbreviated: boolean } | null {
  const token = tokens[at]
  if (!token || token.kind !== 'word') return null
  const number = months.get(token.lower)
  if (number === undefined) return null
  const abbreviated = token.lower.length <= 4 && !['may', 'june', 'july'].includes(token.lower)
  return { number, abbreviated, next: abbreviated ? skipStop(tokens, at + 1) : at + 1 }
}

function skipStop(tokens: Tokens, at: number): number {
  return wordAt(tokens, at) === '.' && touches(tokens, at) ? at + 1 : at
}

/** A four-digit year, or an apostrophe and two digits, after a day or month. */
function yearAfter(tokens: Tokens, at: number, hyphenated: boolean): { year: number; next: number } | null {
  let next = at
  if (wordAt(tokens, next) === ',' || wordAt(tokens, next) === 'of' || hyphenated) next++
  if (wordAt(tokens, next) === 'in') next++
  const year = digitsAt(tokens, next, 4, 4)
  if (year !== null && year >= 1000 && year < 3000 && !isGroupedOn(tokens, next + 1))
    return { year, next: next + 1 }
  const short = digitsAt(tokens, next + 1, 2, 2)
  const apostrophe = wordAt(tokens, next)
  if (
    (apostrophe === "'" || apostrophe === '’' || apostrophe === '‘') &&
    short !== null &&
    touches(tokens, next + 1)
  ) {
    return { year: fullYear(short), next: next + 2 }
  }
  return null
}

function isGroupedOn(tokens: Tokens, at: number): boolean {
  return wordAt(tokens, at) === '/' && touches(tokens, at) && digitsAt(tokens, at + 1, 2, 4) === null
}

const monthPrepositions = new Set(
  'in since by until till from to during of through before after late early mid between this last next for and or every each around'.split(
    ' ',
  ),
)

/** Whether a month stands alone as a date. Names that are words or given names too need a preposition before them. */
function isBareMonth(tokens: Tokens, at: number, abbreviated: boolean): boolean {
  const token = tokens[at]
  if (!token?.capital || abbreviated) return false
  const before = wordAt(tokens, at - 1)
  const after = tokens[at + 1]
  if (monthPrepositions.has(before) || (isDash(before) && isBareMonthRange(tokens, at))) {
    return !(
      ambiguousMonths.has(token.lower) &&
      after?.capital &&
      after.kind === 'word' &&
      after.lower !== 'i'
    )
  }
  if (ambiguousMonths.has(token.lower)) {
    return before === 'mid-' || (isDash(wordAt(tokens, at + 1)) && months.has(wordAt(tokens, at + 2)))
  }
  return true
}

/** "October of next year", "June last year". */
function monthOfPointedYear(
  tokens: Tokens,
  at: number,
  month: { number: number; next: number },
): Match | null {
  const pointer = wordAt(tokens, month.next) === 'of' ? month.next + 1 : month.next
  const shift = ({ last: -1, this: 0, next: 1 } as const)[wordAt(tokens, pointer)]
  if (shift === undefined || wordAt(tokens, pointer + 1) !== 'year') return null
  return {
    first: at,
    next: pointer + 2,
    meaning: { kind: 'month', month: month.number, shift, ofYear: true },
  }
}

function isBareMonthRange(tokens: Tokens, at: number): boolean {
  const before = wordAt(tokens, at - 2)
  return months.has(before) || before === 'mid' || isYearContext(before)
}

type SaidFields = Pick<CalendarMeaning, 'year' | 'month'>

function calendarMatch(
  first: number,
  next: number,
  said: SaidFields,
  day: DayNumber | null,
  form: DateForm,
): Match {
  const meaning: CalendarMeaning = {
    kind: 'calendar',
    year: said.year,
    month: said.month,
    day: day?.day ?? null,
    weekday: null,
  }
  return { first, next, meaning, form, defects: [...(day?.defects ?? []), ...dayDefects(meaning)] }
}

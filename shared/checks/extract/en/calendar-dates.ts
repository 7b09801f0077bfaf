import { dayDefects } from './day-defects.js'
import type { CalendarMeaning, Clock, DateForm, Defect, Match } from '../expression.js'
import { ordinalAt, ordinalSuffix } from './counts.js'
import { ambiguousMonths, months } from './calendar-words.js'
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

/** Longer lists of days are no dates; the bound keeps the look ahead short on any input. */
const longestDayList = 8

/** "4 May 2011", "4th of May", "the fourth of May, 2011", "12–14 March 2011", "12, 13 and 14 March". */
export function parseDayMonth(tokens: Tokens, at: number, listed = 0): Match[] | null {
  const day = dayAt(tokens, at)
  if (!day || continuesNumber(tokens, at)) return null
  const list = listed < longestDayList ? parseSharedMonth(tokens, at, day, listed + 1) : null
  if (list) return list
  let next = day.next
  if (day.ordinal && wordAt(tokens, next) === 'day' && wordAt(tokens, next + 1) === 'of') next += 2
  else if (wordAt(tokens, next) === 'of') next++
  else if (isDash(wordAt(tokens, next)) && touches(tokens, next)) next++
  const month = monthAt(tokens, next)
  if (!month || (month.abbreviated && !tokens[next]?.capital && month.number === 3)) return null
  const year = yearAfter(tokens, month.next, next - day.next === 1 && isDash(wordAt(tokens, day.next)))
  if (!year && !day.ordinal && wordAt(tokens, next) === 'may' && !tokens[next]?.capital) return null
  if (!year && (isAddress(tokens, month.next) || isCountedBefore(tokens, at, day, month.next))) return null
  const form: DateForm = day.ordinal ? 'ordinal-month' : 'day-month'
  return [
    calendarMatch(at, year?.next ?? month.next, { year: year?.year ?? null, month: month.number }, day, form),
  ]
}

const streetWords = new Set(
  'street road lane close avenue drive court house grove place terrace way square crescent'.split(' '),
)

/** "31 April Close": a house number and a street that is called after a month. */
function isAddress(tokens: Tokens, at: number): boolean {
  return tokens[at]?.capital === true && streetWords.has(wordAt(tokens, at))
}

/** "2.4.0 June 30": the end of a version or time. */
function continuesNumber(tokens: Tokens, at: number): boolean {
  const mark = wordAt(tokens, at - 1)
  return (
    (mark === '.' || mark === ':') &&
    touches(tokens, at) &&
    touches(tokens, at - 1) &&
    isNumber(tokens, at - 2)
  )
}

function isNumber(tokens: Tokens, at: number): boolean {
  return tokens[at]?.kind === 'number'
}

/** "98 Jul 30", "0 June entries": a number that cannot be a day, before a date of its own or nothing that dates take. */
function isCountedBefore(tokens: Tokens, at: number, { day }: DayNumber, next: number): boolean {
  if (day === 0 && wordAt(tokens, at - 1) !== 'on') return true
  return day > 31 && digitsAt(tokens, next, 1, 2) !== null
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
  const stamped = yearBehindTime(tokens, first.next)
  if (stamped)
    return [
      {
        ...calendarMatch(at, stamped.next, { year: stamped.year, month }, first, 'month-day'),
        clock: stamped.clock,
      },
    ]
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

/** "17 18:41:07 2015", "17 18:41:07 GMT 2015": a time between the day and the year, as mail and logs write it. */
function yearBehindTime(tokens: Tokens, at: number): { year: number; next: number; clock: Clock } | null {
  const hour = digitsAt(tokens, at, 2, 2)
  const minute = digitsAt(tokens, at + 2, 2, 2)
  if (hour === null || minute === null || wordAt(tokens, at + 1) !== ':' || hour > 24 || minute > 59)
    return null
  const hasSeconds = wordAt(tokens, at + 3) === ':' && digitsAt(tokens, at + 4, 2, 2) !== null
  const zoneAt = hasSeconds ? at + 5 : at + 3
  const zone = tokens[zoneAt]
  const isZone = zone?.kind === 'word' && zone.capital && zone.lower.length >= 2 && zone.lower.length <= 6
  const yearAt = isZone ? zoneAt + 1 : zoneAt
  const year = digitsAt(tokens, yearAt, 4, 4)
  if (year === null || year < 1900 || year > 2199) return null
  const utc = isZone && /^(utc|gmt)$/.test(zone.lower)
  return { year, next: yearAt + 1, clock: { hour, minute, half: null, utc } }
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

function monthAt(tokens: Tokens, at: number): { number: number; next: number; abbreviated: boolean } | null {
  const token = tokens[at]
  if (!token || token.kind !== 'word') return null
  const number = months.get(token.lower)
  if (number === undefined) return null
  const abbreviated = token.lower.length <= 4 && !['may', 'june', 'july'].includes(token.lower)
  return { number, abbreviated, next: abbreviated ? skipStop(tokens, at + 1) : at + 1 }
}

/** The token behind a full stop that touches the word before it, as in "Sept."; otherwise the same token. */
export function skipStop(tokens: Tokens, at: number): number {
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
    meaning: { kind: 'month', month: month.number, shift, from: 'speech', ofYear: true },
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

import type { Match, Meaning, Shift } from '../expression.js'
import { months, weekdays } from './calendar-words.js'
import { ordinalAt } from './counts.js'
import { digitsAt, isDash, type Tokens, wordAt } from './token-tests.js'
import { units } from './unit-words.js'

/** "the first Monday in May 2011", "last Thursday of November": a weekday counted in its month. */
export function parseNthWeekday(tokens: Tokens, at: number): Match[] | null {
  const ordinal = wordAt(tokens, at) === 'last' ? { value: -1, next: at + 1 } : ordinalAt(tokens, at)
  if (!ordinal || ordinal.value > 5 || ordinal.value === 0) return null
  const weekday = weekdays.get(wordAt(tokens, ordinal.next))
  const link = wordAt(tokens, ordinal.next + 1)
  if (!weekday || (link !== 'of' && link !== 'in')) return null
  const monthAt = ordinal.next + 2
  const pointed = pointedMonthAt(tokens, monthAt)
  if (pointed) {
    const meaning: Meaning = {
      kind: 'nth-weekday',
      nth: ordinal.value,
      weekday,
      month: null,
      year: null,
      ...pointed,
    }
    return [{ first: at, next: monthAt + 2, meaning }]
  }
  const month = months.get(wordAt(tokens, monthAt))
  if (!month || !tokens[monthAt]?.capital) return null
  const yearAt = /^(,|of)$/.test(wordAt(tokens, monthAt + 1)) ? monthAt + 2 : monthAt + 1
  const year = digitsAt(tokens, yearAt, 4, 4)
  const isYear = year !== null && year >= 1000 && year < 3000
  return [
    {
      first: at,
      next: isYear ? yearAt + 1 : monthAt + 1,
      meaning: {
        kind: 'nth-weekday',
        nth: ordinal.value,
        weekday,
        month,
        year: isYear ? year : null,
        shift: 0,
      },
    },
  ]
}

/** "this month", "next month", "last month". */
function pointedMonthAt(tokens: Tokens, at: number): { shift: Shift } | null {
  const shift = ({ last: -1, this: 0, next: 1 } as const)[wordAt(tokens, at)]
  return shift !== undefined && wordAt(tokens, at + 1) === 'month' ? { shift } : null
}

const inARow = new Set(['consecutive', 'straight', 'successive', 'running'])

/** "for a second consecutive day", "fourth week in a row": the unit that the text is speaking of closes a row. */
export function parseNthUnit(tokens: Tokens, at: number): Match[] | null {
  const ordinal = ordinalAt(tokens, at)
  if (!ordinal || ordinal.value < 2) return null
  const adjective = wordAt(tokens, ordinal.next)
  const isRow = inARow.has(adjective)
  const place = isRow ? ordinal.next + 1 : ordinal.next
  const unit = units.get(wordAt(tokens, place))
  if (!unit || unit === 'second' || unit === 'minute' || wordAt(tokens, place).endsWith('s')) return null
  if (!isRow && !closesRow(tokens, place + 1)) return null
  return [{ first: at, next: place + 1, meaning: { kind: 'shifted', unit, shift: 0, from: 'focus' } }]
}

function closesRow(tokens: Tokens, at: number): boolean {
  const word = wordAt(tokens, at)
  return (
    word === 'running' ||
    (word === 'in' && wordAt(tokens, at + 1) === 'a' && wordAt(tokens, at + 2) === 'row')
  )
}

/** What may follow a day of the month that stands without its month; a noun would be counted by it ("the 5th floor"). */
const afterDay = new Set(
  'and but to at in with when after before for by as while he she they it is are was were will would the'.split(
    ' ',
  ),
)

const dayLeads = new Set(['on', 'by', 'until', 'till', 'since', 'from', 'before'])

/** "on the 5th", "the 20th of next month": a day of the month spoken of or pointed at. */
export function parseDayOfMonth(tokens: Tokens, at: number): Match[] | null {
  const ordinal = ordinalAt(tokens, at)
  if (!ordinal || ordinal.value < 1 || ordinal.value > 31) return null
  const meaning: Meaning = { kind: 'day-of-month', day: ordinal.value, weekday: null, shift: null }
  const pointed = wordAt(tokens, at + 1) === 'of' ? pointedMonthAt(tokens, at + 2) : null
  if (pointed) return [{ first: at, next: at + 4, meaning: { ...meaning, ...pointed } }]
  if (wordAt(tokens, at - 1) !== 'the' || !dayLeads.has(wordAt(tokens, at - 2))) return null
  return endsDay(tokens, at + 1) ? [{ first: at, next: at + 1, meaning }] : null
}

/** Whether a clause goes on or ends behind a day, rather than a noun that it counts ("the 5th and 6th floors"). */
function endsDay(tokens: Tokens, at: number): boolean {
  const after = tokens[at]
  if (!after) return true
  if (after.kind !== 'word') return after.kind === 'mark' && !isDash(after.lower)
  return afterDay.has(after.lower) && !(after.lower === 'and' && ordinalAt(tokens, at + 1))
}

/** "Friday the 15th": a weekday with its day and no month; "Friday the 13th" is a byword. */
export function parseWeekdayTheDay(tokens: Tokens, at: number): Match[] | null {
  const weekday = weekdays.get(wordAt(tokens, at))
  if (!weekday || !tokens[at]?.capital || wordAt(tokens, at + 1) !== 'the') return null
  const ordinal = tokens[at + 2]?.kind === 'mixed' ? ordinalAt(tokens, at + 2) : null
  if (!ordinal || ordinal.value < 1 || ordinal.value > 31 || !endsDay(tokens, at + 3)) return null
  if (weekday === 5 && ordinal.value === 13) return null
  const meaning: Meaning = { kind: 'day-of-month', day: ordinal.value, weekday, shift: null }
  return [{ first: at, next: at + 3, meaning }]
}

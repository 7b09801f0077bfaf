import type { Defect, Match, Meaning, Origin, Shift } from '../expression.js'
import { countAt, ordinalAt } from './counts.js'
import { dayParts, months, seasons, weekdays } from './calendar-words.js'
import { durationValue } from './durations.js'
import { parseNthWeekday } from './nth.js'
import { digitsAt, isDash, type Tokens, wordAt } from './token-tests.js'
import { type Unit, units } from './unit-words.js'

interface Pointer {
  shift: Shift
  from: Origin
}

/** Words that point at a unit from the day of speech, or from the date spoken of last. */
const pointers: ReadonlyMap<string, Pointer> = new Map<string, Pointer>([
  ['last', { shift: -1, from: 'speech' }],
  ['past', { shift: -1, from: 'speech' }],
  ['next', { shift: 1, from: 'speech' }],
  ['coming', { shift: 1, from: 'speech' }],
  ['upcoming', { shift: 1, from: 'speech' }],
  ['this', { shift: 0, from: 'speech' }],
  ['current', { shift: 0, from: 'speech' }],
  ['following', { shift: 1, from: 'focus' }],
  ['previous', { shift: -1, from: 'focus' }],
  ['preceding', { shift: -1, from: 'focus' }],
  ['prior', { shift: -1, from: 'focus' }],
  ['same', { shift: 0, from: 'focus' }],
  ['that', { shift: 0, from: 'focus' }],
])

export const pointerWords = [...pointers.keys()]

/** "last Wednesday", "next month", "this summer", "the following day", "the past two years", "last night". */
export function parsePointer(tokens: Tokens, at: number): Match[] | null {
  const pointer = pointers.get(wordAt(tokens, at))
  if (!pointer) return null
  const { shift, from } = pointer
  const next = at + 1
  const word = wordAt(tokens, next)
  const weekday = weekdays.get(word)
  if (weekday && word.length > 3) {
    const counted = wordAt(tokens, at) === 'last' ? parseNthWeekday(tokens, at) : null
    if (counted) return counted
    return parsePointedWeekday(tokens, at, { kind: 'weekday', weekday, shift, from })
  }
  const month = months.get(word)
  if (month && (tokens[next]?.capital || (word.length > 4 && from === 'speech')))
    return pointedMonth(tokens, at, month, pointer)
  const season = seasons.get(word)
  if (season) return [{ first: at, next: next + 1, meaning: { kind: 'season', season, year: null, shift } }]
  const before = samePeriod(tokens, at)
  if (before) return before
  if (dayParts.has(word)) return pointedPart(tokens, at, pointer)
  if (word === 'time') return thatTime(tokens, at)
  return (
    pointedUnit(tokens, at, pointer) ??
    countedPeriod(tokens, at, pointer) ??
    pointedQuarter(tokens, at, pointer)
  )
}

/** "the same period last year", "the same month of the previous year", "the same quarter a year earlier". */
function samePeriod(tokens: Tokens, at: number): Match[] | null {
  if (wordAt(tokens, at) !== 'same' || !/^(period|month|quarter|week|time|day)$/.test(wordAt(tokens, at + 1)))
    return null
  let next = at + 2
  if (wordAt(tokens, next) === 'of' || wordAt(tokens, next) === 'in') next++
  if (wordAt(tokens, next) === 'the' || wordAt(tokens, next) === 'a') next++
  const [one, two] = [wordAt(tokens, next), wordAt(tokens, next + 1)]
  const isLast = (one === 'last' || one === 'previous' || one === 'prior') && two === 'year'
  const isEarlier = one === 'year' && (two === 'earlier' || two === 'before' || two === 'ago')
  return isLast || isEarlier ? [{ first: at, next: next + 2, meaning: { kind: 'year-before' } }] : null
}

function parsePointedWeekday(tokens: Tokens, at: number, meaning: Meaning): Match[] {
  const part = dayParts.get(wordAt(tokens, at + 2))
  return [{ first: at, next: part ? at + 3 : at + 2, meaning, ...(part ? { dayPart: part } : {}) }]
}

/** "last September", "that December"; "that" may also be the conjunction: "said that March was cold". */
function pointedMonth(tokens: Tokens, at: number, month: number, { shift, from }: Pointer): Match[] | null {
  if (
    from === 'focus' &&
    /^(was|were|is|are|had|has|will|would|could|can|said)$/.test(wordAt(tokens, at + 2))
  )
    return null
  if (digitsAt(tokens, at + 2, 1, 4) !== null || ordinalAt(tokens, at + 2)) return null
  return [{ first: at, next: at + 2, meaning: { kind: 'month', month, shift, from } }]
}

/** "by that time", "since that time". */
function thatTime(tokens: Tokens, at: number): Match[] | null {
  const led = /^(by|at|since|until|before|after)$/.test(wordAt(tokens, at - 1))
  if (wordAt(tokens, at) !== 'that' || !led) return null
  return [{ first: at, next: at + 2, meaning: { kind: 'that-time' } }]
}

/** "this morning", "last night", "that evening". */
function pointedPart(tokens: Tokens, at: number, { shift, from }: Pointer): Match[] {
  const dayPart = dayParts.get(wordAt(tokens, at + 1)) ?? 'XX'
  return [{ first: at, next: at + 2, meaning: { kind: 'shifted', unit: 'day', shift, from }, dayPart }]
}

function pointedUnit(tokens: Tokens, at: number, { shift, from }: Pointer): Match[] | null {
  const pointer = wordAt(tokens, at)
  const isFiscal = wordAt(tokens, at + 1) === 'fiscal' || wordAt(tokens, at + 1) === 'financial' ? 1 : 0
  const word = wordAt(tokens, at + 1 + isFiscal)
  const unit = units.get(word)
  if (!unit || word.endsWith('s') || unit === 'second' || unit === 'minute') return null
  const next = at + 2 + isFiscal
  if (pointer === 'past' && unit !== 'weekend') return [duration(at, next, 1, unit)]
  if (pointer === 'last' && unit === 'day') return null
  if ((pointer === 'that' || pointer === 'this') && (word === 'min' || word === 'hr')) return null
  if (isDash(wordAt(tokens, next)) && pointer !== 'this') return null
  const weekday = unit === 'week' && from === 'speech' ? weekdayOfWeek(tokens, at, next, shift) : null
  if (weekday) return weekday
  if (wordAt(tokens, next) === 'of' && wordAt(tokens, at - 1) === 'the') return null
  const origin: Origin = pointer === 'next' && unit === 'day' ? 'focus' : from
  return [{ first: at, next, meaning: { kind: 'shifted', unit, shift, from: origin } }]
}

/** "next week on Friday", "this week Friday". */
function weekdayOfWeek(tokens: Tokens, at: number, next: number, shift: Shift): Match[] | null {
  const place = wordAt(tokens, next) === 'on' ? next + 1 : next
  const weekday = weekdays.get(wordAt(tokens, place))
  const after = tokens[place + 1]
  if (
    !weekday ||
    wordAt(tokens, place).length < 6 ||
    (after && after.kind !== 'word' && after.kind !== 'mark')
  )
    return null
  if (months.has(after?.lower ?? '') || (after?.lower === ',' && tokens[place + 2]?.kind !== 'word'))
    return null
  return [
    {
      first: at,
      next: place + 1,
      meaning: { kind: 'weekday', weekday, shift, from: 'speech', ofWeek: true },
    },
  ]
}

/** "the past two years", "the last few weeks", "the next five days": a duration that touches the day of speech. */
function countedPeriod(tokens: Tokens, at: number, { shift }: Pointer): Match[] | null {
  if (shift === 0) return null
  const count = countAt(tokens, at + 1)
  if (!count || wordAt(tokens, at + 1) === 'a') {
    const plural = units.get(wordAt(tokens, at + 1))
    return plural && wordAt(tokens, at + 1).endsWith('s') && plural !== 'second'
      ? [duration(at, at + 2, null, plural)]
      : null
  }
  const unit = units.get(wordAt(tokens, count.next))
  return unit && unit !== 'second' ? [duration(at, count.next + 1, count.value, unit)] : null
}

function duration(first: number, next: number, amount: number | null, unit: Unit): Match {
  return { first, next, meaning: { kind: 'duration', value: durationValue(amount, unit), amount, unit } }
}

/** "this year's third quarter" starts at the ordinal; "last third quarter" is rare and read here. */
function pointedQuarter(tokens: Tokens, at: number, { shift }: Pointer): Match[] | null {
  const quarter = ordinalQuarter(tokens, at + 1)
  return (
    quarter && [
      { first: at, next: quarter.next, meaning: { kind: 'quarter', part: quarter.part, year: null, shift } },
    ]
  )
}

/** "the third quarter of 2011", "first-quarter", "second half of last year". */
export function parseQuarter(tokens: Tokens, at: number): Match[] | null {
  const quarter = ordinalQuarter(tokens, at)
  if (!quarter) return null
  return [{ first: at, ...withYear(tokens, quarter.next, quarter.part) }]
}

/** "Q3", "Q3 2011", "H1 2009", and "2011 Q3" from the year. */
export function parseQuarterCode(tokens: Tokens, at: number): Match[] | null {
  const code = /^(q[1-4]|h[12])$/.exec(wordAt(tokens, at))
  if (!tokens[at]?.capital) return null
  if (!code) return noSuchQuarter(tokens, at)
  return [{ first: at, ...withYear(tokens, at + 1, (code[1] ?? '').toUpperCase()) }]
}

/** "Q5 2019": it is only one where a year stands behind it; else it may number a question. */
function noSuchQuarter(tokens: Tokens, at: number): Match[] | null {
  const year = digitsAt(tokens, at + 1, 4, 4)
  if (!/^q[05-9]$/.test(wordAt(tokens, at)) || year === null || year < 1900 || year > 2199) return null
  const meaning: Meaning = { kind: 'calendar', year, month: null, day: null, weekday: null }
  const defects: Defect[] = [{ kind: 'no-such-month', detail: 'a year has four quarters' }]
  return [{ first: at, next: at + 2, meaning, form: 'year', defects }]
}

function ordinalQuarter(tokens: Tokens, at: number): { part: string; next: number } | null {
  const ordinal = wordAt(tokens, at) === 'final' ? { value: 4, next: at + 1 } : ordinalAt(tokens, at)
  if (!ordinal) return null
  const next = isDash(wordAt(tokens, ordinal.next)) ? ordinal.next + 1 : ordinal.next
  const word = wordAt(tokens, next)
  if (word === 'fiscal' && wordAt(tokens, next + 1) === 'quarter') return null
  if (word === 'quarter' && ordinal.value >= 1 && ordinal.value <= 4)
    return { part: `Q${ordinal.value}`, next: next + 1 }
  if (word === 'half' && ordinal.value >= 1 && ordinal.value <= 2 && wordAt(tokens, next + 1) === 'of') {
    return isYearPhrase(tokens, next + 2) ? { part: `H${ordinal.value}`, next: next + 1 } : null
  }
  return null
}

function isYearPhrase(tokens: Tokens, at: number): boolean {
  const word = wordAt(tokens, at)
  if (digitsAt(tokens, at, 4, 4) !== null) return true
  return (
    (word === 'this' || word === 'last' || word === 'next' || word === 'the') &&
    wordAt(tokens, at + 1) === 'year'
  )
}

function withYear(tokens: Tokens, at: number, part: string): { next: number; meaning: Meaning } {
  const linked =
    wordAt(tokens, at) === 'of' || wordAt(tokens, at) === 'in' || wordAt(tokens, at) === ',' ? at + 1 : at
  const year = digitsAt(tokens, linked, 4, 4)
  if (year !== null && year >= 1000 && year < 3000)
    return { next: linked + 1, meaning: { kind: 'quarter', part, year, shift: null } }
  const pointer = pointers.get(wordAt(tokens, linked))
  if (pointer && pointer.from === 'speech' && wordAt(tokens, linked + 1) === 'year') {
    return { next: linked + 2, meaning: { kind: 'quarter', part, year: null, shift: pointer.shift } }
  }
  return { next: at, meaning: { kind: 'quarter', part, year: null, shift: null } }
}

/** "a day earlier", "the year before", "the day after": one unit from the date spoken of last. */
export function parseUnitBefore(tokens: Tokens, at: number): Match[] | null {
  const unit = units.get(wordAt(tokens, at))
  if (!unit || unit === 'second' || wordAt(tokens, at - 1) !== 'the') return null
  const word = wordAt(tokens, at + 1)
  const deictic = wordAt(tokens, at + 2)
  if (
    unit === 'day' &&
    (word === 'before' || word === 'after') &&
    (deictic === 'yesterday' || deictic === 'tomorrow')
  ) {
    const sign = word === 'before' ? -1 : 1
    return [{ first: at, next: at + 3, meaning: { kind: 'offset', amount: 2, unit, sign, from: 'speech' } }]
  }
  if (word !== 'before' && word !== 'after') return null
  const after = tokens[at + 2]
  if (after && after.kind === 'word') return null
  return [
    {
      first: at,
      next: at + 2,
      meaning: { kind: 'shifted', unit, shift: word === 'before' ? -1 : 1, from: 'focus' },
    },
  ]
}

/** "by year-end", "at month-end". */
export function parseUnitEnd(tokens: Tokens, at: number): Match[] | null {
  const unit = units.get(wordAt(tokens, at))
  if (
    (unit !== 'year' && unit !== 'month') ||
    !isDash(wordAt(tokens, at + 1)) ||
    wordAt(tokens, at + 2) !== 'end'
  )
    return null
  if (!/^(by|at|before|until|till|of|since)$/.test(wordAt(tokens, at - 1))) return null
  return [{ first: at, next: at + 3, meaning: { kind: 'shifted', unit, shift: 0, from: 'speech' } }]
}

/** "fiscal 2009", "fiscal year 2009", "FY2009", "FY 2009". */
export function parseFiscal(tokens: Tokens, at: number): Match[] | null {
  const word = wordAt(tokens, at)
  const glued = /^fy(\d{4}|\d{2})$/.exec(word)
  if (glued) {
    const year = Number(glued[1])
    return [{ first: at, next: at + 1, meaning: { kind: 'fiscal', year: year < 100 ? 2000 + year : year } }]
  }
  const next = wordAt(tokens, at + 1) === 'year' ? at + 2 : at + 1
  const year = digitsAt(tokens, next, 4, 4)
  return year === null ? null : [{ first: at, next: next + 1, meaning: { kind: 'fiscal', year } }]
}

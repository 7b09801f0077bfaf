import type { CalendarMeaning, Clock, Defect, Match } from '../expression.js'
import { dayDefects } from './day-defects.js'
import { digitsAt, type Tokens, touches, wordAt } from './token-tests.js'
import { fullYear } from './two-digit-year.js'

/**
 * "2011-05-04", "2011/05/04", "2011.05.04": a date with the year first; the separators must be the same and touch the
 * digits. With points and a day or month that is none it is a version ("2019.2.0").
 */
export function parseIsoDate(tokens: Tokens, at: number): Match[] | null {
  const mark = wordAt(tokens, at + 1)
  const year = digitsAt(tokens, at, 4, 4)
  if (year === null || (mark !== '-' && mark !== '/' && mark !== '.')) return null
  const month = digitsAt(tokens, at + 2, mark === '-' ? 2 : 1, 2)
  const stamp = mark === '-' ? timestampAt(tokens, at + 4) : null
  const day = stamp?.day ?? digitsAt(tokens, at + 4, mark === '-' ? 2 : 1, 2)
  if (month === null || day === null || wordAt(tokens, at + 3) !== mark || !isTight(tokens, at)) return null
  if (year < 1000 || year > 2999 || continues(tokens, at + 5, mark) || continuesBefore(tokens, at, mark))
    return null
  if (isLabel(tokens, at - 1)) return null
  const date = numericMatch(at, { year, month, day }, 'iso', [])
  if (stamp) return [{ ...date, next: stamp.next, clock: stamp.clock }]
  return mark === '.' && date.defects?.length ? null : [date]
}

/** "31T10:22:05Z": the day and the time of an ISO timestamp. */
function timestampAt(tokens: Tokens, at: number): { day: number; next: number; clock: Clock } | null {
  const parts = /^(\d{2})t(\d{2})$/.exec(wordAt(tokens, at))
  const minute = /^(\d{2})(z?)$/.exec(wordAt(tokens, at + 2))
  if (!parts || !minute || wordAt(tokens, at + 1) !== ':' || !touches(tokens, at + 2)) return null
  const second = wordAt(tokens, at + 3) === ':' ? /^\d{2}(?:\.\d+)?(z?)$/.exec(wordAt(tokens, at + 4)) : null
  const clock: Clock = {
    hour: Number(parts[2]),
    minute: Number(minute[1]),
    half: null,
    utc: (second ?? minute).at(-1) === 'z',
  }
  return { day: Number(parts[1]), next: second ? at + 5 : at + 3, clock }
}

/**
 * "4/5/2011", "04.05.2011", "4-5-2011", "7/8/07". Which number is the day is told by the one above 12; when both could
 * be, dots and hyphens are read day first and slashes month first, as most who write them do.
 */
export function parseNumericDate(tokens: Tokens, at: number): Match[] | null {
  const mark = wordAt(tokens, at + 1)
  if (mark !== '/' && mark !== '.' && mark !== '-') return null
  const a = digitsAt(tokens, at, 1, 2)
  const b = digitsAt(tokens, at + 2, 1, 2)
  if (a === null || b === null || wordAt(tokens, at + 3) !== mark || !isTight(tokens, at)) return null
  const year = numericYear(tokens, at + 4, mark)
  if (year === null || continues(tokens, at + 5, mark) || continuesBefore(tokens, at, mark)) return null
  if (mark !== '/' && (a === 0 || b === 0 || year < 1500 || year > 2199)) return null
  if (isLabel(tokens, at - 1)) return null
  const monthFirst = b > 12 || (a <= 12 && mark === '/')
  const [month, day] = monthFirst ? [a, b] : [b, a]
  if (a > 12 && b > 12) return [numericMatch(at, { year, month: b, day: a }, 'numeric', noMonth(a, b))]
  return [numericMatch(at, { year, month, day }, 'numeric', [])]
}

/** Words before numbers that are no dates: "part no. 31-06-2031", "version 2019.13.04", "call 12-31-2012". */
const labels = new Set(
  (
    'no nos number numbers part parts item ref reference serial model version build section clause article figure fig table ' +
    'account card code sku isbn tel telephone phone fax call ring dial extension patent lot ip'
  ).split(' '),
)

/** Whether a label stands at `at`, with a full stop or colon behind it or none. */
function isLabel(tokens: Tokens, at: number): boolean {
  const word = wordAt(tokens, at)
  return labels.has(word === '.' || word === ':' ? wordAt(tokens, at - 1) : word)
}

function numericYear(tokens: Tokens, at: number, mark: string): number | null {
  const year = digitsAt(tokens, at, 4, 4)
  if (year !== null) return year >= 1000 && year < 3000 ? year : null
  const short = mark === '/' ? digitsAt(tokens, at, 2, 2) : null
  return short === null ? null : fullYear(short)
}

function noMonth(a: number, b: number): Defect[] {
  return [{ kind: 'no-such-month', detail: `neither ${a} nor ${b} can be a month` }]
}

/** Whether the five tokens of a numeric date touch one another. */
function isTight(tokens: Tokens, at: number): boolean {
  return [1, 2, 3, 4].every((step) => touches(tokens, at + step))
}

/** Whether more of the same chain follows, as in a version or a telephone number. */
function continues(tokens: Tokens, at: number, mark: string): boolean {
  const token = tokens[at]
  if (!token || token.spaced) return false
  if (token.kind !== 'mark') return true
  const next = tokens[at + 1]
  return token.lower === mark && next !== undefined && !next.spaced && next.kind !== 'mark'
}

function continuesBefore(tokens: Tokens, at: number, mark: string): boolean {
  if (!touches(tokens, at)) return false
  const before = tokens[at - 1]
  return before !== undefined && (before.kind !== 'mark' || before.lower === mark || before.lower === '/')
}

type Numbers = { year: number; month: number; day: number }

function numericMatch(at: number, numbers: Numbers, form: 'iso' | 'numeric', extra: Defect[]): Match {
  const meaning: CalendarMeaning = { kind: 'calendar', ...numbers, weekday: null }
  const defects = extra.length ? extra : dayDefects(meaning)
  return { first: at, next: at + 5, meaning, form, defects }
}

import type { Match, Meaning } from '../expression.js'
import {
  dayParts,
  feasts,
  holidayNouns,
  holidays,
  months,
  weekdayPlurals,
  weekdays,
} from './calendar-words.js'
import { setMatch } from './durations.js'
import { edges } from './modifiers.js'
import { isDash, type Tokens, wordAt } from './token-tests.js'
import { units } from './unit-words.js'
import { parseWeekdayDate } from './weekday-dates.js'

/** "today", "yesterday", "tomorrow", "tonight", each with the part of the day that may follow. */
export function parseDeictic(tokens: Tokens, at: number): Match[] | null {
  const word = wordAt(tokens, at)
  if (word === 'tonight') return [{ first: at, next: at + 1, meaning: dayShift(0), dayPart: 'NI' }]
  const shift = word === 'today' ? 0 : word === 'tomorrow' ? 1 : -1
  const dayPart = dayParts.get(wordAt(tokens, at + 1))
  return [
    { first: at, next: dayPart ? at + 2 : at + 1, meaning: dayShift(shift), ...(dayPart ? { dayPart } : {}) },
  ]
}

function dayShift(shift: -1 | 0 | 1): Meaning {
  return { kind: 'shifted', unit: 'day', shift, from: 'speech' }
}

/** A weekday alone, with the part of the day that may follow: "Wednesday afternoon". Abbreviations need more. */
export function parseWeekday(tokens: Tokens, at: number): Match[] | null {
  const token = tokens[at]
  const weekday = weekdays.get(token?.lower ?? '')
  if (!token?.capital || weekday === undefined || token.lower.length < 6) return null
  if (isPartOfName(tokens, at)) return null
  if (isInSet(tokens, at)) return [setMatch(at, at + 1, `XXXX-WXX-${weekday}`)]
  const ofWeek = shiftOfWeek(tokens, at + 1)
  if (ofWeek) {
    const meaning: Meaning = { kind: 'weekday', weekday, shift: ofWeek.shift, from: 'speech', ofWeek: true }
    return [{ first: at, next: ofWeek.next, meaning }]
  }
  const dayPart = dayParts.get(wordAt(tokens, at + 1))
  const meaning: Meaning = { kind: 'weekday', weekday, shift: null, from: 'speech' }
  return [{ first: at, next: dayPart ? at + 2 : at + 1, meaning, ...(dayPart ? { dayPart } : {}) }]
}

/** "every Tuesday and Thursday": the second weekday of a set. */
function isInSet(tokens: Tokens, at: number): boolean {
  const every = wordAt(tokens, at - 3)
  return (
    /^(and|or)$/.test(wordAt(tokens, at - 1)) &&
    weekdays.has(wordAt(tokens, at - 2)) &&
    (every === 'every' || every === 'each')
  )
}

/** "Friday last week", "Monday of this week": the week that holds the weekday. */
function shiftOfWeek(tokens: Tokens, at: number): { shift: -1 | 0 | 1; next: number } | null {
  const pointer = wordAt(tokens, at) === 'of' ? at + 1 : at
  const shift = ({ last: -1, this: 0, next: 1 } as const)[wordAt(tokens, pointer)]
  return shift !== undefined && wordAt(tokens, pointer + 1) === 'week' ? { shift, next: pointer + 2 } : null
}

const namedBefore = new Set([
  'black',
  'good',
  'ash',
  'bloody',
  'easter',
  'palm',
  'super',
  'shrove',
  'maundy',
  'holy',
  'cyber',
  'ruby',
  'man',
  'girl',
  'sheffield',
])
/** Nouns that make a kind of a weekday: "Sunday school". */
const namedKinds = new Set(['school', 'schools', 'best', 'roast', 'roasts', 'driver', 'drivers'])

const namedAfter = new Set(['times', 'night', 'herald', 'mail', 'post', 'telegraph', 'mirror', 'world'])

/** "Black Friday", "the Sunday Times": a weekday that belongs to a name. */
function isPartOfName(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1]
  if (before?.capital && namedBefore.has(before.lower)) return true
  const after = tokens[at + 1]
  if (after?.kind !== 'word') return false
  if (!after.capital) return namedKinds.has(after.lower)
  return namedAfter.has(after.lower) || leadsName(tokens, at)
}

/** "the Monday Club", "in Friday Harbor", ", Sunday River": what stands before no weekday stands before a name. */
function leadsName(tokens: Tokens, at: number): boolean {
  const after = wordAt(tokens, at + 1)
  if (months.has(after) || weekdays.has(after) || dayParts.has(after) || after === 'i') return false
  const lead = wordAt(tokens, at - 1)
  return /^(the|a|an|at|in|of|&)$/.test(lead)
}

/** "on Fridays", "Sundays". */
export function parseWeekdayPlural(tokens: Tokens, at: number): Match[] | null {
  const weekday = weekdayPlurals.get(wordAt(tokens, at))
  return weekday ? [setMatch(at, at + 1, `XXXX-WXX-${weekday}`)] : null
}

const references: ReadonlyMap<string, string> = new Map([
  ['currently', 'PRESENT_REF'],
  ['presently', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['recently', 'PAST_REF'],
  ['lately', 'PAST_REF'],
])

export const referenceWords = [...references.keys()]

/** Words for the present, the past or the future as a whole. */
export function parseReferenceWord(tokens: Tokens, at: number): Match[] | null {
  const value = references.get(wordAt(tokens, at))
  return value ? [referenceMatch(at, at + 1, value)] : null
}

function referenceMatch(first: number, next: number, value: string): Match {
  return { first, next, meaning: { kind: 'reference', value } }
}

/** "soon", except in "as soon as" and before another word of time ("soon after"). */
export function parseSoon(tokens: Tokens, at: number): Match[] | null {
  if (
    /^(as|too|how|so)$/.test(wordAt(tokens, at - 1)) ||
    /^(after|afterwards?|as)$/.test(wordAt(tokens, at + 1))
  )
    return null
  return [referenceMatch(at, at + 1, 'FUTURE_REF')]
}

/** "now", except as the connective that opens a sentence ("Now, ...") or in "now that". */
export function parseNow(tokens: Tokens, at: number): Match[] | null {
  const after = wordAt(tokens, at + 1)
  const before = wordAt(tokens, at - 1)
  if (after === 'that' || after === ',' || isDash(after) || isDash(before)) return null
  return [referenceMatch(at, at + 1, 'PRESENT_REF')]
}

/** "current" before a noun. */
export function parseCurrent(tokens: Tokens, at: number): Match[] | null {
  const token = tokens[at]
  if (token?.capital && at > 0) return null
  const after = tokens[at + 1]
  return after?.kind === 'word' ? [referenceMatch(at, at + 1, 'PRESENT_REF')] : null
}

/** "recent" and "in recent years". */
export function parseRecent(tokens: Tokens, at: number): Match[] | null {
  const unit = units.get(wordAt(tokens, at + 1))
  return [referenceMatch(at, unit ? at + 2 : at + 1, 'PAST_REF')]
}

/** "the future", "in future", "the near future", "the past", "the present", "the time being". */
export function parseEpoch(tokens: Tokens, at: number): Match[] | null {
  const word = wordAt(tokens, at)
  const before = wordAt(tokens, at - 1)
  const after = tokens[at + 1]
  if (word === 'moment') return atTheMoment(tokens, at)
  if (word === 'present' && before === 'at') return [referenceMatch(at, at + 1, 'PRESENT_REF')]
  if (after?.kind === 'word' && (word === 'past' || word === 'present') && !afterEpoch.has(after.lower))
    return null
  if (word === 'future') {
    const isNoun =
      !(after?.kind === 'word') ||
      after.lower === 'of' ||
      afterFuture.has(after.lower) ||
      (before === 'in' && pronouns.has(after.lower))
    const led = before === 'the' || before === 'in' || before === 'near' || before === 'foreseeable'
    return led && isNoun && after?.lower !== 'of' ? [referenceMatch(at, at + 1, 'FUTURE_REF')] : null
  }
  if (before !== 'the') return null
  if (word === 'past')
    return wordAt(tokens, at - 2) === 'in' ? [referenceMatch(at, at + 1, 'PAST_REF')] : null
  if (word === 'present')
    return wordAt(tokens, at - 2) === 'at' ? [referenceMatch(at, at + 1, 'PRESENT_REF')] : null
  return wordAt(tokens, at + 1) === 'being' ? [referenceMatch(at, at + 2, 'PRESENT_REF')] : null
}

/** "at the moment", but not "at the moment of impact". */
function atTheMoment(tokens: Tokens, at: number): Match[] | null {
  const after = wordAt(tokens, at + 1)
  if (wordAt(tokens, at - 1) !== 'the' || wordAt(tokens, at - 2) !== 'at') return null
  return after === 'of' || after === 'when' || after === 'that'
    ? null
    : [referenceMatch(at, at + 1, 'PRESENT_REF')]
}

/** Words that begin a clause behind "in the past" or "at present". */
const afterEpoch = new Set(
  'the a an this these those his her its their our my it he she they we you i there most many some all no and but'.split(
    ' ',
  ),
)

const afterFuture = new Set(
  'and but to as by if when is was will would may might can could holds held looks remains seems'.split(' '),
)
const pronouns = new Set(['it', 'he', 'she', 'they', 'we', 'you', 'i', 'there', 'will', 'would'])

/** Holidays on a fixed day of the year. */
export function parseHoliday(tokens: Tokens, at: number): Match[] | null {
  if (!tokens[at]?.capital) return null
  for (const [words, month, day] of holidays) {
    const next = endOfWords(tokens, at, words)
    if (next === null) continue
    if (!/\b(day|eve)$/.test(words) && holidayNouns.has(wordAt(tokens, next))) return null
    const year = yearAt(tokens, next)
    const meaning: Meaning = { kind: 'calendar', year, month, day, weekday: null }
    return [{ first: at, next: year === null ? next : next + 1, meaning }]
  }
  return null
}

/** "Easter", "Good Friday 2011"; before a date ("Ash Wednesday, 9 February 1921") it is the weekday that counts. */
export function parseFeast(tokens: Tokens, at: number): Match[] | null {
  if (!tokens[at]?.capital) return null
  for (const [words, feast] of feasts) {
    const next = endOfWords(tokens, at, words)
    if (next === null) continue
    if (holidayNouns.has(wordAt(tokens, next))) return null
    const dated = next > at + 1 ? parseWeekdayDate(tokens, next - 1) : null
    if (dated) return dated
    const year = yearAt(tokens, next)
    return [{ first: at, next: year === null ? next : next + 1, meaning: { kind: 'feast', feast, year } }]
  }
  return null
}

function yearAt(tokens: Tokens, at: number): number | null {
  const year = /^\d{4}$/.test(wordAt(tokens, at)) ? Number(wordAt(tokens, at)) : null
  return year !== null && year >= 1000 && year < 3000 ? year : null
}

function endOfWords(tokens: Tokens, at: number, words: string): number | null {
  let next = at
  for (const word of words.split(/ |(?='s)/)) {
    if (wordAt(tokens, next) !== word) return null
    next++
  }
  return next
}

/** "the day", "the weekend": the day or weekend spoken of, when nothing defines it ("the day of the vote"). */
export function parseTheUnit(tokens: Tokens, at: number): Match[] | null {
  const word = wordAt(tokens, at)
  if (wordAt(tokens, at - 1) !== 'the') return null
  if (word === 'weekend') return [{ first: at, next: at + 1, meaning: { kind: 'weekend' } }]
  if (word === 'year' && edges.has(wordAt(tokens, at - 3)) && wordAt(tokens, at - 2) === 'of') {
    return [{ first: at, next: at + 1, meaning: { kind: 'shifted', unit: 'year', shift: 0, from: 'speech' } }]
  }
  if (word !== 'day') return null
  const lead = wordAt(tokens, at - 2)
  const after = tokens[at + 1]
  const definesItself =
    after?.kind === 'word' &&
    !['at', 'in', 'on', 'with', 'down', 'up', 'and', 'by', 'to'].includes(after.lower)
  const closes = [
    'in',
    'on',
    'for',
    'during',
    'of',
    'ended',
    'ending',
    'end',
    'close',
    'closed',
    'closing',
    'finish',
    'finished',
    'finishing',
    'began',
  ].includes(lead)
  const isShaded = lead === 'in' && /^(late|early|later|earlier)$/.test(wordAt(tokens, at - 3))
  if ((definesItself && !isShaded) || !closes || wordAt(tokens, at - 3) === 'one') return null
  return [{ first: at, next: at + 1, meaning: { kind: 'shifted', unit: 'day', shift: 0, from: 'focus' } }]
}

/** "morning" and the like after "in the", "on the" or "during the". */
export function parseDayPart(tokens: Tokens, at: number): Match[] | null {
  const dayPart = dayParts.get(wordAt(tokens, at))
  const led =
    wordAt(tokens, at - 1) === 'the' && ['in', 'during', 'of', 'on'].includes(wordAt(tokens, at - 2))
  if (!dayPart || !led || wordAt(tokens, at + 1) === 'of') return null
  return [{ first: at, next: at + 1, meaning: { kind: 'time' }, dayPart }]
}

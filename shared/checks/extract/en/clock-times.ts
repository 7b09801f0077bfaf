import type { Clock, Defect, Match } from '../expression.js'
import { cardinalAt } from './counts.js'
import { digitsAt, isDash, type Tokens, touches, wordAt } from './token-tests.js'

const zones = new Set(
  'utc gmt z bst cet cest est edt cst cdt mst mdt pst pdt et pt ist jst msk eet eest'.split(' '),
)

/** "16:15 UTC", "4:30 p.m.", "4pm", "9 o'clock", "7 a.m. EST". Numbers out of range are kept with a defect. */
export function parseClock(tokens: Tokens, at: number): Match[] | null {
  return (
    colonClock(tokens, at) ??
    hourClock(tokens, at) ??
    wireClock(tokens, at) ??
    oclock(tokens, at) ??
    parseSpokenClock(tokens, at)
  )
}

/** "half past nine", "a quarter to ten", "at ten minutes to six", "at twenty past four". */
export function parseSpokenClock(tokens: Tokens, at: number): Match[] | null {
  const lead = wordAt(tokens, at)
  const quarter = lead === 'a' ? at + 1 : at
  const isQuarter = wordAt(tokens, quarter) === 'quarter'
  const count = cardinalAt(tokens, at)
  const minutes = lead === 'half' ? 30 : isQuarter ? 15 : count?.value
  if (minutes === undefined || minutes < 1 || minutes > 30) return null
  const behind = lead === 'half' ? at + 1 : isQuarter ? quarter + 1 : (count?.next ?? at)
  const word = /^minutes?$/.test(wordAt(tokens, behind)) ? behind + 1 : behind
  const way = wordAt(tokens, word)
  const hour = hourInWords(tokens, word + 1)
  if (!hour || !(way === 'past' || (way === 'to' && lead !== 'half'))) return null
  // "by ten to six" may be a vote: the bare numbers need a word of time before them.
  const isBare = lead !== 'half' && !isQuarter && way === 'to'
  if (isBare && !/^(at|until|till|about|around|before|after|since|from)$/.test(wordAt(tokens, at - 1)))
    return null
  const whole = way === 'past' ? hour.value : hour.value === 1 ? 12 : hour.value - 1
  const minute = way === 'past' ? minutes : 60 - minutes
  const half = halfAt(tokens, hour.next)
  return [
    clockMatch(at, half?.next ?? hour.next, {
      hour: whole,
      minute,
      half: half?.half ?? halfOfDay(tokens, hour.next),
      utc: false,
    }),
  ]
}

function hourInWords(tokens: Tokens, at: number): { value: number; next: number } | null {
  const word = wordAt(tokens, at)
  if (word === 'noon' || word === 'midday' || word === 'midnight') return { value: 12, next: at + 1 }
  const digits = digitsAt(tokens, at, 1, 2)
  const hour = digits === null ? cardinalAt(tokens, at) : { value: digits, next: at + 1 }
  if (!hour || hour.value < 1 || hour.value > 12) return null
  return wordAt(tokens, hour.next) === "o'clock" ? { ...hour, next: hour.next + 1 } : hour
}

function colonClock(tokens: Tokens, at: number): Match[] | null {
  const hour = digitsAt(tokens, at, 1, 2)
  const mark = wordAt(tokens, at + 1)
  if (hour === null || (mark !== ':' && mark !== '.') || !touches(tokens, at + 1) || !touches(tokens, at + 2))
    return null
  const minute = minuteAt(tokens, at + 2)
  if (!minute || isChain(tokens, at)) return null
  const seconds = mark === ':' && wordAt(tokens, at + 3) === ':' ? minuteAt(tokens, at + 4) : null
  let next = seconds ? at + 5 : at + 3
  const glued = minute.half ?? seconds?.half
  const half = glued ?? halfAt(tokens, next)
  if (half && !glued) next = half.next
  const zone = zoneAt(tokens, next)
  const part = half === null ? halfOfDay(tokens, next) : null
  const says = half !== null || part !== null || zone !== null || isAfterTimeWord(tokens, at)
  const valid = hour <= 24 && minute.value <= 59
  const isSure = !valid && (isSurelyTime(tokens, at, next) || isAmongTimes(tokens, at))
  if (!valid && !half && !zone && !isSure) return null
  if (
    !says &&
    !isSure &&
    (!valid || !wordAt(tokens, at).length || digitsAt(tokens, at, 2, 2) === null || !isBareClock(tokens, at))
  )
    return null
  return [
    clockMatch(at, zone ?? next, {
      hour,
      minute: minute.value,
      half: half?.half ?? (hour <= 12 ? part : null),
      utc: isUtc(tokens, next, zone),
    }),
  ]
}

/** "6.20 in the evening": the half of the day that its part names, which is an expression of its own. */
function halfOfDay(tokens: Tokens, at: number): 'am' | 'pm' | null {
  const part = wordAt(tokens, at) === 'in' && wordAt(tokens, at + 1) === 'the' ? wordAt(tokens, at + 2) : ''
  if (part === 'morning') return 'am'
  return part === 'afternoon' || part === 'evening' ? 'pm' : null
}

interface Half {
  half: 'am' | 'pm'
  next: number
}

/** Two digits of minutes, which "pm" may touch: "30", "30pm". */
function minuteAt(tokens: Tokens, at: number): { value: number; half: Half | null } | null {
  const plain = digitsAt(tokens, at, 2, 2)
  if (plain !== null) return { value: plain, half: null }
  const glued = /^(\d{2})(am|pm)$/.exec(wordAt(tokens, at))
  if (!glued) return null
  return { value: Number(glued[1]), half: { half: glued[2] === 'am' ? 'am' : 'pm', next: at + 1 } }
}

/** "2000 GMT", as news agencies write it. */
function wireClock(tokens: Tokens, at: number): Match[] | null {
  const digits = digitsAt(tokens, at, 4, 4)
  const hours = digits === null ? null : hoursClock(tokens, at, digits)
  if (hours) return hours
  const zone = digits === null ? null : zoneAt(tokens, at + 1)
  if (digits === null || zone === null || /^(pt|et|z)$/.test(wordAt(tokens, at + 1))) return null
  if (digits % 100 > 59 && !isUtc(tokens, at + 1, zone)) return null
  const clock = {
    hour: Math.floor(digits / 100),
    minute: digits % 100,
    half: null,
    utc: isUtc(tokens, at + 1, zone),
  }
  return [clockMatch(at, zone, clock)]
}

/** "at 1905 hours", "0630 hours"; without a word of time before it "1905 hours" may be a length. */
function hoursClock(tokens: Tokens, at: number, digits: number): Match[] | null {
  const isWritten = wordAt(tokens, at).startsWith('0') || timeWords.has(wordAt(tokens, at - 1))
  if (!/^(hours|hrs)$/.test(wordAt(tokens, at + 1)) || !isWritten || wordAt(tokens, at + 2) === 'of')
    return null
  const [hour, minute] = [Math.floor(digits / 100), digits % 100]
  return hour < 24 && minute < 60 ? [clockMatch(at, at + 2, { hour, minute, half: null, utc: false })] : null
}

/** "4pm", "4 p.m.". */
function hourClock(tokens: Tokens, at: number): Match[] | null {
  const glued = /^(\d{1,2})(am|pm)$/.exec(wordAt(tokens, at))
  const hour = glued ? Number(glued[1]) : digitsAt(tokens, at, 1, 2)
  if (hour === null) return null
  const half: Half | null = glued
    ? { half: glued[2] === 'am' ? 'am' : 'pm', next: at + 1 }
    : halfAt(tokens, at + 1)
  if (!half || (hour > 24 && tokens[at - 1]?.kind === 'number')) return null
  const zone = zoneAt(tokens, half.next)
  return [
    clockMatch(at, zone ?? half.next, {
      hour,
      minute: 0,
      half: half.half,
      utc: isUtc(tokens, half.next, zone),
    }),
  ]
}

function oclock(tokens: Tokens, at: number): Match[] | null {
  const word = cardinalAt(tokens, at)
  const hour = word?.value ?? digitsAt(tokens, at, 1, 2)
  const next = word?.next ?? at + 1
  if (hour === null || wordAt(tokens, next) !== "o'clock") return null
  return [clockMatch(at, next + 1, { hour, minute: 0, half: null, utc: false })]
}

/** "am", "a.m.", "p.m". */
function halfAt(tokens: Tokens, at: number): Half | null {
  const word = wordAt(tokens, at)
  if (word === 'am' || word === 'pm') return { half: word, next: at + 1 }
  if ((word !== 'a' && word !== 'p') || wordAt(tokens, at + 1) !== '.' || wordAt(tokens, at + 2) !== 'm')
    return null
  const stopped = wordAt(tokens, at + 3) === '.' && touches(tokens, at + 3)
  return { half: word === 'a' ? 'am' : 'pm', next: stopped ? at + 4 : at + 3 }
}

function zoneAt(tokens: Tokens, at: number): number | null {
  const token = tokens[at]
  return token?.capital && zones.has(token.lower) ? at + 1 : null
}

function isUtc(tokens: Tokens, at: number, zone: number | null): boolean {
  const word = wordAt(tokens, at)
  return zone !== null && (word === 'utc' || word === 'gmt' || word === 'z')
}

const timeWords = new Set('at by to until till from between around about before after since'.split(' '))

function isAfterTimeWord(tokens: Tokens, at: number): boolean {
  return timeWords.has(wordAt(tokens, at - 1)) && wordAt(tokens, at + 1) === ':'
}

/** Whether numbers out of range still are a time, not a ratio or score: "at 25:10", but not "at 25:10 by volume". */
function isSurelyTime(tokens: Tokens, at: number, next: number): boolean {
  const before = wordAt(tokens, at - 1)
  const after = wordAt(tokens, next)
  const isLimit = before === 'than' && /^(later|earlier)$/.test(wordAt(tokens, at - 2))
  return (
    (before === 'at' || before === 'until' || before === 'till' || isLimit) &&
    after !== 'by' &&
    after !== 'ratio' &&
    after !== 'odds'
  )
}

/** How many tokens around a time are searched for another. */
const timesReach = 12

/** "alarm 23:72, pumps on 23:58": minutes out of range, but beside a time that has the same form; scores lie higher. */
function isAmongTimes(tokens: Tokens, at: number): boolean {
  const hour = digitsAt(tokens, at, 2, 2)
  const lead = tokens[at - 1]
  if (hour === null || hour > 23 || (lead?.capital && at > 1) || scoreWords.has(lead?.lower ?? ''))
    return false
  for (let other = Math.max(0, at - timesReach); other <= at + timesReach; other++)
    if (other !== at && isGoodTime(tokens, other)) return true
  return false
}

const scoreWords = new Set('won win lost lose beat score scored ratio odds verse psalm verses'.split(' '))

function isGoodTime(tokens: Tokens, at: number): boolean {
  const hour = digitsAt(tokens, at, 2, 2)
  const minute = digitsAt(tokens, at + 2, 2, 2)
  if (hour === null || minute === null || hour > 23 || minute > 59 || wordAt(tokens, at + 1) !== ':')
    return false
  return (
    touches(tokens, at + 1) &&
    touches(tokens, at + 2) &&
    !touches(tokens, at) &&
    wordAt(tokens, at + 3) !== ':'
  )
}

/** A bare "14:30" after a preposition, mark or at the start; not a score ("won 14:30") or a verse. */
function isBareClock(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1]
  return (
    wordAt(tokens, at + 1) === ':' &&
    (!before ||
      isDash(before.lower) ||
      before.lower === ',' ||
      before.lower === '(' ||
      before.lower === 'and')
  )
}

/** Whether the number is part of a longer dotted or colon chain on either side. */
function isChain(tokens: Tokens, at: number): boolean {
  const before = wordAt(tokens, at - 1)
  if (isDash(before) && wordAt(tokens, at - 3) === ':') return false
  return touches(tokens, at) && (before === ':' || before === '.' || before === '/' || before === '-')
}

function clockMatch(first: number, next: number, clock: Clock): Match {
  return { first, next, meaning: { kind: 'time' }, clock, defects: clockDefects(clock) }
}

/** Whether the time exists. 24:00 is the end of a day; with a.m. or p.m. the hours run from 1 to 12. */
export function clockDefects({ hour, minute, half }: Clock): Defect[] {
  if (minute > 59)
    return [{ kind: 'no-such-time', detail: `an hour has 60 minutes, so there is no minute ${minute}` }]
  if (hour > 24 || (hour === 24 && minute > 0)) {
    return [{ kind: 'no-such-time', detail: 'the clock runs from 00:00 to 24:00' }]
  }
  if (half && hour > 12) {
    const plain = half === 'pm' && hour < 24
    if (!plain) return [{ kind: 'no-such-time', detail: `with ${half} the hours run from 1 to 12` }]
  }
  return []
}

/** "noon" and "midnight". */
export function parseNamedHour(tokens: Tokens, at: number): Match[] | null {
  const word = wordAt(tokens, at)
  const hour = word === 'noon' || word === 'midday' ? 12 : word === 'midnight' ? 24 : null
  return hour === null ? null : [clockMatch(at, at + 1, { hour, minute: 0, half: null, utc: false })]
}

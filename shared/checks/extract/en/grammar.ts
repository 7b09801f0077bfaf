import type { DateExpression, Match } from '../expression.js'
import type { Token } from '../tokens.js'
import { parseDayMonth, parseMonthFirst } from './calendar-dates.js'
import { dayParts, feasts, holidays, months, seasons, weekdayPlurals, weekdays } from './calendar-words.js'
import { parseClock, parseNamedHour, parseSpokenClock } from './clock-times.js'
import { parseBarePlural, parseDuration, parseEvery, parseSetWord, parseUnitCompound } from './durations.js'
import { startWithModifiers } from './modifiers.js'
import { cardinals, ordinals, vagueCounts } from './number-words.js'
import { parseDayOfMonth, parseNthUnit, parseNthWeekday, parseWeekdayTheDay } from './nth.js'
import { parseIsoDate, parseNumericDate } from './numeric-dates.js'
import {
  parseCurrent,
  parseDayPart,
  parseDeictic,
  parseEpoch,
  parseFeast,
  parseHoliday,
  parseNow,
  parseRecent,
  parseReferenceWord,
  parseSoon,
  parseTheUnit,
  parseWeekday,
  parseWeekdayPlural,
  referenceWords,
} from './references.js'
import {
  parseFiscal,
  parsePointer,
  parseQuarter,
  parseQuarterCode,
  parseUnitBefore,
  parseUnitEnd,
  pointerWords,
} from './shifts.js'
import { parseSeason } from './season.js'
import { looksAhead } from './tense.js'
import { isDash, type Tokens, wordAt } from './token-tests.js'
import { setWords, units } from './unit-words.js'
import { parseWeekdayDate } from './weekday-dates.js'
import { parseCentury, parseDecade, parseShortYear, parseYear, parseYearRange } from './years.js'

type Parse = (tokens: Tokens, at: number) => Match[] | null

/** Tries parsers in order; the first that recognises something wins. */
function firstOf(...parsers: Parse[]): Parse {
  return (tokens, at) => {
    for (const parse of parsers) {
      const matches = parse(tokens, at)
      if (matches?.length) return matches
    }
    return null
  }
}

/** The parsers by the first word of an expression. Most words of a text are not in it, which is what makes it fast. */
const parsersByWord: ReadonlyMap<string, Parse> = buildParsers()

function buildParsers(): Map<string, Parse> {
  const parsers = new Map<string, Parse[]>()
  const add = (words: Iterable<string>, ...parse: Parse[]): void => {
    for (const word of words) parsers.set(word, [...(parsers.get(word) ?? []), ...parse])
  }
  add(ordinals.keys(), parseCentury, parseQuarter, parseNthWeekday, parseNthUnit, parseDayMonth)
  add(cardinals.keys(), parseSpokenClock, parseDuration, parseClock, parseDayMonth)
  add(['half', 'a', 'quarter'], parseSpokenClock)
  add([...vagueCounts, 'a', 'an', 'half', 'couple', 'single'], parseDuration)
  add(['final'], parseQuarter)
  add(months.keys(), parseMonthFirst)
  add(weekdays.keys(), parseWeekdayDate, parseWeekdayTheDay, parseWeekday)
  add(weekdayPlurals.keys(), parseWeekdayPlural)
  add(pointerWords, parsePointer)
  add(seasons.keys(), parseSeason)
  add(units.keys(), parseUnitBefore, parseBarePlural, parseUnitCompound, parseUnitEnd, parseTheUnit)
  add(['today', 'yesterday', 'tomorrow', 'tonight'], parseDeictic)
  add(dayParts.keys(), parseDayPart)
  add(['every', 'each'], parseEvery)
  add(setWords.keys(), parseSetWord)
  add(referenceWords, parseReferenceWord)
  add(['now'], parseNow)
  add(['soon'], parseSoon)
  add(['current'], parseCurrent)
  add(['recent'], parseRecent)
  add(['future', 'past', 'present', 'time', 'moment'], parseEpoch)
  add(new Set(holidays.map(([words]) => words.split(/ |'/, 1)[0] ?? '')), parseHoliday)
  add(new Set(feasts.map(([words]) => words.split(' ', 1)[0] ?? '')), parseFeast)
  add(['noon', 'midday', 'midnight'], parseNamedHour)
  add(['fiscal', 'fy'], parseFiscal)
  add(
    'twenties thirties forties fifties sixties seventies eighties nineties noughties'.split(' '),
    parseDecade,
  )
  return new Map(
    [...parsers].map(([word, list]) => [word, list.length === 1 && list[0] ? list[0] : firstOf(...list)]),
  )
}

const parseNumber = firstOf(
  parseIsoDate,
  parseNumericDate,
  parseClock,
  parseDayMonth,
  parseYearRange,
  parseDuration,
  parseYear,
)
const parseMixed = firstOf(
  parseDecade,
  parseCentury,
  parseQuarterCode,
  parseQuarter,
  parseNthWeekday,
  parseNthUnit,
  parseDayMonth,
  parseDayOfMonth,
  parseClock,
  parseFiscal,
)

function parserFor(token: Token): Parse | undefined {
  if (token.kind === 'word') return parsersByWord.get(token.lower)
  if (token.kind === 'number') return parseNumber
  if (token.kind === 'mixed') return parseMixed
  return isApostrophe(token.lower) ? parseShortYear : undefined
}

function isApostrophe(mark: string): boolean {
  return mark === "'" || mark === '’' || mark === '‘'
}

/** The temporal expressions of a tokenized paragraph, in order and without overlap. Linear for practical purposes. */
export function parseExpressions(tokens: Tokens): DateExpression[] {
  const expressions: DateExpression[] = []
  let at = 0
  let floor = 0
  while (at < tokens.length) {
    const token = tokens[at]
    const matches = token && parserFor(token)?.(tokens, at)
    if (!matches) {
      at++
      continue
    }
    for (const match of withNeighbours(tokens, matches)) {
      expressions.push(expressionOf(tokens, match, floor))
      floor = match.next
    }
    at = Math.max(floor, at + 1)
  }
  return linkRanges(tokens, expressions)
}

const rangeWords = new Set(['to', 'until', 'till', 'through'])

/** Marks the second of two dates that are the ends of a range: "from 2009 to 2011", "between May and June". */
function linkRanges(tokens: Tokens, expressions: DateExpression[]): DateExpression[] {
  return expressions.map((expression, index) => {
    const before = expressions[index - 1]
    if (!before || expression.closesRange || !isDated(before) || !isDated(expression)) return expression
    return linksRange(tokens, before, expression) ? { ...expression, closesRange: true } : expression
  })
}

function isDated({ meaning }: DateExpression): boolean {
  return meaning.kind === 'calendar' || meaning.kind === 'month' || meaning.kind === 'season'
}

function linksRange(tokens: Tokens, a: DateExpression, b: DateExpression): boolean {
  const gap = b.first - a.next
  if (gap < 1 || gap > 2) return false
  const word = wordAt(tokens, a.next)
  const lead = wordAt(tokens, a.first - 1)
  if (gap === 2) return rangeWords.has(word) && wordAt(tokens, a.next + 1) !== ',' && lead === 'from'
  return isDash(word) || rangeWords.has(word) || (word === 'and' && lead === 'between')
}

/** Joins a time with the date beside it ("12:00 UTC Monday"), and a date with the weekday that follows it. */
function withNeighbours(tokens: Tokens, matches: Match[]): Match[] {
  const last = matches.at(-1)
  if (!last) return matches
  const joined = last.meaning.kind === 'time' ? withDate(tokens, last) : withWeekday(tokens, last)
  return [...matches.slice(0, -1), ...joined]
}

function withDate(tokens: Tokens, time: Match): Match[] {
  const next = wordAt(tokens, time.next) === 'on' ? time.next + 1 : time.next
  const token = tokens[next]
  const word = token?.lower ?? ''
  if (!token || !(weekdays.has(word) || months.has(word) || token.kind === 'number' || isDayWord(word)))
    return [time]
  const dates = parserFor(token)?.(tokens, next)
  const [date] = dates ?? []
  if (!dates || !date) return [time]
  const { kind } = date.meaning
  const isDay = kind === 'weekday' || kind === 'shifted' || (kind === 'calendar' && date.meaning.day !== null)
  if (!isDay) return [time]
  const defects = [...(time.defects ?? []), ...(date.defects ?? [])]
  const shading = time.clock ? { clock: time.clock } : time.dayPart ? { dayPart: time.dayPart } : {}
  return [...withWeekday(tokens, { ...date, ...shading, first: time.first, defects }), ...dates.slice(1)]
}

function isDayWord(word: string): boolean {
  return word === 'today' || word === 'yesterday' || word === 'tomorrow'
}

/** "4 May 2011 (Tuesday)", "4 May 2011, a Tuesday", "4 May 2011 was a Tuesday". */
function withWeekday(tokens: Tokens, match: Match): Match[] {
  const { meaning } = match
  if (meaning.kind !== 'calendar' || meaning.day === null || meaning.weekday !== null) return [match]
  let at = match.next
  const opened = wordAt(tokens, at) === '('
  if (wordAt(tokens, at) === ',' || opened) at++
  if (wordAt(tokens, at) === 'which') at++
  if (wordAt(tokens, at) === 'was' || wordAt(tokens, at) === 'is') at++
  const article = wordAt(tokens, at) === 'a'
  if (article) at++
  const token = tokens[at]
  const weekday = weekdays.get(token?.lower ?? '')
  if (!token?.capital || !weekday || !(article || (opened && wordAt(tokens, at + 1) === ')'))) return [match]
  if (isDash(wordAt(tokens, at + 1))) return [match]
  return [{ ...match, next: opened && !article ? at + 2 : at + 1, meaning: { ...meaning, weekday } }]
}

function expressionOf(tokens: Tokens, match: Match, floor: number): DateExpression {
  const first = startWithModifiers(tokens, match.first, floor, match.meaning)
  return {
    start: tokens[first]?.start ?? 0,
    end: tokens[match.next - 1]?.end ?? 0,
    first,
    next: match.next,
    meaning: match.meaning,
    form: match.form ?? null,
    clock: match.clock ?? null,
    dayPart: match.dayPart ?? null,
    defects: match.defects ?? [],
    closesRange: match.closesRange ?? false,
    ahead: looksAhead(tokens, first, match.next),
  }
}

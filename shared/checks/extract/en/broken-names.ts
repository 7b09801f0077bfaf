import { editDistance } from '../edit-distance.js'
import { monthNames, months, monthTitles, weekdayNames, weekdays } from './calendar-words.js'
import { isDayNumber, isMonth, yearish, yearLeads } from './date-neighbours.js'
import type { DateSlip } from './date-slip.js'
import { misspeltAbbreviation, misspeltMonth, misspeltWeekday } from './misspelt-names.js'
import { digitsAt, isDash, type Tokens, touches, wordAt } from './token-tests.js'

/** A misspelt month with a day or year beside it: "Febuary 203", "14 Septmber 2011", "on Mrach 12". */
export function monthMisspelling(tokens: Tokens, at: number): DateSlip | null {
  const before = isDayNumber(tokens, at - 1)
  const year = yearish(tokens, at + 1)
  const dayAfter = isDayNumber(tokens, at + 1)
  const inRange = isInMonthRange(tokens, at)
  const word = wordAt(tokens, at)
  if (!before && year === null && !dayAfter && !inRange) return loneMonthSlip(tokens, at, word)
  const month = misspeltMonth(word, before && tokens[at]?.capital === true && isLikelyYear(tokens, year))
  if (month === null) return null
  const strong = (before && year !== null) || (dayAfter && yearish(tokens, at + 2) !== null)
  if (inRange && !before && year === null && !dayAfter && word.length < 6) return null
  if (word.length < 6 && !strong && !isLed(tokens, at, before)) return null
  if (!strong && wordAt(tokens, at + 2) === '%') return null
  const next = year ?? (dayAfter ? (yearish(tokens, at + 2) ?? at + 2) : at + 1)
  const reading = monthTitles[month - 1] ?? ''
  return { first: before ? at - 1 : at, next, problem: `“${word}” is not a month`, reading }
}

/** Shorter months are too like names and words. */
const longMonth = 7

/** "in Novmber", "last Setpember": a long month alone, with one letter wrong and a word before it that months take. */
function loneMonthSlip(tokens: Tokens, at: number, word: string): DateSlip | null {
  const isLed = /^(in|since|until|by|last|next|early|late|mid|this|from)$/.test(wordAt(tokens, at - 1))
  const isAlone = tokens[at + 1]?.kind !== 'word' || tokens[at + 1]?.capital === false
  if (!isLed || !isAlone || !tokens[at]?.capital || word.length < longMonth - 1) return null
  const month = misspeltMonth(word)
  const name = month === null ? '' : (monthNames[month - 1] ?? '')
  if (name.length < longMonth || !isOneSlip(word, name)) return null
  return {
    first: at,
    next: at + 1,
    problem: `“${word}” is not a month`,
    reading: monthTitles[(month ?? 1) - 1] ?? '',
  }
}

/** One letter wrong, missing or too many, or two neighbours exchanged; the last letters stay, which other languages change. */
function isOneSlip(word: string, name: string): boolean {
  const isExchanged = [...word].sort().join('') === [...name].sort().join('')
  return word.slice(-2) === name.slice(-2) && (isExchanged || editDistance(word, name, 1) <= 1)
}

/** "12-MRA-1998", "11/0ct/2014": a broken month between a day and a year, in a date without spaces that begins at `at`. */
export function tightMonthSlip(tokens: Tokens, at: number): DateSlip | null {
  const mark = wordAt(tokens, at + 1)
  if ((mark !== '-' && mark !== '/' && mark !== '.') || wordAt(tokens, at + 3) !== mark) return null
  const word = wordAt(tokens, at + 2)
  if (!/[a-z]/.test(word) || months.has(word) || ![1, 2, 3, 4].every((step) => touches(tokens, at + step)))
    return null
  const year = digitsAt(tokens, at + 4, 4, 4)
  if (!isDayNumber(tokens, at) || year === null || year < 1500 || year > 2199) return null
  const month = months.get(lettersFor(word)[0] ?? '') ?? misspeltMonth(word) ?? misspeltAbbreviation(word)
  if (month === null) return null
  return {
    first: at,
    next: at + 5,
    problem: `“${word}” is not a month`,
    reading: monthTitles[month - 1] ?? '',
  }
}

function isLikelyYear(tokens: Tokens, next: number | null): boolean {
  const year = next === null ? null : digitsAt(tokens, next - 1, 4, 4)
  return year !== null && year >= 1500 && year <= 2100
}

/** "Janaury to March", "May and Setpember": a month stands at the other end of a range or list. */
function isInMonthRange(tokens: Tokens, at: number): boolean {
  const links = (word: string): boolean => isDash(word) || /^(to|and|until|through|or)$/.test(word)
  if (!tokens[at]?.capital) return false
  const isAfter = links(wordAt(tokens, at + 1)) && isFullMonth(tokens, at + 2)
  return isAfter || (links(wordAt(tokens, at - 1)) && isFullMonth(tokens, at - 2))
}

/** A month that is no given name or verb. */
function isFullMonth(tokens: Tokens, at: number): boolean {
  return (
    isMonth(tokens, at) &&
    tokens[at]?.capital === true &&
    wordAt(tokens, at).length > 3 &&
    !/^(june|april|august|may)$/.test(wordAt(tokens, at))
  )
}

/** "in Mrach 1999", "on Mrach 12", "on 12 Mrach": a preposition that dates take, before what may be one. */
function isLed(tokens: Tokens, at: number, dayBefore: boolean): boolean {
  if (dayBefore) return wordAt(tokens, at - 2) === 'on'
  const lead = wordAt(tokens, at - 1)
  if (digitsAt(tokens, at + 1, 4, 4) !== null) return yearLeads.has(lead)
  return lead === 'on' && isDayNumber(tokens, at + 1)
}

/** "Wendesday 14 May", "on Thurday": a misspelt weekday before its date, or a long one after "on". */
export function weekdayMisspelling(tokens: Tokens, at: number): DateSlip | null {
  const word = wordAt(tokens, at)
  if (word.length < 5 || word.length > 11 || !tokens[at]?.capital) return null
  const dated = isBeforeDate(tokens, at + 1)
  const led = wordAt(tokens, at - 1) === 'on'
  if (!dated && !led) return null
  const weekday = misspeltWeekday(word)
  if (weekday === null) return null
  const name = weekdayNames[weekday - 1] ?? ''
  const afterName = tokens[at - 1]?.kind === 'word' && tokens[at - 1]?.capital && at > 1
  if (name.length < 7 && (!dated || afterName)) return null
  return { first: at, next: at + 1, problem: `“${word}” is not a weekday`, reading: name }
}

/** Whether a day with its month stands at `at`, behind an optional comma and article. */
function isBeforeDate(tokens: Tokens, at: number): boolean {
  let next = wordAt(tokens, at) === ',' ? at + 1 : at
  if (wordAt(tokens, next) === 'the') next++
  if (isDayNumber(tokens, next))
    return isMonth(tokens, wordAt(tokens, next + 1) === 'of' ? next + 2 : next + 1)
  return isMonth(tokens, next) && isDayNumber(tokens, next + 1)
}

/** The letters that a digit is taken for. */
const letterOf: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 6: 'b', 8: 'b', 9: 'g' }

/** "0ctober 14", "Ju1y", "5eptember", "M0nday": a digit among the letters of a month or weekday. */
export function digitInName(tokens: Tokens, at: number): DateSlip | null {
  const word = wordAt(tokens, at)
  if (word.length < 3 || word.length > 9 || !/^\d?[a-z]+\d?[a-z]*\d?[a-z]*$/.test(word)) return null
  const name = lettersFor(word).find(isName)
  if (name === undefined) return null
  const beside =
    isDayNumber(tokens, at - 1) || isDayNumber(tokens, at + 1) || yearish(tokens, at + 1) !== null
  const isOneDigit = word.replace(/\D/g, '').length === 1
  if (name.length < 6 && !(beside && isOneDigit)) return null
  const month = months.get(name)
  const weekday = weekdays.get(name)
  const reading = month ? monthTitles[month - 1] : weekday ? weekdayNames[weekday - 1] : null
  return {
    first: at,
    next: at + 1,
    problem: `“${word}” has a digit among its letters`,
    reading: reading ?? null,
  }
}

/** What a word with digits among its letters may be, 1 being read as l, as i, and as one of each ("Apr11"). */
function lettersFor(word: string): string[] {
  const letters = word.replace(/[0345689]/g, (digit) => letterOf[digit] ?? digit)
  return [
    letters.replaceAll('1', 'l'),
    letters.replaceAll('1', 'i'),
    letters.replace('1', 'i').replace('1', 'l'),
  ]
}

function isName(word: string): boolean {
  return months.has(word) || (word.length > 5 && weekdays.has(word))
}

/** The beginnings of months and long weekdays, with what must follow to make the name. */
const headsOfNames = buildHeads()

function buildHeads(): Map<string, string[]> {
  const heads = new Map<string, string[]>()
  const names = [
    ...monthNames.filter(({ length }) => length > 4),
    'tuesday',
    'wednesday',
    'thursday',
    'saturday',
  ]
  for (const name of names) {
    for (let cut = name.endsWith('day') ? 4 : 2; cut < name.length; cut++) {
      const head = name.slice(0, cut)
      heads.set(head, [...(heads.get(head) ?? []), name.slice(cut)])
    }
  }
  return heads
}

/** "Octo ber 3", "Novem-ber": a name that is broken by a space or a hyphen. */
export function splitName(tokens: Tokens, at: number): DateSlip | null {
  const rest = headsOfNames.get(wordAt(tokens, at))
  if (!rest || !tokens[at]?.capital) return null
  const hyphen = isDash(wordAt(tokens, at + 1)) && touches(tokens, at + 1) && touches(tokens, at + 2) ? 1 : 0
  const place = at + 1 + hyphen
  const next = tokens[place]
  if (
    !next ||
    next.capital ||
    next.lower.length < 2 ||
    !rest.includes(next.lower) ||
    (!hyphen && !next.spaced)
  )
    return null
  const name = `${wordAt(tokens, at)}${next.lower}`
  const reading = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const problem = `“${reading}” is broken by a ${hyphen ? 'hyphen' : 'space'}`
  return { first: at, next: place + 1, problem, reading }
}

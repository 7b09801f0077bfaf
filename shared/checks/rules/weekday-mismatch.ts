import type { Confirmation, Finding } from '../../domain/finding.js'
import { type SectionRule, type SectionView, sentenceAround } from '../check-context.js'
import {
  assumptionsOf,
  confirmationOf,
  dateInWords,
  dayInWords,
  findingOf,
  placeOf,
  quoteOf,
  resolvedMention,
  weekdayName,
} from '../explain.js'
import {
  civilOf,
  daysInMonth,
  dayNumber,
  julianWeekday,
  lastJulianYear,
  weekdayOf,
} from '../extract/calendar.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { saysOldStyle } from '../extract/en/old-style.js'
import { isQuotedAlone } from '../quoted-word.js'

/** A date with a weekday that it did not fall on: "Tuesday, 4 May 2011". */
export const weekdayMismatch: SectionRule = {
  id: 'weekday-mismatch',
  category: 'weekday-mismatch',
  scope: 'section',
  run: (section) => section.dates.flatMap((mention, at) => check(section, mention, section.dates[at - 1])),
  confirm: (section) => section.dates.flatMap((mention) => confirm(section, mention)),
}

/** "Wednesday, 4 May 2011", which it was. */
function confirm(section: SectionView, mention: DateMention): Confirmation[] {
  const { meaning } = mention.expression
  if (meaning.kind !== 'calendar' || meaning.weekday === null || meaning.day === null || !mention.interval)
    return []
  const day = mention.interval.lo
  if (weekdayOf(day) !== meaning.weekday) return []
  const date = dateInWords(day)
  const weekday = weekdayName(meaning.weekday)
  return [
    confirmationOf(weekdayMismatch, {
      message: `${date} was a ${weekday}`,
      spans: [placeOf(section, mention)],
      explanation: {
        reason: `“${quoteOf(section, mention)}” names the weekday that the date fell on.`,
        resolved: [resolvedMention(section, mention)],
        arithmetic: [`${date} was a ${weekday}.`],
        assumptions: assumptionsOf(section, mention),
        settle: '',
      },
    }),
  ]
}

function check(section: SectionView, mention: DateMention, before: DateMention | undefined): Finding[] {
  const named = withWeekdayBefore(section, mention, before)
  const { meaning } = named.expression
  if (meaning.kind !== 'calendar' || meaning.weekday === null || meaning.day === null || !mention.interval)
    return []
  return wrongWeekday(section, named, mention.interval.lo, meaning.weekday)
}

/** "last Sunday, 7 September", "on Sunday last (7 September)": a weekday that was read by itself, right before its date. */
function withWeekdayBefore(
  section: SectionView,
  mention: DateMention,
  before: DateMention | undefined,
): DateMention {
  const { meaning } = mention.expression
  if (meaning.kind !== 'calendar' || meaning.weekday !== null || meaning.day === null) return mention
  if (before?.expression.meaning.kind !== 'weekday') return mention
  if (!/^(,| \()? ?(the )?$/.test(section.text.slice(before.end, mention.start))) return mention
  const { weekday } = before.expression.meaning
  const expression = { ...mention.expression, meaning: { ...meaning, weekday } }
  return { ...mention, start: before.start, expression }
}

function wrongWeekday(section: SectionView, mention: DateMention, day: number, weekday: number): Finding[] {
  const actual = weekdayOf(day)
  if (actual === weekday || isJulian(day, weekday, section, mention)) return []
  if (isQuotedAlone(section.text, mention) || isCorrectedBehind(section.text, mention, actual)) return []
  const said = weekdayName(weekday)
  const date = dateInWords(day)
  return [
    findingOf(weekdayMismatch, {
      severity: isExplicit(mention) ? 'error' : 'likely',
      message: `${date} was a ${weekdayName(actual)}, not a ${said}`,
      spans: [placeOf(section, mention)],
      context: [sentenceAround(section, mention)],
      explanation: {
        reason: `“${quoteOf(section, mention)}” names a weekday that the date did not fall on.`,
        resolved: [resolvedMention(section, mention)],
        arithmetic: [`${date} was a ${weekdayName(actual)}.`, ...nearby(day, weekday)],
        assumptions: assumptionsOf(section, mention),
        settle: `A dated record of the event, which tells whether the weekday, the day or the year is wrong.`,
      },
    }),
  ]
}

/** Whether the date fits in the calendar that Europe used before, by its year or because the text says so. */
function isJulian(day: number, weekday: number, section: SectionView, mention: DateMention): boolean {
  const { year, month, day: date } = civilOf(day)
  if (year <= 0 || julianWeekday(year, month, date) !== weekday) return false
  return year <= lastJulianYear || saysOldStyle(sentenceAround(section, mention))
}

/** How far behind a date the weekday that it really fell on may be named, in UTF-16 code units. */
const correctionReach = 60

/** "… said it opened on Tuesday, 4 May 2011; it was a Wednesday.": a correction tells what was wrong and what is right. */
function isCorrectedBehind(text: string, { end }: DateMention, actual: number): boolean {
  const behind = text.slice(end, end + correctionReach)
  return new RegExp(`\\b(was|fell on|is) (in fact |really |actually )?an? ${weekdayName(actual)}\\b`).test(
    behind,
  )
}

/** The nearest dates that would fit: another day of the same week, or the same date in a year around. */
function nearby(day: number, weekday: number): string[] {
  const back = (weekdayOf(day) - weekday + 7) % 7
  const near = [day - back, day + 7 - back].map(dayInWords).join(' and ')
  const { year, month, day: date } = civilOf(day)
  const years = [-2, -1, 1, 2]
    .map((step) => year + step)
    .filter(
      (other) => date <= daysInMonth(other, month) && weekdayOf(dayNumber(other, month, date)) === weekday,
    )
  return [
    `The nearest dates on that weekday are ${near}.`,
    ...years.map((other) => `The same date of ${other} fell on it.`),
  ]
}

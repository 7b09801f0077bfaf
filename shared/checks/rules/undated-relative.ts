import type { Finding } from '../../domain/finding.js'
import {
  type CheckContext,
  type CaseRule,
  sectionsOf,
  type SectionView,
  sentenceAround,
} from '../check-context.js'
import { dateInWords, findingOf, placeOf, quoteOf, weekdayName } from '../explain.js'
import { weekdayOf } from '../extract/calendar.js'
import { type DateMention, isDay, isExplicit } from '../extract/mention.js'

/** "On Wednesday afternoon" in a text without a date: it says something only to those who know when it was written. */
export const undatedRelative: CaseRule = {
  id: 'undated-relative',
  category: 'undated-relative',
  scope: 'case',
  begin: () => (context) => sectionsOf(context).flatMap((section) => check(context, section)),
}

/** One finding a text: all of its undated expressions hang on the same missing date. */
function check(context: CheckContext, section: SectionView): Finding[] {
  if (section.published !== null) return []
  const undated = section.dates.filter((mention) => isUndated(section, mention))
  const [first] = undated
  if (!first) return []
  const quote = quoteOf(section, first)
  const hints = undated.flatMap((mention) => hintsFor(context, section, mention))
  return [
    findingOf(undatedRelative, {
      severity: 'check',
      message: `“${quote}” is not anchored: the text has no date to count from`,
      spans: undated.slice(0, 12).map((mention) => placeOf(section, mention)),
      context: [sentenceAround(section, first)],
      explanation: {
        reason: `“${quote}” is told from the day of writing, which neither the text nor the source's record gives.`,
        resolved: undated
          .slice(0, 12)
          .map((mention) => ({ quote: quoteOf(section, mention), value: 'not known' })),
        arithmetic: [...new Set(hints)],
        settle: `The date of publication of the text${needOf(first)}.`,
      },
    }),
  ]
}

function needOf({ expression: { meaning } }: DateMention): string {
  return meaning.kind === 'weekday' ? `: which ${weekdayName(meaning.weekday)} it was follows from it` : ''
}

/** Counted from the day of writing, without one that is known. "Today" alone often means "nowadays" and is left out. */
function isUndated(section: SectionView, mention: DateMention): boolean {
  const { meaning } = mention.expression
  if (mention.interval || mention.quoted) return false
  if (meaning.kind === 'weekday') return meaning.from === 'speech' && !isHabit(section, mention)
  if (meaning.kind === 'offset')
    return (
      meaning.from === 'speech' &&
      meaning.unit !== 'year' &&
      meaning.unit !== 'decade' &&
      meaning.unit !== 'century'
    )
  if (meaning.kind === 'month') return meaning.from === 'speech'
  if (meaning.kind !== 'shifted' || meaning.from !== 'speech' || isFollowing(section, mention)) return false
  if (meaning.unit === 'year' || meaning.unit === 'decade' || meaning.unit === 'century') return false
  return !(meaning.unit === 'day' && meaning.shift === 0 && mention.expression.dayPart === null)
}

/** "the next morning": the one after what was told just before, whenever that was. */
function isFollowing(section: SectionView, mention: DateMention): boolean {
  return /^the\s+(next|following|previous|same)\b/i.test(quoteOf(section, mention))
}

/** "closed on Monday and Tuesday", "from Monday to Friday": the week in general, not one day. */
function isHabit(section: SectionView, mention: DateMention): boolean {
  const before = section.text.slice(Math.max(0, mention.start - 24), mention.start).toLowerCase()
  if (/^the\s/i.test(quoteOf(section, mention))) return true
  const after = section.text.slice(mention.end, mention.end + 16).toLowerCase()
  return (
    /\b(the|every|each|any|a|one|from|to|through|until|and|or|between)\s+$/.test(before) ||
    /\b(an?|one|any|every|some)\s+\p{Ll}+\s+$/u.test(before) ||
    /\b(first|second|third|fourth|fifth|last|\d+(st|nd|rd|th))\s+$/.test(before) ||
    /^\s*(to|through|and|or|–|-)\s*\w+day\b/.test(after) ||
    /^\s*(through\b|to\s+(the|\d))/.test(after) ||
    /^,\s*\w+day\b/.test(after) ||
    /^,?\s*(the\s+)?\d/.test(after)
  )
}

/** Days named in full in any source of the case that fall on the weekday: candidates, not answers. */
function hintsFor(context: CheckContext, section: SectionView, mention: DateMention): string[] {
  const { meaning } = mention.expression
  if (meaning.kind !== 'weekday') return []
  const days = new Map<number, string>()
  for (const other of sectionsOf(context)) {
    for (const date of other.dates) {
      if (!isDay(date) || !isExplicit(date) || !date.interval || date.expression.meaning.kind !== 'calendar')
        continue
      if (weekdayOf(date.interval.lo) === meaning.weekday) days.set(date.interval.lo, quoteOf(other, date))
    }
  }
  return [...days]
    .sort(([a], [b]) => b - a)
    .slice(0, 3)
    .map(
      ([day, quote]) =>
        `${dateInWords(day)} (“${quote}”) was a ${weekdayName(meaning.weekday)}: “${quoteOf(section, mention)}” could mean it.`,
    )
}

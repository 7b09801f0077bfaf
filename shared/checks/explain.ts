import type { Confirmation, Explanation, Finding, FindingSpan, Severity } from '../domain/finding.js'
import type { Rule, SectionView } from './check-context.js'
import { civilOf, type DayInterval, weekdayOf } from './extract/calendar.js'
import { monthTitles, weekdayNames } from './extract/en/calendar-words.js'
import type { DateMention, Inference } from './extract/mention.js'
import { fingerprintOf } from './fingerprint.js'
import { spanInWords } from './extract/span-words.js'

/** What a rule says of a passage; quotes and fingerprint are filled in. */
export interface Observation {
  severity: Severity
  message: string
  spans: readonly Place[]
  explanation: Partial<Explanation> & Pick<Explanation, 'reason' | 'settle'>
  /** The sentences around the spans, which tell equal quotes in other places apart. */
  context?: readonly string[]
  suggests?: Finding['suggests']
}

/** A stretch of a section's source, in UTF-16 code units. */
export interface Place {
  section: SectionView
  start: number
  end: number
}

/** The finding of an observation. Spans are in the order the rule gives; the first is what it is about. */
export function findingOf(rule: Pick<Rule, 'id' | 'category'>, observation: Observation): Finding {
  const spans = observation.spans.map(spanOf)
  const evidence = [...spans.map(({ quote }) => quote), ...(observation.context ?? [])]
  const { reason, settle, resolved = [], arithmetic = [], assumptions = [] } = observation.explanation
  return {
    rule: rule.id,
    category: rule.category,
    severity: observation.severity,
    message: observation.message,
    explanation: { reason, resolved, arithmetic, assumptions, settle },
    fingerprint: fingerprintOf(rule.category, evidence),
    spans,
    suggests: observation.suggests ?? null,
  }
}

/** What a rule found in order; spans are in the order the rule gives. */
export function confirmationOf(
  rule: Pick<Rule, 'id' | 'category'>,
  { message, spans, explanation }: Pick<Observation, 'message' | 'spans' | 'explanation'>,
): Confirmation {
  const { reason, settle, resolved = [], arithmetic = [], assumptions = [] } = explanation
  return {
    rule: rule.id,
    category: rule.category,
    message,
    explanation: { reason, resolved, arithmetic, assumptions, settle },
    spans: spans.map(spanOf),
  }
}

function spanOf({ section, start, end }: Place): FindingSpan {
  return { source: section.source, start, end, quote: section.text.slice(start, end) }
}

export function placeOf(section: SectionView, { start, end }: { start: number; end: number }): Place {
  return { section, start, end }
}

/** The passage of a mention, without the words that shade it. */
export function quoteOf(section: SectionView, { start, end }: { start: number; end: number }): string {
  return section.text.slice(start, end)
}

/** "Wednesday, 4 May 2011". */
export function dayInWords(day: number): string {
  return `${weekdayName(weekdayOf(day))}, ${dateInWords(day)}`
}

/** "4 May 2011". */
export function dateInWords(day: number): string {
  const { year, month, day: date } = civilOf(day)
  return `${date} ${monthTitles[month - 1] ?? ''} ${year > 0 ? year : `${1 - year} BC`}`
}

export function weekdayName(weekday: number): string {
  return weekdayNames[weekday - 1] ?? ''
}

/** "4 May 2011" for a day, "1 May 2011 to 31 May 2011" for more. */
export function intervalInWords({ lo, hi }: DayInterval): string {
  return lo === hi ? dayInWords(lo) : `${dateInWords(lo)} to ${dateInWords(hi)}`
}

/** A day as `dayInWords`, more days as short as they can be said: "3 to 7 May 2011", "May 2011", "2011". */
export function periodInWords(interval: DayInterval): string {
  return interval.lo === interval.hi ? dayInWords(interval.lo) : spanInWords(interval)
}

/** What a mention was resolved to, for the list of an explanation. */
export function resolvedMention(
  section: SectionView,
  mention: DateMention,
): { quote: string; value: string } {
  const value = mention.interval ? intervalInWords(mention.interval) : 'not known'
  return { quote: quoteOf(section, mention), value }
}

const origins: Readonly<Record<Inference['from'], string>> = {
  published: 'the date of publication',
  dateline: 'the dateline of the text',
  focus: 'the date mentioned before it',
  heading: 'the heading above it',
  range: 'the other end of the range',
}

/** One sentence for each part of a mention that the text does not say. */
export function assumptionsOf(section: SectionView, mention: DateMention): string[] {
  const quote = quoteOf(section, mention)
  return mention.inferred
    .filter(({ from }) => from !== 'range')
    .map(({ part, from, value }) =>
      part === 'year'
        ? `The year of “${quote}” is not said; ${value} was taken from ${origins[from]}.`
        : `“${quote}” was counted from ${value}, ${origins[from]}.`,
    )
}

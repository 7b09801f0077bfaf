import type { Finding, Severity } from '../../domain/finding.js'
import { type CaseCheck, type CaseRule, sectionsOf } from '../check-context.js'
import { recurring, singleActs, told } from '../events/recurring.js'
import { isSameEvent } from '../events/same-event.js'
import { seriesAmong } from '../events/series.js'
import { type Statement, statementsOf } from '../events/statement.js'
import { assumptionsOf, findingOf, periodInWords, placeOf, resolvedMention } from '../explain.js'
import { civilOf, intersects } from '../extract/calendar.js'
import { type EventKind, familyOf } from '../extract/en/event-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { PairIndex } from '../index/pair-index.js'

/** One event on two dates, within a source or across sources. */
export const eventDateConflict: CaseRule = {
  id: 'event-date-conflict',
  category: 'event-date-conflict',
  scope: 'case',
  begin,
}

/** A kind of event and a word that more statements of the case than this have in common say nothing. */
const mostHolders = 80

function begin(): CaseCheck {
  const index = new PairIndex<Statement>({
    itemsOf: (section) =>
      statementsOf(section).map((statement) => ({
        item: statement,
        keys: keysOf(statement),
      })),
    isPair: (a, b) => isApart(a, b) && isSameEvent(a, b),
    mostHolders,
  })
  return (context) => {
    const sections = sectionsOf(context)
    index.update(sections)
    const isOfSeries = seriesAmong(sections.flatMap((section) => statementsOf(section)))
    return index.findings(conflict, (statement) => !isOfSeries(statement))
  }
}

/**
 * Occasions meet by their dates, since one part of those may be a slip; events by their family of kinds with what they speak of,
 * or with their source, where "the walkout" may be all that is said, or with their dates, where the names around them tell.
 */
function keysOf({ kind, subjects, antecedents, section, date }: Statement): string[] {
  if (kind === 'occasion') return datesLike(date, kind)
  const family = familyOf(kind)
  return [
    `${family}@${section.source}`,
    ...Array.from(new Set([...subjects, ...antecedents]), (word) => `${family}/${word}`),
    ...(isToldAnywhere(kind) ? datesLike(date, family) : []),
  ]
}

/** Keys that a date shares with those that a slip of one part turns it into. */
function datesLike({ granularity, interval }: DateMention, of: string): string[] {
  const { year, month, day } = civilOf(interval?.lo ?? 0)
  const digits = Array.from(String(year)).sort().join('')
  if (granularity === 'year') return [`${of}/${digits}`]
  if (granularity === 'month') return [`${of}/${year}`, `${of}/${digits}-${month}`]
  return [`${of}/${year}-${month}`, `${of}/${year}--${day}`, `${of}/${month}-${day}`]
}

/** Whether an event of a kind may be known by the names around it, wherever they stand. */
function isToldAnywhere(kind: EventKind): boolean {
  return !kind.startsWith('act:') && (!recurring.has(kind) || singleActs.has(kind) || told.has(kind))
}

function isApart(a: Statement, b: Statement): boolean {
  const [x, y] = [a.date.interval, b.date.interval]
  return x !== null && y !== null && !intersects(x, y)
}

function severityOf(a: Statement, b: Statement): Severity {
  return isExplicit(a.date) && isExplicit(b.date) ? 'likely' : 'check'
}

function kindInWords(kind: EventKind): string {
  return kind.startsWith('act:') ? 'act' : kind
}

function conflict(a: Statement, b: Statement): Finding {
  const [x, y] = [a.date.interval, b.date.interval].map((interval) =>
    interval ? periodInWords(interval) : '',
  )
  const shared = [...a.subjects].filter((subject) => b.subjects.has(subject)).length
  const where = a.section.source === b.section.source ? 'in one source' : 'in two sources'
  return findingOf(eventDateConflict, {
    severity: severityOf(a, b),
    message: `The same event has two dates: ${x} and ${y}`,
    spans: [placeOf(a.section, a.date), placeOf(b.section, b.date)],
    context: [a.sentence.text, b.sentence.text],
    explanation: {
      reason: `Both passages, ${where}, seem to tell of one ${kindInWords(a.kind)} (${shared} ${shared === 1 ? 'word' : 'words'} of matter in common), on dates that do not meet.`,
      resolved: [resolvedMention(a.section, a.date), resolvedMention(b.section, b.date)],
      arithmetic: [`${x} and ${y} have no day in common.`],
      assumptions: [
        'That both passages mean the same event.',
        ...assumptionsOf(a.section, a.date),
        ...assumptionsOf(b.section, b.date),
      ],
      settle: 'A dated record of the event; or, if there were two events, a word in the text that says so.',
    },
    suggests: 'contradicts',
  })
}

import type { Finding, Severity } from '../../domain/finding.js'
import { type CaseRule, type CheckContext, sectionsOf } from '../check-context.js'
import { type Statement, statementsOf } from '../events/statement.js'
import { assumptionsOf, findingOf, intervalInWords, placeOf, resolvedMention } from '../explain.js'
import { intersects } from '../extract/calendar.js'
import type { EventKind } from '../extract/en/event-words.js'
import { stemOf } from '../extract/en/stem.js'
import { isExplicit } from '../extract/mention.js'

/** One event on two dates, within a source or across sources. */
export const eventDateConflict: CaseRule = {
  id: 'event-date-conflict',
  category: 'event-date-conflict',
  scope: 'case',
  run: check,
}

/** Events that happen to the same people again and again; for them the circumstances must be alike as well. */
const recurring = new Set<EventKind>([
  'call',
  'meeting',
  'visit',
  'speech',
  'vote',
  'attack',
  'trial',
  'signing',
  'release',
  'approval',
  'rejection',
  'arrival',
  'departure',
  'election',
])

/** Acts that are done once to what they are done to, though their doer does many. */
const singleActs = new Set<EventKind>(['approval', 'rejection', 'signing', 'release'])

/** Events that happen to one subject once. */
const onceOnly = new Set<EventKind>(['birth', 'death', 'founding', 'crash', 'collapse'])

/** Comparisons of one statement with earlier ones of its kind and subject, so that the cost stays bounded. */
const mostCompared = 60

function check(context: CheckContext): Finding[] {
  const bySubject = new Map<string, Statement[]>()
  const findings: Finding[] = []
  for (const statement of sectionsOf(context).flatMap(statementsOf)) {
    const keys = [...statement.subjects].map((subject) => `${statement.kind}/${subject}`)
    const earlier = new Set(keys.flatMap((key) => bySubject.get(key)?.slice(-mostCompared) ?? []))
    const rival = [...earlier].find((other) => isSameEvent(other, statement) && isApart(other, statement))
    if (rival) findings.push(conflict(rival, statement))
    for (const key of keys) {
      const list = bySubject.get(key)
      if (list) list.push(statement)
      else bySubject.set(key, [statement])
    }
  }
  return findings
}

function isApart(a: Statement, b: Statement): boolean {
  const [x, y] = [a.date.interval, b.date.interval]
  return x !== null && y !== null && !intersects(x, y)
}

/**
 * The same kind of event with at least two subjects in common, or with one that is all that the shorter statement has; no
 * name or number on either side that the other lacks.
 */
function isSameEvent(a: Statement, b: Statement): boolean {
  if (a.sentence === b.sentence || a.numbers !== b.numbers || isSetApart(a, b)) return false
  const shared = [...a.subjects].filter((subject) => b.subjects.has(subject))
  const smaller = Math.min(a.subjects.size, b.subjects.size)
  const larger = Math.max(a.subjects.size, b.subjects.size)
  if (onceOnly.has(a.kind) && a.head === b.head && (a.names.has(a.head) || b.names.has(b.head))) {
    return a.given === '' || b.given === '' || a.given === b.given
  }
  if (lacks(a.names, b.subjects) && lacks(b.names, a.subjects)) return false
  if (lacks(a.names, b.subjects) && shared.length < 2) return false
  if (lacks(b.names, a.subjects) && shared.length < 2) return false
  if (!shared.includes(a.head) && !shared.includes(b.head)) return false
  if (recurring.has(a.kind)) {
    const isAlike = shared.length >= 3 && shared.length >= larger * (sharedNames(a, b) >= 1 ? 0.6 : 0.8)
    const sameNames = !lacks(a.names, b.subjects) && !lacks(b.names, a.subjects)
    if (singleActs.has(a.kind) && sameNames && sharedNames(a, b) >= 2) return true
    return isAlike && (sharedNames(a, b) >= 1 || singleActs.has(a.kind))
  }
  if (shared.length >= 2) return shared.length >= smaller * 0.5
  return shared.length === 1 && smaller === 1 && a.head === b.head && larger <= 2
}

const distinguishing = ['new', 'old', 'north', 'south', 'east', 'west', 'upper', 'lower', 'main', 'last'].map(
  stemOf,
)

/** "the new bridge" is not "the bridge". */
function isSetApart(a: Statement, b: Statement): boolean {
  return distinguishing.some((word) => a.subjects.has(word) !== b.subjects.has(word))
}

/** Whether a statement names somebody or something that the other does not speak of. */
function lacks(names: ReadonlySet<string>, subjects: ReadonlySet<string>): boolean {
  return [...names].some((name) => !subjects.has(name))
}

function sharedNames(a: Statement, b: Statement): number {
  return [...a.names].filter((name) => b.subjects.has(name)).length
}

function severityOf(a: Statement, b: Statement): Severity {
  return isExplicit(a.date) && isExplicit(b.date) ? 'likely' : 'check'
}

function conflict(a: Statement, b: Statement): Finding {
  const [x, y] = [a.date.interval, b.date.interval].map((interval) =>
    interval ? intervalInWords(interval) : '',
  )
  const shared = [...a.subjects].filter((subject) => b.subjects.has(subject)).length
  const where = a.section.source === b.section.source ? 'in one source' : 'in two sources'
  return findingOf(eventDateConflict, {
    severity: severityOf(a, b),
    message: `The same event has two dates: ${x} and ${y}`,
    spans: [placeOf(a.section, a.date), placeOf(b.section, b.date)],
    context: [a.sentence.text, b.sentence.text],
    explanation: {
      reason: `Both passages, ${where}, seem to tell of one ${a.kind} (${shared} ${shared === 1 ? 'word' : 'words'} of matter in common), on dates that do not meet.`,
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

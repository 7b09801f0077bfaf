import type { Finding, Severity } from '../../domain/finding.js'
import { type CaseCheck, type CaseRule, sectionsOf } from '../check-context.js'
import { type Statement, statementsOf } from '../events/statement.js'
import { assumptionsOf, findingOf, intervalInWords, placeOf, resolvedMention } from '../explain.js'
import { civilOf, intersects } from '../extract/calendar.js'
import type { EventKind } from '../extract/en/event-words.js'
import { stemOf } from '../extract/en/stem.js'
import { isDay, isExplicit } from '../extract/mention.js'
import { PairIndex } from '../index/pair-index.js'

/** One event on two dates, within a source or across sources. */
export const eventDateConflict: CaseRule = {
  id: 'event-date-conflict',
  category: 'event-date-conflict',
  scope: 'case',
  begin,
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
  'beginning',
  'ending',
])

/** Acts that are done once to what they are done to, though their doer does many. */
const singleActs = new Set<EventKind>(['approval', 'rejection', 'signing', 'release'])

/** Acts and turns that "the treaty" or "the strike" of one text has once. */
const repeatable = new Set<EventKind>([...singleActs, 'beginning', 'ending'])

/** Events that happen to one subject once. */
const onceOnly = new Set<EventKind>([
  'birth',
  'death',
  'founding',
  'crash',
  'collapse',
  'assassination',
  'execution',
  'burial',
])

/** A kind of event and a word that more statements of the case than this have in common say nothing. */
const mostHolders = 80

function begin(): CaseCheck {
  const index = new PairIndex<Statement>({
    itemsOf: (section) =>
      statementsOf(section).map((statement) => ({
        item: statement,
        keys: [...statement.subjects].map((subject) => `${statement.kind}/${subject}`),
      })),
    isPair: (a, b) => isApart(a, b) && isSameEvent(a, b),
    mostHolders,
  })
  return (context) => {
    index.update(sectionsOf(context))
    return index.findings(conflict)
  }
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
  if (a.sentence === b.sentence || isCountedApart(a, b) || isSetApart(a, b)) return false
  const shared = [...a.subjects].filter((subject) => b.subjects.has(subject))
  const smaller = Math.min(a.subjects.size, b.subjects.size)
  const larger = Math.max(a.subjects.size, b.subjects.size)
  if (a.kind.startsWith('act:')) return isSameAct(a, b)
  if (onceOnly.has(a.kind) && a.head === b.head && (a.names.has(a.head) || b.names.has(b.head))) {
    return a.given === '' || b.given === '' || a.given === b.given
  }
  if (lacks(a.names, b.subjects) && lacks(b.names, a.subjects)) return false
  if (repeatable.has(a.kind) && isRepeated(a, b)) return true
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

/**
 * Of acts that no list knows it is not known how often they are done: the names must agree, and the dates must differ in
 * one part only, as they do when one of them is a slip.
 */
function isSameAct(a: Statement, b: Statement): boolean {
  const shared = Math.min(sharedNames(a, b), sharedNames(b, a))
  const isApart = lacks(a.names, b.subjects) && lacks(b.names, a.subjects)
  return shared >= (isApart ? 3 : 2) && isNearMiss(a, b)
}

/** Whether two full dates agree in two of day, month and year. */
function isNearMiss({ date: a }: Statement, { date: b }: Statement): boolean {
  if (!isDay(a) || !isDay(b) || !isExplicit(a) || !isExplicit(b)) return false
  const [x, y] = [civilOf(a.interval?.lo ?? 0), civilOf(b.interval?.lo ?? 0)]
  return [x.year === y.year, x.month === y.month, x.day === y.day].filter(Boolean).length === 2
}

/** Other numbers set two events apart ("unit 2", "unit 3"); a number that only one has does not when a name is shared. */
function isCountedApart(a: Statement, b: Statement): boolean {
  if (a.numbers === b.numbers) return false
  const [x = [], y = []] = [a, b].map(({ numbers }) => numbers.split(' '))
  const isPart = x.every((number) => y.includes(number)) || y.every((number) => x.includes(number))
  return (
    (a.numbers !== '' && b.numbers !== '' && !isPart) ||
    (sharedNames(a, b) + sharedNames(b, a) === 0 && !isNearMiss(a, b))
  )
}

/** "The treaty was signed on ... The treaty, signed on ...": one text says of one thing no more than it said before. */
function isRepeated(a: Statement, b: Statement): boolean {
  const [smaller, larger] = a.subjects.size <= b.subjects.size ? [a, b] : [b, a]
  return (
    a.section === b.section &&
    a.head === b.head &&
    isDefinite(a) &&
    isDefinite(b) &&
    [...smaller.subjects].every((subject) => larger.subjects.has(subject))
  )
}

/** Whether "the" and a noun in the singular say which one is meant. */
function isDefinite({ sentence, head }: Statement): boolean {
  const { tokens } = sentence.paragraph.annotated
  for (let at = sentence.sentence.first + 1; at < sentence.sentence.next; at++) {
    const word = tokens[at]?.lower ?? ''
    if (stemOf(word) === head) return !word.endsWith('s') && tokens[at - 1]?.lower === 'the'
  }
  return false
}

const distinguishing = ['new', 'old', 'north', 'south', 'east', 'west', 'upper', 'lower', 'main'].map(stemOf)

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

function kindInWords(kind: EventKind): string {
  return kind.startsWith('act:') ? 'act' : kind
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

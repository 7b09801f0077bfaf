import type { SectionView } from '../check-context.js'
import { isDefinite } from '../events/same-event.js'
import { type Statement, statementsOf } from '../events/statement.js'
import type { EventKind } from '../extract/en/event-words.js'
import { isExplicit } from '../extract/mention.js'
import { isReversed, type OrderClaim } from './order-claim.js'

/** Kinds of event that befall one subject in this order only. */
const courses: readonly (readonly [EventKind, readonly EventKind[]])[] = [
  [
    'birth',
    [
      'death',
      'wedding',
      'appointment',
      'resignation',
      'graduation',
      'retirement',
      'arrest',
      'burial',
      'baptism',
    ],
  ],
  ['death', ['burial']],
  ['founding', ['closing', 'demolition', 'bankruptcy', 'merger']],
  ['opening', ['closing', 'demolition']],
  ['arrest', ['verdict', 'execution']],
  ['launch', ['crash']],
  ['beginning', ['completion', 'ending']],
  ['completion', ['demolition', 'collapse']],
  ['appointment', ['resignation', 'retirement', 'dismissal']],
]

const staged = new Set(courses.flatMap(([first, later]) => [first, ...later]))

/** Stories of one thing or person, however far apart their sentences stand, in which the end comes before the beginning. */
export function reversedCourses(section: SectionView): OrderClaim[] {
  const statements = statementsOf(section).filter(
    ({ kind, date }) => staged.has(kind) && isExplicit(date) && !date.expression.ahead,
  )
  return statements.flatMap((first) =>
    statements.flatMap((later) => {
      if (first.sentence === later.sentence || !isCourse(first.kind, later.kind)) return []
      if (!isReversed(first.date, later.date) || !isOneSubject(first, later, statements)) return []
      const because = `the ${first.kind} of a thing comes before its ${later.kind}`
      return [{ first: first.date, later: later.date, because, severity: 'likely' as const }]
    }),
  )
}

function isCourse(first: EventKind, later: EventKind): boolean {
  return courses.some(([early, late]) => early === first && late.includes(later))
}

/** Whether both are said of one name that only one bears in the text, or of "the" one thing of a kind. */
function isOneSubject(a: Statement, b: Statement, all: readonly Statement[]): boolean {
  if (a.head !== b.head || a.head === '') return false
  if (a.names.has(a.head) && b.names.has(b.head)) {
    const given = new Set(all.filter(({ head }) => head === a.head).map((one) => one.given))
    given.delete('')
    return given.size <= 1 && !lacksName(a, b)
  }
  const isThing = isDefinite(a, a.head) && isDefinite(b, b.head)
  return isThing && a.names.size === 0 && b.names.size === 0
}

/** "Halden Bridge", "Halden Mill": other names beside the head set two things apart. */
function lacksName(a: Statement, b: Statement): boolean {
  return [...a.names].some((name) => !b.names.has(name)) && [...b.names].some((name) => !a.names.has(name))
}

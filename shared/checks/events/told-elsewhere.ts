import { civilOf } from '../extract/calendar.js'
import { familyOf } from '../extract/en/event-words.js'
import { relatives } from '../extract/en/kin-words.js'
import { stemOf } from '../extract/en/stem.js'
import { isEmpty } from './clause.js'
import { countIn, lacks, sharedNames } from './in-common.js'
import { isDigitSlip, isMonthApart, isNearMiss, isYearApart } from './near-miss.js'
import { recurring, singleActs, told } from './recurring.js'
import type { Statement } from './statement.js'

/** How much of the shorter clause the other must share, in one source and across two. */
const leastShare = { within: 0.3, across: 0.5 }

/** How many words two clauses of two sources must share. */
const leastWords = 3

/** "acquired by the state library in Dresden in 1921", "came to the Dresden state library in 1912": two digits changed places. */
export function isSwappedYear(a: Statement, b: Statement): boolean {
  const shared = [...a.subjects].filter((subject) => b.subjects.has(subject)).length
  const smaller = Math.min(a.subjects.size, b.subjects.size)
  const named = Math.min(sharedNames(a, b), sharedNames(b, a))
  const [own, other] = [new Set([...a.subjects, ...a.background]), new Set([...b.subjects, ...b.background])]
  if (lacks(a.names, other) && lacks(b.names, own)) return false
  const known = Math.min(countIn(a.names, other), countIn(b.names, own))
  const least = a.section === b.section ? leastShare.within : leastShare.across
  if (shared >= 2 && named >= 1 && known >= leastKnown) return true
  return named >= 1 && shared >= (a.section === b.section ? 2 : leastWords) && shared >= smaller * least
}

/** How many names of each of two clauses the paragraph of the other must have where few words agree. */
const leastKnown = 2

/**
 * "stolen from the Nordby Museum on 21 February 1994", "it was taken on 12 February 1994": the only days of their month in two
 * sources that speak of the same names, in sentences with words in common.
 */
export function isOnlyDay(a: Statement, b: Statement): boolean {
  if (a.section.source === b.section.source) return false
  if (!isDigitSlip(a, b) || isYearApart(a, b) || isMonthApart(a, b)) return false
  const names = countIn(a.background, b.background)
  if (names === 0 || tellsOfKin(a) || tellsOfKin(b) || !isOnlyOfMonth(a) || !isOnlyOfMonth(b)) return false
  const words = countIn(stemsOf(a), stemsOf(b))
  if (names >= leastKnown && words >= leastWords) return true
  return words > 0 && countIn(paragraphStems(a), paragraphStems(b)) >= leastOfParagraph
}

/**
 * "The Aldmoor dairy will shut on 30 June, its owner, Fenwick Foods, has said": one kind of event that two sources tell in other
 * words, between the same names, on dates that differ in one part.
 */
export function isToldElsewhere(a: Statement, b: Statement): boolean {
  if (a.section.source === b.section.source || familyOf(a.kind) !== familyOf(b.kind)) return false
  if (!isNearMiss(a, b) || tellsOfKin(a) || tellsOfKin(b)) return false
  if (isOnePlan(a, b)) return true
  if (isHabit(a) || isHabit(b)) return false
  const [own, other] = [new Set([...a.subjects, ...a.background]), new Set([...b.subjects, ...b.background])]
  const [mine, theirs] = [countIn(a.names, other), countIn(b.names, own)]
  const isKnown = (mine > 0 && mine === a.names.size) || (theirs > 0 && theirs === b.names.size)
  if (!isKnown) return false
  const areSingle = singleActs.has(a.kind) && singleActs.has(b.kind)
  if (areSingle && isDigitSlip(a, b) && sharedNames(a, b) + sharedNames(b, a) >= leastKnown) return true
  const both = Math.min(countIn(namesAround(a), other), countIn(namesAround(b), own))
  const isOnce = !recurring.has(a.kind) && !recurring.has(b.kind)
  const least = isDigitSlip(a, b) && isOnce ? 1 : leastKnown
  return both >= least && (a.date.granularity !== 'day' || !isYearApart(a, b))
}

/** Whether an event is an act of any kind, or one that happens to the same people again and again. */
function isHabit({ kind }: Statement): boolean {
  return kind.startsWith('act:') || (recurring.has(kind) && !singleActs.has(kind) && !told.has(kind))
}

const namesAround = ({ names, background }: Statement): ReadonlySet<string> =>
  new Set([...names, ...background])

/** "An emergency call of the ministers is to take place on 4 March": nearly all that two sources say of what is planned. */
function isOnePlan(a: Statement, b: Statement): boolean {
  if (!a.planned) return false
  const shared = countIn(a.subjects, b.subjects)
  return shared > leastWords && shared >= Math.min(a.subjects.size, b.subjects.size) * leastOfPlan
}

/** The share of the shorter plan that the other must have. */
const leastOfPlan = 0.6

/** "Knut, the brother of Olaf, who resigned": either may have done it. */
function tellsOfKin({ sentence }: Statement): boolean {
  return relatives.test(sentence.text) && /\b(who|whose)\b/.test(sentence.text)
}

/** Whether a section has no other day of the month of a statement. */
function isOnlyOfMonth({ section, date }: Statement): boolean {
  const { year, month } = civilOf(date.interval?.lo ?? 0)
  return section.dates.every(({ granularity, interval }) => {
    if (granularity !== 'day' || interval === null || interval.lo === date.interval?.lo) return true
    const other = civilOf(interval.lo)
    return other.year !== year || other.month !== month
  })
}

/** How many words the paragraphs around two days must share where their sentences share one. */
const leastOfParagraph = 7

function stemsOf(statement: Statement): ReadonlySet<string> {
  return stemsBetween(statement, statement.sentence.sentence)
}

function paragraphStems(statement: Statement): ReadonlySet<string> {
  return stemsBetween(statement, { first: 0, next: statement.sentence.paragraph.annotated.tokens.length })
}

/** Stems of what some tokens of a statement's paragraph speak of. */
function stemsBetween(
  { sentence: { paragraph }, date }: Statement,
  { first, next }: { first: number; next: number },
): ReadonlySet<string> {
  const { tokens } = paragraph.annotated
  const stems = new Set<string>()
  for (let at = first; at < next; at++) {
    const token = tokens[at]
    const isOfDate = date.expression.first <= at && at < date.expression.next
    if (token?.kind === 'word' && !isOfDate && !isEmpty(token)) stems.add(stemOf(token.lower))
  }
  return stems
}

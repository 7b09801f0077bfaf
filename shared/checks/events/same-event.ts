import { type EventKind, familyOf } from '../extract/en/event-words.js'
import { stemOf } from '../extract/en/stem.js'
import { civilOf } from '../extract/calendar.js'
import { isExplicit } from '../extract/mention.js'
import { areSlipsOfEachOther } from '../numbers/slip-likeness.js'
import { countIn, lacks, sharedNames } from './in-common.js'
import { areStages } from './stages.js'
import { isShortened } from './shortened.js'
import { isDigitSlip, isMonthApart, isNearMiss, isYearApart } from './near-miss.js'
import { recurring, singleActs, told } from './recurring.js'
import { type Statement, statementsOf } from './statement.js'
import { isOnlyDay, isSwappedYear, isToldElsewhere } from './told-elsewhere.js'

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

/** Whether two statements, on dates that do not meet, seem to tell of one event. Symmetric. */
export function isSameEvent(a: Statement, b: Statement): boolean {
  if (a.sentence === b.sentence || a.planned !== b.planned) return false
  // Plans change, so that only a slip of what is planned is told.
  if ((a.kind === 'occasion' || a.planned) && !isNearMiss(a, b)) return false
  if (isCountedApart(a, b) || areStages(a, b)) return false
  if (isShortened(a, b)) return true
  if (isSetApart(a, b)) return false
  if ((isOfYear(a) && isOfYear(b)) || (isOfSitting(a) && isOfSitting(b) && sharedNames(a, b) < 2))
    return false
  if (a.kind === 'occasion') return isSameOccasion(a, b)
  return (
    (a.kind === b.kind && isToldAlike(a, b)) || isSlip(a, b) || isToldAgain(a, b) || isToldElsewhere(a, b)
  )
}

/** "the minutes of the meeting of 12 February were approved": every month has its own. */
function isOfSitting({ subjects, kind }: Statement): boolean {
  return kind === 'meeting' || sittings.some((stem) => subjects.has(stem))
}

const sittings = ['minutes', 'meeting', 'session', 'sitting'].map(stemOf)

/** "the treaty of 1748": the year says which one is meant, and not when something was done. */
function isOfYear({ sentence, date: { expression, granularity } }: Statement): boolean {
  const { tokens } = sentence.paragraph.annotated
  const noun = tokens[expression.first - 2]
  return (
    granularity === 'year' &&
    tokens[expression.first - 1]?.lower === 'of' &&
    noun?.kind === 'word' &&
    /^(the|this|that)$/.test(tokens[expression.first - 3]?.lower ?? '')
  )
}

/** How much two clauses of near dates must have in common to be about one day, with and without a name among it. */
const leastOfOccasion = {
  named: 3,
  otherKind: 3,
  unnamed: 4,
  share: 0.5,
  slip: 0.3,
  within: 0.6,
  whole: 0.75,
}

/** Two clauses, of dates that a slip turns into one another, that say much the same, whatever their verbs are. */
function isSameOccasion(a: Statement, b: Statement): boolean {
  if (a.date.granularity === 'year') return isSwappedYear(a, b)
  if (isOnlyDay(a, b)) return true
  const named = Math.min(sharedNames(a, b), sharedNames(b, a))
  const isHabit = [...a.kinds, ...b.kinds].some(
    (kind) => recurring.has(kind) && !singleActs.has(kind) && !told.has(kind),
  )
  const isTwiceHabit = a.kinds.size > 0 && b.kinds.size > 0
  const isOtherKind = isTwiceHabit && ![...a.kinds].some((kind) => b.kinds.has(kind))
  const shared = [...a.subjects].filter((subject) => b.subjects.has(subject)).length
  const smaller = Math.min(a.subjects.size, b.subjects.size)
  if (isOtherKind && !(named >= 2 && shared >= leastOfOccasion.otherKind && isDigitSlip(a, b))) return false
  if (named >= 2 && isDigitSlip(a, b) && shared >= smaller * leastOfOccasion.slip && !isTwiceHabit)
    return true
  const isMost = shared >= leastOfOccasion.named && shared >= smaller * leastOfOccasion.within
  if (named >= 2 && isDigitSlip(a, b) && isMost) return true
  if (shared < smaller * leastOfOccasion.share) return false
  const least = a.section === b.section ? leastOfOccasion.within : leastOfOccasion.whole
  const isWhole = shared >= leastOfOccasion.named && shared >= smaller * least
  if (
    isHabit &&
    !(named >= 2 && !isTwiceHabit) &&
    !(isWhole && a.section === b.section && !isMonthApart(a, b))
  )
    return false
  if (lacks(a.names, b.subjects) && lacks(b.names, a.subjects)) return false
  if (sharedNames(a, b) + sharedNames(b, a) > 0) return shared >= leastOfOccasion.named
  const isKnown = [...a.background].some((name) => b.background.has(name))
  // What both say without a name happened once only where the rest is the same and the year is not what differs.
  if (isKnown && shared >= 2 && shared === smaller && !isMonthApart(a, b) && !isYearApart(a, b)) return true
  if (isWhole && !isYearApart(a, b)) return true
  return (
    shared >= (isKnown ? leastOfOccasion.named : leastOfOccasion.unnamed) &&
    (isKnown || a.section === b.section)
  )
}

/** "Nurses walked out on 6 May. … Since the walkout on 16 May": the only event of its kind that a text has told of before. */
function isToldAgain(a: Statement, b: Statement): boolean {
  if (
    a.section !== b.section ||
    !(isNearMiss(a, b) || (familyOf(a.kind) === familyOf(b.kind) && isOtherYear(a, b)))
  )
    return false
  const [first, later] = a.sentence.start < b.sentence.start ? [a, b] : [b, a]
  if (!later.toldBefore || first.toldBefore) return false
  const known = new Set([...first.subjects, ...first.background])
  if (lacks(later.subjects, known)) return false
  const days = new Set(
    statementsOf(a.section)
      .filter((other) => other !== later && familyOf(other.kind) === familyOf(later.kind))
      .map(({ date }) => date.interval?.lo),
  )
  return days.size === 1
}

/** The share of the shorter clause that the other must have for two near dates to be of one event. */
const leastOfSlip = { recurring: 0.7, named: 0.4, once: 0.3 }

/** One kind of event, said of one thing, on dates that a slip turns into one another. */
function isSlip(a: Statement, b: Statement): boolean {
  if (!isNearMiss(a, b)) return false
  const shared = [...a.subjects].filter((subject) => b.subjects.has(subject))
  const isOtherwise = lacks(a.names, b.subjects) && lacks(b.names, a.subjects)
  // "the Freya of Bergen was wrecked on the Old Bar", "she was wrecked on the Old Bar off Nairn": one place, told with others.
  if (isOtherwise) return isOneKindOfDay(a, b) && Math.min(sharedNames(a, b), sharedNames(b, a)) >= 2
  if (isDigitSlip(a, b) && isOfOneThing(a, b, shared)) return true
  if (a.kind !== b.kind) return false
  if (recurring.has(a.kind) && !singleActs.has(a.kind) && !told.has(a.kind)) return false
  const smaller = Math.min(a.subjects.size, b.subjects.size)
  const least = recurring.has(a.kind) ? leastOfSlip.recurring : leastOfSlip.once
  const isDoneTo = (subject: string): boolean => (subject === a.head) !== (subject === b.head)
  const isMuch = shared.length >= smaller * leastOfSlip.named || a.head === b.head
  if (isMuch && Math.min(sharedNames(a, b), sharedNames(b, a)) >= 2) return true
  if (!recurring.has(a.kind) && sharedNames(a, b) > 0 && (isPart(a, b) || isPart(b, a))) return true
  const isOne = shared.some(
    (subject) =>
      isDefinite(a, subject, [...shared, ...b.background]) &&
      isDefinite(b, subject, [...shared, ...a.background]) &&
      (shared.length >= smaller * least || (singleActs.has(a.kind) && isDoneTo(subject))),
  )
  if (!isOne) return false
  const known = [...a.background].filter((name) => b.background.has(name)).length
  return known > 0 || (a.names.size === 0 && b.names.size === 0)
}

/** Whether two events of a kind that does not recur are dated to two days of one month. */
function isOneKindOfDay(a: Statement, b: Statement): boolean {
  if (a.kind !== b.kind || a.kind.startsWith('act:') || recurring.has(a.kind)) return false
  return a.date.granularity === 'day' && !isYearApart(a, b) && !isMonthApart(a, b)
}

/** How much of the shorter clause two acts that no list knows must share. */
const leastOfAct = { words: 2, share: 0.6 }

/** Whether what both speak of, by name or by a pronoun for it, is enough where one digit of their days differs. */
function isOfOneThing(a: Statement, b: Statement, shared: readonly string[]): boolean {
  if (recurring.has(a.kind) || recurring.has(b.kind)) return false
  const named = shared.filter((subject) => a.names.has(subject) || b.names.has(subject)).length
  if (a.kind.startsWith('act:')) {
    const smaller = Math.min(a.subjects.size, b.subjects.size)
    const isMuch = shared.length >= leastOfAct.words && shared.length >= smaller * leastOfAct.share
    return isMuch && (named > 0 || a.section === b.section)
  }
  return named > 0 || refersTo(a, b) || refersTo(b, a)
}

/** Whether the pronoun of one stands for all that the other speaks of, or its name. */
function refersTo({ antecedents }: Statement, { subjects, names, head }: Statement): boolean {
  if (names.size > 0 && countIn(names, antecedents) === 0) return false
  return antecedents.has(head) || countIn(antecedents, subjects) >= 2
}

/**
 * The same kind of event with at least two subjects in common, or with one that is all that the shorter statement has; no
 * name or number on either side that the other lacks.
 */
function isToldAlike(a: Statement, b: Statement): boolean {
  const shared = [...a.subjects].filter((subject) => b.subjects.has(subject))
  const smaller = Math.min(a.subjects.size, b.subjects.size)
  const larger = Math.max(a.subjects.size, b.subjects.size)
  if (a.kind.startsWith('act:')) return isSameAct(a, b)
  if (onceOnly.has(a.kind) && a.head === b.head && (a.names.has(a.head) || b.names.has(b.head))) {
    const [x, y] = [` ${a.given}`, ` ${b.given}`]
    return a.given === '' || b.given === '' || x.endsWith(y) || y.endsWith(x)
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
  if (!isNearMiss(a, b)) return shared >= 2 && a.head === b.head && a.names.has(a.head) && isOtherYear(a, b)
  if (shared >= 1 && !isApart && a.object !== '' && a.object === b.object) return true
  return shared >= (isApart ? 3 : 2) || (shared === 1 && (isPart(a, b) || isPart(b, a)))
}

/** Whether one digit of two written years differs: 1974 and 1976. */
function isOtherYear({ date: a }: Statement, { date: b }: Statement): boolean {
  if (a.granularity !== 'year' || b.granularity !== 'year' || !isExplicit(a) || !isExplicit(b)) return false
  const [x, y] = [a, b].map(({ interval }) => civilOf(interval?.lo ?? 0).year)
  return x !== undefined && y !== undefined && areSlipsOfEachOther(x, y)
}

/** Whether one speaks of nothing that the other does not speak of. */
function isPart(a: Statement, b: Statement): boolean {
  return [...a.subjects].every((subject) => b.subjects.has(subject))
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
    isDefinite(a, a.head) &&
    isDefinite(b, b.head) &&
    [...smaller.subjects].every((subject) => larger.subjects.has(subject))
  )
}

/**
 * Whether "the" and a noun in the singular say which one is meant; a word of `qualities` may stand between, as in "the
 * fisheries bill".
 */
export function isDefinite(
  { sentence }: Statement,
  head: string,
  qualities: readonly string[] = [],
): boolean {
  const { tokens } = sentence.paragraph.annotated
  for (let at = sentence.sentence.first + 1; at < sentence.sentence.next; at++) {
    const word = tokens[at]?.lower ?? ''
    if (stemOf(word) !== head) continue
    const before = tokens[at - 1]?.lower ?? ''
    const isQualified = tokens[at - 2]?.lower === 'the' && qualities.includes(stemOf(before))
    return !word.endsWith('s') && (before === 'the' || isQualified)
  }
  return false
}

/** Whether one says of a thing that both speak of which one it is, and the other does not. */
function isSetApart(a: Statement, b: Statement): boolean {
  const differs = (one: Statement, other: Statement): boolean =>
    [...one.qualified].some(
      (words) => other.subjects.has(words.slice(words.indexOf(' ') + 1)) && !other.qualified.has(words),
    )
  return differs(a, b) || differs(b, a)
}

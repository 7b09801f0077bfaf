import {
  datesOfSentence,
  inSentence,
  perSection,
  type PlacedSentence,
  proseSentences,
  type SectionView,
} from '../check-context.js'
import { actOf, type EventKind, eventKinds } from '../extract/en/event-words.js'
import { stemOf } from '../extract/en/stem.js'
import { negations } from '../extract/en/verb-words.js'
import type { DateMention } from '../extract/mention.js'
import type { NameMention } from '../extract/names.js'
import { isQuoted } from '../extract/quotations.js'
import type { Token } from '../extract/tokens.js'
import { clauseAround, headOf, isEmpty, openingParticiple } from './clause.js'

/** That something of a kind happened to somebody or something on a date. */
export interface Statement {
  section: SectionView
  sentence: PlacedSentence
  kind: EventKind
  date: DateMention
  /** Stems of what the clause speaks of, names included; without the event's own word and the words of dates. */
  subjects: ReadonlySet<string>
  /** Stems of the names among them. */
  names: ReadonlySet<string>
  /** Stem of the word nearest before the event, which mostly is its subject or, in "the opening of the bridge", follows it. */
  head: string
  /** What stands before the head in a longer name: "anna" in "Anna Berg died"; '' without one. */
  given: string
  /** Numbers in the clause that are part of no date: "unit 2", "three ships". */
  numbers: string
}

/** How far from its event's word a date may stand, in tokens. */
const dateReach = 12

/** Words that say the event is one of several, planned, or not what it seems. */
const disqualifying = new Set(
  (
    'again second third fourth fifth another annual annually every each also next planned would will should may might ' +
    'could expected scheduled postponed originally initially previously earlier former anniversary first-ever reportedly ' +
    'rumoured if until weekly monthly yearly twice once several many other others re later'
  ).split(' '),
)

/** The statements of a section, in order. Sentences about plans, repetitions and negations say nothing sure. */
export const statementsOf: (section: SectionView) => readonly Statement[] = perSection((section) =>
  proseSentences(section).flatMap((sentence) => {
    const dates = datesOfSentence(section, sentence)
    if (dates.length === 0) return []
    return [
      ...livesIn(section, sentence, dates),
      ...statementsIn(section, sentence, dates.filter(isEventDate)),
    ]
  }),
)

/** "Anna Berg (4 May 1861 – 17 October 1934)": birth and death of whoever stands before the bracket. */
function livesIn(section: SectionView, sentence: PlacedSentence, dates: readonly DateMention[]): Statement[] {
  const { annotated } = sentence.paragraph
  return dates.flatMap((death, index) => {
    const birth = dates[index - 1]
    if (!birth || !isLifespan(annotated.tokens, birth, death)) return []
    const bracket = birth.expression.first - 1
    const name = inSentence(annotated.names, sentence.sentence).find(({ next }) => next === bracket)
    if (!name) return []
    const names = new Set(name.words.map(stemOf))
    const common = {
      section,
      sentence,
      subjects: names,
      names,
      head: stemOf(name.words.at(-1) ?? ''),
      given: name.words.slice(0, -1).join(' '),
      numbers: '',
    }
    return [
      { ...common, kind: 'birth', date: birth },
      { ...common, kind: 'death', date: death },
    ] satisfies Statement[]
  })
}

/** Whether two dates are a lifespan in brackets behind a name. */
export function isLifespan(
  tokens: readonly Token[],
  first: DateMention,
  last: DateMention | undefined,
): boolean {
  if (!last?.expression.closesRange || first.interval === null) return false
  const { expression } = first
  return tokens[expression.first - 1]?.lower === '(' && tokens[last.expression.next]?.lower === ')'
}

function isEventDate({ interval, expression, quoted, granularity }: DateMention): boolean {
  const { meaning } = expression
  return (
    interval !== null &&
    meaning.kind === 'calendar' &&
    !quoted &&
    !expression.closesRange &&
    granularity !== 'years'
  )
}

function statementsIn(
  section: SectionView,
  sentence: PlacedSentence,
  dates: readonly DateMention[],
): Statement[] {
  const { tokens } = sentence.paragraph.annotated
  const found: Statement[] = []
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const kind = kindAt(tokens, at)
    const date = kind && nearestDate(tokens, dates, at)
    if (!kind || !date) continue
    const statement = statementAt(section, sentence, at, kind, date)
    if (statement) found.push(statement)
  }
  return found
}

/** Words that look like those of an event and mostly are something else. */
const noEvents = new Set('found start end public open close complete land address'.split(' '))

function kindAt(tokens: readonly Token[], at: number): EventKind | null {
  const token = tokens[at]
  if (!token || token.kind !== 'word' || token.lower.length < 4) return null
  if (noEvents.has(token.lower)) return null
  if (token.lower === 'left' && !(tokens[at + 1]?.capital || tokens[at + 1]?.lower === 'for')) return null
  return eventKinds.get(stemOf(token.lower)) ?? genericAct(tokens, at)
}

/** Any other verb in the past, or "the suppression of". */
function genericAct(tokens: readonly Token[], at: number): EventKind | null {
  const { lower, capital } = tokens[at] as Token
  if (capital) return null
  const isNoun = !lower.endsWith('ed')
  if (isNoun && !(tokens[at - 1]?.lower === 'the' && tokens[at + 1]?.lower === 'of')) return null
  if (!isNoun && (tokens[at - 1]?.lower === 'the' || tokens[at - 1]?.lower === 'a')) return null
  return actOf(lower)
}

/** The nearest date in the same clause, those behind the event first. */
function nearestDate(
  tokens: readonly Token[],
  dates: readonly DateMention[],
  at: number,
): DateMention | null {
  const distance = ({ expression: { first, next } }: DateMention): number =>
    first > at ? first - at : (at - next) * 1.5 + 1
  const reachable = dates.filter((date) => {
    const { first, next } = date.expression
    const between = first > at ? tokens.slice(at + 1, first) : tokens.slice(next, at)
    if (between.some(({ lower }) => lower === ',') && isSubordinate(tokens, at)) return false
    return between.length <= dateReach && !between.some((token) => breaksClause(token))
  })
  return [...reachable].sort((a, b) => distance(a) - distance(b))[0] ?? null
}

const subordinators = new Set(['after', 'before', 'when', 'since', 'until', 'while', 'following'])

/** "four days after the siege began, on 28 February": the date behind the comma is that of the main clause. */
function isSubordinate(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - dateReach); index--) {
    const word = tokens[index]?.lower ?? ''
    if (/^[.,;:()!?]$/.test(word)) return false
    if (subordinators.has(word)) return true
  }
  return false
}

function breaksClause({ lower, kind }: Token): boolean {
  if (kind === 'mark') return lower === ';' || lower === '(' || lower === ')' || lower === ':'
  return (
    lower === 'after' ||
    lower === 'before' ||
    lower === 'since' ||
    lower === 'when' ||
    lower === 'while' ||
    lower === 'until' ||
    (!noEvents.has(lower) && eventKinds.has(stemOf(lower)))
  )
}

/** How far behind an event and its date a negation may still be about them, in tokens. */
const negationReach = 1

function statementAt(
  section: SectionView,
  sentence: PlacedSentence,
  at: number,
  kind: EventKind,
  date: DateMention,
): Statement | null {
  const { annotated } = sentence.paragraph
  const opening = openingParticiple(annotated.tokens, sentence, at, date)
  const [first, next] = opening ? [at, opening.next] : clauseAround(annotated.tokens, sentence, at, date)
  const subjects = new Set<string>()
  const names = new Set<string>()
  const numbers: string[] = []
  for (let index = first; index < next; index++) {
    const token = annotated.tokens[index] as Token
    if (isInDate(section, sentence, index)) continue
    // "News of the surrender on 7 July did not reach him": what is denied behind event and date is something else.
    const isDenied = negations.has(token.lower) && index < Math.max(at, date.expression.next) + negationReach
    if (disqualifying.has(token.lower) || isDenied) return null
    if (index === at || token.kind === 'mark' || isQuoted(annotated.quotes, token)) continue
    if (token.kind !== 'word') numbers.push(...(isAge(annotated.tokens, index) ? [] : [token.lower]))
    else if (!isEmpty(token)) subjects.add(stemOf(token.lower))
    if (token.capital && !isEmpty(token) && isNamed(sentence, index)) names.add(stemOf(token.lower))
  }
  const head = opening?.head ?? headOf(annotated.tokens, at, first, next)
  return subjects.size === 0
    ? null
    : {
        section,
        sentence,
        kind,
        date,
        subjects,
        names,
        head,
        given: givenName(inSentence(annotated.names, sentence.sentence), head, first, next),
        numbers: numbers.sort().join(' '),
      }
}

function givenName(names: readonly NameMention[], head: string, from: number, to: number): string {
  const name = names.find(
    ({ first, next, words }) => first >= from && next <= to && stemOf(words.at(-1) ?? '') === head,
  )
  return name ? name.words.slice(0, -1).join(' ') : ''
}

/** "at the age of 73", "aged 73". */
function isAge(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at - 1]?.lower === 'aged' || (tokens[at - 1]?.lower === 'of' && tokens[at - 2]?.lower === 'age')
  )
}

/** Whether a capitalised word is a name: not the first of its sentence, or part of a longer name there. */
function isNamed({ paragraph, sentence }: PlacedSentence, index: number): boolean {
  if (index > sentence.first) return true
  return inSentence(paragraph.annotated.names, sentence).some(
    ({ first, next, words }) => first <= index && index < next && words.length > 1,
  )
}

function isInDate(section: SectionView, sentence: PlacedSentence, index: number): boolean {
  return datesOfSentence(section, sentence).some(
    ({ expression }) => expression.first <= index && index < expression.next,
  )
}

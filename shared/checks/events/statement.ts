import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { type EventKind, eventKinds } from '../extract/en/event-words.js'
import { functionWords } from '../extract/en/function-words.js'
import { stemOf } from '../extract/en/stem.js'
import { speechVerbs, titles } from '../extract/en/title-words.js'
import { negations } from '../extract/en/verb-words.js'
import type { DateMention } from '../extract/mention.js'
import { isQuoted } from '../extract/quotations.js'
import type { Token } from '../extract/tokens.js'

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
  /** Numbers in the clause that are part of no date: "unit 2", "three ships". */
  numbers: string
}

/** How far from its event's word a date may stand, in tokens. */
const dateReach = 12

/** Words that say the event is one of several, planned, or not what it seems. */
const disqualifying = new Set(
  (
    'again second third fourth fifth another annual annually every each also next planned plan plans would will should may might ' +
    'could expected scheduled postponed originally initially previously earlier former anniversary first-ever reportedly ' +
    'rumoured if until weekly monthly yearly twice once several many other others re later new old'
  ).split(' '),
)

/** The statements of a section, in order. Sentences about plans, repetitions and negations say nothing sure. */
export function statementsOf(section: SectionView): Statement[] {
  return proseSentences(section).flatMap((sentence) => {
    const dates = datesOfSentence(section, sentence).filter(isEventDate)
    return dates.length === 0 ? [] : statementsIn(section, sentence, dates)
  })
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

function kindAt(tokens: readonly Token[], at: number): EventKind | null {
  const token = tokens[at]
  if (!token || token.kind !== 'word' || token.lower.length < 4) return null
  if (token.lower === 'found' || token.lower === 'left') return null
  return eventKinds.get(stemOf(token.lower)) ?? null
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
    return between.length <= dateReach && !between.some((token) => breaksClause(token))
  })
  return [...reachable].sort((a, b) => distance(a) - distance(b))[0] ?? null
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
    eventKinds.has(stemOf(lower))
  )
}

function statementAt(
  section: SectionView,
  sentence: PlacedSentence,
  at: number,
  kind: EventKind,
  date: DateMention,
): Statement | null {
  const { annotated } = sentence.paragraph
  const [first, next] = clauseAround(annotated.tokens, sentence, at, date)
  const subjects = new Set<string>()
  const names = new Set<string>()
  const numbers: string[] = []
  for (let index = first; index < next; index++) {
    const token = annotated.tokens[index] as Token
    if (isInDate(section, sentence, index)) continue
    if (disqualifying.has(token.lower) || negations.has(token.lower)) return null
    if (index === at || token.kind === 'mark' || isQuoted(annotated.quotes, token)) continue
    if (token.kind !== 'word') numbers.push(token.lower)
    else if (!isEmpty(token)) subjects.add(stemOf(token.lower))
    if (token.kind === 'word' && token.capital && !isEmpty(token) && index > sentence.sentence.first)
      names.add(stemOf(token.lower))
  }
  const head = headOf(annotated.tokens, at, first, next)
  return subjects.size === 0
    ? null
    : { section, sentence, kind, date, subjects, names, head, numbers: numbers.sort().join(' ') }
}

function isEmpty({ lower }: Token): boolean {
  return functionWords.has(lower) || speechVerbs.has(lower) || titles.has(lower) || lower.length < 3
}

function isInDate(section: SectionView, sentence: PlacedSentence, index: number): boolean {
  return datesOfSentence(section, sentence).some(
    ({ expression }) => expression.first <= index && index < expression.next,
  )
}

/** The clause that holds the event and its date: up to a semicolon, or a comma that a new clause follows. */
function clauseAround(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  at: number,
  date: DateMention,
): [number, number] {
  let first = Math.min(at, date.expression.first)
  while (first > sentence.first && !isClauseBreak(tokens, first - 1)) first--
  if (isRelative(tokens[first])) {
    first = Math.max(sentence.first, first - 1)
    while (first > sentence.first && !isClauseBreak(tokens, first - 1)) first--
  }
  let next = Math.max(at + 1, date.expression.next)
  while (next < sentence.next && !isClauseBreak(tokens, next)) next++
  return [first, next]
}

/** "the Hedda, which sank": the clause goes on with what stands before the comma. */
function isRelative(token: Token | undefined): boolean {
  return token?.lower === 'which' || token?.lower === 'who'
}

function isClauseBreak(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  if (word === ';' || word === ':' || word === '(' || word === ')') return true
  return (
    word === ',' ||
    word === 'after' ||
    word === 'before' ||
    word === 'when' ||
    word === 'while' ||
    word === 'because' ||
    word === 'but'
  )
}

/** The nearest word of matter before the event; for a noun ("the opening of the bridge") the one behind "of". */
function headOf(tokens: readonly Token[], at: number, first: number, next: number): string {
  const after = tokens.slice(at + 1, next)
  if (after[0]?.lower === 'of') {
    const noun = after.slice(1).find((token) => token.kind === 'word' && !isEmpty(token))
    if (noun) return stemOf(noun.lower)
  }
  for (let index = at - 1; index >= first; index--) {
    const token = tokens[index]
    if (token?.kind === 'word' && !isEmpty(token)) return stemOf(token.lower)
  }
  return ''
}

import {
  datesOfSentence,
  inSentence,
  perSection,
  type PlacedSentence,
  proseSentences,
  type SectionView,
} from '../check-context.js'
import { type EventKind } from '../extract/en/event-words.js'
import { stemOf } from '../extract/en/stem.js'
import { negations } from '../extract/en/verb-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { NameMention } from '../extract/names.js'
import { isQuoted } from '../extract/quotations.js'
import type { Token } from '../extract/tokens.js'
import { namesOfParagraph } from '../extract/names-of-paragraph.js'
import { clauseAround, headOf, isEmpty, openingParticiple } from './clause.js'
import { kindAt, nearestDate } from './event-at.js'
import { antecedentsOf, isParticiple, startOfToldBefore } from './told-before.js'

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
  /** Stems of all names of the paragraph, for "the contract" of a clause without a name. */
  background: ReadonlySet<string>
  /** Stem of the word nearest before the event, which mostly is its subject or, in "the opening of the bridge", follows it. */
  head: string
  /** Stem of the first word of matter right behind the event; '' without one. */
  object: string
  /** What stands before the head in a longer name: "anna" in "Anna Berg died"; '' without one. */
  given: string
  /** The kinds of event that the clause has words for. */
  kinds: ReadonlySet<EventKind>
  /** "new bridge": the words that set one thing apart from another of its kind, with the stem behind each. */
  qualified: ReadonlySet<string>
  /** Stems of what a pronoun before the event stands for. */
  antecedents: ReadonlySet<string>
  /** Whether "the" and the noun of the event say that it was told of before. */
  toldBefore: boolean
  /** Numbers in the clause that are part of no date: "unit 2", "three ships". */
  numbers: string
}

/** Words that say the event is one of several, planned, or not what it seems. */
const disqualifying = new Set(
  (
    'again second third fourth fifth another annual annually also next planned would will should may might ' +
    'could expected scheduled postponed originally initially previously earlier former anniversary first-ever reportedly ' +
    'rumoured if until weekly monthly yearly twice once re later'
  ).split(' '),
)

/** Words that do so where they stand before the event or its date, and tell of something else behind both. */
const several = new Set('every each several many other others'.split(' '))

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
      background: names,
      head: stemOf(name.words.at(-1) ?? ''),
      object: '',
      given: name.words.slice(0, -1).join(' '),
      kinds: new Set<EventKind>(),
      qualified: new Set<string>(),
      antecedents: new Set<string>(),
      toldBefore: false,
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
  return [...found, ...occasionsIn(section, sentence, dates)]
}

/** What the clauses of full dates speak of, whatever their verbs are. */
function occasionsIn(
  section: SectionView,
  sentence: PlacedSentence,
  dates: readonly DateMention[],
): Statement[] {
  if (dates.length > 1) return []
  return dates
    .filter((date) => date.granularity === 'day' && isExplicit(date))
    .flatMap((date) => {
      const { tokens } = sentence.paragraph.annotated
      return statementAt(section, sentence, clauseOf(tokens, date), 'occasion', date) ?? []
    })
}

/** The first token of the clause that a date belongs to: behind "when" where it tells what happened on the date. */
function clauseOf(tokens: readonly Token[], { expression: { first, next } }: DateMention): number {
  const comma = tokens[next]?.lower === ',' ? 1 : 0
  return tokens[next + comma]?.lower === 'when' ? next + comma + 1 : first
}

/** "the new bridge" is not "the bridge". */
const distinguishing = new Set('new old north south east west upper lower main'.split(' '))

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
  const told = kind === 'occasion' ? null : startOfToldBefore(annotated.tokens, at, date)
  const [first, next] =
    told !== null
      ? [told, date.expression.next]
      : opening
        ? [at, opening.next]
        : clauseAround(annotated.tokens, sentence, at, date)
  const toldBefore = told !== null
  const matter = matterOf(section, sentence, { kind, at, date, first, next, toldBefore })
  const antecedents = antecedentsOf(sentence, first, at)
  // "They were divorced on …": an event of a kind may be told again as "the divorce", whoever they are.
  const mayBeBare = toldBefore || (kind !== 'occasion' && !kind.startsWith('act:'))
  if (!matter || (matter.subjects.size === 0 && antecedents.size === 0 && !mayBeBare)) return null
  const head = opening?.head ?? headOf(annotated.tokens, at, first, next)
  return {
    section,
    sentence,
    kind,
    date,
    ...matter,
    background: namesOfParagraph(annotated),
    head,
    object: objectOf(annotated.tokens, at, next),
    given: givenName(inSentence(annotated.names, sentence.sentence), head, first, next),
    antecedents,
    toldBefore,
  }
}

/** The event at a token, and the tokens of its clause. */
interface EventClause extends Pick<Statement, 'kind' | 'date' | 'toldBefore'> {
  at: number
  first: number
  next: number
}

/** What a clause speaks of; null when it says that the event is one of several, planned or denied. */
function matterOf(
  section: SectionView,
  sentence: PlacedSentence,
  clause: EventClause,
): Pick<Statement, 'subjects' | 'names' | 'kinds' | 'qualified' | 'numbers'> | null {
  const { tokens, quotes } = sentence.paragraph.annotated
  const { kind, at, first, next, toldBefore } = clause
  const [subjects, names, qualified] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const kinds = new Set<EventKind>()
  const numbers: string[] = []
  for (let index = first; index < next; index++) {
    const token = tokens[index] as Token
    if (isInDate(section, sentence, index)) continue
    if (isDisqualified(token, index, clause)) return null
    const thing = tokens[index + 1]?.lower
    if (distinguishing.has(token.lower) && thing) qualified.add(`${token.lower} ${stemOf(thing)}`)
    const own = kind === 'occasion' ? kindAt(tokens, index) : null
    if (own && !own.startsWith('act:')) kinds.add(own)
    if ((index === at && kind !== 'occasion') || token.kind === 'mark') continue
    const stem = stemOf(token.lower)
    const isTitle = isQuoted(quotes, token)
    if (isTitle && !isOfTitle(quotes, token)) continue
    if (token.kind !== 'word') numbers.push(...(isAge(tokens, index) ? [] : [token.lower]))
    else if (!isEmpty(token) && !(toldBefore && isParticiple(token))) subjects.add(stem)
    if (token.capital && !isEmpty(token) && (isTitle || isNamed(sentence, index))) names.add(stem)
  }
  return { subjects, names, kinds, qualified, numbers: numbers.sort().join(' ') }
}

/** Whether a word says that the event of its clause is one of several, planned or denied. */
function isDisqualified(token: Token, index: number, { at, date }: EventClause): boolean {
  const end = Math.max(at, date.expression.next)
  // "News of the surrender on 7 July did not reach him": what is denied behind event and date is something else.
  const isDenied = negations.has(token.lower) && token.lower !== 'without' && index < end + negationReach
  return disqualifying.has(token.lower) || isDenied || (several.has(token.lower) && index < end)
}

/** How far behind the event the word of what it is done to may stand, in tokens. */
const objectReach = 3

function objectOf(tokens: readonly Token[], at: number, next: number): string {
  for (const token of tokens.slice(at + 1, Math.min(next, at + 1 + objectReach))) {
    if (token.kind !== 'word' || /^(on|in|at|by|from|to|with)$/.test(token.lower)) return ''
    if (!isEmpty(token)) return stemOf(token.lower)
  }
  return ''
}

function givenName(names: readonly NameMention[], head: string, from: number, to: number): string {
  const name = names.find(
    ({ first, next, words }) => first >= from && next <= to && stemOf(words.at(-1) ?? '') === head,
  )
  return name ? name.words.slice(0, -1).join(' ') : ''
}

/** How long the title of a work in quotation marks may be, in UTF-16 code units. */
const longestTitle = 40

/** A capitalised word of a short quotation, which is the title of a play or book. */
function isOfTitle(quotes: readonly { start: number; end: number }[], token: Token): boolean {
  const quote = quotes.find(({ start, end }) => start <= token.start && token.end <= end)
  return quote !== undefined && quote.end - quote.start <= longestTitle && token.capital && !isEmpty(token)
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

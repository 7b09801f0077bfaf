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
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { NameMention } from '../extract/names.js'
import type { Token } from '../extract/tokens.js'
import { namesOfParagraph } from '../extract/names-of-paragraph.js'
import { clauseAround, headOf, isEmpty, openingParticiple, opensWithPronoun } from './clause.js'
import { kindAt, nearestDate } from './event-at.js'
import { type EventClause, type Matter, matterOf } from './matter.js'
import { isWritten } from './near-miss.js'
import { antecedentsOf, startOfToldBefore } from './told-before.js'

/** That something of a kind happened to somebody or something on a date. */
export interface Statement extends Matter, Pick<EventClause, 'kind' | 'date' | 'toldBefore'> {
  section: SectionView
  sentence: PlacedSentence
  /** Stems of all names of the paragraph, for "the contract" of a clause without a name. */
  background: ReadonlySet<string>
  /** Stem of the word nearest before the event, which mostly is its subject or, in "the opening of the bridge", follows it. */
  head: string
  /** Stem of the first word of matter right behind the event; '' without one. */
  object: string
  /** What stands before the head in a longer name: "anna" in "Anna Berg died"; '' without one. */
  given: string
  /** Stems of what a pronoun before the event stands for. */
  antecedents: ReadonlySet<string>
}

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
      planned: false,
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
  const isWeekday = meaning.kind === 'weekday' && granularity === 'day' && meaning.from === 'speech'
  const isSeason = meaning.kind === 'season' && meaning.year !== null
  return (
    interval !== null &&
    (meaning.kind === 'calendar' || isWeekday || isSeason) &&
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
  return dates
    .filter((date) => dates.length === 1 || date.granularity === 'year')
    .filter(
      (date) =>
        (date.granularity === 'day' && isWritten(date)) || (isExplicit(date) && isYearOfAct(sentence, date)),
    )
    .flatMap((date) => {
      const { tokens } = sentence.paragraph.annotated
      return statementAt(section, sentence, clauseOf(tokens, date), 'occasion', date) ?? []
    })
}

/** "in 1921": a year in which something was done, and not one that says which thing is meant. */
function isYearOfAct({ paragraph }: PlacedSentence, { granularity, expression }: DateMention): boolean {
  const lead = paragraph.annotated.tokens[expression.first - 1]?.lower
  return granularity === 'year' && lead === 'in'
}

/** The first token of the clause that a date belongs to: behind "when" where it tells what happened on the date. */
function clauseOf(tokens: readonly Token[], { expression: { first, next } }: DateMention): number {
  const comma = tokens[next]?.lower === ',' ? 1 : 0
  return tokens[next + comma]?.lower === 'when' ? next + comma + 1 : first
}

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
  const person = opensWithPronoun(annotated.tokens, sentence, at, date) ? nameBefore(sentence) : undefined
  const head =
    opening?.head ?? (person ? stemOf(person.words.at(-1) ?? '') : headOf(annotated.tokens, at, first, next))
  return {
    section,
    sentence,
    kind,
    date,
    ...matter,
    ...(person
      ? { subjects: new Set([...matter.subjects, head]), names: new Set([...matter.names, head]) }
      : {}),
    background: namesOfParagraph(annotated),
    head,
    object: objectOf(annotated.tokens, at, next),
    given: person
      ? person.words.slice(0, -1).join(' ')
      : givenName(inSentence(annotated.names, sentence.sentence), head, first, next),
    antecedents,
    toldBefore,
  }
}

/** The first full name of the sentence before, whom "he" and "she" stand for. */
function nameBefore({ paragraph, index }: PlacedSentence): NameMention | undefined {
  const before = paragraph.annotated.sentences[index - 1]
  return before && inSentence(paragraph.annotated.names, before).find(({ words }) => words.length > 1)
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

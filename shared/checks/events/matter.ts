import { datesOfSentence, inSentence, type PlacedSentence, type SectionView } from '../check-context.js'
import type { EventKind } from '../extract/en/event-words.js'
import { stemOf } from '../extract/en/stem.js'
import { negations } from '../extract/en/verb-words.js'
import type { DateMention } from '../extract/mention.js'
import { isQuoted } from '../extract/quotations.js'
import type { Token } from '../extract/tokens.js'
import { isEmpty } from './clause.js'
import { kindAt } from './event-at.js'
import { isParticiple } from './told-before.js'

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

/** "the new bridge" is not "the bridge". */
const distinguishing = new Set('new old north south east west upper lower main'.split(' '))

/** How far behind an event and its date a negation may still be about them, in tokens. */
const negationReach = 1

/** The event at a token, and the tokens of its clause. */
export interface EventClause {
  kind: EventKind
  date: DateMention
  /** Whether "the" and the noun of the event say that it was told of before. */
  toldBefore: boolean
  at: number
  first: number
  next: number
}

/** What a clause speaks of. */
export interface Matter {
  /** Stems of what the clause speaks of, names included; without the event's own word and the words of dates. */
  subjects: ReadonlySet<string>
  /** Stems of the names among them. */
  names: ReadonlySet<string>
  /** The kinds of event that the clause has words for. */
  kinds: ReadonlySet<EventKind>
  /** "new bridge": the words that set one thing apart from another of its kind, with the stem behind each. */
  qualified: ReadonlySet<string>
  /** Whether the clause tells of it as still to come ("will close", "is to close"). */
  planned: boolean
  /** Numbers in the clause that are part of no date: "unit 2", "three ships". */
  numbers: string
}

/** What a clause speaks of; null when it says that the event is one of several, planned or denied. */
export function matterOf(section: SectionView, sentence: PlacedSentence, clause: EventClause): Matter | null {
  const { tokens, quotes } = sentence.paragraph.annotated
  const { kind, at, first, next, toldBefore } = clause
  const [subjects, names, qualified] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const kinds = new Set<EventKind>()
  const numbers: string[] = []
  let planned = false
  for (let index = first; index < next; index++) {
    const token = tokens[index] as Token
    if (isInDate(section, sentence, index)) continue
    if (isPlan(tokens, index)) {
      planned = true
      continue
    }
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
    else if (!isEmpty(token) && !(toldBefore && isParticiple(token)) && !isOtherAct(token, kind))
      subjects.add(stem)
    if (token.capital && !isEmpty(token) && (isTitle || isNamed(sentence, index))) names.add(stem)
  }
  return { subjects, names, kinds, qualified, planned, numbers: numbers.sort().join(' ') }
}

/** "opened in 1874 and closed in 1921": a beginning or an end that the same clause tells is no thing that it speaks of. */
function isOtherAct({ lower }: Token, kind: EventKind): boolean {
  return (
    kind !== 'occasion' &&
    /^(opened|closed|founded|established|completed|demolished|reopened|inaugurated|began|ended)$/.test(lower)
  )
}

/** "will close", "is to close", "are due to close", "intends to close". */
function isPlan(tokens: readonly Token[], at: number): boolean {
  const [before, word, next] = [-1, 0, 1].map((step) => tokens[at + step]?.lower ?? '')
  return (
    (word === 'would' &&
      tokens
        .slice(Math.max(0, at - 12), at)
        .some(({ lower }) => /^(said|announced|told|says)$/.test(lower))) ||
    word === 'will' ||
    (/^(intends?|wants?|hopes|seeks|proposes)$/.test(word ?? '') && next === 'to') ||
    (/^(is|are)$/.test(before ?? '') && (word === 'to' || (word === 'due' && next === 'to')))
  )
}

/** Whether a word says that the event of its clause is one of several, planned or denied. */
function isDisqualified(token: Token, index: number, { at, date }: EventClause): boolean {
  const end = Math.max(at, date.expression.next)
  // "News of the surrender on 7 July did not reach him": what is denied behind event and date is something else.
  const isDenied = negations.has(token.lower) && token.lower !== 'without' && index < end + negationReach
  return disqualifying.has(token.lower) || isDenied || (several.has(token.lower) && index < end)
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

import type { PlacedSentence } from '../check-context.js'
import { stemOf } from '../extract/en/stem.js'
import { auxiliaries, irregularParticiples, irregularVerbs, mayBeVerb } from '../extract/en/verb-words.js'
import type { DateMention } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { isEmpty } from './clause.js'

/** How far behind the noun of an event its date may stand, in tokens. */
const dateReach = 9

const determiners = new Set('the this that its his her their'.split(' '))

/**
 * "the walkout on 6 May", "its closure of 3 June", "the consecration of the cathedral on …": the first token of an event's noun
 * with a determiner that says it was told of before, and its date right behind; null for any other event.
 */
export function startOfToldBefore(
  tokens: readonly Token[],
  at: number,
  { expression: { first, next } }: DateMention,
): number | null {
  if (first < at) return isTimeClause(tokens, at, next) ? first : null
  if (first - at > dateReach) return null
  const lead = [at - 1, at - 2].find((index) => determiners.has(tokens[index]?.lower ?? ''))
  if (lead === undefined || tokens[at]?.lower.endsWith('ed')) return null
  if (!/^(on|of|in|at|by|that|as|,)$/.test(tokens[at + 1]?.lower ?? '') && first !== at + 1) return null
  // "The reopening, on 24 March": a comma right before the date.
  const isAside =
    tokens[first - 1]?.lower === ',' ||
    (tokens[first - 2]?.lower === ',' && /^(on|in)$/.test(tokens[first - 1]?.lower ?? ''))
  // "The divorce, granted on 4 May"
  const isDone = tokens[at + 1]?.lower === ',' && isParticiple(tokens[at + 2]) && first - at <= 4
  const between = tokens.slice(at + 1, isDone ? at + 1 : isAside ? first - 2 : first)
  return between.some(isVerb) ? null : lead
}

/** "granted on 4 May": a participle that ties a date to the noun before it. */
export function isParticiple(token: Token | undefined): boolean {
  return token !== undefined && (token.lower.endsWith('ed') || irregularParticiples.has(token.lower))
}

/** "on 17 June, when she disappeared", "on 12 September, the day the fire started": what the clause tells was told before. */
function isTimeClause(tokens: readonly Token[], at: number, next: number): boolean {
  const lead = tokens.slice(next, at).map(({ lower }) => lower)
  const comma = lead[0] === ',' ? 1 : 0
  const isDay = lead[comma] === 'the' && timeNouns.has(lead[comma + 1] ?? '')
  const subject = lead[comma + (isDay ? 2 : 1)] ?? ''
  const isTold = pronouns.has(subject) || determiners.has(subject)
  return (isDay || lead[comma] === 'when') && isTold && lead.length - comma <= clauseReach
}

/** How many tokens may stand between a date and the verb of the clause on it. */
const clauseReach = 8

const timeNouns = new Set('day night morning evening afternoon date year'.split(' '))

function isVerb({ kind, lower, capital }: Token): boolean {
  if (kind === 'mark') return lower !== '-' && lower !== "'"
  return !capital && (auxiliaries.has(lower) || irregularVerbs.has(lower) || lower.endsWith('ed'))
}

const pronouns = new Set('it he she they'.split(' '))
const owners = new Set('its his her their'.split(' '))

/** Words that open a clause whose pronoun stands for the subject behind its comma: "Since it opened in 1964, the bridge …". */
const openers = new Set('since when after before until once while'.split(' '))

/** How many tokens a subject may fill. */
const subjectReach = 8

/** Stems of what "it" or "his" before an event stands for: the subject behind the clause, or that of the sentence before. */
export function antecedentsOf(placed: PlacedSentence, first: number, at: number): ReadonlySet<string> {
  const { annotated } = placed.paragraph
  const { tokens, sentences } = annotated
  const isPronoun = tokens
    .slice(first, at)
    .some(({ lower }, index, lead) => pronouns.has(lower) || (owners.has(lower) && index >= lead.length - 2))
  if (!isPronoun) return nothing
  const { sentence, index } = placed
  if (openers.has(tokens[sentence.first]?.lower ?? '')) {
    const comma = tokens.findIndex(({ lower }, place) => place > at && place < sentence.next && lower === ',')
    if (comma > 0) return subjectFrom(tokens, comma + 1, sentence.next)
  }
  const isOfPronoun = pronouns.has(tokens[sentence.first]?.lower ?? '')
  if (first > sentence.first + 2 && !isOfPronoun) return subjectFrom(tokens, sentence.first, first)
  const before = sentences[index - 1]
  return before ? subjectFrom(tokens, before.first, before.next) : nothing
}

const nothing: ReadonlySet<string> = new Set()

/** Stems of the words of matter before the first verb. */
function subjectFrom(tokens: readonly Token[], first: number, next: number): ReadonlySet<string> {
  const stems = new Set<string>()
  for (let at = first; at < Math.min(next, first + subjectReach); at++) {
    const token = tokens[at] as Token
    if (token.kind !== 'word') continue
    if (stems.size > 0 && !token.capital && mayBeVerb(token.lower)) break
    if (!isEmpty(token)) stems.add(stemOf(token.lower))
  }
  return stems
}

import type { PlacedSentence } from '../check-context.js'
import { functionWords } from '../extract/en/function-words.js'
import { relatives } from '../extract/en/kin-words.js'
import { stemOf } from '../extract/en/stem.js'
import { irregularVerbs, mayBeVerb } from '../extract/en/verb-words.js'
import { speechVerbs, titles } from '../extract/en/title-words.js'
import type { DateMention } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'

/** The clause that holds the event and its date: up to a semicolon, or a comma that a new clause follows. */
export function clauseAround(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  at: number,
  date: DateMention,
): [number, number] {
  if (isWhenBehind(tokens, at, date))
    return [date.expression.first, endOfClause(tokens, sentence.next, at + 1)]
  const aside = asideOf(tokens, date)
  if (aside && at >= aside.first && at < aside.next) return clauseAcross(tokens, sentence, aside)
  let first = Math.min(at, date.expression.first)
  while (first > sentence.first && !isClauseBreak(tokens, first - 1)) first--
  if (isRelative(tokens[first]) || (first === at && isParticiple(tokens[at]))) {
    first = Math.max(sentence.first, first - 1)
    while (first > sentence.first && !isClauseBreak(tokens, first - 1)) first--
    // "Knut Berge, the head of Orla, who resigned": what is said of the name stands between it and its clause.
    if (isApposition(tokens, first)) {
      first--
      while (first > sentence.first && !isClauseBreak(tokens, first - 1)) first--
    }
  }
  for (let steps = 0; steps < 2 && isPredicate(tokens, first, steps > 0) && first > sentence.first; steps++) {
    first--
    while (first > sentence.first && !isClauseBreak(tokens, first - 1)) first--
  }
  return [first, endOfClause(tokens, sentence.next, Math.max(at + 1, date.expression.next))]
}

/** ", on 15 March 2014,": a date between commas stands in the middle of its clause. */
function asideOf(
  tokens: readonly Token[],
  { expression: { first, next } }: DateMention,
): { first: number; next: number } | null {
  const comma = tokens[first - 1]?.lower === ',' ? first - 1 : first - 2
  const isAside = tokens[comma]?.lower === ',' && tokens[next]?.lower === ',' && comma > 0
  return isAside ? { first: comma, next: next + 1 } : null
}

function clauseAcross(
  tokens: readonly Token[],
  { first, next }: { first: number; next: number },
  aside: { first: number; next: number },
): [number, number] {
  let start = aside.first
  while (start > first && !isClauseBreak(tokens, start - 1)) start--
  return [start, endOfClause(tokens, next, aside.next)]
}

function endOfClause(tokens: readonly Token[], end: number, from: number): number {
  let next = from
  while (next < end && !isClauseBreak(tokens, next)) next++
  return next
}

/** "marks the night of 1 October 1859, when the lamp was lit": the clause behind "when" is that of the date. */
function isWhenBehind(tokens: readonly Token[], at: number, { expression: { next } }: DateMention): boolean {
  return at > next && tokens.slice(next, Math.min(at, next + 2)).some(({ lower }) => lower === 'when')
}

/** How far behind the comma the subject of an opening participle may reach, in tokens. */
const subjectReach = 6

/**
 * "Founded in 1879 by the duke, the museum now draws …": the clause of a participle that opens its sentence, with the
 * subject behind the comma; null for any other event.
 */
export function openingParticiple(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  at: number,
  date: DateMention,
): { next: number; head: string } | null {
  if (at !== sentence.first || !isParticiple(tokens[at])) return null
  let comma = date.expression.next
  while (comma < sentence.next && !isClauseBreak(tokens, comma)) comma++
  if (tokens[comma]?.lower !== ',') return null
  let next = comma + 1
  if (/^(s?he|it|they)$/.test(tokens[next]?.lower ?? '')) return null
  let head = ''
  while (next < sentence.next && next - comma <= subjectReach) {
    const token = tokens[next] as Token
    if (token.kind !== 'word' || (head && (isEmpty(token) || mayBeVerb(token.lower)))) break
    if (!isEmpty(token)) head = stemOf(token.lower)
    next++
  }
  return head ? { next, head } : null
}

/** Whether "he" or "she" stands behind the comma of a participle that opens its sentence: "Born near Jato in 1941, he had …". */
export function opensWithPronoun(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  at: number,
  date: DateMention,
): boolean {
  if (at !== sentence.first || !isParticiple(tokens[at])) return false
  let comma = date.expression.next
  while (comma < sentence.next && !isClauseBreak(tokens, comma)) comma++
  return tokens[comma]?.lower === ',' && /^s?he$/.test(tokens[comma + 1]?.lower ?? '')
}

/** How many words behind its article a word for kin may stand. */
const kinReach = 4

/** ", the head of Orla" right behind a name. */
function isApposition(tokens: readonly Token[], at: number): boolean {
  const isName = tokens[at - 1]?.lower === ',' && tokens[at - 2]?.capital === true
  // "Knut, the brother of Olaf, who died": either may have died.
  const isKin = tokens.slice(at, at + kinReach).some(({ lower }) => relatives.test(lower))
  return isName && !isKin && /^(the|an?|its|his|her)$/.test(tokens[at]?.lower ?? '')
}

const auxiliaries = new Set(['was', 'were', 'is', 'are', 'has', 'had'])

/** "Kestrel, a weather satellite, was launched": the verb goes with what stands before the commas. */
function isPredicate(tokens: readonly Token[], at: number, isAppositive: boolean): boolean {
  return (
    tokens[at - 1]?.lower === ',' &&
    (auxiliaries.has(tokens[at]?.lower ?? '') ||
      isPast(tokens[at]) ||
      (isAppositive && tokens[at]?.lower === 'the') ||
      tokens[at]?.lower === 'a' ||
      tokens[at]?.lower === 'an')
  )
}

/** "Kepler's Giant, the tallest tree, fell": so does a verb that can only be one in the past. */
function isPast(token: Token | undefined): boolean {
  return (
    token !== undefined && !token.capital && irregularVerbs.has(token.lower) && !token.lower.endsWith('s')
  )
}

/** "The company, founded in 1971,": a participle behind a comma belongs to what stands before it. */
function isParticiple(token: Token | undefined): boolean {
  return token !== undefined && /(ed|born|built|sunk|shut)$/.test(token.lower)
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
    word === 'until' ||
    word === 'since' ||
    (word === 'that' && speechVerbs.has(tokens[at - 1]?.lower ?? '')) ||
    word === 'but'
  )
}

/** The nearest word of matter before the event; for a noun ("the opening of the bridge") the one behind "of". */
export function headOf(tokens: readonly Token[], at: number, first: number, next: number): string {
  const after = tokens.slice(at + 1, next)
  if (after[0]?.lower === 'of') {
    const noun = after.slice(1).find((token) => token.kind === 'word' && !isEmpty(token))
    if (noun) return stemOf(noun.lower)
  }
  for (let index = at - 1; index >= first; index--) {
    const token = tokens[index]
    if (token?.kind === 'word' && !isEmpty(token) && !lightVerbs.has(token.lower)) return stemOf(token.lower)
  }
  return ''
}

/** Verbs that say nothing beside the noun of an event: "made landfall", "took possession". */
const lightVerbs = new Set('made took held gave completed got went came'.split(' '))

/** Whether a word tells nothing of what a clause is about. */
export function isEmpty({ lower }: Token): boolean {
  return (
    functionWords.has(lower) ||
    speechVerbs.has(lower) ||
    titles.has(lower) ||
    lower.length < 3 ||
    lower.endsWith('ly')
  )
}

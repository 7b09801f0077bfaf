import { actOf, type EventKind, eventKinds, onsetWords, phraseKind } from '../extract/en/event-words.js'
import { stemOf } from '../extract/en/stem.js'
import { type DateMention } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'

/** How far from its event's word a date may stand, in tokens. */
const dateReach = 12

/** Words that look like those of an event and mostly are something else. */
const noEvents = new Set('found start end public open close complete land address name names'.split(' '))

const shortEvents = new Set(['hit', 'won', 'wed'])

export function kindAt(tokens: readonly Token[], at: number): EventKind | null {
  const token = tokens[at]
  if (!token || token.kind !== 'word') return null
  const phrase = phraseKind((step) => tokens[at + step]?.lower ?? '')
  if (phrase) return phrase
  if (token.lower === 'found' && isFinding(tokens, at)) return 'discovery'
  if (token.lower.length < 4 && !shortEvents.has(token.lower)) return null
  if (noEvents.has(token.lower)) return null
  if (token.lower === 'left' && !(tokens[at + 1]?.capital || tokens[at + 1]?.lower === 'for')) return null
  return eventKinds.get(stemOf(token.lower)) ?? genericAct(tokens, at)
}

/** "the body was found", "divers found the wreck"; "the court found that" tells of no discovery. */
function isFinding(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]?.lower ?? '']
  return /^(was|were|been)$/.test(before) || /^(the|a|an|his|her|its|their)$/.test(next)
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
export function nearestDate(
  tokens: readonly Token[],
  dates: readonly DateMention[],
  at: number,
): DateMention | null {
  const distance = ({ expression: { first, next } }: DateMention): number =>
    first > at ? first - at : (at - next) * 1.5 + 1
  const reachable = dates.filter((date) => {
    const { first, next } = date.expression
    const between = first > at ? tokens.slice(at + 1, first) : tokens.slice(next, at)
    const clause = first < at ? withoutWhen(between) : between
    if (
      clause === between &&
      between.some(({ lower }) => lower === ',') &&
      isSubordinate(tokens, at) &&
      !isAsideOfWhen(tokens, at, date)
    )
      return false
    return between.length <= dateReach && !clause.some((token) => breaksClause(token) && !isOnset(token))
  })
  return [...reachable].sort((a, b) => distance(a) - distance(b))[0] ?? null
}

/** "on 13 February 1911, when fire destroyed the mill": the clause tells what happened on the date before it. */
function withoutWhen(between: readonly Token[]): readonly Token[] {
  const comma = between[0]?.lower === ',' ? 1 : 0
  if (between[comma]?.lower === 'when') return between.slice(comma + 1)
  // "on 12 September, the day the fire started"
  const isDay =
    between[comma]?.lower === 'the' && /^(day|night|morning|evening)$/.test(between[comma + 1]?.lower ?? '')
  return isDay ? between.slice(comma + 2) : between
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

/** "When she stood down, on 18 May 2018, the trust said": a date between commas is that of the clause before it. */
function isAsideOfWhen(
  tokens: readonly Token[],
  at: number,
  { expression: { first, next } }: DateMention,
): boolean {
  const comma = /^(on|in)$/.test(tokens[first - 1]?.lower ?? '') ? first - 2 : first - 1
  if (tokens[comma]?.lower !== ',' || tokens[next]?.lower !== ',') return false
  for (let index = at - 1; index >= Math.max(0, at - dateReach); index--) {
    const word = tokens[index]?.lower ?? ''
    if (word === 'when') return true
    if (/^[.,;:()!?]$/.test(word) || subordinators.has(word)) return false
  }
  return false
}

/** "The blaze at the mill started on 3 August": the date is that of the blaze too. */
function isOnset({ lower }: Token): boolean {
  return onsetWords.has(lower)
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

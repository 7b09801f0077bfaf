import { inSentence, type PlacedSentence } from '../check-context.js'
import { cardinals } from '../extract/en/number-words.js'
import { units } from '../extract/en/unit-words.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'

/** How far from a number the words that make it one of several are looked for, in tokens. */
const reach = { before: 7, after: 6 }

/** Whether the words beside a number say that it is one of several: later counts, parts, comparisons, plans. */
export function isMoving(
  tokens: readonly Token[],
  { paragraph, sentence }: PlacedSentence,
  { first, next }: Quantity,
): boolean {
  const from = clauseStart(tokens, Math.max(sentence.first, first - reach.before), first)
  const to = clauseEnd(tokens, next, Math.min(sentence.next, next + reach.after))
  const times = inSentence(paragraph.annotated.expressions, sentence)
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.lower ?? ''
    const distance = at < first ? first - at : at - next + 1
    const isBefore = word === 'before' && units.has(tokens[at - 1]?.lower ?? '')
    const isOnlyMeant = at >= next && /^(planned|proposed|intended|envisaged)$/.test(word)
    const isBeside =
      isOnlyMeant || moving.has(word) || isBefore || (binding.has(word) && distance <= bindingReach)
    if (!isBeside || isEachOfIts(tokens, at) || isTime(tokens, at)) continue
    // "had only 230 soldiers": it belittles them, and counts nothing else.
    if (word === 'only' && at === first - 1) continue
    // "killing at least 31": no fewer, so that another number must not be lower.
    if (word === 'least' && at === first - 1) continue
    // "The 1,000 branches will be closed again": "the" takes the number as known, whatever happens to what is counted.
    const isKnown = /^(the|all|these|those)$/.test(tokens[first - 1]?.lower ?? '')
    if (isKnown && at > next && /^(again|now|already|later|further|additional)$/.test(word)) continue
    // "the £1,850 already collected"
    if (word === 'already' && at >= next && tokens[first - 1]?.lower === 'the') continue
    if (word === 'down' && at === next) continue
    // "130 metres wide and up to a metre thick": the next number's.
    if (word === 'up' && at >= next && tokens[at + 1]?.lower === 'to') continue
    if ((word === 'down' || word === 'up') && phrasal.test(tokens[at - 1]?.lower ?? '')) continue
    // "and more than 3,000 islands", "only two": the next number's.
    if (at >= next && (tokens[at + 1]?.lower === 'than' || (isShade(word) && isNumber(tokens[at + 1]))))
      continue
    if (word === 'since' && /^(the|it|he|she|they|a|an|its|his|her|their)$/.test(tokens[at + 1]?.lower ?? ''))
      continue
    // "and was first climbed in 1902": it says when, and counts nothing.
    if (word === 'first' && /^(was|were|is|been)$/.test(tokens[at - 1]?.lower ?? '')) continue
    if (word === 'last' && times.some((time) => time.first <= at && at < time.next)) continue
    return true
  }
  return false
}

/** Words for how often something is counted, and the units behind "a", "per" and "each" that say the same. */
const periods: ReadonlyMap<string, string> = new Map([
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['yearly', 'year'],
  ['annual', 'year'],
])

/** How far from a number the word for its period may stand, in tokens. */
const periodReach = { before: 3, after: 6 }

/** For how long a number is told: "yearly output of 280,000", "280,000 hectolitres a year"; '' where nothing says it. */
export function periodOf(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  { first, next }: Quantity,
): string {
  for (let at = first - 1; at >= Math.max(sentence.first, first - periodReach.before); at--) {
    const period = periods.get(tokens[at]?.lower ?? '')
    if (period) return period
  }
  for (let at = next; at < Math.min(sentence.next, next + periodReach.after); at++) {
    const word = tokens[at]?.lower ?? ''
    if (endsReach(tokens[at])) break
    const unit = /^(a|an|per|each|every)$/.test(word)
      ? units.get(tokens[at + 1]?.lower ?? '')
      : periods.get(word)
    if (unit) return unit
  }
  return ''
}

/** Whether the words before a number say that it is one to come. */
export function isPlanned(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  { first }: Quantity,
): boolean {
  return clauseBefore(tokens, sentence.first, first).some(({ lower }) => plans.has(lower))
}

/** Whether the words before a number say how many there may be: "can carry". */
export function isPossible(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  { first }: Quantity,
): boolean {
  const words = clauseBefore(tokens, sentence.first, first)
  const isRoom =
    /^(for|up to)$/.test(tokens[first - 1]?.lower ?? '') &&
    /^(beds|room|rooms|space|places|seats|capacity|licence|licensed|certified|built|designed|planned|cells)$/.test(
      tokens[first - 2]?.lower ?? '',
    )
  return isRoom || words.some(({ lower }) => /^(can|could|capable)$/.test(lower))
}

function clauseBefore(tokens: readonly Token[], floor: number, first: number): readonly Token[] {
  let from = first
  while (from > floor && !/^[,;:]$/.test(tokens[from - 1]?.lower ?? '')) from--
  return tokens.slice(from, first)
}

/** "in its first year", "last week": they say when, and nothing of the number. */
function isTime(tokens: readonly Token[], at: number): boolean {
  return units.has(tokens[at + 1]?.lower ?? '')
}

function clauseStart(tokens: readonly Token[], floor: number, first: number): number {
  let from = first
  while (from > floor && !endsReach(tokens[from - 1])) from--
  return from
}

function clauseEnd(tokens: readonly Token[], next: number, floor: number): number {
  let to = next
  while (to < floor && !endsReach(tokens[to])) to++
  return to
}

/** Another number takes the words beyond it. */
function endsReach(token: Token | undefined): boolean {
  return token === undefined || isNumber(token) || /^[,;:]$/.test(token.lower)
}

/** Whether a word says, wherever it stands, that the numbers of its sentence change. */
export function saysChange({ lower }: Token, next: Token | undefined): boolean {
  return changing.has(lower) || (lower === 'climbed' && /^(to|by|from)$/.test(next?.lower ?? ''))
}

/** "one" is often no number: "the one that". */
function isNumber(token: Token | undefined): boolean {
  return token?.kind === 'number' || (cardinals.get(token?.lower ?? '') ?? 0) > 1
}

/** "only two", "at least 40": words that are about the number behind them. */
function isShade(word: string): boolean {
  return /^(only|least|most|more|than)$/.test(word)
}

/** "each of its 3,780 pipes", "most of the 400 bees": the number is that of all. */
function isEachOfIts(tokens: readonly Token[], at: number): boolean {
  const [each, of, whose] = [0, 1, 2].map((step) => tokens[at + step]?.lower ?? '')
  return /^(each|most|half)$/.test(each ?? '') && of === 'of' && /^(the|its|their|his|her)$/.test(whose ?? '')
}

/** Words before a number that say it is one to come. */
const plans = new Set(
  'would will could may might planned plans plan expected estimates intends hopes'.split(' '),
)

/** How near to a number a word that binds to the next one must stand to be about it, in tokens. */
const bindingReach = 3

const changing = new Set(
  'rose fell grew dropped increased decreased rising initially originally previously revised meanwhile compared'.split(
    ' ',
  ),
)

/** Verbs that "up" or "down" goes with, without saying that a number rose or fell: "to pay down debt". */
const phrasal =
  /^(pay|pays|paid|paying|closed?|closing|shut|burn(ed|t)?|broken?|set|took|taken|make|makes|made|making|picked|end(ed)?|gave|given|drew|drawn|opened|tore|torn|knocked|pulled|signed|lined|backed|turned|clean(ed)?|blow|blew|blown|lay|laid|handed)$/

const moving = new Set(
  (
    'another other others additional further later earlier now already former ' +
    'raised lowered remaining rest again including among if'
  ).split(' '),
)

const binding = new Set(
  'more each every per than up down still so least most first second third last next only half average until since'.split(
    ' ',
  ),
)

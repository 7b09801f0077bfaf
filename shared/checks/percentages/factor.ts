import type { PlacedSentence } from '../check-context.js'
import { functionWords } from '../extract/en/function-words.js'
import { stemOf } from '../extract/en/stem.js'
import { cardinals } from '../extract/en/number-words.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { numberInWords, shown } from '../number-in-words.js'
import { type Slip, tokensOf } from './slip.js'

const factors: ReadonlyMap<string, number> = new Map([
  ['doubled', 2],
  ['doubling', 2],
  ['tripled', 3],
  ['trebled', 3],
  ['quadrupled', 4],
  ['halved', 0.5],
])

/** Whether a sentence has a word for a factor or a fraction, without which it tells of no share or change but in percent. */
export function hasFactor({ paragraph, sentence }: PlacedSentence): boolean {
  const { tokens } = paragraph.annotated
  for (let at = sentence.first; at < sentence.next; at++) {
    const { lower } = tokens[at] as Token
    if (factorWords.has(lower) || (lower === 'in' && isOdds(tokens, at))) return true
    if (/^(by|of|or|almost|nearly|about)$/.test(lower) && isFractionLead(tokens[at + 1])) return true
    if (fractionWords.has(lower) && /er$|^(of|more|less|fewer)$/.test(tokens[at + 1]?.lower ?? ''))
      return true
    if (fractionWords.has(lower) && /^[,(–—]$/.test(tokens[at - 2]?.lower ?? '')) return true
  }
  return false
}

const factorWords = new Set([...factors.keys(), 'twice', 'times', 'double', 'again'])

const fractionWords = new Set('half third thirds quarter quarters fifth fifths tenth tenths'.split(' '))

/** "one in five" */
function isOdds(tokens: readonly Token[], at: number): boolean {
  return cardinals.has(tokens[at - 1]?.lower ?? '') && cardinals.has(tokens[at + 1]?.lower ?? '')
}

function isFractionLead(token: Token | undefined): boolean {
  return token !== undefined && /^(half|a|one|two|three|four|nine)$/.test(token.lower)
}

/** "doubled from 40 to 90", "more than halved: it was €90 million, after €140 million". */
export function namedFactor(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const factor = factors.get(tokens[at]?.lower ?? '')
    if (factor === undefined) continue
    if (/^(nearly|almost|about|roughly)$/.test(tokens[at - 1]?.lower ?? '')) return []
    const ends = endsBehind(
      tokens,
      quantities.filter(({ first }) => first > at),
    )
    if (!ends || ends.before.value === 0) return []
    const real = ends.after.value / ends.before.value
    if (real <= 0 || real > 1e5) return []
    const isMore = tokens[at - 1]?.lower === 'than' && tokens[at - 2]?.lower === 'more'
    const holds = isMore ? isBeyond(real, factor) : Math.abs(real - factor) <= factor * slack
    return [factorSlip(ends, tokens[at]?.lower ?? '', real, holds)]
  }
  return []
}

/** How far behind the first of two figures the word that compares them may stand, in tokens. */
const comparedReach = 8

/**
 * "Profits tripled in 2020. Net profit was 42 million kronor, against 14 million in 2019.": a factor, and in the sentence behind
 * it the only two figures, of the same thing, compared.
 */
export function factorBefore(
  sentence: PlacedSentence,
  quantities: readonly Quantity[],
  told: readonly Quantity[],
  previous: PlacedSentence,
): Slip[] {
  const [after, bare, third] = quantities
  if (!after || !bare || third || told.some(({ unit }) => unit !== '%')) return []
  const tokens = tokensOf(sentence)
  const before =
    bare.unit === '' && bare.noun === '' && after.unit !== '' ? { ...bare, unit: after.unit } : bare
  const link = tokens.slice(after.next, before.first).map(({ lower }) => lower)
  const isCompared = link.length <= comparedReach && link.some((word) => since.has(word))
  if (!isCompared || after.unit !== before.unit || after.unit === '%' || before.value === 0) return []
  const head = tokens.slice(previous.sentence.first, previous.sentence.next)
  const at = head.findIndex(({ lower }) => factors.has(lower))
  const factor = factors.get(head[at]?.lower ?? '')
  if (factor === undefined || /^(nearly|almost|about|roughly|than)$/.test(head[at - 1]?.lower ?? ''))
    return []
  const subjects = new Set(head.slice(0, at).map(({ lower }) => stemOf(lower)))
  const own = tokens.slice(sentence.sentence.first, after.first).map(({ lower }) => stemOf(lower))
  if (!own.some((stem) => stem.length > 3 && !functionWords.has(stem) && subjects.has(stem))) return []
  // "Profits from shipping": only some of them.
  const lead = tokens.slice(sentence.sentence.first, after.first)
  const isSome = lead.some(
    ({ lower }, place) => /^(from|in|of|at|on|for)$/.test(lower) && lead[place + 1]?.kind === 'word',
  )
  if (isSome) return []
  const real = after.value / before.value
  return [
    factorSlip({ before, after }, head[at]?.lower ?? '', real, Math.abs(real - factor) <= factor * slack),
  ]
}

/** How far a change that is named by its factor may be from it, as a share of it. */
const slack = 0.12

/** Whether "more than doubled" and "more than halved" hold. */
function isBeyond(real: number, factor: number): boolean {
  return factor > 1 ? real >= factor * (1 - slack) : real <= factor * (1 + slack)
}

interface Ends {
  before: Quantity
  after: Quantity
}

/** The only two figures behind the verb, in their order in time; null where nothing says it. */
function endsBehind(tokens: readonly Token[], [one, other, third]: readonly Quantity[]): Ends | null {
  if (!one || !other) return null
  const link = tokens.slice(one.next, other.first).map(({ lower }) => lower)
  const isFrom = tokens[one.first - 1]?.lower === 'from'
  if (isFrom && tokens[other.first - 1]?.lower === 'to') return { before: one, after: other }
  const isSince = link.length <= 4 && link.some((word) => since.has(word))
  return !isFrom && !third && isSince && one.unit === other.unit && one.noun === other.noun
    ? { before: other, after: one }
    : null
}

const since = new Set('after from against compared'.split(' '))

function factorSlip({ before, after }: Ends, verb: string, real: number, holds: boolean): Slip {
  const [a, b] = [shown(before), shown(after)]
  return {
    holds,
    evidence: [before, after],
    message: `From ${a} to ${b} is ${holds ? '' : 'not '}“${verb}”`,
    reason: `“${verb}” ${holds ? 'follows' : 'does not follow'} from the two figures behind it.`,
    arithmetic: `${b} / ${a} = ${numberInWords(real)}.`,
  }
}

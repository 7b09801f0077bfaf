import type { PlacedSentence } from '../check-context.js'
import { cardinalAt, countAt } from '../extract/en/counts.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { numberInWords } from '../number-in-words.js'
import { shareSlip, isBoundedBy, round, type Slip, tokensOf } from './slip.js'

/** How far a share of "one in five" may be from the exact value, in points: such odds are rounded. */
const oddsTolerance = 4

/** "One in five households (40 per cent)": odds and a share that do not agree. */
export function shareOfOdds(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const slips: Slip[] = []
  for (const share of quantities) {
    const isShaded = /^(about|around|roughly|some|approximately)$/.test(tokens[share.first - 1]?.lower ?? '')
    const at = isShaded ? share.first - 1 : share.first
    const lead = tokens[at - 1]?.lower
    if (share.unit !== '%' || (lead !== '(' && lead !== 'or')) continue
    const odds = oddsBefore(tokens, at, sentence.sentence.first)
    if (!odds) continue
    const holds = Math.abs(odds.real - share.value) <= oddsTolerance || isBoundedBy(share, odds.real)
    const quote = tokens.slice(odds.first, odds.next).map(({ lower }) => lower)
    slips.push({
      holds,
      evidence: [share, { ...share, first: odds.first, next: odds.next }],
      message: `“${quote.join(' ')}” is ${numberInWords(round(odds.real))} %${holds ? '' : `, not ${numberInWords(share.value)} %`}`,
      reason: `The share in percent ${holds ? 'follows' : 'does not follow'} from the odds beside it.`,
      arithmetic: `${quote.join(' ')} = ${numberInWords(round(odds.real))} %.`,
    })
  }
  return slips
}

/** Words for parts of a whole, by how many of them make it. */
const fractions: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['tenth', 10],
  ['tenths', 10],
])

/** "three-quarters", "a third", "half": what share it is, in percent; null when "nearly" or the like shades it. */
export function fractionAt(
  tokens: readonly Token[],
  at: number,
  isShaded = false,
): { first: number; next: number; real: number } | null {
  const whole = fractions.get(tokens[at]?.lower ?? '')
  if (!whole) return null
  const hyphen = tokens[at - 1]?.lower === '-' ? 1 : 0
  const lead = tokens[at - 1 - hyphen]?.lower ?? ''
  const part = cardinalAt(tokens, at - 1 - hyphen)?.value ?? (lead === 'a' || whole === 2 ? 1 : null)
  const first = lead === 'a' || cardinalAt(tokens, at - 1 - hyphen) ? at - 1 - hyphen : at
  if (part === null || part >= whole || (!isShaded && shades.has(tokens[first - 1]?.lower ?? ''))) return null
  return { first, next: at + 1, real: (100 * part) / whole }
}

const shades = new Set(
  'nearly almost about around over than roughly under some just first second last other'.split(' '),
)

/**
 * "30 of 120 patients recovered within a week, or one in four", "214 pupils, of whom 43, one in five, have free meals", "24 of
 * its 96 shops, a quarter of its chain": a share that is told again as odds.
 */
export function shareAsOdds(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  for (const [index, one] of quantities.entries()) {
    const other = quantities[index + 1]
    const [part, whole] = (other && partAndWhole(tokens, one, other)) ?? []
    if (!part || !whole || !other) continue
    for (let at = other.next + 1; at < sentence.sentence.next; at++) {
      const odds = oddsAt(tokens, at, other.next)
      if (!odds) continue
      const real = (100 * part.value) / whole.value
      const told: Quantity = {
        ...part,
        first: odds.first,
        next: odds.next,
        value: round(odds.real),
        unit: '%',
      }
      return [{ ...shareSlip(told, part, whole, real), holds: Math.abs(real - odds.real) <= oddsTolerance }]
    }
  }
  return []
}

/** "30 of 120", "214 pupils, of whom 43": two counts of which one is a part of the other. */
function partAndWhole(
  tokens: readonly Token[],
  one: Quantity,
  other: Quantity,
): [part: Quantity, whole: Quantity] | null {
  const link = tokens.slice(one.next, other.first).map(({ lower }) => lower)
  if (one.unit !== other.unit || one.unit === '%' || one.value === other.value) return null
  const isPart = (link[0] === 'of' || link[0] === 'out') && link.length <= 4 && !link.includes(',')
  if (isPart) return one.value < other.value ? [one, other] : null
  // "480 artists applied and 96 got money": those who asked, and those who were given.
  const isGranted =
    other.noun === '' || other.noun === one.noun
      ? link.length <= 4 && applied.test(link.at(-2) ?? '') && /^(and|but|;)$/.test(link.at(-1) ?? '')
      : false
  if (isGranted && other.value < one.value)
    return granted.test(tokens[other.next]?.lower ?? '') ? [other, one] : null
  // "Of the 380 who lived in the village 95, or one in four, are missing"
  const of = tokens[one.first - 1]?.lower === 'the' ? one.first - 2 : one.first - 1
  const isOpening = tokens[of]?.lower === 'of' && tokens[of]?.capital === true
  if (isOpening && link.length <= openingReach && !link.includes(','))
    return other.value < one.value && other.noun === '' ? [other, one] : null
  const isOfWhom = link.at(-2) === 'of' && /^(whom|which|them)$/.test(link.at(-1) ?? '') && link.length <= 5
  return isOfWhom && other.value < one.value ? [other, one] : null
}

/** How many tokens may stand between a whole that opens its sentence and the part. */
const openingReach = 9

const applied = /^(applied|asked|tried|entered|competed|bid|stood|replied|responded|started)$/
const granted =
  /^(got|won|received|succeeded|passed|finished|failed|were|was|qualified|made|agreed|came|accepted)$/

/** How far behind two counts a share may stand that only a comma ties to them, in tokens. */
const appositionReach = 4

/** Odds at a token: behind ", or" anywhere, and behind a comma right after the counts where nothing says of what else they are. */
function oddsAt(
  tokens: readonly Token[],
  at: number,
  from: number,
): { first: number; next: number; real: number } | null {
  const isReworded = tokens[at - 1]?.lower === 'or' && tokens[at - 2]?.lower === ','
  const isApposed = /^[,(–—]$/.test(tokens[at - 1]?.lower ?? '') && at - from <= appositionReach
  if (!isReworded && !isApposed) return null
  const found = oddsBefore(tokens, at + 4, at)
  if (found?.first !== at) return null
  return isReworded || isOfItself(tokens, found.next) ? found : null
}

/** "a quarter of its chain", "one in five,": but not "a third of whom are women", "half of them new". */
function isOfItself(tokens: readonly Token[], next: number): boolean {
  const [word, whose, whole] = [0, 1, 2].map((step) => tokens[next + step]?.lower ?? '.')
  if (word === 'of' && whose === 'the') return /^(total|sum|whole|money|amount)$/.test(whole ?? '')
  return /^[,.;)–—]$/.test(word ?? '') || (word === 'of' && /^(its|his|her|their|all)$/.test(whose ?? ''))
}

/** How far before a share its odds may stand, in tokens. */
const oddsReach = 13

function oddsBefore(
  tokens: readonly Token[],
  to: number,
  floor: number,
): { first: number; next: number; real: number } | null {
  for (let at = to - 2; at >= Math.max(floor, to - 6); at--) {
    const fraction = fractionAt(tokens, at)
    if (fraction) return fraction
  }
  for (let at = to - 3; at >= Math.max(floor, to - oddsReach); at--) {
    if (tokens[at + 1]?.lower !== 'in') continue
    const [part, whole] = [countAt(tokens, at), countAt(tokens, at + 2)]
    if (
      !part?.value ||
      !whole?.value ||
      part.next !== at + 1 ||
      whole.value > 20 ||
      part.value >= whole.value
    )
      continue
    return { first: at, next: whole.next, real: (100 * part.value) / whole.value }
  }
  return null
}

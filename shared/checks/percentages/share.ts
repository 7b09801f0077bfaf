import type { PlacedSentence } from '../check-context.js'
import { cardinalAt, countAt } from '../extract/en/counts.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import { numberInWords } from '../number-in-words.js'
import { falls, isBoundedBy, rises, round, type Slip, tokensOf, toleranceFor } from './slip.js'

/** "12 of the 48 members (30 percent)", "30 percent, or 12 of 48". */
export function shareOfWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const slips: Slip[] = []
  for (const [index, part] of quantities.entries()) {
    const whole = quantities[index + 1]
    if (!whole || part.unit !== '' || whole.unit !== '' || part.value > whole.value || whole.value === 0)
      continue
    const link = tokens.slice(part.next, whole.first).map(({ lower }) => lower)
    const isShare = (link[0] === 'of' || link[0] === 'out') && link.length <= 4 && !link.includes(',')
    if (!isShare) continue
    const share = quantities[index + 2]?.unit === '%' ? quantities[index + 2] : quantities[index - 1]
    if (!share || share.unit !== '%' || !isBeside(tokens, share, part, whole)) continue
    const real = (100 * part.value) / whole.value
    slips.push(shareSlip(share, part, whole, real))
  }
  return slips
}

/** "Of the 400 people questioned, 120 (45%) had never voted": a part of a whole that opens the sentence. */
export function shareOfOpening(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const slips: Slip[] = []
  const [whole] = quantities
  const { first } = sentence.sentence
  const opens = tokens[first]?.lower === 'of' || tokens[first]?.lower === 'among'
  if (!opens || !whole || whole.unit === '%' || whole.value === 0 || whole.first - first > 3) return []
  for (const [index, share] of quantities.entries()) {
    const part = quantities[index - 1]
    if (!part || part === whole || share.unit !== '%' || part.unit !== whole.unit || part.value > whole.value)
      continue
    const gap = tokens.slice(part.next, share.first)
    const isBracketed = gap.at(-1)?.lower === '(' && gap.length <= 3 && tokens[share.next]?.lower === ')'
    const isReworded = gap.at(-1)?.lower === 'or' && gap.length <= 6
    if (!isBracketed && !isReworded) continue
    const real = (100 * part.value) / whole.value
    slips.push(shareSlip(share, part, whole, real))
  }
  return slips
}

/** How far a share of "one in five" may be from the exact value, in points: such odds are rounded. */
const oddsTolerance = 4

/** "One in five households (40 per cent)": odds and a share that do not agree. */
export function shareOfOdds(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const slips: Slip[] = []
  for (const share of quantities) {
    const lead = tokens[share.first - 1]?.lower
    if (share.unit !== '%' || (lead !== '(' && lead !== 'or')) continue
    const odds = oddsBefore(tokens, share.first, sentence.sentence.first)
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
): { first: number; next: number; real: number } | null {
  const whole = fractions.get(tokens[at]?.lower ?? '')
  if (!whole) return null
  const hyphen = tokens[at - 1]?.lower === '-' ? 1 : 0
  const lead = tokens[at - 1 - hyphen]?.lower ?? ''
  const part = cardinalAt(tokens, at - 1 - hyphen)?.value ?? (lead === 'a' || whole === 2 ? 1 : null)
  const first = lead === 'a' || cardinalAt(tokens, at - 1 - hyphen) ? at - 1 - hyphen : at
  if (part === null || part >= whole || shades.has(tokens[first - 1]?.lower ?? '')) return null
  return { first, next: at + 1, real: (100 * part) / whole }
}

const shades = new Set(
  'nearly almost about around over than roughly under some just first second last other'.split(' '),
)

function oddsBefore(
  tokens: readonly Token[],
  to: number,
  floor: number,
): { first: number; next: number; real: number } | null {
  for (let at = to - 2; at >= Math.max(floor, to - 6); at--) {
    const fraction = fractionAt(tokens, at)
    if (fraction) return fraction
  }
  for (let at = to - 3; at >= Math.max(floor, to - 9); at--) {
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

function shareSlip(share: Quantity, part: Quantity, whole: Quantity, real: number): Slip {
  const [a, b, said] = [part, whole, share].map(({ value }) => numberInWords(value))
  const holds = Math.abs(real - share.value) <= toleranceFor(share, []) || isBoundedBy(share, real)
  return {
    holds,
    evidence: [share, part, whole],
    message: `${a} of ${b} is ${numberInWords(round(real))} %${holds ? '' : `, not ${said} %`}`,
    reason: `The share in percent ${holds ? 'follows' : 'does not follow'} from the two numbers beside it.`,
    arithmetic: `${a} / ${b} = ${numberInWords(round(real))} %.`,
  }
}

/** Whether a share and "12 of 48" are tied by a bracket, a comma with "or", or a dash. */
function isBeside(tokens: readonly Token[], share: Quantity, part: Quantity, whole: Quantity): boolean {
  const gap =
    share.first > whole.first ? tokens.slice(whole.next, share.first) : tokens.slice(share.next, part.first)
  const words = gap.map(({ lower }) => lower)
  const isReworded = words.at(-1) === 'or' && words.at(-2) === ',' && gap.length <= 9
  if (isReworded && share.first > whole.first) return true
  return (
    gap.length <= 4 &&
    words.some((word) => word === '(' || word === 'or' || word === '–' || word === '—' || word === ',')
  )
}

const wholes =
  /^(vote|voter|ballot|respondent|household|member|pupil|student|resident|share|worker|employ|seat|turnout|people|population|inhabit|patient|area|surfac|budget|total|particip|electorat|capac|adult|child|women|men|case|body|bodi|land|territor)/

/** "45 % voted yes, 40 % no and 25 % abstained": shares of one whole that make more than it. */
export function sharesOverWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  const shares = quantities.filter(({ unit, value }) => unit === '%' && value > 0 && value <= 100)
  if (shares.length < 3) return []
  const words = tokens.slice(sentence.sentence.first, sentence.sentence.next)
  if (words.some(({ lower }) => rises.test(lower) || falls.test(lower) || overlaps.has(lower))) return []
  const listed = shares.every((share, index) => {
    const before = shares[index - 1]
    if (!before) return true
    const gap = tokens.slice(before.next, share.first)
    return gap.length <= 9 && gap.some(({ lower }) => lower === ',' || lower === 'and' || lower === ';')
  })
  const isOfWhole =
    words[0]?.lower === 'of' ||
    words.some(({ lower }) => wholes.test(lower)) ||
    words.some(({ lower }) =>
      /^(abstained|voted|against|undecided|rest|remaining|opinion|view|favou?red|opposed|approved|disapproved|survey|poll|unsure)$/.test(
        lower,
      ),
    )
  const sum = shares.reduce((all, { value }) => all + value, 0)
  if (
    !listed ||
    !isOfWhole ||
    isOverlapping(tokens.slice(shares[0]?.first, sentence.sentence.next)) ||
    sum <= 100 + shares.length
  )
    return []
  return [
    {
      holds: false,
      evidence: shares,
      message: `The shares make ${numberInWords(sum)} %`,
      reason: 'The sentence divides one whole into shares that make more than the whole.',
      arithmetic: `${shares.map(({ value }) => numberInWords(value)).join(' + ')} = ${numberInWords(sum)}.`,
    },
  ]
}

/** "60 per cent are women, 55 per cent live in London": shares by different marks may overlap. */
function isOverlapping(words: readonly Token[]): boolean {
  const marks = new Set(words.flatMap(({ lower }) => (describing.has(lower) ? [lower] : [])))
  return marks.size > 1
}

const describing = new Set(
  'are were is was live lived have had has own owned use used work worked speak spoke drink smoke know'.split(
    ' ',
  ),
)

const overlaps = new Set([
  'multiple',
  'also',
  'both',
  'overlap',
  'respectively',
  'compared',
  'than',
  'among',
  'previous',
  'earlier',
  'while',
  'each',
  'last',
  'versus',
  'named',
  'answers',
])

/** "104 percent of voters": more than all of what cannot be more than all. */
export function overWhole(sentence: PlacedSentence, quantities: readonly Quantity[]): Slip[] {
  const tokens = tokensOf(sentence)
  for (const share of quantities) {
    if (share.unit !== '%' || share.value <= 100 || share.value > 1000) continue
    const after = tokens.slice(share.next, share.next + 5).map(({ lower }) => lower)
    const before = tokens
      .slice(Math.max(sentence.sentence.first, share.first - 8), share.first)
      .map(({ lower }) => lower)
    const ofWhole =
      after[0] === 'of' &&
      after
        .slice(1, 4)
        .some((word) =>
          /^(voters|respondents|households|members|pupils|students|residents|voted|ballots|votes|electorate|inhabitants|patients|seats|people|population|employees|workers)$/.test(
            word,
          ),
        )
    const turnout = before.includes('turnout') || after[0] === 'turnout'
    if ((!ofWhole && !turnout) || before.some((word) => rises.test(word))) continue
    return [
      {
        holds: false,
        evidence: [share],
        message: `${numberInWords(share.value)} % is more than all of them`,
        reason: 'A share of a whole cannot be more than 100 %.',
        arithmetic: `${numberInWords(share.value)} > 100.`,
      },
    ]
  }
  return []
}

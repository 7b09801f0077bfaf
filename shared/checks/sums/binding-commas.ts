import { months, weekdays } from '../extract/en/calendar-words.js'
import { type Quantity } from '../extract/quantities.js'
import { mayBeVerb } from '../extract/en/verb-words.js'
import type { Token } from '../extract/tokens.js'

/** "900 in 2000": counts at several times are no parts. */
function isTime(token: Token | undefined): boolean {
  return (
    token !== undefined && (token.kind !== 'word' || months.has(token.lower) || weekdays.has(token.lower))
  )
}

/** "marched out with 940 men; 310 had been killed, 180 were prisoners and 450 came home": bare numbers with what became of each. */
export function bareSemicolon(
  tokens: readonly Token[],
  parts: readonly Quantity[],
  gap: readonly Token[],
): Token | undefined {
  const isBare = parts.length >= 3 && parts.every(({ noun, unit }) => noun === '' && unit === '')
  const mark = gap.at(-1)
  return isBare && /^[;,–—]$/.test(mark?.lower ?? '') && parts.every((part) => isDoing(tokens, part))
    ? mark
    : undefined
}

function isDoing(tokens: readonly Token[], { next }: Quantity): boolean {
  return mayBeVerb(tokens[next]?.lower ?? '')
}

const placeWords = new Set([
  'on',
  'in',
  'at',
  'for',
  'from',
  'under',
  'over',
  'by',
  'before',
  'after',
  'during',
  'to',
  'with',
])

/** "18 on the north side", "three appointed by the king". */
function isPlacing(token: Token | undefined): boolean {
  return token !== undefined && (placeWords.has(token.lower) || token.lower.endsWith('ed'))
}

/** "42 houses in the street, 18 on the north side and 26 on the south": parts told by their places, maybe not all. */
export function placedComma(
  tokens: readonly Token[],
  parts: readonly Quantity[],
  gap: readonly Token[],
): Token | undefined {
  const isPlaced = parts.every(
    ({ next, noun, unit }) =>
      noun === '' && unit === '' && isPlacing(tokens[next]) && !isTime(tokens[next + 1]),
  )
  return isPlaced && gap.at(-1)?.lower === ',' ? gap.at(-1) : undefined
}

export function isOfThem(tokens: readonly Token[], { next }: Quantity): boolean {
  return tokens[next]?.lower === 'of' && /^(them|which|whom)$/.test(tokens[next + 1]?.lower ?? '')
}

/** "73 internationals, winning 41, drawing 12 and losing 20": a verb before each part. */
export function outcomeComma(
  tokens: readonly Token[],
  parts: readonly Quantity[],
  gap: readonly Token[],
): Token | undefined {
  const isActed = parts.every(({ first }) => outcomes.test(tokens[first - 1]?.lower ?? ''))
  return isActed && parts.length >= 3 ? gap.find(({ lower }) => lower === ',') : undefined
}

const outcomes = /^(winning|won|losing|lost|drawing|drew|drawn|tying|tied|conceding|saving)$/

/** "twelve medals, four of them gold, two silver and five bronze": whole when it is three or more that come near. */
export function ofThemComma(
  tokens: readonly Token[],
  part: Quantity,
  gap: readonly Token[],
): Token | undefined {
  return isOfThem(tokens, part) && gap.length <= 7 && gap.at(-1)?.lower === ',' ? gap.at(-1) : undefined
}

/** How long the clause on a whole may be that stands before its parts, in tokens. */
const relativeReach = 9

/** "Of the 500 respondents, 300 agreed": the comma binds the parts to the total. */
export function partitiveComma(
  tokens: readonly Token[],
  total: Quantity,
  gap: readonly Token[],
): Token | undefined {
  const isOwn = /^(the|its|their|his|her|our)$/.test(tokens[total.first - 1]?.lower ?? '')
  const at = isOwn ? total.first - 2 : total.first - 1
  // "Out of 60 ballots" opens as "Of 60 ballots" does.
  const lead = tokens[at]?.lower === 'of' && tokens[at - 1]?.lower === 'out' ? tokens[at - 1] : tokens[at]
  if (lead && isOpeningOf(lead) && gap.length <= 2 && !gap.some(({ lower }) => lower === ',')) return lead
  // "Of the 18 flats in the building seven were destroyed": where they are, and no comma.
  const isPlaced = gap.length <= 5 && gap.slice(1).some(({ lower }) => placeWords.has(lower))
  if (lead && isOpeningOf(lead) && isPlaced && !gap.some(({ kind }) => kind === 'mark')) return lead
  // "Of the 650 hectares that burned at Monte Sole 410 were pine": a clause on the whole, and no comma.
  const isTold =
    gap.length <= relativeReach && gap.slice(0, 2).some(({ lower }) => /^(that|which|who)$/.test(lower))
  if (lead && isOpeningOf(lead) && isTold && !gap.some(({ kind }) => kind === 'mark')) return lead
  const isOwned =
    tokens[total.first - 1]?.lower === "'s" &&
    tokens.slice(Math.max(0, total.first - 5), total.first).some(isOpeningOf)
  return (lead && isOpeningOf(lead)) || isOwned ? gap.find(({ lower }) => lower === ',') : undefined
}

function isOpeningOf({ lower, capital }: Token): boolean {
  return /^(of|out|among)$/.test(lower) && capital
}

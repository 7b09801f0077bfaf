import { inSentence, type PlacedSentence } from '../check-context.js'
import { months, weekdays } from '../extract/en/calendar-words.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'

/** A total with its parts, and whether the parts may be only some of it. */
export interface Sum {
  total: Quantity
  parts: readonly Quantity[]
  partial: boolean
}

/** The total of a sentence with the parts that are bound to it; null when it has none. */
export function sumIn({ paragraph, sentence }: PlacedSentence): Sum | null {
  const { annotated } = paragraph
  const quantities = inSentence(annotated.quantities, sentence)
  if (quantities.length < 3) return null
  return sumAfterTotal(annotated.tokens, quantities) ?? sumBeforeTotal(annotated.tokens, quantities)
}

/** Words that open the parts of a total, and words that say that they are only some of it. */
const openers = new Set([
  ':',
  '–',
  '—',
  '(',
  'comprising',
  'comprises',
  'comprised',
  'consists',
  'consisted',
  'consisting',
  'whom',
  'which',
  'them',
  'made',
  'split',
  'divided',
  'namely',
])
const partialOpeners = new Set(['including', 'among', 'includes', 'included', 'with'])

/** "48 members: 20 men and 27 women", "of whom 20 voted for, 15 against and 10 abstained". */
function sumAfterTotal(tokens: readonly Token[], quantities: readonly Quantity[]): Sum | null {
  for (let index = 0; index + 2 < quantities.length; index++) {
    const total = quantities[index] as Quantity
    const next = quantities[index + 1] as Quantity
    if (total.noun === '' && total.unit === '') continue
    const gap = tokens.slice(total.next, next.first)
    const bound = gap.find(({ lower }) => openers.has(lower)) ?? partitiveComma(tokens, total, gap)
    const opener = bound ?? placedComma(tokens, quantities.slice(index + 1), gap)
    if (!opener || gap.length > 9 || gap.some(({ lower }) => partialOpeners.has(lower) || lower === ';'))
      continue
    const parts = listFrom(tokens, quantities, index + 1)
    if (parts.length < 2 || !sameUnit(total, parts) || parts.some(({ value }) => value > total.value))
      continue
    if (isStrong(opener.lower) || sharesNoun(total, parts))
      return { total, parts, partial: !bound || hasPartialWords(tokens, next, parts) }
  }
  return null
}

/** "900 in 2000": counts at several times are no parts. */
function isTime(token: Token | undefined): boolean {
  return (
    token !== undefined && (token.kind !== 'word' || months.has(token.lower) || weekdays.has(token.lower))
  )
}

const placeWords = new Set(['on', 'in', 'at', 'for', 'from', 'under', 'over'])

/** "42 houses in the street, 18 on the north side and 26 on the south": parts told by their places, maybe not all. */
function placedComma(
  tokens: readonly Token[],
  parts: readonly Quantity[],
  gap: readonly Token[],
): Token | undefined {
  const isPlaced = parts.every(
    ({ next, noun, unit }) =>
      noun === '' && unit === '' && placeWords.has(tokens[next]?.lower ?? '') && !isTime(tokens[next + 1]),
  )
  return isPlaced && gap.at(-1)?.lower === ',' ? gap.at(-1) : undefined
}

/** "Of the 500 respondents, 300 agreed": the comma binds the parts to the total. */
function partitiveComma(tokens: readonly Token[], total: Quantity, gap: readonly Token[]): Token | undefined {
  const lead = tokens[total.first - 1]?.lower === 'the' ? tokens[total.first - 2] : tokens[total.first - 1]
  const isOwned =
    tokens[total.first - 1]?.lower === "'s" &&
    tokens.slice(Math.max(0, total.first - 5), total.first).some(isOpeningOf)
  return (lead && isOpeningOf(lead)) || isOwned ? gap.find(({ lower }) => lower === ',') : undefined
}

function isOpeningOf({ lower, capital }: Token): boolean {
  return lower === 'of' && capital
}

/** ":" and "of whom" bind the parts to the total by themselves. */
function isStrong(opener: string): boolean {
  return (
    opener === ':' ||
    opener === ',' ||
    opener === 'whom' ||
    opener === 'which' ||
    opener === 'them' ||
    opener.startsWith('consist') ||
    opener.startsWith('compris') ||
    opener === 'namely'
  )
}

function sharesNoun(total: Quantity, parts: readonly Quantity[]): boolean {
  return (
    total.unit !== '' ||
    parts.every(({ noun }) => noun !== '' && noun !== total.noun) ||
    parts.every(({ noun }) => noun === total.noun)
  )
}

/** Parts one after another, with commas and "and" between them and few words each. */
function listFrom(tokens: readonly Token[], quantities: readonly Quantity[], from: number): Quantity[] {
  const parts: Quantity[] = []
  for (let index = from; index < quantities.length; index++) {
    const part = quantities[index] as Quantity
    const before = parts.at(-1)
    if (before) {
      const gap = tokens.slice(before.next, part.first)
      const isVote = parts.some(({ noun }) => noun === 'vot')
      const linked = gap.some(
        ({ lower }) =>
          lower === ',' ||
          lower === 'and' ||
          lower === 'plus' ||
          lower === ';' ||
          (isVote && ballot.has(lower)),
      )
      const broken = gap.some(
        ({ lower }, index) =>
          breaks.has(lower) &&
          !(index === 0 && (lower === 'of' || lower === 'from')) &&
          !(index === 1 && lower === 'of' && before.noun !== '') &&
          !(isVote && lower === 'with'),
      )
      if (!linked || broken || gap.length > 9) break
    }
    parts.push(part)
  }
  return parts
}

/** "62 votes to 30 with 5 abstentions": the sides of a vote. */
const ballot = new Set(['to', 'against', 'with'])

const breaks = new Set([
  '.',
  'while',
  'whereas',
  'when',
  'after',
  'before',
  'than',
  'compared',
  'which',
  'from',
  'up',
  'down',
  'who',
  'whose',
  'because',
  ')',
  'of',
  'per',
  'each',
  'every',
  'since',
  'with',
])

/** "... in all", "a total of": the total behind its parts. */
function sumBeforeTotal(tokens: readonly Token[], quantities: readonly Quantity[]): Sum | null {
  for (const [index, total] of quantities.entries()) {
    const lead = new Set(tokens.slice(Math.max(0, total.first - 5), total.first).map(({ lower }) => lower))
    const tail = new Set(tokens.slice(total.next, total.next + 4).map(({ lower }) => lower))
    if (index < 2 || total.value < 2 || !saysTotal(lead, tail)) continue
    const parts = listUpTo(tokens, quantities.slice(0, index), total)
    const last = parts.at(-1)
    if (parts.length < 2 || !last || !sameUnit(total, parts)) continue
    if (!lead.has('total') && tokens.slice(last.next, total.first).some(({ lower }) => lower === 'of'))
      continue
    return { total, parts, partial: false }
  }
  return null
}

/** Whether the words before or after a number make it the total of what was listed. */
function saysTotal(lead: ReadonlySet<string>, tail: ReadonlySet<string>): boolean {
  return (
    lead.has('total') ||
    lead.has('totalling') ||
    lead.has('altogether') ||
    (tail.has('all') && tail.has('in')) ||
    tail.has('altogether') ||
    (tail.has('total') && tail.has('in'))
  )
}

/** The longest list that ends with the last of the quantities; those before it must count something else than the total. */
function listUpTo(tokens: readonly Token[], quantities: readonly Quantity[], total: Quantity): Quantity[] {
  for (let from = 0; from + 1 < quantities.length; from++) {
    const parts = listFrom(tokens, quantities, from)
    if (parts.length === quantities.length - from) return inOneUnit(parts)
    const skipped = quantities[from] as Quantity
    if (skipped.unit === total.unit && (skipped.noun === total.noun || skipped.noun === '')) return []
  }
  return []
}

/** "12, 15 and 20 hectares": the unit of the last is that of all. */
function inOneUnit(parts: readonly Quantity[]): Quantity[] {
  const last = parts.at(-1)
  return parts.map((part) =>
    last && last.unit !== '' && part.unit === '' && part.noun === ''
      ? { ...part, unit: last.unit, factor: last.factor, value: part.value * last.factor }
      : part,
  )
}

function sameUnit(total: Quantity, parts: readonly Quantity[]): boolean {
  return parts.every(({ unit, noun }) => unit === total.unit || (unit === '' && noun === ''))
}

function hasPartialWords(tokens: readonly Token[], next: Quantity, parts: readonly Quantity[]): boolean {
  const end = (parts.at(-1)?.next ?? next.next) + 8
  return tokens
    .slice(next.first - 2, end)
    .some(({ lower }) =>
      [
        'others',
        'rest',
        'remaining',
        'remainder',
        'other',
        'among',
        'including',
        'both',
        'respectively',
      ].includes(lower),
    )
}

/** Rounding is allowed for: half of the last digit shown for each loosely given or large part. */
export function addsUp({ total, parts, partial }: Sum): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const loose = [total, ...parts].some(({ bound }) => bound !== 'exact')
  const tolerance = loose ? 0.05 * total.value : parts.reduce((all, { value }) => all + rounding(value), 0)
  if (partial) return sum <= total.value + tolerance
  return Math.abs(sum - total.value) <= tolerance + 1e-9
}

/** Half a unit of the last decimal for numbers with decimals and for millions; whole counts are exact. */
function rounding(value: number): number {
  if (!Number.isInteger(value)) return 0.05
  return value >= 1e6 && value % 1e5 === 0 ? 5e4 : 0
}

/** Whether the parts make the total to the last unit. */
export function isExactly({ total, parts }: Sum): boolean {
  return Math.abs(parts.reduce((all, { value }) => all + value, 0) - total.value) < 1e-9 * total.value + 1e-9
}

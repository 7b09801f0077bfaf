import { type Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'

/** How many tokens may stand between two parts of a list. */
const longestGap = 9

/** Parts one after another, with commas and "and" between them and few words each. */
export function listFrom(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  from: number,
  mostBetween = longestGap,
): Quantity[] {
  const parts: Quantity[] = []
  for (let index = from; index < quantities.length; index++) {
    const part = quantities[index] as Quantity
    const before = parts.at(-1)
    if (before) {
      const gap = tokens.slice(before.next, part.first)
      const isVote = parts.some(
        ({ noun, next }) => noun === 'vot' || castWords.has(tokens[next]?.lower ?? ''),
      )
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
          !(lower === '.' && isInitial(gap[index - 1])) &&
          !(/^(before|after)$/.test(lower) && part.noun === '' && before.noun === '' && part.unit === '') &&
          !(lower === ')' && closesBracket(tokens, before, gap, index)) &&
          !(isJoining.has(lower) && index < gap.length - 1 && !isPartOfPart(gap, index)) &&
          !(lower === 'of' && index === gap.length - 1 && index > 1 && gap[index - 1]?.lower !== 'the') &&
          !(isVote && lower === 'with') &&
          !(lower === 'of' && index === 0 && isOfKind(tokens, part)) &&
          !(/^(up|down)$/.test(lower) && /^(,|and|;)$/.test(gap[index + 1]?.lower ?? '')),
      )
      // "99 had wanted more, or five in ten": odds are no part.
      const isOdds = gap.at(-1)?.lower === 'or' && tokens[part.next]?.lower === 'in'
      if (!linked || broken || isOdds || gap.length > mostBetween) break
    }
    parts.push(part)
  }
  return parts
}

/** "88 of meadow pipit, 61 of skylark": each part tells of what it is. */
function isOfKind(tokens: readonly Token[], { next, noun, unit }: Quantity): boolean {
  const isBare = noun === '' && unit === ''
  return (
    isBare &&
    tokens[next]?.lower === 'of' &&
    !/^(the|them|which|whom|these|its)$/.test(tokens[next + 1]?.lower ?? '')
  )
}

/** Words behind a number of those who took a side: "52 voted for, 39 against, with four abstentions". */
const castWords = new Set(['voted', 'against', 'abstained'])

/** "62 votes to 30 with 5 abstentions": the sides of a vote. */
const ballot = new Set(['to', 'against', 'with'])

/** "(Con) 11,204", "the shop (£88,000) and": a bracket that opens in the gap, or around the part before it. */
function closesBracket(
  tokens: readonly Token[],
  before: Quantity,
  gap: readonly Token[],
  at: number,
): boolean {
  return tokens[before.first - 1]?.lower === '(' || gap.slice(0, at).some(({ lower }) => lower === '(')
}

/** "P. Singh" */
function isInitial(token: Token | undefined): boolean {
  return token?.capital === true && token.lower.length === 1
}

/** Words that go on with a part: "£50,000 from the Lottery", "three boxes of eggs". */
const isJoining = new Set(['of', 'from'])

/** "3 of the 12": the next number is what the one before is a part of. */
function isPartOfPart(gap: readonly Token[], index: number): boolean {
  return (
    gap.length - index <= 2 && gap.slice(index + 1).every(({ lower }) => lower === 'the' || lower === 'these')
  )
}

const breaks = new Set([
  '.',
  '–',
  '—',
  'while',
  'whereas',
  'though',
  'although',
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

/** The longest list that ends with the last of the quantities; those before it must count something else than the total. */
export function listUpTo(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  total: Quantity,
): Quantity[] {
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

export function sameUnit(total: Quantity, parts: readonly Quantity[]): boolean {
  return parts.every(({ unit, noun }) => unit === total.unit || (unit === '' && noun === ''))
}

export function hasPartialWords(
  tokens: readonly Token[],
  next: Quantity,
  parts: readonly Quantity[],
): boolean {
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

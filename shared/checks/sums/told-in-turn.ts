import { type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import { stemOf } from '../extract/en/stem.js'
import { cardinals } from '../extract/en/number-words.js'
import type { Token } from '../extract/tokens.js'
import { countsIn, inCurrencyOf } from './counts.js'
import { hasPartialWords, listFrom, sameUnit } from './parts-list.js'
import { inUnitOf, isNear, nearTotal, type Sum } from './sum.js'

/** How many sentences behind its own the parts of a total may fill. */
const reach = 3

/** How far a list without a word that closes it may be from the total, as a share of the total. */
const nearList = 0.15

/**
 * "They brought back 214 specimens. There were 120 beetles. Moths came to 61, and the rest were 33 spiders.": parts that the
 * sentences behind a total tell, with the paragraph's tokens. Only sums near the total are taken for parts of it.
 */
export function sumsInTurn(section: SectionView): { sentence: PlacedSentence; sum: Sum }[] {
  const sentences = proseSentences(section)
  let told = 0
  return sentences.flatMap((sentence, index) => {
    const behindParts = gathered(sentence, sentences[index - 1])
    if (behindParts) return [{ sentence, sum: behindParts }]
    const total = index < told ? null : totalOf(sentence)
    if (!total) return []
    const behind = sentences
      .slice(index + 1, index + 1 + reach)
      .filter(({ paragraph }) => paragraph === sentence.paragraph)
    const isNamed = total.noun !== '' || total.unit !== ''
    const sum =
      (isNamed ? closedList(total, behind) : null) ??
      listBehind(total, behind[0]) ??
      (isNamed ? bareList(total, behind) : null)
    if (!sum) return []
    const end = sum.parts.at(-1)?.next ?? 0
    told = index + 1 + behind.filter((other) => other.sentence.first < end).length
    return [{ sentence, sum }]
  })
}

/** Stems of what things are divided into: "58 bats of three species". */
const kindNouns = new Set(
  'species kinds types sorts groups categories classes colours sizes forms ways'.split(' ').map(stemOf),
)

/** The only count of a sentence, of several things; how many sorts they are of is left out. */
function totalOf({ paragraph, sentence }: PlacedSentence): Quantity | null {
  const own = countsIn(paragraph.annotated, sentence).filter(
    (count) => !kindNouns.has(count.noun) && !isOfOtherYear(paragraph.annotated.tokens, count),
  )
  const counts = inCurrencyOf(own)
  const total =
    counts.length === 1 ? counts[0] : counts.find((count) => isOfAll(paragraph.annotated.tokens, count))
  if (!total || total.unit === '%' || total.bound !== 'exact') return null
  return total.value / total.factor >= 4 ? total : null
}

/** "412 employees (2018: 401)": how many there were before. */
function isOfOtherYear(tokens: readonly Token[], { first }: Quantity): boolean {
  return tokens[first - 1]?.lower === ':' && tokens[first - 3]?.lower === '('
}

/** "415 pupils between them", "84 members in all". */
function isOfAll(tokens: readonly Token[], { next }: Quantity): boolean {
  const [one, two, three] = [0, 1, 2].map((step) => tokens[next + step]?.lower ?? '')
  const isPair = (word = '', after = ''): boolean =>
    (word === 'between' && after === 'them') ||
    (word === 'in' && /^(all|total)$/.test(after)) ||
    word === 'altogether'
  return isPair(one, two) || isPair(two, three)
}

const closers = new Set(['rest', 'remaining', 'remainder', 'balance', 'others'])

/** "the rest", "the remaining", "the other ten". */
function isCloser(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  return (
    closers.has(word) || (word === 'other' && tokens[at - 1]?.lower === 'the' && isNumber(tokens[at + 1]))
  )
}

function isNumber(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'number' || cardinals.has(token.lower))
}

/** Counts up to one that "the rest" or "the remaining" makes the last. */
function closedList(total: Quantity, behind: readonly PlacedSentence[]): Sum | null {
  const parts: Quantity[] = []
  for (const { paragraph, sentence } of behind) {
    const { tokens } = paragraph.annotated
    const counts = inUnitsOf(tokens, countsIn(paragraph.annotated, sentence), total)
    const closing = tokens.findIndex(
      (_, at) => at >= sentence.first && at < sentence.next && isCloser(tokens, at),
    )
    const last = closing < 0 ? undefined : counts.find(({ next }) => next >= closing - 1)
    // "the other 150 of the group": of something else.
    if (last && tokens[last.next]?.lower === 'of' && last.noun === '') return null
    parts.push(...(last ? counts.slice(0, counts.indexOf(last) + 1) : counts))
    if (closing < 0) continue
    return last && isWhole({ ...total, noun: '-' }, parts, nearTotal)
      ? { total, parts, partial: false }
      : null
  }
  return null
}

/** How many tokens may stand between the parts of a list that fills a sentence. */
const longestGap = 12

/** The next sentence is nothing but a list of three or more. */
function listBehind(total: Quantity, next: PlacedSentence | undefined): Sum | null {
  if (!next) return null
  const { annotated } = next.paragraph
  const counts = countsIn(annotated, next.sentence)
  const [first] = counts
  const parts = first
    ? listFrom(annotated.tokens, inUnitsOf(annotated.tokens, counts, total), 0, longestGap)
    : []
  const isOpened = opensWithOfThem(annotated.tokens, next)
  if (total.noun === '' && total.unit === '' && !isOpened) return null
  const isTied = isOpened || parts.some(({ next: at }) => isOfThem(annotated.tokens, at))
  if (
    !first ||
    parts.length < (isTied ? 2 : 3) ||
    parts.length !== counts.length ||
    hasPartialWords(annotated.tokens, first, parts)
  )
    return null
  return isWhole(total, parts, isTied ? nearTotal : nearList) ? { total, parts, partial: false } : null
}

/** How far bare numbers may be from the total that they tell the parts of, as a share of it. */
const nearBare = 0.2

/**
 * "Kenya won eleven medals. Four were gold, all in the long races. There were also five silvers and two bronzes.": a number
 * without a noun that opens the sentence behind a total counts some of it, and so do those that follow it.
 */
function bareList(total: Quantity, behind: readonly PlacedSentence[]): Sum | null {
  const parts: Quantity[] = []
  let nearest: Sum | null = null
  for (const [index, placed] of behind.entries()) {
    const { tokens } = placed.paragraph.annotated
    const counts = countsIn(placed.paragraph.annotated, placed.sentence)
    const [first] = counts
    const list = (index === 0 ? openedList(tokens, placed, counts, total) : counts).filter(
      (count) => !isOfPlace(tokens, count),
    )
    if (!first || list.length === 0 || list.some((count) => isApart(tokens, count))) break
    parts.push(...list.map((part) => ofItsKind(tokens, part)))
    if (parts.length < 3 || !isWhole(total, parts, nearBare) || hasPartialWords(tokens, first, counts))
      continue
    if (!nearest || missing(total, parts) < missing(total, nearest.parts))
      nearest = { total, parts: [...parts], partial: false }
  }
  return nearest
}

/** "nine long-eared bats": one kind of what the total counts, and not all of it. */
function ofItsKind(tokens: readonly Token[], part: Quantity): Quantity {
  return part.noun !== '' && stemOf(tokens[part.next]?.lower ?? '') !== part.noun
    ? { ...part, noun: '' }
    : part
}

/** The counts that tell the parts of a total: "Four were gold, …", "in three flights: six in the first, …", "Most, 33, were …". */
function openedList(
  tokens: readonly Token[],
  placed: PlacedSentence,
  counts: readonly Quantity[],
  total: Quantity,
): readonly Quantity[] {
  const [first, ...rest] = counts
  if (!first) return []
  const isNumberOfParts =
    rest.length === first.value && tokens.slice(first.next, rest[0]?.first).some(({ lower }) => lower === ':')
  if (isNumberOfParts) return rest
  const isMost = tokens[placed.sentence.first]?.lower === 'most' && first.first - placed.sentence.first <= 2
  return isMost || isBareOpening(first, placed, total) ? counts : []
}

function isBareOpening(
  { first, noun, unit, bound }: Quantity,
  { sentence }: PlacedSentence,
  total: Quantity,
): boolean {
  return first === sentence.first && noun === '' && (unit === '' || unit === total.unit) && bound === 'exact'
}

/** "all of them from one school": where they came from, and no part. */
function isOfPlace(tokens: readonly Token[], { first, noun }: Quantity): boolean {
  return noun !== '' && /^(from|at|into|to|with)$/.test(tokens[first - 1]?.lower ?? '')
}

/** "two of the four", "six per boat", "more than nine": numbers that are no parts of their own. */
function isApart(tokens: readonly Token[], { first, next }: Quantity): boolean {
  return (
    (/^(per|each|every|in|of)$/.test(tokens[next]?.lower ?? '') && tokens[next + 1]?.kind === 'number') ||
    /^(than|per|every|each|under|over|by)$/.test(tokens[first - 1]?.lower ?? '')
  )
}

function missing({ value }: Quantity, parts: readonly Quantity[]): number {
  return Math.abs(parts.reduce((all, part) => all + part.value, 0) - value)
}

/** "The top 35 metres were sand, the next 48 clay", "24 on the first day": in a list of a length, bare numbers are in its unit. */
function inUnitsOf(
  tokens: readonly Token[],
  counts: readonly Quantity[],
  total: Quantity,
): readonly Quantity[] {
  if (total.unit === '') return counts
  return counts.map((count) => {
    const isNext = /^(next|last|second|third|other|top|bottom|middle|lower|upper)$/.test(
      tokens[count.first - 1]?.lower ?? '',
    )
    return count.unit === '' && isNext ? inUnitOf({ ...count, noun: '' }, total) : inUnitOf(count, total)
  })
}

function opensWithOfThem(tokens: readonly Token[], { sentence: { first } }: PlacedSentence): boolean {
  return isOfThem(tokens, first)
}

/** "one of them badly" */
function isPartOfThem(tokens: readonly Token[], at: number): boolean {
  return isOfThem(tokens, at) || (tokens[at]?.lower === 'of' && tokens[at + 1]?.lower === 'whom')
}

function isOfThem(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'of' && /^(them|these|those)$/.test(tokens[at + 1]?.lower ?? '')
}

const gathering = new Set(['together', 'altogether', 'combined', 'overall', 'in'])

/** "Together they", "In all", "All five were hurt", "That made 70". */
function isGathering(first: string, second: string, token: Token | undefined): boolean {
  if (first === 'all') return second === 'told' || second === 'together' || isNumber(token)
  if (first === 'that' || first === 'this') return /^(made|makes|gave|gives|brought|brings)$/.test(second)
  return gathering.has(first) && (first !== 'in' || /^(all|total)$/.test(second))
}

/** "The branch has 84 members, Coldwell 61 and Ashby 37. Together they have 182.": a total that the next sentence gathers. */
function gathered(sentence: PlacedSentence, before: PlacedSentence | undefined): Sum | null {
  if (before?.paragraph !== sentence.paragraph) return null
  const { annotated } = sentence.paragraph
  const [first, second] = [0, 1].map((step) => annotated.tokens[sentence.sentence.first + step]?.lower ?? '')
  if (!isGathering(first ?? '', second ?? '', annotated.tokens[sentence.sentence.first + 1])) return null
  const total = countsIn(annotated, sentence.sentence).reduce<Quantity | null>(
    (largest, count) => (count.value > (largest?.value ?? 0) ? count : largest),
    null,
  )
  const counts = countsIn(annotated, before.sentence).filter(
    ({ next }) => !isPartOfThem(annotated.tokens, next),
  )
  const lists = counts.map((_, from) => listFrom(annotated.tokens, counts, from))
  const parts = lists.find((list, from) => list.length === counts.length - from) ?? []
  if (!total || total.unit === '%' || parts.length < 2 || parts.length < counts.length - 1) return null
  const isKind = parts.every(({ unit, value }) => unit === total.unit && value < total.value)
  return isKind && isNear(total, parts, nearTotal) ? { total, parts, partial: false } : null
}

function isWhole(total: Quantity, parts: readonly Quantity[], nearness: number): boolean {
  return (
    parts.length >= 2 &&
    sameUnit(total, parts) &&
    parts.every(
      ({ value, noun, bound }) =>
        value < total.value && bound === 'exact' && (noun === '' || noun !== total.noun),
    ) &&
    isNear(total, parts, nearness)
  )
}

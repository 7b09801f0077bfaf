import { type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import { cardinals } from '../extract/en/number-words.js'
import type { Token } from '../extract/tokens.js'
import { countsIn } from './counts.js'
import { hasPartialWords, listFrom, sameUnit } from './parts-list.js'
import { isNear, nearTotal, type Sum } from './sum.js'

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
    const sum = (isNamed ? closedList(total, behind) : null) ?? listBehind(total, behind[0])
    if (!sum) return []
    const end = sum.parts.at(-1)?.next ?? 0
    told = index + 1 + behind.filter((other) => other.sentence.first < end).length
    return [{ sentence, sum }]
  })
}

/** The only count of a sentence, of several things. */
function totalOf({ paragraph, sentence }: PlacedSentence): Quantity | null {
  const counts = countsIn(paragraph.annotated, sentence)
  const total =
    counts.length === 1 ? counts[0] : counts.find((count) => isOfAll(paragraph.annotated.tokens, count))
  if (!total || total.unit === '%' || total.bound !== 'exact') return null
  return total.value >= 4 ? total : null
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
    const counts = countsIn(paragraph.annotated, sentence)
    const closing = tokens.findIndex(
      (_, at) => at >= sentence.first && at < sentence.next && isCloser(tokens, at),
    )
    const last = closing < 0 ? undefined : counts.find(({ next }) => next >= closing - 1)
    parts.push(...(last ? counts.slice(0, counts.indexOf(last) + 1) : counts))
    if (closing < 0) continue
    return last && isWhole(total, parts, nearTotal) ? { total, parts, partial: false } : null
  }
  return null
}

/** The next sentence is nothing but a list of three or more. */
function listBehind(total: Quantity, next: PlacedSentence | undefined): Sum | null {
  if (!next) return null
  const { annotated } = next.paragraph
  const counts = countsIn(annotated, next.sentence)
  const [first] = counts
  const parts = first ? listFrom(annotated.tokens, counts, 0) : []
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

function opensWithOfThem(tokens: readonly Token[], { sentence: { first } }: PlacedSentence): boolean {
  return isOfThem(tokens, first)
}

function isOfThem(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'of' && /^(them|these|those)$/.test(tokens[at + 1]?.lower ?? '')
}

const gathering = new Set(['together', 'altogether', 'combined', 'overall', 'all', 'in'])

/** "The branch has 84 members, Coldwell 61 and Ashby 37. Together they have 182.": a total that the next sentence gathers. */
function gathered(sentence: PlacedSentence, before: PlacedSentence | undefined): Sum | null {
  if (before?.paragraph !== sentence.paragraph) return null
  const { annotated } = sentence.paragraph
  const [first, second] = [0, 1].map((step) => annotated.tokens[sentence.sentence.first + step]?.lower ?? '')
  const isGathering = gathering.has(first ?? '') && (first !== 'in' || /^(all|total)$/.test(second ?? ''))
  if (!isGathering || (first === 'all' && second !== 'told' && second !== 'together')) return null
  const total = countsIn(annotated, sentence.sentence).reduce<Quantity | null>(
    (largest, count) => (count.value > (largest?.value ?? 0) ? count : largest),
    null,
  )
  const counts = countsIn(annotated, before.sentence)
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
        value < total.value && (noun === '' || noun !== total.noun) && bound === 'exact',
    ) &&
    isNear(total, parts, nearness)
  )
}

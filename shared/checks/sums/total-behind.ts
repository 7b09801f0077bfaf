import type { PlacedSentence } from '../check-context.js'
import type { Quantity } from '../extract/quantities.js'
import { stemOf } from '../extract/en/stem.js'
import type { Token } from '../extract/tokens.js'
import { areSlipsOfEachOther } from '../numbers/slip-likeness.js'
import { countsIn } from './counts.js'
import { hasPartialWords } from './parts-list.js'
import { isNear, type Sum } from './sum.js'

/** How far a total that only looks back on its parts may be from them, as a share of it. */
const nearBehind = 0.15

/** How many sentences back the first of the parts may stand. */
const partsReach = 3

/**
 * "The Liberals have 17 seats, Labour 13 and the Conservatives nine. Independents won four and the Greens two. With 45 seats on
 * the council …": a total that opens a sentence, with the counts of the sentences before when they are of its kind.
 */
export function totalBehind(sentence: PlacedSentence, before: readonly PlacedSentence[]): Sum | null {
  const { tokens } = sentence.paragraph.annotated
  const [total] = countsIn(sentence.paragraph.annotated, sentence.sentence)
  if (!total || !looksBack(tokens, sentence, total) || total.bound !== 'exact' || total.unit !== '')
    return null
  const parts: Quantity[] = []
  for (const one of before.slice(-partsReach).reverse()) {
    if (one.paragraph !== sentence.paragraph) return null
    const counts = countsIn(one.paragraph.annotated, one.sentence)
    if (!counts.every((count) => isPart(count, total))) return null
    parts.unshift(...counts)
    if (parts.length >= leastParts && isNear(total, parts, nearBehind))
      return parts.some(({ noun }) => noun === total.noun) ? { total, parts, partial: false } : null
  }
  return null
}

/** Two counts may be anything; three that come near a total are its parts. */
const leastParts = 3

function isPart({ unit, noun, value, bound }: Quantity, total: Quantity): boolean {
  return unit === '' && value < total.value && bound === 'exact' && (noun === '' || noun === total.noun)
}

/** "With 45 seats on the council", "All 45 seats", "The 45 seats". */
function looksBack(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  { first, noun }: Quantity,
): boolean {
  const lead = tokens.slice(sentence.first, first).map(({ lower }) => lower)
  return noun !== '' && /^(with|with all|all|the|all the)$/.test(lead.join(' '))
}

/** "48,310 people live there. … Of its people 24,900 are women and 23,410 men.": parts of the only count of that noun before. */
export function partsOfTold(sentence: PlacedSentence, before: readonly PlacedSentence[]): Sum | null {
  const { annotated } = sentence.paragraph
  const { first } = sentence.sentence
  const [of, whose, noun] = [0, 1, 2].map((step) => annotated.tokens[first + step]?.lower ?? '')
  if (of !== 'of' || !/^(its|the|these|their|those|all)$/.test(whose ?? '')) return null
  const parts = countsIn(annotated, sentence.sentence)
  if (parts.length < 2 || parts[0]?.first !== first + 3) return null
  const totals = before
    .slice(-partsReach)
    .filter(({ paragraph }) => paragraph === sentence.paragraph)
    .flatMap((one) => countsIn(annotated, one.sentence))
    .filter((count) => count.unit === '' && count.noun === stemOf(noun ?? ''))
  const wholes = totals.filter(({ value }) => parts.every((part) => part.value < value))
  const [total] = wholes
  if (!total || wholes.length > 1 || total.bound !== 'exact') return null
  return parts.every(
    ({ unit, bound, noun: one }) => unit === '' && bound === 'exact' && one !== total.noun,
  ) && isNear(total, parts, nearBehind)
    ? { total, parts, partial: false }
    : null
}

/** How far a list that opens with the noun of its total may be from it, as a share of it. */
const nearSame = 0.2

/** "It has made 14 grants. … Nine grants are for England, three for Scotland and two for Wales.": the noun of the total opens the list. */
export function listOfTold(sentence: PlacedSentence, before: readonly PlacedSentence[]): Sum | null {
  const { annotated } = sentence.paragraph
  const parts = countsIn(annotated, sentence.sentence)
  const [opening, ...rest] = parts
  if (!opening || rest.length < leastParts - 1 || opening.first !== sentence.sentence.first) return null
  if (opening.noun === '' || !rest.every(({ noun, unit }) => noun === '' && unit === '')) return null
  if (hasPartialWords(annotated.tokens, opening, parts) || parts.some(({ bound }) => bound !== 'exact'))
    return null
  const totals = before
    .slice(-partsReach)
    .filter(({ paragraph }) => paragraph === sentence.paragraph)
    .flatMap((one) => countsIn(annotated, one.sentence))
    .filter(({ noun, unit, bound }) => noun === opening.noun && unit === '' && bound === 'exact')
  const [total] = totals
  return total && totals.length === 1 && total.value > opening.value && isNear(total, parts, nearSame)
    ? { total, parts, partial: false }
    : null
}

/**
 * "It will pay £84 million for … It will pay £50 million in cash and the remaining £34 million in shares.": the two parts of a sum
 * that the sentences before tell among others. One digit must make the parts come to it, and nothing else may.
 */
export function remainderOfTold(sentence: PlacedSentence, before: readonly PlacedSentence[]): Sum | null {
  const { annotated } = sentence.paragraph
  const parts = countsIn(annotated, sentence.sentence)
  const [one, rest] = parts
  if (!one || !rest || parts.length !== 2 || one.unit !== rest.unit || one.unit === '%') return null
  if (one.unit === '') return restOfCount(sentence, before, one, rest)
  const isRest = /^(remaining|rest|balance|other)$/.test(annotated.tokens[rest.first - 1]?.lower ?? '')
  if (!isRest || [one, rest].some(({ bound }) => bound !== 'exact')) return null
  const sum = one.value + rest.value
  const totals = before
    .slice(-2)
    .filter(({ paragraph }) => paragraph === sentence.paragraph)
    .flatMap((told) => countsIn(annotated, told.sentence))
    .filter(({ unit, value }) => unit === one.unit && value > one.value && value > rest.value)
  if (totals.some(({ value }) => value === sum)) return null
  const near = totals.filter(({ value, factor }) =>
    areSlipsOfEachOther((value - one.value) / factor, rest.value / factor),
  )
  const [total] = near
  return total && near.length === 1 ? { total, parts, partial: false } : null
}

/**
 * "The garrison of 400 men held out … 150 men marched out, the other 250 having died.": what is left of a count that the sentences
 * before tell with the same noun. One digit must make the parts come to it, and nothing else may.
 */
function restOfCount(
  { paragraph, sentence }: PlacedSentence,
  before: readonly PlacedSentence[],
  one: Quantity,
  rest: Quantity,
): Sum | null {
  const { tokens } = paragraph.annotated
  const [word = '', article = ''] = [1, 2].map((step) => tokens[rest.first - step]?.lower ?? '')
  const isRest = /^(remaining|other|rest)$/.test(word) && article === 'the' && rest.first > sentence.first + 1
  const isOfIts =
    tokens[one.next]?.lower === 'of' &&
    /^(its|the|these|those|their)$/.test(tokens[one.next + 1]?.lower ?? '')
  const isOfThem =
    tokens[one.next]?.lower === 'of' && /^(them|these|those)$/.test(tokens[one.next + 1]?.lower ?? '')
  if (isOfThem && one.first === sentence.first)
    return restOfThem({ paragraph, sentence }, before.at(-1), one, rest)
  const noun = one.noun || rest.noun || (isOfIts ? stemOf(tokens[one.next + 2]?.lower ?? '') : '')
  // "the other 150 of the group": of something else.
  if (
    !isRest ||
    noun === '' ||
    tokens[rest.next]?.lower === 'of' ||
    [one, rest].some(({ bound }) => bound !== 'exact')
  )
    return null
  const totals = before
    .filter((told) => told.paragraph === paragraph)
    .flatMap((told) => countsIn(paragraph.annotated, told.sentence))
    .filter(
      ({ unit, noun: of, value, bound }) =>
        unit === '' && of === noun && value > rest.value && bound === 'exact',
    )
  const [total] = totals
  const sum = one.value + rest.value
  if (!total || new Set(totals.map(({ value }) => value)).size > 1) return null
  const isNearly =
    areSlipsOfEachOther(total.value, sum) ||
    areSlipsOfEachOther(total.value - one.value, rest.value) ||
    areSlipsOfEachOther(total.value - rest.value, one.value)
  return isNearly ? { total, parts: [one, rest], partial: false } : null
}

/**
 * "It had 120 rooms. In 1912 45 rooms were added, and in 1929 a wing with 60 rooms brought the total to 225.": what was there, what
 * came to it, and what they came to. One digit must make the sum right.
 */
export function totalBroughtTo(sentence: PlacedSentence, before: readonly PlacedSentence[]): Sum | null {
  const { annotated } = sentence.paragraph
  const own = countsIn(annotated, sentence.sentence)
  const total = own.at(-1)
  if (!total || total.bound !== 'exact' || !isBroughtTo(annotated.tokens, total)) return null
  const told = before
    .filter(({ paragraph }) => paragraph === sentence.paragraph)
    .map((one) => countsIn(annotated, one.sentence))
  const added = own.slice(0, -1)
  const noun = total.noun || [...added, ...told.flat()].find((count) => count.noun !== '')?.noun
  const ofKind = (counts: readonly Quantity[]): Quantity[] =>
    counts.filter(({ unit, noun: of }) => unit === total.unit && (unit !== '' || of === noun))
  const base = told.map(ofKind).findLast((counts) => counts.length > 0) ?? []
  const parts = [...base, ...ofKind(added)]
  if (parts.length < 2 || parts.some(({ value, bound }) => value >= total.value || bound !== 'exact'))
    return null
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const isNearly =
    areSlipsOfEachOther(sum / total.factor, total.value / total.factor) ||
    parts.some(({ value, factor }) =>
      areSlipsOfEachOther((total.value - sum + value) / factor, value / factor),
    )
  return isNearly ? { total, parts, partial: false } : null
}

/** "brought the total to", "bringing the number of rooms to", "which brings it to". */
function isBroughtTo(tokens: readonly Token[], { first }: Quantity): boolean {
  const lead = tokens.slice(Math.max(0, first - 7), first).map(({ lower }) => lower)
  const verb = lead.findLastIndex((word) => /^(brought|bringing|brings|bring|takes|taking|took)$/.test(word))
  return verb >= 0 && lead.at(-1) === 'to' && lead.slice(verb + 1, -1).some((word) => summed.test(word))
}

const summed =
  /^(total|number|tally|toll|count|figure|fleet|sum|it|them|membership|capacity|workforce|collection)$/

/** "They have found seven planets. Three of them are cold; the other four are hot.": of a count of the sentence before. */
function restOfThem(
  { paragraph, sentence }: Pick<PlacedSentence, 'paragraph' | 'sentence'>,
  last: PlacedSentence | undefined,
  one: Quantity,
  rest: Quantity,
): Sum | null {
  const { tokens } = paragraph.annotated
  const [word = '', article = ''] = [1, 2].map((step) => tokens[rest.first - step]?.lower ?? '')
  const isRest = /^(remaining|other)$/.test(word) && article === 'the' && rest.first < sentence.next
  if (!isRest || last?.paragraph !== paragraph || tokens[rest.next]?.lower === 'of') return null
  if (rest.noun !== '' && rest.noun !== one.noun && isPlainNoun(tokens, rest)) return null
  const totals = countsIn(paragraph.annotated, last.sentence).filter(
    ({ unit, noun, value, bound }) => unit === '' && noun !== '' && value > rest.value && bound === 'exact',
  )
  const [total] = totals
  const sum = one.value + rest.value
  const isNearly =
    total !== undefined &&
    total.value !== sum &&
    Math.abs(total.value - sum) <= Math.max(1, nearRest * total.value)
  return totals.length === 1 && isNearly ? { total, parts: [one, rest], partial: false } : null
}

/** How far a part and the rest may be from their total, as a share of it. */
const nearRest = 0.15

/** "the other four towns": a noun of its own behind the rest. */
function isPlainNoun(tokens: readonly Token[], { next, noun }: Quantity): boolean {
  return stemOf(tokens[next]?.lower ?? '') === noun && noun.length > 2
}

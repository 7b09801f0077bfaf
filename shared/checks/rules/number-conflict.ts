import type { Finding } from '../../domain/finding.js'
import {
  type CaseCheck,
  type CaseRule,
  datesOfSentence,
  inSentence,
  perSection,
  type PlacedSentence,
  proseSentences,
  sectionsOf,
  type SectionView,
} from '../check-context.js'
import { findingOf, type Place, placeOf } from '../explain.js'
import { intersects } from '../extract/calendar.js'
import { cardinals } from '../extract/en/number-words.js'
import { functionWords } from '../extract/en/function-words.js'
import { speechVerbs, titles } from '../extract/en/title-words.js'
import { stemOf } from '../extract/en/stem.js'
import { negations } from '../extract/en/verb-words.js'
import { mayAgree, type Quantity } from '../extract/quantities.js'
import { PairIndex } from '../index/pair-index.js'
import { numberOf, type Token } from '../extract/tokens.js'
import { shown } from '../number-in-words.js'

/** One quantity told with two numbers, within a source or across sources. */
export const numberConflict: CaseRule = {
  id: 'number-conflict',
  category: 'number-conflict',
  scope: 'case',
  begin,
}

/** A quantity with what its sentence says around it. */
interface Figure {
  section: SectionView
  sentence: PlacedSentence
  quantity: Quantity
  /** Stems of the words of matter in the sentence, without the noun itself. */
  around: ReadonlySet<string>
  names: ReadonlySet<string>
  /** The other numbers of the sentence, dates left out: "ship two", "in three districts". */
  others: ReadonlySet<number>
}

/** A measure and a word that more figures of the case than this have in common say nothing. */
const mostHolders = 80

function begin(): CaseCheck {
  const index = new PairIndex<Figure>({
    itemsOf: (section) =>
      figuresOf(section).map((figure) => ({
        item: figure,
        keys: [...figure.around].map((stem) => `${figure.quantity.unit}/${figure.quantity.noun}/${stem}`),
      })),
    isPair: (a, b) => !mayAgree(a.quantity, b.quantity) && isSameQuantity(a, b),
    mostHolders,
  })
  return (context) => {
    index.update(sectionsOf(context))
    return index.findings(conflict)
  }
}

const figuresOf: (section: SectionView) => readonly Figure[] = perSection((section) =>
  proseSentences(section).flatMap((sentence) => {
    const { annotated } = sentence.paragraph
    const own = inSentence(annotated.quantities, sentence.sentence)
    if (own.length === 0 || own.length > 3) return []
    const tokens = annotated.tokens.slice(sentence.sentence.first, sentence.sentence.next)
    if (tokens.some(({ lower }) => (negations.has(lower) && lower !== 'without') || changing.has(lower)))
      return []
    return own
      .filter((quantity) => !isMoving(annotated.tokens, sentence, quantity))
      .map((quantity) => ({
        ...quantity,
        noun: quantity.noun || measuredNoun(annotated.tokens, quantity) || dimensionOf(tokens, quantity),
      }))
      .filter(isTelling)
      .map((quantity) => figureOf(section, sentence, quantity, tokens))
  }),
)

/** How far from a number the words that make it one of several are looked for, in tokens. */
const movingReach = { before: 7, after: 6 }

function isMoving(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  { first, next }: Quantity,
): boolean {
  const from = Math.max(sentence.first, first - movingReach.before)
  let to = next
  while (to < Math.min(sentence.next, next + movingReach.after) && !/^[,;:]$/.test(tokens[to]?.lower ?? ''))
    to++
  const isPlan = tokens.slice(from, first).some(({ lower }) => plans.has(lower))
  return (
    isPlan ||
    tokens.slice(from, to).some((token, at, near) => moving.has(token.lower) && !isEachOfIts(near, at))
  )
}

/** "each of its 3,780 pipes": all of them, and no number for each. */
function isEachOfIts(tokens: readonly Token[], at: number): boolean {
  const [each, of, whose] = [0, 1, 2].map((step) => tokens[at + step]?.lower ?? '')
  return each === 'each' && of === 'of' && /^(the|its|their|his|her)$/.test(whose ?? '')
}

/** Words before a number that say it is one to come. */
const plans = new Set('would will could may might planned expected estimates'.split(' '))

/** "a population of 14,200": the noun stands before the number. */
function measuredNoun(tokens: readonly Token[], { first }: Quantity): string {
  const noun = tokens[first - 2]
  const isMeasured = tokens[first - 1]?.lower === 'of' && noun?.kind === 'word' && measures.has(noun.lower)
  return isMeasured ? stemOf(noun.lower) : ''
}

/** "At 241 metres, it is the deepest lake": the dimension is told by the superlative. */
function dimensionOf(tokens: readonly Token[], { unit }: Quantity): string {
  if (unit !== 'm') return ''
  const told = tokens.find(({ lower }) => superlatives.has(lower))
  return told ? stemOf(superlatives.get(told.lower) ?? '') : ''
}

const superlatives: ReadonlyMap<string, string> = new Map([
  ['highest', 'high'],
  ['tallest', 'tall'],
  ['deepest', 'deep'],
  ['longest', 'long'],
  ['widest', 'wide'],
])

const measures = new Set(
  'population capacity crowd attendance audience circulation workforce staff membership garrison crew fleet toll height length depth area budget fee prize fine'.split(
    ' ',
  ),
)

/** Words that say, wherever they stand, that the numbers of the sentence change. */
const changing = new Set(
  'rose fell grew dropped increased decreased climbed rising initially originally previously revised meanwhile compared'.split(
    ' ',
  ),
)

/** Words beside a number that say it is one of several: later counts, parts, comparisons, plans. */
const moving = new Set(
  (
    'more another other others additional further later earlier now already former each every per than up down still so ' +
    'raised lowered remaining rest first second third last next only half average ' +
    'daily weekly monthly yearly again until since including among least most if'
  ).split(' '),
)

function isTelling({ noun, unit, value }: Quantity): boolean {
  return (noun.length > 2 || unit !== '') && value > 1
}

/** Stems of the measures that a thing has one of: a name in common is enough for two figures to be about it. */
const measureStems = new Set(
  'population capacity circulation workforce membership height length depth area'.split(' ').map(stemOf),
)

function figureOf(
  section: SectionView,
  sentence: PlacedSentence,
  quantity: Quantity,
  tokens: readonly Token[],
): Figure {
  const around = new Set<string>()
  const names = new Set<string>()
  for (const [index, token] of tokens.entries()) {
    const at = sentence.sentence.first + index
    if (at >= quantity.first && at < quantity.next) continue
    if (
      token.kind !== 'word' ||
      functionWords.has(token.lower) ||
      speechVerbs.has(token.lower) ||
      titles.has(token.lower)
    )
      continue
    const stem = stemOf(token.lower)
    if (stem === quantity.noun || token.lower.length < 3) continue
    around.add(stem)
    // "Valuers who ...": a capital at the head of a sentence is no name when a small word goes on from it.
    if (token.capital && (index > 0 || !functionWords.has(tokens[1]?.lower ?? ''))) names.add(stem)
  }
  return { section, sentence, quantity, around, names, others: otherNumbers(sentence, quantity) }
}

function otherNumbers({ paragraph, sentence }: PlacedSentence, own: Quantity): Set<number> {
  const { tokens } = paragraph.annotated
  const expressions = inSentence(paragraph.annotated.expressions, sentence)
  const numbers = new Set<number>()
  for (let at = sentence.first; at < sentence.next; at++) {
    const token = tokens[at]
    if (!token || (at >= own.first && at < own.next)) continue
    const value = cardinals.get(token.lower) ?? numberOf(token)
    if (Number.isNaN(value) || expressions.some(({ first, next }) => first <= at && at < next)) continue
    numbers.add(value)
  }
  return numbers
}

/** Words of matter around two figures that must be the same for them to be about one thing. */
const leastShared = { words: 2, share: 0.5 }

const leastSharedBare = { words: 3, share: 0.7 }

function isSameQuantity(a: Figure, b: Figure): boolean {
  if (a.sentence === b.sentence || !datesAgree(a, b)) return false
  if (!dimensions.has(a.quantity.noun) && areApart(a.others, b.others)) return false
  const shared = countShared(a.around, b.around)
  // A sum of money or a length says nothing of what it is the price or length of; between texts a name must tell.
  const named = countShared(a.names, b.around) + countShared(b.names, a.around)
  const smaller = Math.min(a.around.size, b.around.size)
  const isBare = a.quantity.noun === '' && named === 0 && a.section !== b.section
  if (isBare && (shared < leastSharedBare.words || shared < smaller * leastSharedBare.share)) return false
  const isMeasure =
    measureStems.has(a.quantity.noun) &&
    ([...a.names].some((name) => b.names.has(name)) || (a.section === b.section && shared > 0))
  if (!isMeasure && (shared < leastShared.words || shared < smaller * leastShared.share)) return false
  const lacks = (names: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    [...names].some((name) => !other.has(name))
  if (lacks(a.names, b.around) && lacks(b.names, a.around)) return false
  return !differsByOpposite(a.around, b.around)
}

/** What a thing has one of in each direction, whatever else is measured beside it. */
const dimensions = new Set('high tall long wide deep broad thick'.split(' ').map(stemOf))

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const stem of a) if (b.has(stem)) count++
  return count
}

/** Whether both have other numbers and share none of them. */
function areApart(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((value) => b.has(value))
}

/** "the north tower" and "the south tower": a pair of words that sets two things apart. */
const opposites = [
  'north south east west',
  'left right',
  'upper lower',
  'old new',
  'men women',
  'boy girl',
  'import export',
  'win los',
  'first last',
  'summer winter',
  'morn even',
  'adult child',
  'eastern western northern southern',
  'inner outer',
  'small larg big',
].map((row) => row.split(' ').map(stemOf))

function differsByOpposite(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return opposites.some(
    (row) =>
      row.some((word) => a.has(word) && !b.has(word)) && row.some((word) => b.has(word) && !a.has(word)),
  )
}

/** Two dated sentences must speak of days that meet. */
function datesAgree(a: Figure, b: Figure): boolean {
  const [x, y] = [a, b].map(({ section, sentence }) =>
    datesOfSentence(section, sentence).filter(({ interval }) => interval !== null),
  )
  if (!x?.length || !y?.length) return true
  return x.some((one) =>
    y.some((other) => one.interval && other.interval && intersects(one.interval, other.interval)),
  )
}

function placeIn({ section, sentence, quantity }: Figure): Place {
  const { tokens } = sentence.paragraph.annotated
  const { offset } = sentence.paragraph
  const noun = tokens
    .slice(quantity.next, quantity.next + 3)
    .findIndex(({ lower }) => stemOf(lower) === quantity.noun)
  const last = quantity.noun && noun >= 0 ? quantity.next + noun : quantity.next - 1
  return placeOf(section, {
    start: offset + (tokens[quantity.first]?.start ?? 0),
    end: offset + (tokens[last]?.end ?? 0),
  })
}

function conflict(a: Figure, b: Figure): Finding {
  const [x, y] = [placeIn(a), placeIn(b)]
  const quotes = [x, y].map(({ section, start, end }) => section.text.slice(start, end))
  const shared = [...a.around].filter((stem) => b.around.has(stem)).length
  return findingOf(numberConflict, {
    severity: shared >= 3 ? 'likely' : 'check',
    message: `“${quotes[0] ?? ''}” in one place, “${quotes[1] ?? ''}” in another`,
    spans: [x, y],
    context: [a.sentence.text, b.sentence.text],
    explanation: {
      reason: `Both passages seem to count the same thing (${shared} words of matter in common) and give different numbers.`,
      resolved: [a, b].map(({ quantity }, index) => ({ quote: quotes[index] ?? '', value: shown(quantity) })),
      arithmetic: [`${shown(a.quantity)} is neither equal to ${shown(b.quantity)} nor a rounding of it.`],
      assumptions: ['That both passages speak of the same thing at the same time.'],
      settle: 'The record from which the numbers were taken, with its date.',
    },
    suggests: 'contradicts',
  })
}

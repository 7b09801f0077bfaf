import type { Confirmation, Finding } from '../../domain/finding.js'
import {
  inSentence,
  perSection,
  type PlacedSentence,
  proseSentences,
  type SectionRule,
  type SectionView,
} from '../check-context.js'
import { confirmationOf, findingOf, type Place, placeOf } from '../explain.js'
import type { Quantity } from '../extract/quantities.js'
import { numberInWords, shown } from '../number-in-words.js'
import { changedBy, moreThanAllowed, netOf, usedAndUnused, votesOverPresent } from '../sums/amount-between.js'
import { sumBehindColon } from '../sums/behind-colon.js'
import { countsIn } from '../sums/counts.js'
import { differenceIn } from '../sums/difference.js'
import { namedListIn } from '../sums/named-list.js'
import { peopleListIn } from '../sums/people-list.js'
import { placesListIn } from '../sums/places-list.js'
import { overAll, overOutcomes, overWhole } from '../sums/outcomes.js'
import { overParts } from '../sums/over-parts.js'
import { meanOfPeriod } from '../sums/per-period.js'
import { type Product, productIn } from '../sums/product.js'
import { addsUp, isExactly, type Sum, sumIn } from '../sums/sum.js'
import { sumOfSexes } from '../sums/two-sexes.js'
import {
  listOfTold,
  partsOfTold,
  remainderOfTold,
  totalBehind,
  totalBroughtTo,
} from '../sums/total-behind.js'
import { restOfList } from '../sums/rest-of-list.js'
import { sumsInTurn } from '../sums/told-in-turn.js'

/** Parts that do not add up to the total that they are bound to. */
export const totalMismatch: SectionRule = {
  id: 'total-mismatch',
  category: 'total-mismatch',
  scope: 'section',
  run: (section) => [
    ...sumsIn(section).flatMap(({ sentence, sum }) =>
      addsUp(sum) ? [] : [mismatch(section, sentence, sum)],
    ),
    ...productsIn(section).flatMap(({ sentence, product }) =>
      product.holds ? [] : [wrongProduct(section, sentence, product)],
    ),
    ...proseSentences(section).flatMap((sentence) => wrongList(section, sentence)),
  ],
  confirm: (section) => sumsIn(section).flatMap(({ sentence, sum }) => confirm(section, sentence, sum)),
}

/** Every total with its parts, in the order of the text. */
const sumsIn = perSection((section): readonly { sentence: PlacedSentence; sum: Sum }[] =>
  [
    ...proseSentences(section).flatMap((sentence, index, sentences) => {
      const before = sentences.slice(Math.max(0, index - reachBack), index)
      const told = listOfTold(sentence, before)
      if (told) return [{ sentence, sum: told }]
      const sum = sumIn(sentence)
      if (sum) return [{ sentence, sum: withRest(sum, sentence, sentences[index + 1]) }]
      const behind = firstOf(finders, sentence, before)
      return behind ? [{ sentence, sum: behind }] : []
    }),
    ...sumsInTurn(section),
  ].sort((a, b) => a.sentence.start - b.sentence.start),
)

type FindSum = (sentence: PlacedSentence, before: readonly PlacedSentence[]) => Sum | null

/** What looks beyond a list that its own sentence binds to a total, the surest first. */
const finders: readonly FindSum[] = [
  sumOfSexes,
  sumBehindColon,
  differenceIn,
  changedBy,
  moreThanAllowed,
  netOf,
  usedAndUnused,
  votesOverPresent,
  totalBroughtTo,
  restOfList,
  totalBehind,
  partsOfTold,
  remainderOfTold,
  overOutcomes,
  overParts,
  overWhole,
  overAll,
]

function firstOf(
  find: readonly FindSum[],
  sentence: PlacedSentence,
  before: readonly PlacedSentence[],
): Sum | null {
  for (const one of find) {
    const sum = one(sentence, before)
    if (sum) return sum
  }
  return null
}

const productsIn = perSection((section): readonly { sentence: PlacedSentence; product: Product }[] =>
  proseSentences(section).flatMap((sentence, index, sentences) => {
    const previous = sentences[index - 1]
    const before = previous?.paragraph === sentence.paragraph ? quantitiesIn(previous) : []
    const product =
      productIn(sentence, quantitiesIn(sentence), before) ?? meanOfPeriod(sentence, quantitiesIn(sentence))
    return product ? [{ sentence, product }] : []
  }),
)

function quantitiesIn({ paragraph, sentence }: PlacedSentence): Quantity[] {
  return inSentence(paragraph.annotated.quantities, sentence)
}

/** How many sentences before its own a difference or the parts of a total may be read from. */
const reachBack = 6

/** "22 came and 35 sent their apologies. Nobody knew where the others were.": parts that the next sentence says are not all. */
function withRest(sum: Sum, sentence: PlacedSentence, next: PlacedSentence | undefined): Sum {
  if (next?.paragraph !== sentence.paragraph) return sum
  const words = next.paragraph.annotated.tokens.slice(next.sentence.first, next.sentence.next)
  const rest = words.findIndex(
    ({ lower }, at) => /^(others|rest|remaining|remainder)$/.test(lower) && words[at - 1]?.lower === 'the',
  )
  // "Eighty-two were Iranians, 63 Canadians; the remaining …": a list of its own.
  const own = countsIn(next.paragraph.annotated, next.sentence).filter(
    ({ first }) => first < next.sentence.first + rest,
  )
  const isMore = rest >= 0 && own.length < 2
  // "… nine from the bank. One could not be read.": a number that is all that was missing.
  const left = sum.total.value - sum.parts.reduce((all, { value }) => all + value, 0)
  const isLeft = countsIn(next.paragraph.annotated, next.sentence).some(({ value }) => value === left)
  return isMore || isLeft ? { ...sum, partial: true } : sum
}

/** A list that says nothing of being partial and makes its total to the last unit. */
function confirm(section: SectionView, sentence: PlacedSentence, sum: Sum): Confirmation[] {
  if (sum.partial || !isExactly(sum)) return []
  return [
    confirmationOf(totalMismatch, {
      message: `The parts make ${shown(sum.total)}`,
      spans: placesOf(section, sentence, sum),
      explanation: {
        reason: 'The text gives a total and its parts, and the parts add up to it.',
        arithmetic: [`${sum.parts.map(shown).join(' + ')} = ${shown(sum.total)}.`],
        settle: '',
      },
    }),
  ]
}

function placesOf(section: SectionView, sentence: PlacedSentence, { total, parts }: Sum): Place[] {
  return placesOfAll(section, sentence, [total, ...parts])
}

function placesOfAll(
  section: SectionView,
  { paragraph }: PlacedSentence,
  quantities: readonly Quantity[],
): Place[] {
  const { tokens } = paragraph.annotated
  return quantities.map(({ first, next }) =>
    placeOf(section, {
      start: paragraph.offset + (tokens[first]?.start ?? 0),
      end: paragraph.offset + (tokens[next - 1]?.end ?? 0),
    }),
  )
}

function mismatch(section: SectionView, sentence: PlacedSentence, found: Sum): Finding {
  if (found.isDifference) return wrongDifference(section, sentence, found)
  const { total, parts } = found
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const terms = parts.map(shown).join(' + ')
  return findingOf(totalMismatch, {
    severity: 'likely',
    message:
      parts.length === 1
        ? `${terms} of ${shown(total)} is more than there are`
        : `The parts make ${numberInWords(sum / total.factor)}, not ${shown(total)}`,
    spans: placesOf(section, sentence, found),
    context: [sentence.text],
    explanation: {
      reason: 'The text gives a total and its parts, and the parts do not add up to it.',
      arithmetic: [`${terms} = ${numberInWords(sum / total.factor)}; the total is given as ${shown(total)}.`],
      assumptions: ['That the list is complete: nothing beside it says that parts are left out.'],
      settle: 'The record from which the numbers were taken.',
    },
  })
}

function wrongDifference(section: SectionView, sentence: PlacedSentence, found: Sum): Finding {
  const { total, parts } = found
  const [other, told] = parts
  if (!other || !told) throw new RangeError('A difference has two parts.')
  const real = numberInWords(Math.round(1e6 * ((total.value - other.value) / told.factor)) / 1e6)
  const between = `${shown(total)} − ${shown(other)} = ${real}`
  return findingOf(totalMismatch, {
    severity: 'likely',
    message: `The difference is ${real}, not ${shown(told)}`,
    spans: placesOf(section, sentence, found),
    context: [sentence.text],
    explanation: {
      reason:
        'The text gives two figures and what lies between them, and it is something else that lies there.',
      arithmetic: [`${between}; the difference is given as ${shown(told)}.`],
      assumptions: ['That all three figures are of the same things.'],
      settle: 'The record from which the numbers were taken.',
    },
  })
}

function wrongProduct(
  section: SectionView,
  sentence: PlacedSentence,
  { count, each, product }: Product,
): Finding {
  const real = numberInWords(Math.round((100 * product.value) / count.value / each.factor) / 100)
  const total = numberInWords(Math.round((100 * count.value * each.value) / product.factor) / 100)
  return findingOf(totalMismatch, {
    severity: 'likely',
    message: `${shown(count)} times ${shown(each)} is ${total}, not ${shown(product)}`,
    spans: placesOfAll(section, sentence, [product, each, count]),
    context: [sentence.text],
    explanation: {
      reason:
        'The text tells how many there are, what each comes to and what they all come to, and the three do not agree.',
      arithmetic: [
        `${shown(count)} × ${shown(each)} = ${total}; the text has ${shown(product)}.`,
        `${shown(product)} / ${shown(count)} = ${real}; the text has ${shown(each)}.`,
      ],
      assumptions: ['That all three figures are of the same things.'],
      settle: 'The record from which the numbers were taken.',
    },
  })
}

function wrongList(section: SectionView, sentence: PlacedSentence): Finding[] {
  const quantities = quantitiesIn(sentence)
  const list =
    namedListIn(sentence, quantities) ??
    placesListIn(sentence, quantities) ??
    peopleListIn(sentence, quantities)
  if (!list || list.listed === list.count.value) return []
  const { count, first, next, listed } = list
  return [
    findingOf(totalMismatch, {
      severity: 'likely',
      message: `The list has ${numberInWords(listed)}, not ${shown(count)}`,
      spans: placesOfAll(section, sentence, [count, { ...count, first, next }]),
      context: [sentence.text],
      explanation: {
        reason:
          'The sentence says how many there are and lists them, and the list has another number of them.',
        arithmetic: [`The list has ${numberInWords(listed)} items; the number is given as ${shown(count)}.`],
        assumptions: ['That the list is complete: nothing beside it says that some are left out.'],
        settle: 'The record from which the list was taken.',
      },
    }),
  ]
}

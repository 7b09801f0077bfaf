import type { Confirmation, Finding } from '../../domain/finding.js'
import {
  perSection,
  type PlacedSentence,
  proseSentences,
  type SectionRule,
  type SectionView,
} from '../check-context.js'
import { confirmationOf, findingOf, type Place, placeOf } from '../explain.js'
import { numberInWords, shown } from '../number-in-words.js'
import { countsIn } from '../sums/counts.js'
import { addsUp, isExactly, type Sum, sumIn } from '../sums/sum.js'
import { sumsInTurn } from '../sums/told-in-turn.js'

/** Parts that do not add up to the total that they are bound to. */
export const totalMismatch: SectionRule = {
  id: 'total-mismatch',
  category: 'total-mismatch',
  scope: 'section',
  run: (section) =>
    sumsIn(section).flatMap(({ sentence, sum }) => (addsUp(sum) ? [] : [mismatch(section, sentence, sum)])),
  confirm: (section) => sumsIn(section).flatMap(({ sentence, sum }) => confirm(section, sentence, sum)),
}

/** Every total with its parts, in the order of the text. */
const sumsIn = perSection((section): readonly { sentence: PlacedSentence; sum: Sum }[] =>
  [
    ...proseSentences(section).flatMap((sentence, index, sentences) => {
      const sum = sumIn(sentence)
      return sum ? [{ sentence, sum: withRest(sum, sentence, sentences[index + 1]) }] : []
    }),
    ...sumsInTurn(section),
  ].sort((a, b) => a.sentence.start - b.sentence.start),
)

/** "22 came and 35 sent their apologies. Nobody knew where the others were.": parts that the next sentence says are not all. */
function withRest(sum: Sum, sentence: PlacedSentence, next: PlacedSentence | undefined): Sum {
  if (next?.paragraph !== sentence.paragraph) return sum
  const words = next.paragraph.annotated.tokens.slice(next.sentence.first, next.sentence.next)
  const isMore = words.some(
    ({ lower }, at) => /^(others|rest|remaining|remainder)$/.test(lower) && words[at - 1]?.lower === 'the',
  )
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

function placesOf(section: SectionView, { paragraph }: PlacedSentence, { total, parts }: Sum): Place[] {
  const { tokens } = paragraph.annotated
  return [total, ...parts].map(({ first, next }) =>
    placeOf(section, {
      start: paragraph.offset + (tokens[first]?.start ?? 0),
      end: paragraph.offset + (tokens[next - 1]?.end ?? 0),
    }),
  )
}

function mismatch(section: SectionView, sentence: PlacedSentence, found: Sum): Finding {
  const { total, parts } = found
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const terms = parts.map(shown).join(' + ')
  return findingOf(totalMismatch, {
    severity: 'likely',
    message: `The parts make ${numberInWords(sum / total.factor)}, not ${shown(total)}`,
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

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
import { changeBefore, hasFactor, namedChange, namedFactor } from '../percentages/change.js'
import { shareAsOdds, shareOfOdds } from '../percentages/odds.js'
import { overWhole, sharesOverWhole, sidesOverWhole } from '../percentages/over-whole.js'
import { shareOfOpening, shareOfThem, shareOfThese, shareOfWhole } from '../percentages/share.js'
import { type Slip, tokensOf } from '../percentages/slip.js'

/** Percentages that their own numbers refute: a wrong change, a wrong share, shares of more than the whole. */
export const percentageError: SectionRule = {
  id: 'percentage-error',
  category: 'percentage-error',
  scope: 'section',
  run: (section) =>
    slipsIn(section).flatMap(({ sentence, slip }) =>
      slip.holds ? [] : [findingFor(section, sentence, slip)],
    ),
  confirm: (section) =>
    slipsIn(section).flatMap(({ sentence, slip }) =>
      slip.holds ? [confirmationFor(section, sentence, slip)] : [],
    ),
}

const finders = [
  namedChange,
  namedFactor,
  shareOfWhole,
  shareOfOpening,
  shareOfThem,
  shareOfOdds,
  shareAsOdds,
  sharesOverWhole,
  sidesOverWhole,
  overWhole,
]

const linked = [changeBefore, shareOfThese]

/** Every percentage that stands beside the figures it should follow from. */
const slipsIn = perSection((section): readonly { sentence: PlacedSentence; slip: Slip }[] =>
  proseSentences(section).flatMap((sentence, index, sentences) => {
    const quantities = quantitiesIn(sentence)
    if (!quantities.some(({ unit }) => unit === '%') && !hasFactor(sentence)) return []
    const before = sentences[index - 1]
    const isContinued = before?.paragraph === sentence.paragraph
    return [
      ...finders.flatMap((find) => find(sentence, quantities)),
      ...(before && isContinued
        ? linked.flatMap((find) => find(sentence, quantities, quantitiesIn(before)))
        : []),
    ].map((slip) => ({ sentence, slip }))
  }),
)

function quantitiesIn({ paragraph, sentence }: PlacedSentence): Quantity[] {
  return inSentence(paragraph.annotated.quantities, sentence)
}

function placesOf(section: SectionView, sentence: PlacedSentence, { evidence }: Slip): Place[] {
  const tokens = tokensOf(sentence)
  const { offset } = sentence.paragraph
  return evidence.map(({ first, next }) =>
    placeOf(section, {
      start: offset + (tokens[first]?.start ?? 0),
      end: offset + (tokens[next - 1]?.end ?? 0),
    }),
  )
}

function confirmationFor(section: SectionView, sentence: PlacedSentence, slip: Slip): Confirmation {
  return confirmationOf(percentageError, {
    message: slip.message,
    spans: placesOf(section, sentence, slip),
    explanation: { reason: slip.reason, arithmetic: [slip.arithmetic], settle: '' },
  })
}

function findingFor(section: SectionView, sentence: PlacedSentence, slip: Slip): Finding {
  return findingOf(percentageError, {
    severity: 'likely',
    message: slip.message,
    spans: placesOf(section, sentence, slip),
    context: [sentence.text],
    explanation: {
      reason: slip.reason,
      arithmetic: [slip.arithmetic],
      settle: 'The two figures in the record from which they were taken.',
    },
  })
}

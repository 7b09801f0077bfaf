import type { Finding } from '../../domain/finding.js'
import {
  inSentence,
  type PlacedSentence,
  proseSentences,
  type SectionRule,
  type SectionView,
} from '../check-context.js'
import { findingOf, placeOf } from '../explain.js'
import type { Quantity } from '../extract/quantities.js'
import { hasFactor, wrongChange, wrongFactor } from '../percentages/change.js'
import { overWhole, sharesOverWhole, wrongShare } from '../percentages/share.js'
import { type Slip, tokensOf } from '../percentages/slip.js'

/** Percentages that their own numbers refute: a wrong change, a wrong share, shares of more than the whole. */
export const percentageError: SectionRule = {
  id: 'percentage-error',
  category: 'percentage-error',
  scope: 'section',
  run: (section) =>
    proseSentences(section).flatMap((sentence) => {
      const quantities = quantitiesIn(sentence)
      if (!quantities.some(({ unit }) => unit === '%') && !hasFactor(sentence)) return []
      return [wrongChange, wrongFactor, wrongShare, sharesOverWhole, overWhole].flatMap((find) => {
        const slip = find(sentence, quantities)
        return slip ? [findingFor(section, sentence, slip)] : []
      })
    }),
}

function quantitiesIn({ paragraph, sentence }: PlacedSentence): Quantity[] {
  return inSentence(paragraph.annotated.quantities, sentence)
}

function findingFor(section: SectionView, sentence: PlacedSentence, slip: Slip): Finding {
  const tokens = tokensOf(sentence)
  const { offset } = sentence.paragraph
  const places = slip.evidence.map(({ first, next }) =>
    placeOf(section, {
      start: offset + (tokens[first]?.start ?? 0),
      end: offset + (tokens[next - 1]?.end ?? 0),
    }),
  )
  return findingOf(percentageError, {
    severity: 'likely',
    message: slip.message,
    spans: places,
    context: [sentence.text],
    explanation: {
      reason: slip.reason,
      arithmetic: [slip.arithmetic],
      settle: 'The two figures in the record from which they were taken.',
    },
  })
}

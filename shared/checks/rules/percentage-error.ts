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
import { wrongDirection } from '../percentages/direction.js'
import { fractionBefore, thatIsOdds } from '../percentages/fraction-before.js'
import {
  countsBehindOdds,
  fractionOfNext,
  fractionOfNoun,
  fractionOfTold,
} from '../percentages/fraction-beside.js'
import { fractionMoreThan, fractionOf, fractionOfThem } from '../percentages/fraction-of.js'
import { namedChange } from '../percentages/change.js'
import { changeBefore } from '../percentages/change-before.js'
import { changeByDifference, changeSinceBefore } from '../percentages/difference.js'
import { shareAsOdds, shareOfOdds } from '../percentages/odds.js'
import { overWhole, remainingShare, sharesOverWhole, sidesOverWhole } from '../percentages/over-whole.js'
import { shareMoreThan } from '../percentages/more-than.js'
import { factorBefore, hasFactor, namedFactor } from '../percentages/factor.js'
import { changeBehind, changeNearby } from '../percentages/loose-change.js'
import { pointsAhead, pointsBetween, pointsSince } from '../percentages/points.js'
import {
  shareBeforeWhole,
  shareOfOpening,
  shareOfThem,
  shareOfThese,
  shareOfTold,
  shareOfUsual,
  shareOfWhich,
  shareOfWhole,
} from '../percentages/share.js'
import { type Slip, tokensOf } from '../percentages/slip.js'
import { changeBothWays, rateBefore } from '../percentages/told-both-ways.js'
import { timesAsMany } from '../percentages/times-as-many.js'
import { shareOfToldWhole } from '../percentages/told-whole.js'

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
  shareMoreThan,
  namedFactor,
  shareOfWhole,
  shareOfOpening,
  shareBeforeWhole,
  shareOfThem,
  shareOfUsual,
  shareOfWhich,
  shareOfOdds,
  shareAsOdds,
  sharesOverWhole,
  remainingShare,
  sidesOverWhole,
  overWhole,
  pointsBetween,
  pointsAhead,
  changeByDifference,
  timesAsMany,
  fractionOf,
  fractionMoreThan,
  fractionOfThem,
  fractionOfNext,
  countsBehindOdds,
]

const linked = [
  changeBefore,
  shareOfThese,
  shareOfTold,
  pointsSince,
  changeSinceBefore,
  fractionOfTold,
  fractionOfNoun,
]

/** What reads the two figures of a sentence by the share or factor of the one before. */
const figuresBehind = [rateBefore, factorBefore, fractionBefore]

/** How many sentences before its own the whole of a share may stand. */
const reachBack = 3

/** Every percentage that stands beside the figures it should follow from. */
const slipsIn = perSection((section): readonly { sentence: PlacedSentence; slip: Slip }[] =>
  proseSentences(section).flatMap((sentence, index, sentences) => {
    const quantities = quantitiesIn(sentence)
    const previous = sentences[index - 1]
    const before = previous?.paragraph === sentence.paragraph ? previous : undefined
    const told = before ? quantitiesIn(before) : []
    const behind = before ? changeBehind(sentence, quantities, before, told) : []
    if (behind.length > 0) return behind.map((slip) => ({ sentence, slip }))
    const turned = wrongDirection(sentence, quantities)
    if (turned.length > 0) return turned.map((slip) => ({ sentence, slip }))
    const hasShare = quantities.some(({ unit }) => unit === '%') || hasFactor(sentence)
    const sinceTold = before && quantities.length === 2 ? figuresBehind : []
    const sure = [
      ...(hasShare ? finders.flatMap((find) => find(sentence, quantities)) : []),
      ...(before && hasShare ? linked.flatMap((find) => find(sentence, quantities, told, before)) : []),
      ...(before ? sinceTold.flatMap((find) => find(sentence, quantities, told, before)) : []),
    ]
    if (sure.length === 0 && before) sure.push(...thatIsOdds(sentence, quantities, told, before))
    if (!hasShare) return sure.map((slip) => ({ sentence, slip }))
    const further = sentences.slice(Math.max(0, index - reachBack), index)
    const ofTold =
      sure.length > 0
        ? []
        : firstOf(
            () => changeBothWays(sentence, quantities, further),
            () => shareOfToldWhole(sentence, quantities, further),
          )
    if (ofTold.length > 0) return ofTold.map((slip) => ({ sentence, slip }))
    const loose = sure.length > 0 ? [] : changeNearby(sentence, quantities, told, before)
    return [...sure, ...loose].map((slip) => ({ sentence, slip }))
  }),
)

/** What the first of several finders gives that gives anything. */
function firstOf(...find: readonly (() => Slip[])[]): Slip[] {
  for (const one of find) {
    const slips = one()
    if (slips.length > 0) return slips
  }
  return []
}

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

import type { Finding } from '../../domain/finding.js'
import {
  type CaseCheck,
  type CaseRule,
  perSection,
  type PlacedSentence,
  proseSentences,
  sectionsOf,
  type SectionView,
} from '../check-context.js'
import { findingOf, type Place, placeOf } from '../explain.js'
import { stemOf } from '../extract/en/stem.js'
import { mayAgree, type Quantity } from '../extract/quantities.js'
import { PairIndex } from '../index/pair-index.js'
import { numberInWords, shown } from '../number-in-words.js'
import { agesFinding, agesToldIn, type AgeTold, areAgesApart } from '../numbers/ages-told.js'
import { wrongConversions } from '../numbers/conversions.js'
import { type Figure, figuresOf } from '../numbers/figure.js'
import { isSameQuantity } from '../numbers/same-quantity.js'

/** One quantity told with two numbers, within a source or across sources. */
export const numberConflict: CaseRule = {
  id: 'number-conflict',
  category: 'number-conflict',
  scope: 'case',
  begin,
}

/** A measure and a word that more figures of the case than this have in common say nothing. */
const mostHolders = 80

function begin(): CaseCheck {
  const index = new PairIndex<Figure>({
    itemsOf: (section) => figuresOf(section).map((figure) => ({ item: figure, keys: figure.keys })),
    isPair: (a, b) => !mayAgree(a.quantity, b.quantity) && isSameQuantity(a, b),
    mostHolders,
  })
  const ages = new PairIndex<AgeTold>({ itemsOf: agesToldIn, isPair: areAgesApart, mostHolders })
  return (context) => {
    const sections = sectionsOf(context)
    index.update(sections)
    ages.update(sections)
    return [
      ...index.findings(conflict),
      ...ages.findings((a, b) => agesFinding(numberConflict, a, b)),
      ...sections.flatMap(conversionsOf),
    ]
  }
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

/** "42 kilometres (20 miles)" */
const conversionsOf: (section: SectionView) => readonly Finding[] = perSection((section) =>
  proseSentences(section).flatMap((sentence) =>
    wrongConversions(sentence).map(([one, other]) => conversionFinding(section, sentence, one, other)),
  ),
)

function conversionFinding(
  section: SectionView,
  { paragraph: { annotated, offset }, text }: PlacedSentence,
  one: Quantity,
  other: Quantity,
): Finding {
  const spans = [one, other].map(({ first, next }) =>
    placeOf(section, {
      start: offset + (annotated.tokens[first]?.start ?? 0),
      end: offset + (annotated.tokens[next - 1]?.end ?? 0),
    }),
  )
  const [x = '', y = ''] = spans.map(({ start, end }) => section.text.slice(start, end))
  const real = numberInWords(Math.round((10 * one.value) / other.factor) / 10)
  return findingOf(numberConflict, {
    severity: 'likely',
    message: `“${x}” is not “${y}”`,
    spans,
    context: [text],
    explanation: {
      reason: 'A measure is told again in another unit, and the two do not agree.',
      arithmetic: [`${x} is ${real} in the unit of “${y}”.`],
      settle: 'The source of the measure, which has one of the two units.',
    },
  })
}

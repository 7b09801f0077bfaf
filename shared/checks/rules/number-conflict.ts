import type { Finding } from '../../domain/finding.js'
import {
  type CaseRule,
  type CheckContext,
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
import { numberOf, type Token } from '../extract/tokens.js'
import { shown } from '../number-in-words.js'

/** One quantity told with two numbers, within a source or across sources. */
export const numberConflict: CaseRule = {
  id: 'number-conflict',
  category: 'number-conflict',
  scope: 'case',
  run: check,
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

const mostCompared = 60

function check(context: CheckContext): Finding[] {
  const byNoun = new Map<string, Figure[]>()
  const findings: Finding[] = []
  for (const figure of sectionsOf(context).flatMap(figuresOf)) {
    const key = `${figure.quantity.unit}/${figure.quantity.noun}`
    const earlier = byNoun.get(key) ?? []
    const rival = earlier
      .slice(-mostCompared)
      .find((other) => isSameQuantity(other, figure) && !mayAgree(other.quantity, figure.quantity))
    if (rival) findings.push(conflict(rival, figure))
    earlier.push(figure)
    byNoun.set(key, earlier)
  }
  return findings
}

const figuresOf: (section: SectionView) => readonly Figure[] = perSection((section) =>
  proseSentences(section).flatMap((sentence) => {
    const { annotated } = sentence.paragraph
    const own = inSentence(annotated.quantities, sentence.sentence)
    if (own.length === 0 || own.length > 3) return []
    const tokens = annotated.tokens.slice(sentence.sentence.first, sentence.sentence.next)
    if (tokens.some(({ lower }) => moving.has(lower) || negations.has(lower))) return []
    return own.filter(isTelling).map((quantity) => figureOf(section, sentence, quantity, tokens))
  }),
)

/** Words that say a number is one of several: later counts, parts, comparisons, plans. */
const moving = new Set(
  (
    'more another other others additional further initially originally later earlier previously revised now already former ' +
    'each every per than compared rose fell grew dropped increased decreased climbed rising raised lowered up down still so ' +
    'remaining rest first second third last next only half third quarter average would will could may might planned expected estimates ' +
    'average daily weekly monthly yearly again meanwhile until since including among least most if'
  ).split(' '),
)

function isTelling({ noun, unit, value }: Quantity): boolean {
  return (noun.length > 2 || unit !== '') && value > 1
}

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
    if (token.capital) names.add(stem)
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

function isSameQuantity(a: Figure, b: Figure): boolean {
  if (a.sentence === b.sentence || !datesAgree(a, b) || areApart(a.others, b.others)) return false
  const shared = [...a.around].filter((stem) => b.around.has(stem)).length
  const smaller = Math.min(a.around.size, b.around.size)
  if (shared < leastShared.words || shared < smaller * leastShared.share) return false
  const lacks = (names: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    [...names].some((name) => !other.has(name))
  if (lacks(a.names, b.around) && lacks(b.names, a.around)) return false
  return !differsByOpposite(a.around, b.around)
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

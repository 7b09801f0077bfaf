import {
  datesOfSentence,
  inSentence,
  perSection,
  type PlacedSentence,
  proseSentences,
  type SectionView,
} from '../check-context.js'
import { functionWords } from '../extract/en/function-words.js'
import { sortsOf } from '../extract/en/genus-words.js'
import { cardinals } from '../extract/en/number-words.js'
import { stemOf } from '../extract/en/stem.js'
import { speechVerbs, titles } from '../extract/en/title-words.js'
import { type Topic } from '../extract/en/topic-words.js'
import { negations } from '../extract/en/verb-words.js'
import type { AnnotatedParagraph } from '../extract/annotate.js'
import { namesOfParagraph } from '../extract/names-of-paragraph.js'
import type { Quantity } from '../extract/quantities.js'
import { numberOf, type Token } from '../extract/tokens.js'
import { isMoving, isPlanned, isPossible, periodOf, saysChange } from './moving.js'
import { lengthsOfTimeIn } from './lengths-of-time.js'
import { definiteWords, dimensionOf, named, purposeOf, qualitiesOf, topicOf } from './what-is-counted.js'

/** A quantity with what its sentence says around it, wherever the sentence stands. */
interface ToldQuantity {
  quantity: Quantity
  /** What is counted, alone and with each word around it; measures only by the words around, whatever their noun is. */
  keys: readonly string[]
  /** What those who are counted have in common: killed, employed, aboard; null when no word beside the number says. */
  topic: Topic | null
  /** In which direction a length was measured; null when it is not said. */
  dimension: string | null
  /** Whether the number stands before what it measures: "the 83-metre bridge". */
  attributive: boolean
  /** Whether "the", "all" or "their" says that what is counted was told of before. */
  definite: boolean
  /** For how long it is told, "year" or the like; '' where nothing says it. */
  period: string
  /** Whether "all" stands before it. */
  whole: boolean
  /** Whether its sentence has three numbers or more. */
  listed: boolean
  /** The last word of the name before the number in its clause, in lower case; '' without one. */
  owner: string
  /** Whether it is said of what is to come. */
  planned: boolean
  /** Whether it is said of what may be held or done: "can carry 214 passengers". */
  possible: boolean
  /** Stems of the words between the number and its noun. */
  qualities: ReadonlySet<string>
  /** Stems of the words behind "for" or "on" right after a sum of money: what it is paid for. */
  purpose: ReadonlySet<string>
  /** Stems of the words of matter in the sentence, without the noun itself. */
  around: ReadonlySet<string>
  names: ReadonlySet<string>
  /** Stems of the names of the paragraph, for "the disaster" of a sentence without a name. */
  background: ReadonlySet<string>
  /** The other numbers of the sentence, dates left out: "ship two", "in three districts". */
  others: ReadonlySet<number>
  /** All other numbers of the sentence, dates left out. */
  beside: ReadonlySet<number>
  /** Stems of the words right before the number, which may tell two things of a kind apart. */
  lead: ReadonlySet<string>
  /** Stems of the words of matter of the paragraph: what the number is told of. */
  scene: ReadonlySet<string>
}

/** A quantity in its place in a text. */
export interface Figure extends ToldQuantity {
  section: SectionView
  sentence: PlacedSentence
  /** The day under which minutes or a diary tell of it, in days; null in other texts. */
  entry: number | null
}

/** A sentence with more numbers than this lists or compares. */
const mostNumbers = 4

/** The figures of a section that tell of something that is; those of changes, plans and successive counts are left out. */
export const figuresOf: (section: SectionView) => readonly Figure[] = perSection((section) => {
  let entry: number | null = null
  return proseSentences(section).flatMap((sentence) => {
    entry = entryDay(section, sentence) ?? entry
    const day = entry
    return quantitiesToldIn(sentence).map((told): Figure => ({ ...told, section, sentence, entry: day }))
  })
})

const toldBySentence = new WeakMap<PlacedSentence['sentence'], readonly ToldQuantity[]>()

/** Depends on the words of the paragraph alone, so that a sentence that only moved is not read again. */
function quantitiesToldIn(placed: PlacedSentence): readonly ToldQuantity[] {
  const known = toldBySentence.get(placed.sentence)
  if (known) return known
  const told = readQuantities(placed)
  toldBySentence.set(placed.sentence, told)
  return told
}

function readQuantities(placed: PlacedSentence): ToldQuantity[] {
  const { annotated } = placed.paragraph
  const counted = inSentence(annotated.quantities, placed.sentence)
  const own = [...counted, ...lengthsOfTimeIn(placed)]
  if (own.length === 0 || counted.length > mostNumbers) return []
  const isOfShares = counted.some(({ unit }) => unit === '%')
  const tokens = annotated.tokens.slice(placed.sentence.first, placed.sentence.next)
  const isOfOtherTime = isSinceYear(tokens) || opensElsewhen(tokens)
  const isOfChange = tokens.some((token, at) => saysChange(token, tokens[at + 1]))
  return own
    .filter(
      (quantity) =>
        isFixed(annotated.tokens, quantity) ||
        (!isOfOtherTime &&
          !isOfChange &&
          !isMoving(annotated.tokens, placed, quantity) &&
          !isDenied(annotated.tokens, placed, quantity)),
    )
    .map((quantity) =>
      toldQuantity(placed, named(annotated.tokens, tokens, quantity, own), tokens, counted.length),
    )
    .filter((told) => isTelling(told, isOfShares))
}

/** "the 321-metre viaduct": how large the one thing is, whatever is told of it. */
function isFixed(tokens: readonly Token[], { first, next, unit }: Quantity): boolean {
  return (
    (unit === 'm' || unit === 'kg' || unit === 'm2') &&
    /^[-‐‑]$/.test(tokens[next - 2]?.lower ?? '') &&
    /^(the|its|their|this|that)$/.test(tokens[first - 1]?.lower ?? '')
  )
}

/** "has been launched 840 times since 1951 and has saved 480 people": counts up to now. */
function isSinceYear(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ lower }, at) => lower === 'since' && tokens[at + 1]?.kind === 'number') &&
    tokens.some(({ lower }) => lower === 'has' || lower === 'have')
  )
}

/** How many tokens beside its date the head of an entry may have: "4 March 2019.", "Minutes of the meeting held on 4 March 2019." */
const mostBesideDate = { minutes: 14, other: 4 }

/** The day of a sentence that is nothing but the head of an entry. */
function entryDay(section: SectionView, placed: PlacedSentence): number | null {
  const { first, next } = placed.sentence
  const date = datesOfSentence(section, placed).find(({ granularity }) => granularity === 'day')
  if (!date?.interval) return null
  const { expression } = date
  const words = placed.paragraph.annotated.tokens.slice(first, first + 3)
  const most = words.some(({ lower }) => lower === 'minutes') ? mostBesideDate.minutes : mostBesideDate.other
  return next - first - (expression.next - expression.first) <= most ? date.interval.lo : null
}

/** How far before a number the name of whose it is may stand, in tokens. */
const ownerReach = 5

function ownerOf(tokens: readonly Token[], { sentence }: PlacedSentence, { first }: Quantity): string {
  for (let at = first - 1; at >= Math.max(sentence.first, first - ownerReach); at--) {
    const token = tokens[at]
    if (!token || endsClause(token)) break
    if (token.kind === 'word' && token.capital && !functionWords.has(token.lower)) return token.lower
  }
  return ''
}

/** How far behind a number a denial may be about it, in tokens. */
const denialReach = 5

/** Whether the clause of a number denies something. */
function isDenied(
  tokens: readonly Token[],
  { sentence }: PlacedSentence,
  { first, next }: Quantity,
): boolean {
  // "The eight residents who died have not been named": nothing is denied of what "the" takes as known.
  if (definiteWords.has(tokens[first - 1]?.lower ?? '') && !negations.has(tokens[first - 2]?.lower ?? ''))
    return false
  let [from, to] = [first, next]
  while (from > sentence.first && !endsClause(tokens[from - 1])) from--
  while (to < Math.min(sentence.next, next + denialReach) && !endsClause(tokens[to])) to++
  return tokens.slice(from, to).some(({ lower }) => negations.has(lower) && lower !== 'without')
}

function endsClause(token: Token | undefined): boolean {
  return token === undefined || /^[,;:]$/.test(token.lower)
}

/** "Before the election the Union had 14 seats", "Four years ago …": how it was. */
function opensElsewhen(tokens: readonly Token[]): boolean {
  return (
    tokens[0]?.lower === 'before' ||
    tokens.slice(0, 4).some(({ lower }) => lower === 'ago' || lower === 'earlier')
  )
}

function isTelling(
  { quantity: { noun, unit, value, factor }, topic }: ToldQuantity,
  isOfShares: boolean,
): boolean {
  // Points between two shares are a difference, and no quantity.
  return (
    (noun.length > 2 || unit !== '' || topic !== null) && value > factor && !(noun === 'point' && isOfShares)
  )
}

/** Stems of the words of matter in a sentence beside a quantity, and those of them that are names. */
function wordsAround(
  { sentence }: PlacedSentence,
  quantity: Quantity,
  tokens: readonly Token[],
): Pick<ToldQuantity, 'around' | 'names'> {
  const around = new Set<string>()
  const names = new Set<string>()
  for (const [index, token] of tokens.entries()) {
    const at = sentence.first + index
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
  return { around, names }
}

function toldQuantity(
  sentence: PlacedSentence,
  quantity: Quantity,
  tokens: readonly Token[],
  numbers: number,
): ToldQuantity {
  const { around, names } = wordsAround(sentence, quantity, tokens)
  const all = sentence.paragraph.annotated.tokens
  const topic = topicOf(all, sentence, quantity)
  return {
    quantity,
    keys: keysOf(quantity, topic, around),
    topic,
    dimension: dimensionOf(all, sentence, quantity),
    attributive: /^[-‐‑]$/.test(all[quantity.next - 2]?.lower ?? '') && quantity.unit !== '',
    definite: definiteWords.has(all[quantity.first - 1]?.lower ?? ''),
    period: periodOf(all, sentence, quantity),
    whole: all[quantity.first - 1]?.lower === 'all',
    listed: numbers >= 3,
    owner: ownerOf(all, sentence, quantity),
    planned: isPlanned(all, sentence, quantity),
    possible: isPossible(all, sentence, quantity),
    qualities: qualitiesOf(all, quantity),
    purpose: purposeOf(all, sentence, quantity),
    around,
    names,
    background: namesOfParagraph(sentence.paragraph.annotated),
    others: otherNumbers(sentence, quantity, othersReach),
    beside: otherNumbers(sentence, quantity, Number.POSITIVE_INFINITY),
    lead: new Set(
      all
        .slice(Math.max(sentence.sentence.first, quantity.first - leadReach), quantity.first)
        .map(({ lower }) => stemOf(lower)),
    ),
    scene: sceneOf(sentence.paragraph.annotated),
  }
}

function keysOf({ unit, noun }: Quantity, topic: Topic | null, around: ReadonlySet<string>): string[] {
  const counted = unit === '' ? noun : ''
  return [
    `${unit}/${counted}`,
    ...(topic ? [`:${topic}`] : []),
    ...Array.from(sortsOf(counted), (sort) => `:${sort}`),
    ...Array.from(around, (stem) => `${unit}/${counted}/${stem}`),
    ...(unit !== '' && noun !== '' ? [`${unit}//${noun}`] : []),
  ]
}

/** How far from a number another one may still tell which thing is counted, in tokens. */
const othersReach = 4

/** How far before a number the words that tell two things of a kind apart may stand, in tokens. */
const leadReach = 6

const scenes = new WeakMap<AnnotatedParagraph, ReadonlySet<string>>()

/** How many letters a word of matter has, and how many tokens of a paragraph are read for it. */
const sceneWords = { letters: 4, tokens: 150 }

function sceneOf(annotated: AnnotatedParagraph): ReadonlySet<string> {
  const known = scenes.get(annotated)
  if (known) return known
  const stems = annotated.tokens
    .slice(0, sceneWords.tokens)
    .filter(
      ({ kind, lower }) => kind === 'word' && lower.length >= sceneWords.letters && !functionWords.has(lower),
    )
    .map(({ lower }) => stemOf(lower))
  const scene = new Set(stems)
  scenes.set(annotated, scene)
  return scene
}

function otherNumbers({ paragraph, sentence }: PlacedSentence, own: Quantity, reach: number): Set<number> {
  const { tokens } = paragraph.annotated
  const expressions = inSentence(paragraph.annotated.expressions, sentence)
  const numbers = new Set<number>()
  const from = Math.max(sentence.first, own.first - reach)
  for (let at = from; at < Math.min(sentence.next, own.next + reach); at++) {
    const token = tokens[at]
    if (!token || (at >= own.first && at < own.next)) continue
    const value = cardinals.get(token.lower) ?? numberOf(token)
    if (Number.isNaN(value) || expressions.some(({ first, next }) => first <= at && at < next)) continue
    numbers.add(value)
  }
  return numbers
}

import { stemOf } from '../extract/en/stem.js'
import { areOneSort } from '../extract/en/genus-words.js'
import { anybody, type Topic } from '../extract/en/topic-words.js'
import type { Figure } from './figure.js'
import { timeUnit } from './lengths-of-time.js'
import { type SlipLikeness, slipLikenessOf } from './slip-likeness.js'
import {
  areApart,
  areOfOtherDays,
  areSetApart,
  countShared,
  datesAgree,
  differsByOpposite,
  inOrder,
  lacks,
  sharedMatter,
  sharedNames,
  speaksOf,
} from './in-common.js'

/** Words of matter around two figures that must be the same for them to be about one thing. */
const leastShared = { words: 2, share: 0.5 }

const leastSharedBare = { words: 3, share: 0.7 }

/** Stems of the measures that a thing has one of: a name in common is enough for two figures to be about it. */
const measureStems = new Set(
  'population capacity circulation workforce membership height length depth area turnout'
    .split(' ')
    .map(stemOf),
)

/** What a thing has one of in each direction, whatever else is measured beside it. */
const dimensions = new Set('high tall long wide deep broad thick'.split(' ').map(stemOf))

/** Smaller differences stand beside numbers by chance. */
const leastOfRest = 10

/** Whether two figures that differ seem to count or measure one thing at one time. Symmetric. */
export function isSameQuantity(a: Figure, b: Figure): boolean {
  if (a.sentence === b.sentence || a.quantity.unit !== b.quantity.unit) return false
  if (areSetApart(a.qualities, b.qualities) || isOthers(a, b) || isOtherEntry(a, b)) return false
  if (a.possible !== b.possible || a.period !== b.period) return false
  if (a.beside.has(b.quantity.value) || b.beside.has(a.quantity.value)) return false
  // "41 were hurt in Kell and fourteen in Arden. Of the 55 …": one is the other with what stands beside it.
  const difference = Math.abs(a.quantity.value - b.quantity.value)
  const isSwap = slipLikenessOf(a.quantity, b.quantity) === 'swap'
  if (difference >= leastOfRest && !isSwap && (a.beside.has(difference) || b.beside.has(difference)))
    return false
  if ((a.planned || b.planned) && !['swap', 'digit'].includes(slipLikenessOf(a.quantity, b.quantity)))
    return false
  // "at least 31" may be of more than "the 13" that others count, unless a slip of digits made one of the other.
  if ((a.quantity.bound === 'least' || b.quantity.bound === 'least') && !isSwap) return false
  if (a.quantity.unit === timeUnit) return isSameLength(a, b)
  if (!(isSameNoun(a, b) && isToldAlike(a, b)) && !isSlip(a, b) && !isMeasuredTwice(a, b)) return false
  if (isOtherPurpose(a, b) || isOtherStage(a.around, b.around)) return false
  const isAllAgain = isSwap && a.topic !== null && a.topic === b.topic && a.whole !== b.whole
  if (!datesAgree(a, b) && !isAllAgain) return false
  return !differsByOpposite(a.around, b.around) && !differsByOpposite(a.lead, b.lead)
}

/** How many words of matter two sentences must share for two lengths of time to be of one thing. */
const leastOfLength = { swap: 3, near: 5 }

/** "The judge sentenced him to six years" and "the eight-year sentence", or the same race in 54 and in 45 seconds. */
function isSameLength(a: Figure, b: Figure): boolean {
  if (a.quantity.factor !== b.quantity.factor || !datesAgree(a, b)) return false
  if (lacks(a.names, b.around) && lacks(b.names, a.around)) return false
  if (a.section !== b.section && sharedNames(a, b) === 0) return false
  if (differsByOpposite(a.around, b.around) || areApart(a.others, b.others)) return false
  const likeness = slipLikenessOf(asTold(a.quantity), asTold(b.quantity))
  const [first, later] = inOrder(a, b)
  const isNamedBefore = later.attributive && later.definite && speaksOf(first, later.quantity.noun)
  if (isNamedBefore && later.quantity.noun !== '') return likeness !== 'far'
  const shared = countShared(a.around, b.around)
  return likeness === 'swap'
    ? shared >= leastOfLength.swap
    : likeness === 'near' && shared >= leastOfLength.near
}

/** The number as written, since a slip is one of its digits and not of the days it comes to. */
function asTold(quantity: Figure['quantity']): Figure['quantity'] {
  return { ...quantity, value: quantity.value / quantity.factor, factor: 1 }
}

/** "£240 million for bad loans", "£24 million for legal costs": sums for different things. */
function isOtherPurpose(a: Figure, b: Figure): boolean {
  return areSetApart(a.purpose, b.purpose)
}

/** Parts of words that make another round or rank: "final" and "semi-final". */
const stages = [['semi'], ['semifinal'], ['quarter', 'final'], ['quarterfinal'], ['vice'], ['deputy']]

function isOtherStage(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const isAt = (words: ReadonlySet<string>, stage: readonly string[]) =>
    stage.every((word) => words.has(word))
  return stages.some((stage) => isAt(a, stage) !== isAt(b, stage))
}

/** Whether two figures stand under different days of minutes or a diary. */
function isOtherEntry(a: Figure, b: Figure): boolean {
  return a.entry !== null && b.entry !== null && a.entry !== b.entry
}

/** In a sentence that lists several, the name right before a number is whose it is. */
function isOthers(a: Figure, b: Figure): boolean {
  return (a.listed || b.listed) && a.owner !== '' && b.owner !== '' && a.owner !== b.owner
}

function isSameNoun({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  return a.unit === b.unit && a.noun === b.noun
}

/** How many times larger one number may be for two passages of different topics to count one thing. */
const otherThings = 50

function ratioOf({ quantity: a }: Figure, { quantity: b }: Figure): number {
  return Math.max(a.value, b.value) / Math.max(1e-9, Math.min(a.value, b.value))
}

/** Much of what the sentences say is the same, whatever the numbers are. */
function isToldAlike(a: Figure, b: Figure): boolean {
  // "two people died", "6,000 people had to leave": no slip makes one of the other, and only one says what befell them.
  if (a.topic !== b.topic && ratioOf(a, b) >= otherThings) return false
  if (!dimensions.has(a.quantity.noun) && areApart(a.others, b.others)) return false
  // In two lists each number is of something else, unless one may be a slip of the other.
  if (a.listed && b.listed && /^(far|near)$/.test(slipLikenessOf(a.quantity, b.quantity))) return false
  const shared = countShared(a.around, b.around)
  // A sum of money or a length says nothing of what it is the price or length of; between texts a name must tell.
  const named = sharedNames(a, b)
  const smaller = Math.min(a.around.size, b.around.size)
  const isBare = a.quantity.noun === '' && named === 0 && a.section !== b.section
  if (isBare && (shared < leastSharedBare.words || shared < smaller * leastSharedBare.share)) return false
  const isMeasure =
    measureStems.has(a.quantity.noun) &&
    ([...a.names].some((name) => b.names.has(name)) || (a.section === b.section && shared > 0))
  if (!isMeasure && (shared < leastShared.words || shared < smaller * leastShared.share)) return false
  return !(lacks(a.names, b.around) && lacks(b.names, a.around))
}

/** The same is counted with numbers that a slip of the pen turns into one another. */
function isSlip(a: Figure, b: Figure): boolean {
  if (a.quantity.unit !== b.quantity.unit || !isSameCount(a, b)) return false
  const likeness = slipLikenessOf(a.quantity, b.quantity)
  if (likeness === 'far') return false
  // Other words for one sort of thing may be other things, unless the digits give the slip away.
  const isOtherWord = a.quantity.noun !== b.quantity.noun && areOneSort(a.quantity.noun, b.quantity.noun)
  if (isOtherWord && a.section !== b.section && likeness === 'near') return false
  return a.section === b.section ? isSlipWithin(a, b, likeness) : isSlipAcross(a, b, likeness)
}

function isSlipWithin(a: Figure, b: Figure, likeness: SlipLikeness): boolean {
  const [first, later] = inOrder(a, b)
  if (later.definite && isSpecific(a, b) && !isRestricted(later, first)) return true
  const shared = sharedMatter(a, b)
  const isNamed = !lacks(a.names, b.around) || !lacks(b.names, a.around)
  if (areApart(a.others, b.others)) return false
  if (later.definite && a.quantity.unit !== '' && shared >= 2) return true
  if (likeness === 'swap' && later.definite && a.quantity.unit !== '' && isNextTo(first, later)) return true
  if (likeness === 'swap') return shared >= 1 || (first.quantity.noun !== '' && isNamed)
  return likeness === 'digit' ? shared >= 2 && isNamed : shared >= 3 && isNamed && isSpecific(a, b)
}

/** "It will pay $3.4 billion. … The $4.3 billion deal": in one paragraph "the" goes back to the sum before. */
function isNextTo(first: Figure, later: Figure): boolean {
  return first.section === later.section && first.sentence.paragraph === later.sentence.paragraph
}

function isSlipAcross(a: Figure, b: Figure, likeness: SlipLikeness): boolean {
  const shared = countShared(a.around, b.around)
  const named = sharedNames(a, b)
  // "destroyed 140 houses and killed two", "destroyed 410 houses and drove out 6,000": the verb before says what is counted.
  const isOneVerb = likeness === 'swap' && [...a.lead].some((stem) => b.lead.has(stem) && a.around.has(stem))
  if (areApart(a.others, b.others) && !isOneVerb) return false
  const known = countShared(a.background, b.scene) + countShared(b.background, a.scene)
  if (shared >= 2 && named >= 1 && isSpecific(a, b) && a.quantity.noun !== '' && (a.whole || b.whole))
    return true
  if (likeness === 'swap')
    return (
      shared >= 3 ||
      (shared >= 2 && named >= 1) ||
      (isSpecific(a, b) && known >= 1 && !differsByOpposite(a.scene, b.scene))
    )
  const isOneScene = known >= 1 && countShared(a.scene, b.scene) >= leastScene
  if (a.topic !== null && a.topic === b.topic && tolls.has(a.topic) && isOneScene) return true
  // "the twelve clubs", "the fifteen clubs": both texts take them as known, and tell of one thing.
  const isBothKnown =
    a.definite && b.definite && a.quantity.noun === b.quantity.noun && !anybody.has(a.quantity.noun)
  if (isBothKnown && isOneScene && a.quantity.unit === '' && a.qualities.size === 0 && b.qualities.size === 0)
    return true
  const isArea = a.quantity.unit === 'm2' && shared >= 2 && named >= 2
  return (isSpecific(a, b) && shared >= 3 && named >= 1) || isArea
}

/** Words of matter that two paragraphs must share for the people counted in them to be the same. */
const leastScene = 5

/** Topics of which one event has one number. */
const tolls = new Set<Topic>(['dead', 'hurt'])

/** Whether a noun or what is said of those counted tells what the numbers are of. */
function isSpecific(a: Figure, b: Figure): boolean {
  return a.topic !== null || areOneSort(a.quantity.noun, b.quantity.noun)
}

const restricting = new Set('in on at from with without under over for of'.split(' '))

/** "the 95 branches in the south": some of them, unless the figure before is of the south too. */
function isRestricted({ sentence, quantity, qualities }: Figure, before: Figure): boolean {
  const { tokens } = sentence.paragraph.annotated
  const at = quantity.next + qualities.size + 1
  const isArticle = /^(the|a|an|its|their|his|her)$/.test(tokens[at + 1]?.lower ?? '')
  const word = tokens[isArticle ? at + 2 : at + 1]?.lower ?? ''
  return restricting.has(tokens[at]?.lower ?? '') && !before.around.has(stemOf(word))
}

/** One noun, or one topic with a noun that fits anybody. */
function isSameCount(a: Figure, b: Figure): boolean {
  const [x, y] = [a.quantity.noun, b.quantity.noun]
  if (a.topic !== null && b.topic !== null) {
    if (a.topic !== b.topic) return isOfWork(a.topic) && isOfWork(b.topic) && areOneSort(x, y)
    return areOneSort(x, y) || isAnybody(x) || isAnybody(y)
  }
  const isMeasured = a.quantity.unit !== '' && (x === '' || y === '')
  return x === y || isMeasured || areOneSort(x, y)
}

/** "cut 1,400 jobs", "1,400 workers would lose their jobs". */
function isOfWork(topic: Topic): boolean {
  return topic === 'jobs' || topic === 'staff'
}

function isAnybody(noun: string): boolean {
  return noun === '' || anybody.has(noun)
}

/** How much larger one of two lengths of a thing may be when only one says in which direction it was measured. */
const mostStretch = 1.6

/** Nouns that stand for what was measured before, whatever it is: "the 83-metre structure". */
const anyWork = new Set(
  'structure building vessel crossing span monument giant craft tower peak summit mountain site course route track line trail stretch section wreck statue ship tunnel'
    .split(' ')
    .map(stemOf),
)

/** "The bridge is 38 metres long" and "the 83-metre bridge": two measures of what stands in both sentences. */
function isMeasuredTwice(a: Figure, b: Figure): boolean {
  if (a.quantity.unit !== b.quantity.unit || (a.quantity.unit !== 'm' && a.quantity.unit !== 'kg'))
    return false
  if (a.dimension !== null && b.dimension !== null && a.dimension !== b.dimension) return false
  const [low, high] = [a.quantity.value, b.quantity.value].sort((x, y) => x - y)
  const isSwap = slipLikenessOf(a.quantity, b.quantity) === 'swap'
  if ((high ?? 0) > (low ?? 0) * mostStretch && !isSwap) return false
  if (a.section !== b.section && sharedNames(a, b) === 0) {
    const isKnown = countShared(a.background, b.background) > 0
    return isKnown && isSwap && a.dimension !== null && a.dimension === b.dimension && !areOfOtherDays(a, b)
  }
  if (isSwap && a.attributive !== b.attributive && Math.min(sharedNames(a, b), sharedNames(b, a)) >= 2)
    return true
  const [one, other] = a.attributive ? [a, b] : [b, a]
  if (one.attributive) {
    const isSaidAgain = isSwap && one.definite && a.section === b.section && anyWork.has(one.quantity.noun)
    return other.quantity.noun === one.quantity.noun || speaksOf(other, one.quantity.noun) || isSaidAgain
  }
  const shared = countShared(a.around, b.around)
  if (shared >= (a.section === b.section ? 2 : 3) && isSwap) return true
  if (isSwap && shared >= 1 && a.section === b.section && a.dimension !== null && a.dimension === b.dimension)
    return true
  return a.dimension !== null && a.dimension === b.dimension && shared >= (sharedNames(a, b) > 0 ? 1 : 2)
}

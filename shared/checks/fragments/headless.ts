import type { PlacedSentence } from '../check-context.js'
import { functionWords } from '../extract/en/function-words.js'
import { auxiliaries, irregularParticiples, irregularVerbs } from '../extract/en/verb-words.js'
import { cardinals } from '../extract/en/number-words.js'
import { units } from '../extract/en/unit-words.js'
import type { Token } from '../extract/tokens.js'
import { type Fragment, tokensOf } from './fragment.js'
import { isVerb } from './verb-forms.js'

const openers = new Set('the his her its their my our this these those'.split(' '))
const relatives = new Set(['who', 'which', 'whose', 'whom', 'that'])
/** Fewer words are figures of speech: "The mother, who wept." */
const least = 7
/** Longer noun phrases mostly hide a verb that its form does not tell. */
const longestHead = 8

/**
 * A noun with what is said of it on the side and nothing of what it did: "The goalkeeper, who saved a penalty in the
 * first minute.", "The first volumes, bound in oilcloth.", "A blue saloon that had been parked outside the bank.", "Having
 * led from the gun." A writer may mean it, so it is only worth a look.
 */
export function headless(
  sentence: PlacedSentence,
  words: readonly Token[],
  before: PlacedSentence | undefined,
): Fragment | null {
  const tokens = tokensOf(sentence)
  const marks = tokens.filter(({ kind }) => kind === 'mark').map(({ lower }) => lower)
  const isPlain = marks.every((mark) => /^[,.'’-]$/.test(mark))
  if (words.length < least || !isPlain || before?.text.endsWith(':')) return null
  const commas = marks.filter((mark) => mark === ',').length
  const isHeadless =
    commas === 1
      ? asideOnly(tokens, words)
      : commas > 1
        ? words.some(({ lower }) => /^who|^which$/.test(lower)) && apposedOnly(tokens, words)
        : commas === 0 &&
          (participleOnly(words) ||
            purposeOnly(words) ||
            occupiedOnly(words) ||
            (restrictedOnly(words) && !isVerbless(before)))
  if (!isHeadless) return null
  const reason =
    'The sentence names something and describes it, and does not say what it did or what became of it.'
  return { start: sentence.start, end: sentence.end, reason, severity: 'check' }
}

/** Short sentences without a verb before it show that the writer likes them. */
function isVerbless(before: PlacedSentence | undefined): boolean {
  if (!before) return false
  const words = tokensOf(before).filter(({ kind }) => kind !== 'mark')
  return words.length < least && !words.some((word, at) => isVerb(word, at, words))
}

/** "The goalkeeper, who …", "The volumes, bound in …": one comma, and behind it only what depends on the noun. */
function asideOnly(tokens: readonly Token[], words: readonly Token[]): boolean {
  const comma = tokens.findIndex(({ lower }) => lower === ',')
  const head = tokens.slice(0, comma).filter(({ kind }) => kind !== 'mark')
  const [first, second] = [tokens[comma + 1], tokens[comma + 2]]
  if (!openers.has(words[0]?.lower ?? '') || head.length < 2 || head.length > longestHead) return false
  if (!first || !second || head.some((word, at) => at > 0 && isVerb(word, at, head))) return false
  const rest = tokens.slice(comma + 1).filter(({ kind }) => kind !== 'mark')
  if (relatives.has(first.lower) && first.lower !== 'that') return verbRuns(rest) <= 1 + joints(rest)
  if (isParticiple(first.lower)) return isParticipleLink(second.lower) && rest.slice(1).every(isNoFinite)
  if (!/^an?$/.test(first.lower) || isOccasion(head.at(-1))) return false
  // "a physicist who had hidden in a mill": the only verbs are those of the clause on the noun.
  const clause = rest.findIndex(({ lower }) => lower === 'who' || lower === 'which')
  if (clause < 0) return !rest.some(isVerb)
  return !rest.slice(0, clause).some(isVerb) && verbRuns(rest.slice(clause)) <= 1 + joints(rest.slice(clause))
}

/**
 * "The deputy mayor for transport, Henrik Aalto, who had drawn up the plan with the region.": a noun, a name or another noun
 * beside it, and a clause on it, behind which no verb comes.
 */
function apposedOnly(tokens: readonly Token[], words: readonly Token[]): boolean {
  const segments = segmentsBetween(tokens)
  const relative = segments.findIndex(([first]) => /^(who|which|whose|whom)$/.test(first?.lower ?? ''))
  const [head = []] = segments
  if (relative < 1 || relative > 3 || head.length > longestHead) return false
  const opens =
    openers.has(words[0]?.lower ?? '') || /^an?$/.test(words[0]?.lower ?? '') || (words[1]?.capital ?? false)
  const before = segments.slice(0, relative)
  if (
    !opens ||
    before.some((segment) =>
      segment.some((word, at) => (at > 0 || segment !== head) && isVerb(word, at, segment)),
    )
  )
    return false
  const isApposed = before.slice(1).every((segment) => isNameOrNoun(segment))
  const rest = segments.slice(relative).flat()
  // "…, who are not related, disagree": behind another comma the main verb comes, whatever its form.
  const goesOn = segments
    .slice(relative + 1)
    .every(
      ([first]) => isParticipleLink(first?.lower ?? '') || /^(and|or|who|which)$/.test(first?.lower ?? ''),
    )
  return isApposed && goesOn && verbRuns(rest) <= 1 + joints(rest)
}

/** The words between the commas of a sentence. */
function segmentsBetween(tokens: readonly Token[]): Token[][] {
  const segments: Token[][] = [[]]
  for (const token of tokens) {
    if (token.lower === ',') segments.push([])
    else if (token.kind !== 'mark') segments.at(-1)?.push(token)
  }
  return segments
}

/** "Henrik Aalto", "a teacher of 51", "43": what stands beside a noun and says who it is. */
function isNameOrNoun(segment: readonly Token[]): boolean {
  const [first] = segment
  if (!first || segment.length > longestHead) return false
  return first.capital || first.kind === 'number' || /^(an?|the|of|from|his|her|its|their)$/.test(first.lower)
}

/** "The next morning, a long queue.", "The result, a draw.": nouns that say when or what came of it, as a headline does. */
function isOccasion(noun: Token | undefined): boolean {
  const word = noun?.lower ?? ''
  return units.has(word) || timesAndOutcomes.has(word)
}

const timesAndOutcomes = new Set(
  'morning afternoon evening night noon dawn moment time season result outcome upshot reason answer cause verdict price cost reward effect aim problem exception alternative lesson prize'.split(
    ' ',
  ),
)

const subordinators = new Set(
  'after because before when while until since where that which who whom whose if as'.split(' '),
)

/** Behind a participle: "bound in oilcloth and written in ink" has no other verbs than participles. */
function isNoFinite({ lower }: Token, at: number, rest: readonly Token[]): boolean {
  // "called in after a driver saw daylight": the verb of a clause of its own.
  if (rest.slice(0, at).some((word) => subordinators.has(word.lower))) return true
  const isJoined = /^(and|or)$/.test(rest[at - 1]?.lower ?? '')
  return !auxiliaries.has(lower) && (!isSureVerb(lower) || (isJoined && isParticiple(lower)))
}

/** "A blue saloon with a dented wing that had been parked outside the bank.": one verb, and it is in the clause. */
function restrictedOnly(words: readonly Token[]): boolean {
  const at = words.findIndex(({ lower }) => relatives.has(lower))
  const noun = words[at - 1]?.lower ?? ''
  const [first] = words
  const isNoun = openers.has(first?.lower ?? '') || /^an?$/.test(first?.lower ?? '')
  if (!isNoun || at < 3 || at > longestHead + 2 || /s$|^(people|men|women|children|day|fact)$/.test(noun))
    return false
  if (words.slice(0, at).some((word, place) => place > 0 && isVerb(word, place, words))) return false
  const rest = words.slice(at + 1)
  const verb = rest[0]?.lower ?? ''
  return (pastAuxiliaries.has(verb) || verb.endsWith('ed')) && verbRuns(rest) === 1
}

const pastAuxiliaries = new Set(['had', 'was', 'were', 'has', 'is', 'would', 'could'])

/**
 * "Having led from the gun and lost a shoe at the water jump.", "Weighing less than a gram and tagged with a dye that
 * glows.": a main clause would stand behind a comma, and a verb that has the participle for its subject is not there.
 */
function participleOnly([first, second, ...rest]: readonly Token[]): boolean {
  if (!first || !second || mayBePlainVerb(second, rest[0])) return false
  if (first.lower === 'having') return isParticiple(second.lower) && rest.every(isNoFinite)
  const isOpener = first.lower.length > 5 && first.lower.endsWith('ing') && !notParticiples.has(first.lower)
  const words = [first, second, ...rest]
  return isOpener && words.length >= leastOpened && words.every(isDependent)
}

/** "Opening hours shrink from 48 to 40.": behind a plural and before a preposition a plain word may be the verb. */
function mayBePlainVerb({ lower }: Token, next: Token | undefined): boolean {
  if (!lower.endsWith('s') || lower.endsWith('ss') || functionWords.has(lower) || !next) return false
  return (
    next.kind === 'word' && !next.capital && !functionWords.has(next.lower) && !/(ed|ly)$/.test(next.lower)
  )
}

const notParticiples = new Set(
  'during nothing something anything everything morning evening building meeting according following regarding concerning including considering depending spring'.split(
    ' ',
  ),
)
const leastOpened = 9

/** Whether a word is no verb, or a participle that "and" joins to another, or the verb of a clause on a noun. */
function isDependent(word: Token, at: number, words: readonly Token[]): boolean {
  if (at === 0 || !isVerb(word, at, words)) return true
  const lead = words[at - 1]?.lower ?? ''
  return relatives.has(lead) || ((lead === 'and' || lead === 'or') && isParticiple(word.lower))
}

/** "To settle the date of Easter and the quarrel over the two sees.": a purpose, and not what was done for it. */
function purposeOnly(words: readonly Token[]): boolean {
  const [first, second] = words
  if (first?.lower !== 'to' || !second || second.capital || second.kind !== 'word') return false
  if (functionWords.has(second.lower) || words.length < leastOpened) return false
  return words.every((word, at) => at < 2 || (isDependent(word, at, words) && !/^(to|why)$/.test(word.lower)))
}

/**
 * "Passengers waiting on the platform for two hours without water.": a noun with a participle, and behind it only nouns
 * that hang on prepositions and numbers, so that none of them can be a verb.
 */
function occupiedOnly(words: readonly Token[]): boolean {
  const at = words.findIndex(
    ({ lower }) => lower.length > 5 && lower.endsWith('ing') && !notParticiples.has(lower),
  )
  if (at < 1 || at > 3 || words.length < leastOpened || !isParticipleLink(words[at + 1]?.lower ?? ''))
    return false
  if (
    words.slice(1, at).some((word, place) => functionWords.has(word.lower) || isVerb(word, place + 1, words))
  )
    return false
  return words.every(
    (word, place) => place <= at || (!isVerb(word, place, words) && isHung(word, words[place - 1])),
  )
}

/** Whether a word is a small one, a name or number, or stands right behind what only a noun stands behind. */
function isHung({ lower, capital, kind }: Token, before: Token | undefined): boolean {
  if (kind !== 'word' || capital || functionWords.has(lower)) return true
  return (
    functionWords.has(before?.lower ?? '') || before?.kind === 'number' || cardinals.has(before?.lower ?? '')
  )
}

/** How many runs of verbs there are; a run is auxiliaries with one verb behind them. */
function verbRuns(words: readonly Token[]): number {
  let runs = 0
  let isOpen = false
  words.forEach((word, at) => {
    const isAuxiliary = auxiliaries.has(word.lower)
    if (!isAuxiliary && !isVerb(word, at, words)) {
      if (!/(ly|not|never|also|just|already)$/.test(word.lower)) isOpen = false
      return
    }
    if (!isOpen) runs++
    isOpen = isAuxiliary
  })
  return runs
}

/** Verbs that "and" and "or" join: each may have one of its own. */
function joints(words: readonly Token[]): number {
  return words.filter(
    ({ lower }, at) =>
      (lower === 'and' || lower === 'or') &&
      (isSureVerb(words[at + 1]?.lower ?? '') || relatives.has(words[at + 1]?.lower ?? '')),
  ).length
}

function isParticiple(word: string): boolean {
  return (word.length > 4 && word.endsWith('ed')) || irregularParticiples.has(word) || participles.has(word)
}

/** Past forms that are participles as well, or only that. */
const participles = new Set(
  (
    'beaten bitten blown born borne bound bred broken brought burnt cast caught chosen cut dealt driven drunk eaten fallen fed felt ' +
    'flown forbidden forgotten fought frozen given gone grown heard held hidden hit hung hurt kept lain left lent lit lost led made ' +
    'meant ridden rung shaken shot shut slain spent spilt split spoilt spread stolen struck stuck sunk swept sworn taught thrown ' +
    'torn understood won worn wound woven written'
  ).split(' '),
)

function isParticipleLink(word: string): boolean {
  return /^(in|on|at|by|with|from|to|of|for|under|over|into|through|between|among|against|behind|near|about|along|around|after|before|during|since|as|only|up|down|out|off)$/.test(
    word,
  )
}

function isSureVerb(word: string): boolean {
  return (
    auxiliaries.has(word) ||
    irregularVerbs.has(word) ||
    (word.length > 4 && word.endsWith('ed')) ||
    participles.has(word)
  )
}

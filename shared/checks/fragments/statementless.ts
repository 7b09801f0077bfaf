import { datesOfSentence, type PlacedSentence, type SectionView } from '../check-context.js'
import { functionWords } from '../extract/en/function-words.js'
import { mayBeVerb } from '../extract/en/verb-words.js'
import type { Token } from '../extract/tokens.js'
import { type Fragment, isInQuote, tokensOf } from './fragment.js'
import { headless } from './headless.js'
import { isVerb, verbGroups } from './verb-forms.js'

/** Words that open a phrase of time or reason, which says nothing without a main clause. */
const hangingOpeners = new Set(
  'after before during following sometime because although though whereas while since until despite amid throughout unless upon within between especially particularly notably'.split(
    ' ',
  ),
)
const subordinators = new Set(['because', 'although', 'whereas', 'unless'])

/** How many words a fragment may have: one that is plain to see from its opening, and any other. */
const longest = { hanging: 26, plain: 14 }

/** "Sometime after.", "Because the bridge was closed.": a time or a reason, and no statement. */
export function statementless(
  section: SectionView,
  sentence: PlacedSentence,
  before: PlacedSentence | undefined,
): Fragment | null {
  const tokens = tokensOf(sentence)
  const words = tokens.filter(({ kind }) => kind !== 'mark')
  const first = words[0]
  if (
    !first?.capital ||
    words.length > longest.hanging ||
    words.length < 2 ||
    isInQuote(sentence) ||
    !/\.["”’)]*$/.test(sentence.text)
  )
    return null
  const isSerial = before !== undefined && (before.text.endsWith('?') || isSeries(before, first))
  const hanging =
    relativeOnly(sentence, words) ??
    clauseOnly(sentence, words) ??
    (isSerial ? null : (headless(sentence, words, before) ?? circumstances(section, sentence, words)))
  if (hanging) return hanging
  const reasonAlone = isSerial ? null : subordinateOnly(sentence, words)
  if (reasonAlone) return reasonAlone
  if (words.length > longest.plain) return null
  const clause = verbless(sentence, words)
  if (clause) return clause
  if (
    before?.text.endsWith('?') ||
    isSeries(before, first) ||
    tokens.some(({ lower }) => lower === ',' || lower === ':' || lower === '—')
  )
    return null
  const isTime = hangingOpeners.has(first.lower) || opensWithDate(section, sentence, words.length)
  if (!isTime) return onlyTime(sentence, words)
  if (words.some(({ lower }) => lower === 'i' || lower === 'we' || lower === 'you' || lower === 'they'))
    return null
  const verbs = words.filter(prepositions.has(first.lower) ? isVerb : ({ lower }) => mayBeVerb(lower))
  const noVerb = verbs.length === 0
  const oneClause = subordinators.has(first.lower) && verbGroups(words) <= 1
  if (!noVerb && !oneClause) return null
  const reason = noVerb
    ? 'The sentence has no verb: it gives a time or a circumstance and does not say what happened.'
    : `The sentence is only a clause with “${first.lower}” and does not say what follows from it.`
  return { start: sentence.start, end: sentence.end, reason, severity: noVerb ? 'likely' : 'check' }
}

/**
 * "Because the samples that had been taken in May had never been sent to a second laboratory.": a subordinate clause without a
 * comma that has no more verbs than it and the clauses inside it need.
 */
function subordinateOnly(sentence: PlacedSentence, words: readonly Token[]): Fragment | null {
  const [first, second] = words
  if (!first || !subordinators.has(first.lower) || second?.lower === 'of' || words.length < leastSubordinate)
    return null
  const marks = tokensOf(sentence).filter(({ kind }) => kind === 'mark')
  if (marks.some(({ lower }) => /^[,:;—–!?("“]$/.test(lower))) return null
  if (words.some(({ lower }) => lower === 'i' || lower === 'we' || lower === 'you')) return null
  const inner = words.slice(1).filter(({ lower }, at) => innerClauses.has(lower) && at > 0).length
  if (verbGroups(words) > 1 + inner) return null
  const reason = `The sentence is only a clause with “${first.lower}” and does not say what follows from it.`
  return { start: sentence.start, end: sentence.end, reason, severity: 'check' }
}

/** Shorter ones are answers and figures of speech. */
const leastSubordinate = 8

const innerClauses = new Set('that which who whose where when after before until while and or'.split(' '))

/** Openers of a circumstance that says nothing of itself, whatever list follows. */
const circumstanceOpeners = new Set(
  'after before during following because despite amid throughout between due owing since until'.split(' '),
)

/**
 * "Due to higher wages, a dearer dollar and the closing of the plant.": a circumstance, perhaps with a list, and no verb.
 * A bare noun behind the only comma is a statement of its own: "After the storm, calm."
 */
function circumstances(
  section: SectionView,
  sentence: PlacedSentence,
  words: readonly Token[],
): Fragment | null {
  const [first, second] = words
  const lead = first?.lower ?? ''
  if (
    !first ||
    words.length < leastCircumstance ||
    words.some((word, at) => at > 0 && isVerb(word, at, words))
  )
    return null
  const isDue = lead === 'because' || lead === 'due' || lead === 'owing'
  if (isDue && second?.lower !== 'of' && second?.lower !== 'to') return null
  const isDated = /^(in|on|at|from|by)$/.test(lead) && datesOfSentence(section, sentence).length > 1
  const isAddition = lead === 'as' && second?.lower === 'well' && words[2]?.lower === 'as'
  if (!circumstanceOpeners.has(lead) && !isDated && !isAddition) return null
  const marks = tokensOf(sentence).filter(({ kind }) => kind === 'mark')
  if (marks.some(({ lower }) => /^[:;—–!?(]$/.test(lower))) return null
  if (
    !segmentsOf(sentence)
      .slice(1)
      .every(isDated ? opensWithPreposition : goesOn)
  )
    return null
  const reason = 'The sentence has no verb: it gives a time or a circumstance and does not say what happened.'
  return { start: sentence.start, end: sentence.end, reason, severity: 'likely' }
}

const leastCircumstance = 8

/** The words between the commas of a sentence. */
function segmentsOf(sentence: PlacedSentence): Token[][] {
  const segments: Token[][] = [[]]
  for (const token of tokensOf(sentence)) {
    if (token.lower === ',') segments.push([])
    else if (token.kind !== 'mark') segments.at(-1)?.push(token)
  }
  return segments
}

function opensWithPreposition([first, second]: readonly Token[]): boolean {
  const lead = first?.lower === 'and' || first?.lower === 'or' ? second : first
  return /^(in|on|at|from|by|to|of|with|for|then|again|under|within)$/.test(lead?.lower ?? '')
}

/** Whether a segment goes on with the list or the circumstance that stands before it. */
function goesOn(segment: readonly Token[]): boolean {
  return opensWithPreposition(segment) || segment.some(({ lower }) => lower === 'and' || lower === 'or')
}

/** Openers that only a noun follows, so that a plural behind an article is no verb. */
const prepositions = new Set('during following despite amid throughout upon within between'.split(' '))

const timeWords = new Set(
  (
    'later earlier some time that same evening morning afternoon night day days week weeks month months year years shortly soon ' +
    'after afterwards before long not the next following previous a an few couple of in on at hours hour minutes moments ' +
    'several sometime much once two three four five six seven eight nine ten twelve'
  ).split(' '),
)
const timeOpeners = new Set(
  'later some shortly soon not sometime much two three several a the that'.split(' '),
)

/** "Later that same evening.", "Some time later.": when, and nothing of what. */
function onlyTime({ start, end }: PlacedSentence, words: readonly Token[]): Fragment | null {
  if (words.length > 7 || !timeOpeners.has(words[0]?.lower ?? '')) return null
  if (!words.every(({ lower }) => timeWords.has(lower)) || !words.some(({ lower }) => shiftWords.has(lower)))
    return null
  const reason = 'The sentence gives a time and does not say what happened then.'
  return { start, end, reason, severity: 'check' }
}

const shiftWords = new Set(['later', 'after', 'afterwards', 'before', 'earlier'])

/** "In which several errors …". */
function isPrepositionWhich([first, second]: readonly Token[]): boolean {
  return /^(in|of|to|for|from|by|with|on|at)$/.test(first?.lower ?? '') && relatives.has(second?.lower ?? '')
}

const relatives = new Set(['which', 'whom', 'whose'])

/** "Which the regional authority, after years of delay.": a clause that hangs on nothing and has no verb. */
function relativeOnly({ start, end }: PlacedSentence, words: readonly Token[]): Fragment | null {
  const [first] = words
  const isRelative = relatives.has(first?.lower ?? '') || isPrepositionWhich(words)
  if (!first || !isRelative || words.some(isVerb)) return null
  const reason = `The sentence begins with “${first.lower}” and has no verb.`
  return { start, end, reason, severity: 'likely' }
}

const conjunctions = new Set([
  ...subordinators,
  'while',
  'though',
  'when',
  'since',
  'if',
  'until',
  'after',
  'before',
  'whether',
])

/**
 * "Although the border, which ran along the river.", "Whether the letters, which nobody had signed, and the plan.": a
 * conjunction, a noun, and a clause on the noun, behind which no verb comes.
 */
function clauseOnly(sentence: PlacedSentence, words: readonly Token[]): Fragment | null {
  const [first] = words
  if (!first || !conjunctions.has(first.lower)) return null
  const [head = [], aside = [], ...rest] = segmentsOf(sentence)
  const isRelative = /^(which|who|whose|where|whom)$/.test(aside[0]?.lower ?? '') || isNounWithClause(aside)
  const isPlain = !tokensOf(sentence).some(({ lower }) => lower === ':' || lower === ';')
  if (!isRelative || !isPlain || [head, ...rest].some((segment) => segment.some(isVerb))) return null
  const reason = `The sentence begins with “${first.lower}” and does not say what follows from it.`
  return { start: sentence.start, end: sentence.end, reason, severity: 'likely' }
}

/** "a retired postman who wishes to remain anonymous": a noun beside another, with a clause of one verb on it. */
function isNounWithClause(segment: readonly Token[]): boolean {
  const at = segment.findIndex(({ lower }) => lower === 'who' || lower === 'which')
  if (!/^(an?|the|his|her|its|their)$/.test(segment[0]?.lower ?? '') || at < 2) return false
  return !segment.slice(0, at).some(isVerb) && verbGroups(segment.slice(at)) <= 1
}

const nounOpeners = new Set('the a an his her its their this these those'.split(' '))
/** Shorter ones are exclamations and figures of speech: "A pity.", "The usual story of the rich." */
const leastVerbless = 7

/** "The helicopter which from the base at Lossie.": a noun, and nothing that could be a verb up to the full stop. */
function verbless(
  { start, end, paragraph, sentence }: PlacedSentence,
  words: readonly Token[],
): Fragment | null {
  const [first, second] = words
  if (!first || !nounOpeners.has(first.lower) || words.length < leastVerbless) return null
  if (/^(more|less|first|last|only|same)$/.test(second?.lower ?? '')) return null
  const marks = paragraph.annotated.tokens.slice(sentence.first, sentence.next - 1)
  const isPlain = marks.every(({ kind, lower }) => kind !== 'mark' || lower === '-' || lower === "'")
  const isSure = words.slice(1).every((word, index) => !isVerb(word, index + 1, words) && word.lower !== 'to')
  if (!isPlain || !isSure || !words.some(({ lower }) => linking.has(lower))) return null
  // "The governor and his deputy differ.": a word behind a noun may be a verb that its form does not tell.
  const [before, last] = words.slice(-2)
  const isNoun = functionWords.has(before?.lower ?? '') || last?.capital || before?.kind === 'number'
  if (!isNoun && words.every(({ lower }) => lower === 'and' || !linking.has(lower))) return null
  const reason = 'The sentence has no verb.'
  return { start, end, reason, severity: 'check' }
}

/** Words that only a clause with a verb goes on from. */
const linking = new Set([
  'which',
  'who',
  'that',
  'because',
  'although',
  'when',
  'where',
  'while',
  'if',
  'and',
])

/** "Because it was narrow. Because it was cheap.": a figure of speech. Articles open any two sentences. */
function isSeries(before: PlacedSentence | undefined, first: Token): boolean {
  return before !== undefined && !nounOpeners.has(first.lower) && tokensOf(before)[0]?.lower === first.lower
}

/** "On 4 June 2025." and nothing more. */
function opensWithDate(section: SectionView, sentence: PlacedSentence, words: number): boolean {
  if (words > 6) return false
  const [date] = datesOfSentence(section, sentence)
  if (!date || date.expression.meaning.kind === 'duration' || date.expression.meaning.kind === 'set')
    return false
  return (
    date.expression.first - sentence.sentence.first <= 1 &&
    date.expression.next >= sentence.sentence.next - 1 &&
    !/^\d{4}$/.test(date.value)
  )
}

import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import {
  lifeCourses,
  lifeGerunds,
  lifeNouns,
  lifePhrases,
  lifeVerbs,
  linkWords,
  onlyBeginnings,
  otherSubjects,
  transitiveSteps,
} from '../extract/en/life-verbs.js'
import { irregularVerbs } from '../extract/en/verb-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { isCalendarDate, isReversed, type OrderClaim } from './order-claim.js'

/** A verb with the date that belongs to it. Token indexes are those of the paragraph. */
interface DatedVerb {
  verb: string
  at: number
  date: DateMention
  sentence: PlacedSentence
  /** Whether it looks back ("had begun") or is told as a noun that happens once ("his arrest"): then it may be told late. */
  looksBack: boolean
}

/** How many tokens after its verb a date is looked for. */
const dateReach = 13

/** "born in 1960 ... died in 1954": a later event of a life that lies before an earlier one. */
export function reversedLives(section: SectionView): OrderClaim[] {
  const sentences = proseSentences(section)
  const verbs = sentences.map((sentence) => datedVerbs(section, sentence))
  return verbs
    .flatMap((own, index) => [
      ...pairs(own, own).filter(([a, b]) => a.at < b.at && isLinked(a, b)),
      ...pairs(own, verbs[index + 1] ?? []).filter(([a, b]) => isContinued(a, b)),
    ])
    .flatMap(([a, b]) => claimsOf(a, b))
}

function pairs(first: readonly DatedVerb[], second: readonly DatedVerb[]): [DatedVerb, DatedVerb][] {
  return first.flatMap((a) => second.map((b): [DatedVerb, DatedVerb] => [a, b]))
}

function claimsOf(a: DatedVerb, b: DatedVerb): OrderClaim[] {
  return [
    [a, b],
    [b, a],
  ].flatMap(([early, late]) => {
    // "closed in 1951 and opened in 1953" is told in its order: it was opened again.
    if (early === b && !onlyBeginnings.has(early?.verb ?? '') && !early?.looksBack) return []
    if (!early || !late || !isCourse(early.verb, late.verb) || !isReversed(early.date, late.date)) return []
    // What is told late may be another of its kind, such as a second arrest.
    const surest = early === b && !onlyBeginnings.has(early.verb) ? 'likely' : 'error'
    const severity = isExplicit(early.date) && isExplicit(late.date) ? surest : 'check'
    const because = `what is “${early.verb}” comes before it is “${late.verb}”`
    return [{ first: early.date, later: late.date, because, severity }]
  })
}

function isCourse(first: string, later: string): boolean {
  return lifeCourses.some((course) => course.first.has(first) && course.later.has(later))
}

/** The verbs of a sentence, each with the first date after it that no other verb stands before. */
function datedVerbs(section: SectionView, sentence: PlacedSentence): DatedVerb[] {
  const { paragraph } = sentence
  const { tokens } = paragraph.annotated
  const dates = datesOfSentence(section, sentence).filter((date) => isCalendarDate(date) && !date.quoted)
  if (!dates.length) return []
  const found: DatedVerb[] = []
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const verb = verbAt(tokens, at)
    if (!lifeVerbs.has(verb)) continue
    const date = dates.find(
      ({ expression: { first } }) => first > at && first - at <= dateReach && first < sentence.sentence.next,
    )
    const isDeadline = tokens[(date?.expression.first ?? 0) - 1]?.lower === 'by'
    if (date && !isDeadline && !tokens.slice(at + 1, date.expression.first).some(breaksReach))
      found.push({ verb, at, date, sentence, looksBack: looksBack(tokens, at) })
  }
  return found
}

/** The verb of a step in a life; "arrested" for "his arrest". */
function verbAt(tokens: readonly Token[], at: number): string {
  const word = tokens[at]?.lower ?? ''
  if (isEntryIntoForce(tokens, at)) return 'enforced'
  const phrase = phraseEnds.has(word) ? lifePhrases.get(`${tokens[at - 1]?.lower} ${word}`) : undefined
  if (phrase) return phrase
  if (/^(began|begun|started)$/.test(word) && tokens[at + 1]?.lower === 'again') return 'resumed'
  if (/^open(ed)?$/.test(word) && tokens[at + 1]?.lower === 'again') return 'reopened'
  // "After graduating in 1988, she …"
  const gerund = /^(after|before|since|on|upon)$/.test(tokens[at - 1]?.lower ?? '')
    ? lifeGerunds.get(word)
    : undefined
  if (gerund) return gerund
  return isOwned(tokens, at) ? (lifeNouns.get(word) ?? word) : word
}

const phraseEnds = new Set([...lifePhrases.keys()].map((phrase) => phrase.split(' ')[1] ?? ''))

/** "entered into force", "came into force", "took effect". */
function isEntryIntoForce(tokens: readonly Token[], at: number): boolean {
  const [verb, next, last] = [0, 1, 2].map((step) => tokens[at + step]?.lower ?? '')
  if (verb === 'took') return next === 'effect'
  return /^(entered|came|went)$/.test(verb ?? '') && next === 'into' && /^(force|effect)$/.test(last ?? '')
}

function isOwned(tokens: readonly Token[], at: number): boolean {
  return /^(his|her|its|their)$/.test(tokens[at - 1]?.lower ?? '')
}

function looksBack(tokens: readonly Token[], at: number): boolean {
  const isNoun = isOwned(tokens, at) && lifeNouns.has(tokens[at]?.lower ?? '')
  return (
    isNoun ||
    opensSentence(tokens, at) ||
    isInApposition(tokens, at) ||
    tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'had')
  )
}

/** "The bridge, begun in 1884, was …": a participle between commas behind its subject. */
function isInApposition(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === ',' && tokens[at - 2]?.kind === 'word' && tokens[at - 3]?.lower === 'the'
}

/** "Launched at Dumbarton in 1892, she …" */
function opensSentence(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.capital === true && (at === 0 || tokens[at - 1]?.lower === '.')
}

/** A second verb or a new clause takes the date that follows it. */
function breaksReach({ lower }: Token): boolean {
  return (
    lifeVerbs.has(lower) ||
    lower === ';' ||
    lower === 'which' ||
    lower === 'who' ||
    lower === 'that' ||
    lower === 'after' ||
    lower === 'before'
  )
}

/** Whether only linking words stand between the first date and the second verb: one subject for both. */
function isLinked(a: DatedVerb, b: DatedVerb): boolean {
  const { tokens } = a.sentence.paragraph.annotated
  const between = withoutPlaces(tokens.slice(a.date.expression.next, b.at))
  if (isDoneToHim(tokens, b.at) && b.looksBack && between.length <= mostDoer) return true
  return isLinking(between) || isLinking(withoutOtherSteps(between))
}

function isLinking(words: readonly Token[]): boolean {
  return (
    words.length <= 8 &&
    words.every(({ lower, capital }) => linkWords.has(lower) && !(capital && lower.length > 3))
  )
}

/** How long what stands between two steps may be that has another between them, in tokens. */
const mostOtherSteps = 14

/**
 * "born in 1874, studied in Munich, and died in …": the words without what else the same subject did. Whoever is spoken
 * of behind that by "who" or "he" may be another, so that then they stay.
 */
function withoutOtherSteps(words: readonly Token[]): readonly Token[] {
  if (
    words.length > mostOtherSteps ||
    words.some(({ lower }) => /^(who|which|he|she|it|they|;)$/.test(lower))
  )
    return words
  let isOther = false
  return words.filter(({ lower, capital }, at) => {
    const before = words[at - 1]?.lower ?? ''
    if (lower === ',' || lower === 'and') isOther = false
    else if (before === ',' || before === 'and') isOther = !capital && isPast(lower)
    return !isOther
  })
}

function isPast(word: string): boolean {
  return lifeVerbs.has(word) || irregularVerbs.has(word) || (word.length > 4 && word.endsWith('ed'))
}

/** "detectives had arrested him": what is done to whom the sentence speaks of. */
function isDoneToHim(tokens: readonly Token[], at: number): boolean {
  return /^(him|her|it|them)$/.test(tokens[at + 1]?.lower ?? '') && !isMatter(tokens[at + 2])
}

/** "her keel": a word that follows "her" is hers. */
function isMatter(token: Token | undefined): boolean {
  return token?.kind === 'word' && !/^(on|in|at|to|for|from|with|by|and|after|before)$/.test(token.lower)
}

/** How many tokens may stand between a date and an act that another does. */
const mostDoer = 5

/** "joined the firm in 1990. He left it in 1985": one object, or none, for both verbs. */
function sharesObject(a: DatedVerb, b: DatedVerb): boolean {
  const [x, y] = [a, b].map(({ sentence, at, date }) =>
    sentence.paragraph.annotated.tokens
      .slice(at + 1, date.expression.first)
      .filter(({ lower, kind }) => kind === 'word' && !linkWords.has(lower) && !objectless.has(lower))
      .map(({ lower }) => lower),
  )
  return !x?.length || !y?.length || x.some((word) => y.includes(word))
}

const objectless = new Set(['in', 'on', 'the', 'at', 'of', 'its', 'his', 'her'])

const placeLeads = new Set(['in', 'at', 'near', 'of'])

/** The words without "in Lviv", "at Bath, Somerset": where the first event was. */
function withoutPlaces(tokens: readonly Token[]): readonly Token[] {
  const [lead] = tokens
  if (!lead || !placeLeads.has(lead.lower)) return tokens
  let at = 1
  while (tokens[at]?.capital || (tokens[at]?.lower === ',' && tokens[at + 1]?.capital)) at++
  return at > 1 ? tokens.slice(at) : tokens
}

const generic = new Set(
  'he she it they company firm business club society institution paper party group band'.split(' '),
)

/** "Founded in 1938, the company …": the subject behind the comma is what was spoken of before. */
function isOfGeneric({ date, sentence: { paragraph, sentence } }: DatedVerb): boolean {
  const { tokens } = paragraph.annotated
  for (
    let at = date.expression.next;
    at < Math.min(sentence.next, date.expression.next + subjectReach);
    at++
  ) {
    const word = tokens[at]?.lower ?? ''
    if (generic.has(word)) return tokens[at - 1]?.lower === ',' || tokens[at - 1]?.lower === 'the'
  }
  return false
}

/** How far behind its date the subject of an opening participle may stand, in tokens. */
const subjectReach = 8

/** Whether "his" may be the one whom a sentence spoke of. */
function isOneOwner({ sentence: { paragraph, sentence } }: DatedVerb, owner: string): boolean {
  const words = paragraph.annotated.tokens.slice(sentence.first, sentence.next).map(({ lower }) => lower)
  const others =
    owner === 'his' ? ['she', 'her', 'it'] : owner === 'her' ? ['he', 'his', 'it'] : ['he', 'she']
  return !words.some((word) => others.includes(word))
}

/** "He was elected in 1931. She died in 1928.": two pronouns, and two people. */
function speaksOfAnother({ sentence: { paragraph, sentence } }: DatedVerb, pronoun: string): boolean {
  const words = paragraph.annotated.tokens.slice(sentence.first, sentence.next).map(({ lower }) => lower)
  if (words.includes(pronoun)) return false
  return /^(he|she)$/.test(pronoun)
    ? words.includes(pronoun === 'he' ? 'she' : 'he')
    : pronoun === 'it' && /^(he|she)$/.test(words[0] ?? '')
}

/** Whether the next sentence goes on with the same subject: a pronoun, or "the" with a noun of the first sentence. */
function isContinued(a: DatedVerb, b: DatedVerb): boolean {
  if (a.sentence.paragraph !== b.sentence.paragraph) return false
  if (transitiveSteps.has(a.verb) && transitiveSteps.has(b.verb) && !sharesObject(a, b)) return false
  const { tokens } = b.sentence.paragraph.annotated
  const lead = tokens.slice(b.sentence.sentence.first, b.at).map(({ lower }) => lower)
  if (lead.length === 2 && /^(before|after|until|since)$/.test(lead[0] ?? '') && isOwned(tokens, b.at))
    return isOneOwner(a, lead[1] ?? '')
  if (lead.length === 0) return isOfGeneric(b)
  if (lead.length > 6 || lead.slice(1).some((word) => otherSubjects.has(word))) return false
  const [first = '', second = ''] = lead
  if (['it', 'he', 'she', 'they'].includes(first)) return !speaksOfAnother(a, first)
  const before = tokens.slice(a.sentence.sentence.first, a.at).map(({ lower }) => lower)
  return (
    first === 'the' &&
    second.length > 2 &&
    before.slice(0, 5).includes(second) &&
    !before.slice(0, 5).includes('its')
  )
}

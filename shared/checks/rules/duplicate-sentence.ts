import type { Finding } from '../../domain/finding.js'
import { datesOfSentence, proseSentences, type SectionRule, type SectionView } from '../check-context.js'
import { assumptionsOf, dateInWords, findingOf, placeOf } from '../explain.js'
import { type EventKind, eventKinds } from '../extract/en/event-words.js'
import { functionWords } from '../extract/en/function-words.js'
import { stemOf } from '../extract/en/stem.js'
import { type DateMention, isDay } from '../extract/mention.js'
import { isQuoted } from '../extract/quotations.js'
import type { Token } from '../extract/tokens.js'
import { likeness, profileOf, type SentenceProfile } from '../sentence-profile.js'

/** The same statement twice in one text: two like sentences, or one event of one day told in two places. */
export const duplicateSentence: SectionRule = {
  id: 'duplicate-sentence',
  category: 'duplicate-sentence',
  scope: 'section',
  run: check,
}

/** Below this share of common words two sentences say different things too often to be worth a look. */
const leastLikeness = 0.75
/** Where each has words that the other has not, they may be parallel statements on two things. */
const leastLikenessOfSubstitution = 0.85
/** Shorter sentences are alike by chance. */
const leastStems = 4
/** A sentence of so many words does not stand twice in a text by chance, however little they say. */
const leastWords = 9

function check(section: SectionView): Finding[] {
  const profiles = proseSentences(section).map(profileOf)
  const alike = likePairs(profiles.filter(isStatement))
  const told = new Set(alike.flatMap(([a, b]) => [a.sentence, b.sentence]))
  const events = sameEvents(section, profiles).filter(
    ({ a, b }) => !told.has(a.profile.sentence) && !told.has(b.profile.sentence),
  )
  return [...alike.map(([a, b]) => repeated(section, a, b)), ...events.map((pair) => retold(section, pair))]
}

/** A whole sentence of prose; lines of code and captions repeat for good reasons. */
function isStatement({ stems, numbers, sentence: { text } }: SentenceProfile): boolean {
  return (
    (hasMatter({ stems, numbers }) || text.split(' ').length >= leastWords) &&
    /^["“‘(]?[\p{Lu}\d]/u.test(text) &&
    /[.!?]["”’)]*$/.test(text)
  )
}

/** Whether enough words carry matter for two sentences that share most of them to say the same. */
function hasMatter({ stems, numbers }: Pick<SentenceProfile, 'stems' | 'numbers'>): boolean {
  if (stems.size >= leastStems) return true
  // Two numbers are as good as a word.
  const matter = stems.size + Math.floor(numbers.split(' ').filter(Boolean).length / 2)
  return stems.size >= leastStems - 1 && matter >= leastStems
}

/**
 * Pairs of like sentences, each with the first that it repeats. Candidates share one of the rarer stems of the second, so
 * the cost stays near linear; a stem that half the text has is no lead.
 */
function likePairs(profiles: readonly SentenceProfile[]): [SentenceProfile, SentenceProfile][] {
  const byStem = new Map<string, SentenceProfile[]>()
  const pairs: [SentenceProfile, SentenceProfile][] = []
  for (const profile of profiles) {
    const first = candidatesFor(profile, byStem).find((other) => isRepeat(other, profile))
    if (first) pairs.push([first, profile])
    for (const stem of profile.stems) {
      const list = byStem.get(stem)
      if (list) list.push(profile)
      else byStem.set(stem, [profile])
    }
  }
  return pairs
}

const mostCandidates = 200

function candidatesFor(
  { stems }: SentenceProfile,
  byStem: ReadonlyMap<string, SentenceProfile[]>,
): SentenceProfile[] {
  const rarest = [...stems]
    .map((stem) => byStem.get(stem) ?? [])
    .sort((a, b) => a.length - b.length)
    .slice(0, Math.max(1, Math.ceil(stems.size * (1 - leastLikeness)) + 1))
  return [...new Set(rarest.flatMap((list) => list.slice(-mostCandidates)))]
}

function isRepeat(a: SentenceProfile, b: SentenceProfile): boolean {
  if (a.negative !== b.negative || a.numbers !== b.numbers) return false
  // The same words quoted twice are what the rules on quotations are about.
  if (a.sentence.text !== b.sentence.text && isMostlyQuoted(a) && isMostlyQuoted(b)) return false
  if (!hasMatter(a) || !hasMatter(b)) return a.sentence.text === b.sentence.text
  const measure = likeness(a, b)
  const isSubstitution = !isWithin(a.stems, b.stems) && !isWithin(b.stems, a.stems)
  if (isSubstitution && measure < leastLikenessOfSubstitution) return false
  return measure >= leastLikeness && (measure === 1 || Math.max(a.stems.size, b.stems.size) >= leastStems + 1)
}

/** The share of a sentence in quotation marks from which on it is a quotation. */
const mostlyQuoted = 0.6

function isMostlyQuoted({ sentence: { paragraph, sentence } }: SentenceProfile): boolean {
  const { tokens, quotes } = paragraph.annotated
  if (quotes.length === 0) return false
  const own = tokens.slice(sentence.first, sentence.next).filter(({ kind }) => kind !== 'mark')
  return own.filter((token) => isQuoted(quotes, token)).length >= own.length * mostlyQuoted
}

function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  for (const stem of part) if (!whole.has(stem)) return false
  return true
}

function repeated(section: SectionView, a: SentenceProfile, b: SentenceProfile): Finding {
  const exact = a.sentence.text === b.sentence.text
  return findingOf(duplicateSentence, {
    severity: exact ? 'likely' : 'check',
    message: exact ? 'The same sentence stands in the text twice' : 'Two sentences say the same',
    spans: [placeOf(section, a.sentence), placeOf(section, b.sentence)],
    explanation: {
      reason: exact
        ? 'The sentence is repeated word for word.'
        : 'The two sentences share nearly all of their words, and their numbers are the same.',
      arithmetic: [`They share ${Math.round(likeness(a, b) * 100)} % of the words that carry matter.`],
      settle: 'Whether the repetition is meant; if not, one of the two can go.',
    },
    suggests: 'same-as',
  })
}

/** A sentence that tells of an event on a day. */
interface Telling {
  profile: SentenceProfile
  date: DateMention
  events: ReadonlySet<EventKind>
  names: ReadonlySet<string>
}

interface Retelling {
  a: Telling
  b: Telling
  shared: string[]
}

/** Sentences apart from one another that give the same day, a kind of event, and two names. */
function sameEvents(section: SectionView, profiles: readonly SentenceProfile[]): Retelling[] {
  const byDay = new Map<number, Telling[]>()
  const found: Retelling[] = []
  for (const profile of profiles) {
    for (const date of datesOfSentence(section, profile.sentence)) {
      const telling = tellingOf(profile, date)
      if (!telling || !date.interval) continue
      const earlier = byDay.get(date.interval.lo) ?? []
      const match = earlier.flatMap((a) => (a.profile === profile ? [] : sharedEvent(a, telling)))[0]
      if (match) found.push(match)
      byDay.set(date.interval.lo, [...earlier.slice(-20), telling])
    }
  }
  return found
}

function tellingOf(profile: SentenceProfile, date: DateMention): Telling | null {
  if (
    !isDay(date) ||
    date.expression.meaning.kind !== 'calendar' ||
    date.quoted ||
    date.expression.closesRange
  )
    return null
  const { paragraph, sentence } = profile.sentence
  const events = new Set<EventKind>()
  const names = new Set<string>()
  for (const token of paragraph.annotated.tokens.slice(sentence.first, sentence.next)) {
    if (token.kind !== 'word' || token.lower.length < 3 || functionWords.has(token.lower)) continue
    if (isQuoted(paragraph.annotated.quotes, token)) continue
    if (token.capital) names.add(token.lower)
    const kind = isLookBack(
      paragraph.annotated.tokens,
      paragraph.annotated.tokens.indexOf(token),
      sentence.first,
    )
      ? undefined
      : eventKinds.get(stemOf(token.lower))
    if (kind) events.add(kind)
  }
  return { profile, date, events, names }
}

const lookBacks = new Set(['when', 'since', 'after', 'before', 'until', 'which', 'who', 'where', 'following'])
const articles = new Set(['the', 'his', 'her', 'its', 'their', "'s"])

/** Whether an event is only referred to: "the death of", "when she died". */
function isLookBack(tokens: readonly Token[], at: number, first: number): boolean {
  const isNoun = articles.has(tokens[at - 1]?.lower ?? '') && !tokens[at]?.lower.endsWith('ed')
  const isParticiple = tokens[at - 1]?.lower === ',' && tokens[at]?.lower.endsWith('ed')
  if (isNoun || isParticiple) return true
  return tokens.slice(Math.max(first, at - 6), at).some(({ lower }) => lookBacks.has(lower))
}

function sharedEvent(a: Telling, b: Telling): Retelling[] {
  const names = [...a.names].filter((name) => b.names.has(name) && !isDateWord(name))
  if (names.length < 2 || ![...a.events].some((kind) => b.events.has(kind))) return []
  return [{ a, b, shared: names }]
}

const dateWords = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
)

function isDateWord(word: string): boolean {
  return dateWords.has(word)
}

function retold(section: SectionView, { a, b, shared }: Retelling): Finding {
  const day = a.date.interval?.lo ?? 0
  return findingOf(duplicateSentence, {
    severity: 'check',
    message: `What happened on ${dateInWords(day)} seems to be told twice`,
    spans: [placeOf(section, a.date), placeOf(section, b.date)],
    context: [a.profile.sentence.text, b.profile.sentence.text],
    explanation: {
      reason: `Both passages tell of the same kind of event on the same day and share the names ${shared.slice(0, 4).map(capitalised).join(', ')}.`,
      resolved: [a.date, b.date].map((date) => ({
        quote: section.text.slice(date.start, date.end),
        value: dateInWords(day),
      })),
      assumptions: [a.date, b.date].flatMap((date) => assumptionsOf(section, date)),
      settle: 'Whether both passages mean one event; then the claims can be marked as the same.',
    },
    suggests: 'same-as',
  })
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

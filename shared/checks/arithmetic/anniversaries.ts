import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import { civilOf } from '../extract/calendar.js'
import { cardinalAt, ordinalAt } from '../extract/en/counts.js'
import { lifeCourses } from '../extract/en/life-verbs.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import type { SpanClaim } from './span-claim.js'

/** "founded in 1900 ... its 50th anniversary in 1960": an anniversary in a year that it does not fall in. */
export function anniversaryClaims(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const anniversary = anniversaryIn(sentence)
    if (!anniversary || /\b(late|early|belated|belatedly|postponed|delayed)\b/.test(sentence.text)) return []
    const dates = explicitDates(section, sentence)
    const before = sentences[index - 1]
    const founded = dates.find((date) => isOnset(sentence, date))
    const target =
      dates.find((date) => date.start > anniversary.start && date !== founded) ??
      presentYear(section, sentence) ??
      onlyDate(
        dates,
        onsetIn(section, before, sentence) ?? birthBehind(section, sentences[index + 1], sentence),
      )
    const anchor =
      founded ??
      dates.find((date) => date !== target && date.start < anniversary.start) ??
      onsetIn(section, before, sentence) ??
      birthBehind(section, sentences[index + 1], sentence)
    if (!target || !anchor || dates.length > 2) return []
    const years = yearOf(target) - yearOf(anchor)
    if (years <= 0 || isOfOtherBeginning(section, anniversary.number, target, anchor)) return []
    return [
      {
        evidence: [anniversary, target, anchor],
        dates: [anchor, target],
        said: quoteOf(section, anniversary),
        found: `${years} years`,
        severity: isExplicit(target) ? 'likely' : 'check',
        holds: years === anniversary.number || (anniversary.isYear && years === anniversary.number + 1),
      },
    ]
  })
}

function anniversaryIn({
  paragraph,
  sentence,
}: PlacedSentence): { start: number; end: number; number: number; isYear: boolean } | null {
  const { tokens } = paragraph.annotated
  for (let at = sentence.first; at < sentence.next; at++) {
    const named = centenaries.get(tokens[at]?.lower ?? '')
    if (named) return { ...placeOfTokens(paragraph, at, at), number: named, isYear: false }
    const ordinal = hundredthAt(tokens, at) ?? ordinalAt(tokens, at)
    if (!ordinal) continue
    if (isYearOfItsOwn(tokens, at, ordinal.next))
      return { ...placeOfTokens(paragraph, at, ordinal.next), number: ordinal.value - 1, isYear: true }
    const last = tokens[ordinal.next]?.lower === 'wedding' ? ordinal.next + 1 : ordinal.next
    if (tokens[last]?.lower !== 'anniversary' && tokens[last]?.lower !== 'birthday') continue
    return { ...placeOfTokens(paragraph, at, last), number: ordinal.value, isYear: false }
  }
  return null
}

/** Whether another date that was told before the anniversary has that many years to it. */
function isOfOtherBeginning(
  section: SectionView,
  years: number,
  target: DateMention,
  anchor: DateMention,
): boolean {
  if (yearOf(target) - yearOf(anchor) === years) return false
  return section.dates.some(
    (date) =>
      date.start < target.start &&
      date.interval !== null &&
      date.expression.meaning.kind === 'calendar' &&
      isExplicit(date) &&
      yearOf(target) - yearOf(date) === years,
  )
}

/** "two hundredth": hundreds in words. */
function hundredthAt(tokens: readonly Token[], at: number): { value: number; next: number } | null {
  const count = cardinalAt(tokens, at)
  if (!count || count.value < 1 || count.value > 20) return null
  const next = tokens[count.next]?.lower === '-' ? count.next + 1 : count.next
  return tokens[next]?.lower === 'hundredth' ? { value: count.value * 100, next: next + 1 } : null
}

/** "entered its fiftieth year": one more than the years that are over; the smallest are counted in too many ways. */
function isYearOfItsOwn(tokens: readonly Token[], at: number, next: number): boolean {
  const [verb, whose] = [tokens[at - 2]?.lower ?? '', tokens[at - 1]?.lower ?? '']
  return (
    tokens[next]?.lower === 'year' &&
    /^(entered|entering|enters)$/.test(verb) &&
    /^(its|his|her|their)$/.test(whose)
  )
}

/** Anniversaries that are one word, and their years. */
const centenaries: ReadonlyMap<string, number> = new Map([
  ['centenary', 100],
  ['centennial', 100],
  ['sesquicentennial', 150],
  ['bicentenary', 200],
  ['bicentennial', 200],
  ['tercentenary', 300],
  ['tricentennial', 300],
])

function placeOfTokens(
  { annotated, offset }: PlacedSentence['paragraph'],
  first: number,
  last: number,
): { start: number; end: number } {
  const { tokens } = annotated
  return { start: offset + (tokens[first]?.start ?? 0), end: offset + (tokens[last]?.end ?? 0) }
}

/** "They married in June 1950. In June 1990, when they celebrated …": the date before the anniversary is its own. */
function onlyDate(dates: readonly DateMention[], onset: DateMention | null): DateMention | undefined {
  return onset && dates.length === 1 ? dates[0] : undefined
}

/** "This year the firm marks its 125th anniversary": the year of publication. */
function presentYear(section: SectionView, sentence: PlacedSentence): DateMention | undefined {
  return datesOfSentence(section, sentence).find(
    ({ granularity, expression: { meaning }, inferred, quoted }) =>
      (granularity === 'year' ||
        granularity === 'month' ||
        granularity === 'week' ||
        granularity === 'day') &&
      meaning.kind !== 'calendar' &&
      !quoted &&
      inferred.some(({ from }) => from === 'published'),
  )
}

function explicitDates(section: SectionView, sentence: PlacedSentence): DateMention[] {
  return datesOfSentence(section, sentence).filter(
    (date) =>
      date.interval !== null &&
      date.expression.meaning.kind === 'calendar' &&
      isExplicit(date) &&
      !date.quoted,
  )
}

/** How many tokens before a date the verb of a beginning may stand: "founded in 1924". */
const onsetReach = 3

function isOnset({ paragraph }: PlacedSentence, { expression: { first } }: DateMention): boolean {
  return paragraph.annotated.tokens
    .slice(Math.max(0, first - onsetReach), first)
    .some(({ lower }) => onsets.has(lower))
}

const onsets = new Set(lifeCourses.flatMap(({ first }) => [...first]))

/** The only date of the sentence before, when it tells of a beginning. */
function onsetIn(
  section: SectionView,
  before: PlacedSentence | undefined,
  own: PlacedSentence,
): DateMention | null {
  if (!before || before.paragraph !== own.paragraph) return null
  const { first, next } = before.sentence
  const begins = before.paragraph.annotated.tokens.slice(first, next).some(({ lower }) => onsets.has(lower))
  const dates = explicitDates(section, before)
  return begins && dates.length === 1 ? (dates[0] ?? null) : null
}

/**
 * "He died three weeks before his 90th birthday. He had been born on …", "… its 50th anniversary. Founded in 1966, it …": a
 * beginning that the next sentence tells.
 */
function birthBehind(
  section: SectionView,
  next: PlacedSentence | undefined,
  own: PlacedSentence,
): DateMention | null {
  if (!next) return null
  const isBirth = /\bborn\b/i.test(next.text) && /\bbirthday\b/.test(own.text)
  const isFounding =
    /^((It|The (firm|company|club|society|school|business|brand|paper|newspaper|charity|festival|museum|theatre|group|orchestra|choir|union|bank|brewery|factory|shop|store|hotel|cinema|church|town|city|college|university|hospital|league|team|party|line|station|library)) was )?(founded|formed|established|opened|built|set up|created|started|launched)\b/i.test(
      next.text,
    )
  return isBirth || isFounding ? onsetIn(section, next, own) : null
}

function yearOf({ interval }: DateMention): number {
  return civilOf(interval?.lo ?? 0).year
}

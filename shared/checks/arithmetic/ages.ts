import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import { civilOf } from '../extract/calendar.js'
import { cardinalAt } from '../extract/en/counts.js'
import { isLifespan } from '../events/statement.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import type { SpanClaim } from './span-claim.js'

/** An age as written: [`start`, `end`) in the source, and the date at which it is told. */
interface Age {
  start: number
  end: number
  years: number
  at: DateMention
}

/** "born in 1950 ... died in 2003 at the age of 63": an age that birth and date do not give. */
export function ageClaims(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  const claims = [
    ...agesBesideBirths(section, sentences),
    ...agesAtDeath(section, sentences),
    ...agesOfObituary(section, sentences),
  ]
  return claims.filter(
    ({ evidence }, index) =>
      claims.findIndex((other) => other.evidence[0]?.start === evidence[0]?.start) === index,
  )
}

/**
 * "Sir Percival Dunne, who has died aged 81, … Born in Perth on 11 March 1931 … He died on 2 September 2012.": an age that a
 * text with one birth and one death tells apart from both.
 */
function agesOfObituary(section: SectionView, sentences: readonly PlacedSentence[]): SpanClaim[] {
  const births = sentences.flatMap((sentence) => birthIn(section, sentence) ?? [])
  const [birth] = births
  if (!birth || births.length > 1) return []
  const deaths = sentences.flatMap((sentence) => deathIn(section, sentence, birth) ?? [])
  const [death] = deaths
  if (!death || deaths.length > 1) return []
  return sentences.flatMap((sentence) =>
    deathAgesIn(sentence).flatMap((age) => ageClaim(section, birth, { ...age, at: death })),
  )
}

/** "died aged 81", "who has died at the age of 81". */
function deathAgesIn({ paragraph, sentence }: PlacedSentence): Omit<Age, 'at'>[] {
  const { annotated, offset } = paragraph
  const { tokens } = annotated
  const ages: Omit<Age, 'at'>[] = []
  for (let at = sentence.first; at < sentence.next; at++) {
    const isAlone = isAgeAlone(tokens, at) || isLivedTo(tokens, at)
    if (!ageLeads.has(tokens[at]?.lower ?? '') && !isAlone) continue
    if (
      !isAlone &&
      !tokens.slice(Math.max(sentence.first, at - deathReach), at).some(({ lower }) => lower === 'died')
    )
      continue
    const { years, next } = yearsAt(tokens, tokens[at + 1]?.lower === 'of' ? at + 2 : at + 1)
    const [lead, number] = [tokens[at], tokens[next - 1]]
    if (lead && number && years > 0 && years < 120)
      ages.push({ start: offset + lead.start, end: offset + number.end, years })
  }
  return ages
}

/** "she was 87.": an age that ends its sentence. */
function isAgeAlone(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'was' || !/^s?he$/.test(tokens[at - 1]?.lower ?? '')) return false
  return tokens[yearsAt(tokens, at + 1).next]?.lower === '.'
}

/** "lived to be 85": `at` is that of "be". */
function isLivedTo(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'be' && tokens[at - 1]?.lower === 'to' && tokens[at - 2]?.lower === 'lived'
}

/** How far behind "died" the age may stand, in tokens. */
const deathReach = 8

/** How many sentences back the death and the birth may stand of which "She was 83." tells the age. */
const obituaryReach = 4

/** "… died on 19 November 1954. She was born on 2 June 1871 … She was 83.": an age that stands alone. */
function agesAtDeath(section: SectionView, sentences: readonly PlacedSentence[]): SpanClaim[] {
  return sentences.flatMap((sentence, index) => {
    const { annotated, offset } = sentence.paragraph
    const [who, was] = [0, 1].map((step) => annotated.tokens[sentence.sentence.first + step])
    if (!who || !was || !/^s?he$/.test(who.lower) || was.lower !== 'was') return []
    const { years, next } = yearsAt(annotated.tokens, sentence.sentence.first + 2)
    if (!(years > 0 && years < 120) || annotated.tokens[next]?.lower !== '.') return []
    const before = sentences
      .slice(Math.max(0, index - obituaryReach), index)
      .filter(({ paragraph }) => paragraph === sentence.paragraph)
    const birth = before.map((one) => birthIn(section, one)).find((date) => date !== null)
    const death = before.map((one) => deathIn(section, one, birth)).find((date) => date !== null)
    if (!birth || !death) return []
    const end = offset + (annotated.tokens[next - 1]?.end ?? 0)
    return ageClaim(section, birth, { start: offset + was.start, end, years, at: death })
  })
}

/** The only date of a sentence that tells of a death, the birth left out. */
function deathIn(
  section: SectionView,
  sentence: PlacedSentence,
  birth: DateMention | undefined,
): DateMention | null {
  const { first, next } = sentence.sentence
  const words = sentence.paragraph.annotated.tokens.slice(first, next)
  if (!words.some(({ lower }) => lower === 'died')) return null
  const dates = datesOfSentence(section, sentence).filter(
    (date) => date !== birth && date.interval && date.expression.meaning.kind === 'calendar',
  )
  return dates.length === 1 ? (dates[0] ?? null) : null
}

function agesBesideBirths(section: SectionView, sentences: readonly PlacedSentence[]): SpanClaim[] {
  return sentences.flatMap((sentence, index) => {
    const birth = birthIn(section, sentence)
    if (!birth) return []
    const next = sentences[index + 1]
    const before = sentences[index - 1]
    const near = [
      ...(before && opensWithBirth(sentence) && before.paragraph === sentence.paragraph ? [before] : []),
      sentence,
      ...(next && continues(next, sentence) ? [next] : []),
    ]
    const told = new Set([...near, ...deathsOf(surnameBefore(sentence, birth), sentences)])
    return [...told]
      .flatMap((other) => agesIn(section, other, birth))
      .flatMap((age) => ageClaim(section, birth, age))
  })
}

/** The date after "born", or the first of "(1831–1902)" behind a name. */
function birthIn(section: SectionView, sentence: PlacedSentence): DateMention | null {
  const { tokens } = sentence.paragraph.annotated
  const dates = datesOfSentence(section, sentence).filter(
    ({ interval, expression }) => interval && expression.meaning.kind === 'calendar',
  )
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    if (tokens[at]?.lower !== 'born') continue
    const date = dates.find(({ expression: { first } }) => first > at && first - at <= 9)
    if (date && !tokens.slice(at, date.expression.first).some(({ lower }) => lower === 'died')) return date
  }
  const lived = dates.findIndex((date, index) => isLifespan(tokens, date, dates[index + 1]))
  return lived < 0 ? null : (dates[lived] ?? null)
}

/** The surname before the bracket of a lifespan; '' when the birth is told otherwise. */
function surnameBefore({ paragraph }: PlacedSentence, birth: DateMention): string {
  const { tokens } = paragraph.annotated
  const at = birth.expression.first - 1
  const name = tokens[at - 1]
  return tokens[at]?.lower === '(' && name?.capital ? name.lower : ''
}

/** The sentences that tell of the death of somebody by name. */
function deathsOf(surname: string, sentences: readonly PlacedSentence[]): PlacedSentence[] {
  if (!surname) return []
  return sentences.filter(({ paragraph, sentence }) => {
    const words = paragraph.annotated.tokens.slice(sentence.first, sentence.next)
    return words.some(({ lower }) => lower === surname) && words.some(({ lower }) => lower === 'died')
  })
}

/** "Born in Split on 20 May 1938, he had …": the birth of whom the sentence before spoke of. */
function opensWithBirth({ paragraph, sentence }: PlacedSentence): boolean {
  const words = paragraph.annotated.tokens.slice(sentence.first, sentence.next)
  return words[0]?.lower === 'born' && words.some(({ lower }) => lower === 'he' || lower === 'she')
}

function continues(next: PlacedSentence, sentence: PlacedSentence): boolean {
  if (next.paragraph !== sentence.paragraph) return false
  const first = next.paragraph.annotated.tokens[next.sentence.first]?.lower ?? ''
  return first === 'he' || first === 'she'
}

const ageLeads = new Set(['aged', 'age'])

function agesIn(section: SectionView, sentence: PlacedSentence, birth: DateMention): Age[] {
  const { tokens } = sentence.paragraph.annotated
  const dates = datesOfSentence(section, sentence).filter(
    (date) => date !== birth && date.interval && date.expression.meaning.kind === 'calendar',
  )
  const ages: Age[] = []
  for (let at = sentence.sentence.first; at < sentence.sentence.next; at++) {
    const token = tokens[at]
    if (
      !token ||
      !(
        ageLeads.has(token.lower) ||
        isAtAge(tokens, at) ||
        isAtAgeInYear(tokens, at, dates) ||
        isWhenHeWas(tokens, at) ||
        isWasWhen(tokens, at, birth)
      )
    )
      continue
    const { years, next } = yearsAt(tokens, tokens[at + 1]?.lower === 'of' ? at + 2 : at + 1)
    const number = tokens[next - 1]
    const near = [...dates].sort(
      (a, b) => Math.abs(a.expression.first - at) - Math.abs(b.expression.first - at),
    )[0]
    if (!number || !(years > 0 && years < 120) || !near || Math.abs(near.expression.first - at) > 12) continue
    const { offset } = sentence.paragraph
    ages.push({ start: offset + token.start, end: offset + number.end, years, at: near })
  }
  return ages
}

/** An age in digits or words, and the token behind it; not a number when there is none. */
function yearsAt(tokens: readonly Token[], at: number): { years: number; next: number } {
  const word = tokens[at]?.lower ?? ''
  if (/^\d{1,3}$/.test(word)) return { years: Number(word), next: at + 1 }
  const inWords = cardinalAt(tokens, at)
  return { years: inWords?.value ?? Number.NaN, next: inWords?.next ?? at + 1 }
}

/** "was 34 when she took over the paper in 1962": the age at the date behind. */
function isWasWhen(tokens: readonly Token[], at: number, birth: DateMention): boolean {
  const { next } = yearsAt(tokens, at + 1)
  if (tokens[at]?.lower !== 'was' || next === at + 1 || tokens[next]?.lower !== 'when') return false
  const { first } = birth.expression
  // "his father, born in 1901": the birth is another's.
  const between = tokens.slice(Math.min(at, first), Math.max(at, first))
  return (
    between.some(({ lower }) => lower === '.') ||
    !between.some(({ lower }) => /^(his|her|their)$/.test(lower))
  )
}

/** "in 1921, when he was 34": the age at the date before. */
function isWhenHeWas(tokens: readonly Token[], at: number): boolean {
  const [when, who] = [tokens[at - 2]?.lower, tokens[at - 1]?.lower]
  const { next } = yearsAt(tokens, at + 1)
  return (
    tokens[at]?.lower === 'was' &&
    when === 'when' &&
    (who === 'he' || who === 'she') &&
    /^([.,;]|years)$/.test(tokens[next]?.lower ?? '.')
  )
}

/** "went to sea at fourteen, in 1854": an age that the date right behind it gives. */
function isAtAgeInYear(tokens: readonly Token[], at: number, dates: readonly DateMention[]): boolean {
  if (tokens[at]?.lower !== 'at') return false
  const { years, next } = yearsAt(tokens, at + 1)
  if (!(years >= leastAge) || tokens[next]?.lower !== ',') return false
  return dates.some(({ expression: { first } }) => first > next && first - next <= 2)
}

/** Smaller numbers behind "at" are times of day. */
const leastAge = 5

/** "on 8 June 2010, at 48,": an age between marks. */
function isAtAge(tokens: readonly Token[], at: number): boolean {
  const marked = /^[,.;]$/
  const isOfDeath = tokens.slice(Math.max(0, at - 8), at).some(({ lower }) => lower === 'died')
  return (
    tokens[at]?.lower === 'at' &&
    (tokens[at - 1]?.lower === ',' || isOfDeath) &&
    /^[1-9]\d$/.test(tokens[at + 1]?.lower ?? '') &&
    marked.test(tokens[at + 2]?.lower ?? '.')
  )
}

function ageClaim(section: SectionView, birth: DateMention, age: Age): SpanClaim[] {
  const [born, at] = [birth.interval, age.at.interval]
  if (!born || !at || at.hi < born.lo) return []
  const least = completedYears(born.hi, at.lo)
  const most = completedYears(born.lo, at.hi)
  const explicit = isExplicit(birth) && isExplicit(age.at)
  return [
    {
      evidence: [age, birth, age.at],
      dates: [birth, age.at],
      said: quoteOf(section, age),
      found: least === most ? `an age of ${least}` : `an age of ${least} or ${most}`,
      severity: explicit ? 'likely' : 'check',
      holds: age.years >= least && age.years <= most,
    },
  ]
}

/** Years completed between two days. */
function completedYears(from: number, to: number): number {
  const [a, b] = [civilOf(from), civilOf(to)]
  const isBefore = b.month < a.month || (b.month === a.month && b.day < a.day)
  return b.year - a.year - (isBefore ? 1 : 0)
}

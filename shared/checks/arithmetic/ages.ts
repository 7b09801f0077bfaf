import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import type { DateMention } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import type { SpanClaim } from './span-claim.js'
import { type Age, ageClaim, ageLeads, birthIn, yearsAt } from './age-claim.js'
import { relatives } from '../extract/en/kin-words.js'
import { agesAtDeath, agesOfObituary } from './obituary-ages.js'

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
  if (/^(his|her)$/.test(first)) return /\bwhen s?he was\b/.test(next.text) && !relatives.test(next.text)
  return /^(he|she|at|aged)$/.test(first)
}

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

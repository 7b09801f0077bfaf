import { datesOfSentence, type PlacedSentence, type SectionView } from '../check-context.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { ordinalAt } from '../extract/en/counts.js'
import { intervalOfPrefix } from '../extract/timex.js'
import type { Token } from '../extract/tokens.js'
import { type Age, ageClaim, ageLeads, birthIn, completedYears, yearsAt } from './age-claim.js'
import { relatives } from '../extract/en/kin-words.js'
import type { SpanClaim } from './span-claim.js'

/**
 * "Sir Percival Dunne, who has died aged 81, … Born in Perth on 11 March 1931 … He died on 2 September 2012.": an age that a
 * text with one birth and one death tells apart from both.
 */
export function agesOfObituary(section: SectionView, sentences: readonly PlacedSentence[]): SpanClaim[] {
  const births = sentences.flatMap((sentence) => birthIn(section, sentence) ?? [])
  const [birth] = births
  if (!birth || births.some((other) => !isSameDay(other, birth))) return []
  const deaths = sentences.flatMap((sentence) => deathIn(section, sentence, birth) ?? [])
  const [death] = deaths
  if (!death) {
    const told = agesAtFuneral(section, sentences, birth)
    return told.length > 0 ? told : agesInNews(section, sentences, birth)
  }
  if (deaths.length > 1) return []
  return sentences.flatMap((sentence) =>
    deathAgesIn(sentence).flatMap((age) => ageClaim(section, birth, { ...age, at: death })),
  )
}

/** An obituary may tell the birth twice, in its story and in its last line. */
function isSameDay({ interval: a }: DateMention, { interval: b }: DateMention): boolean {
  return a?.lo === b?.lo && a?.hi === b?.hi
}

/** "Felix Brandl, who has died at 91, was born in Passau on 8 April 1926": news of a death, which was shortly before. */
function agesInNews(
  section: SectionView,
  sentences: readonly PlacedSentence[],
  birth: DateMention,
): SpanClaim[] {
  const today = intervalOfPrefix(section.published)
  const born = birth.interval
  if (!today || !born || !isExplicit(birth) || isOfKin(sentences, birth)) return []
  const least = completedYears(born.hi, today.lo - mourning)
  const most = completedYears(born.lo, today.hi)
  return sentences
    .filter(({ text }) => /\bhas died\b/.test(text))
    .flatMap((sentence) => deathAgesIn(sentence))
    .map((age) => ({
      evidence: [age, birth],
      dates: [birth],
      said: section.text.slice(age.start, age.end),
      found: `an age of ${least === most ? least : `${least} or ${most}`} when the text was published`,
      severity: 'check',
      holds: age.years >= least && age.years <= most,
    }))
}

/** "a son of Otto, who was born in 1899": a birth that another word for kin stands before. */
function isOfKin(sentences: readonly PlacedSentence[], birth: DateMention): boolean {
  const own = sentences.find(({ start, end }) => start <= birth.start && birth.start < end)
  return own !== undefined && relatives.test(own.text.slice(0, birth.start - own.start))
}

/** How long after a death its obituary and the funeral come, in days. */
const mourning = 60

/** "who has died aged 84 … Her funeral will be held on 14 June 2022.": an age at a death that lies shortly before. */
function agesAtFuneral(
  section: SectionView,
  sentences: readonly PlacedSentence[],
  birth: DateMention,
): SpanClaim[] {
  const funeral = sentences.flatMap((sentence) => funeralIn(section, sentence) ?? [])[0]
  const day = funeral?.interval?.hi
  if (!funeral || day === undefined) return []
  const at = { ...funeral, interval: { lo: day - mourning, hi: day } }
  return sentences.flatMap((sentence) =>
    deathAgesIn(sentence).flatMap((age) => ageClaim(section, birth, { ...age, at })),
  )
}

function funeralIn(section: SectionView, sentence: PlacedSentence): DateMention | undefined {
  const { first, next } = sentence.sentence
  const words = sentence.paragraph.annotated.tokens.slice(first, next)
  if (!words.some(({ lower }) => /^(funeral|buried|cremated|cremation|burial)$/.test(lower))) return undefined
  return datesOfSentence(section, sentence).find(
    ({ granularity, interval }) => granularity === 'day' && interval !== null,
  )
}

/** "died aged 81", "who has died at the age of 81". */
function deathAgesIn({ paragraph, sentence }: PlacedSentence): Omit<Age, 'at'>[] {
  const { annotated, offset } = paragraph
  const { tokens } = annotated
  const ages: Omit<Age, 'at'>[] = []
  for (let at = sentence.first; at < sentence.next; at++) {
    const inYear = yearOfLife(tokens, at)
    if (inYear && tokens[inYear.next]) {
      const end = offset + (tokens[inYear.next]?.end ?? 0)
      ages.push({ start: offset + (tokens[at]?.start ?? 0), end, years: inYear.years })
      continue
    }
    const isAlone = isAgeAlone(tokens, at) || isLivedTo(tokens, at) || isDiedAt(tokens, at)
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

/** "died … in her eighty-third year": one more than the years that are over; `next` is the token of "year". */
function yearOfLife(tokens: readonly Token[], at: number): { years: number; next: number } | null {
  const [lead, whose] = [tokens[at]?.lower, tokens[at + 1]?.lower ?? '']
  const ordinal = lead === 'in' && /^(his|her)$/.test(whose) ? ordinalAt(tokens, at + 2) : null
  if (!ordinal || tokens[ordinal.next]?.lower !== 'year' || ordinal.value < leastYearOfLife) return null
  const behind = tokens.slice(ordinal.next + 1, ordinal.next + 4).map(({ lower }) => lower)
  if (!endsYearOfLife.test((behind.length > 0 ? behind : ['.']).join(' '))) return null
  return { years: ordinal.value - 1, next: ordinal.next }
}

/** "in his 45th year as organist", "at the school" and "of marriage" tell of other years. */
const endsYearOfLife = /^([.,;:)–—-]|and\b|after\b|of (his |her )?(life|age)\b)/

/** "in her fifth year" at a school or in office is no age. */
const leastYearOfLife = 40

/** "she was 87.": an age that ends its sentence. */
function isAgeAlone(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'was' || !/^s?he$/.test(tokens[at - 1]?.lower ?? '')) return false
  if (/^(when|until|before|since|while|that)$/.test(tokens[at - 2]?.lower ?? '')) return false
  return tokens[yearsAt(tokens, at + 1).next]?.lower === '.'
}

/** "has died at 91, was": `at` is that of "at". */
function isDiedAt(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'at' || tokens[at - 1]?.lower !== 'died') return false
  const { years, next } = yearsAt(tokens, at + 1)
  return years >= leastYearOfLife / 2 && /^[.,;]$/.test(tokens[next]?.lower ?? '.')
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
export function agesAtDeath(section: SectionView, sentences: readonly PlacedSentence[]): SpanClaim[] {
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
    (date) =>
      !(birth && isSameDay(date, birth)) &&
      date.interval &&
      /^(calendar|weekday|shifted|season)$/.test(date.expression.meaning.kind),
  )
  return dates.length === 1 ? (dates[0] ?? null) : null
}

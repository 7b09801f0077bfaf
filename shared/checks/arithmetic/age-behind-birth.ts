import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { isQuoted } from '../extract/quotations.js'
import { intervalOfPrefix } from '../extract/timex.js'
import { areSlipsOfEachOther } from '../numbers/slip-likeness.js'
import type { Token } from '../extract/tokens.js'
import { birthIn, completedYears, yearsAt } from './age-claim.js'
import { relatives } from '../extract/en/kin-words.js'
import type { SpanClaim } from './span-claim.js'

/** How far off an age may be and still be meant for the day of publication, in years. */
const yearsOff = 12

/** How many days before the day of publication news lie at most, of which the text says "was". */
const newsDays = 45

/**
 * "The driver, born on 2 June 1971, was 47.", "Else Dahl, who was born in 1938, … “I am 81,” she says.": the age of
 * somebody without or with a name, on the day of publication. "Was" may be told of any time, so that then every other
 * date before it must be of the last weeks. Nothing without a day of publication.
 */
export function agesBehindBirth(section: SectionView): SpanClaim[] {
  const today = intervalOfPrefix(section.published)
  if (!today) return []
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const birth = birthIn(section, sentence)
    if (!birth?.interval || !isExplicit(birth) || birth.quoted || relatives.test(sentence.text)) return []
    const next = sentences[index + 1]
    const age =
      ageOf(section, sentence, birth, today.lo, sentences) ??
      (next?.paragraph === sentence.paragraph ? ageSaid(next) : null)
    if (!age) return []
    const [least, most] = [
      completedYears(birth.interval.hi, today.lo - (age.isPast ? newsDays : 0)),
      completedYears(birth.interval.lo, today.hi),
    ]
    const isNear = age.years >= least - yearsOff && age.years <= most + yearsOff
    // Far off, it is the age at another time: "the soldier, born in 1920, was 23".
    if (least < 0 || !(isNear || areSlipsOfEachOther(age.years, most))) return []
    return [
      {
        evidence: [age, birth],
        dates: [birth],
        said: section.text.slice(age.start, age.end),
        found: `an age of ${least === most ? least : `${least} or ${most}`} when the text was published`,
        severity: 'check' as const,
        holds: age.years >= least && age.years <= most,
      },
    ]
  })
}

interface AgeSaid {
  start: number
  end: number
  years: number
  isPast: boolean
}

/** ", was 47." or "and is 47 now" right behind the birth. */
function ageOf(
  section: SectionView,
  sentence: PlacedSentence,
  birth: DateMention,
  today: number,
  sentences: readonly PlacedSentence[],
): AgeSaid | null {
  const { tokens } = sentence.paragraph.annotated
  const { next } = birth.expression
  const lead = tokens[next]?.lower === ',' || tokens[next]?.lower === 'and' ? next + 1 : next
  const verb = tokens[lead]?.lower ?? ''
  if (!/^(is|was|turns|turned)$/.test(verb)) return null
  const isPast = verb === 'was' || verb === 'turned'
  const age = ageAt(sentence, tokens, tokens[lead + 1]?.lower === 'now' ? lead + 2 : lead + 1)
  if (!age || (isPast && !isNews(section, sentence, birth, today, sentences))) return null
  const hasOther = datesOfSentence(section, sentence).some(
    (date) => date !== birth && date.expression.meaning.kind === 'calendar',
  )
  return hasOther ? null : { ...age, isPast }
}

function ageAt(
  { paragraph }: PlacedSentence,
  tokens: readonly Token[],
  at: number,
): Omit<AgeSaid, 'isPast'> | null {
  const { years, next } = yearsAt(tokens, at)
  const [first, last, behind] = [tokens[at], tokens[next - 1], tokens[next]?.lower ?? '.']
  if (!first || !last || !(years >= 5 && years <= 115) || !/^([.,;]|and|but|now|years)$/.test(behind))
    return null
  if (behind === 'years' && tokens[next + 1]?.lower !== 'old') return null
  return { start: paragraph.offset + first.start, end: paragraph.offset + last.end, years }
}

/** Whether all that the sentences up to this one date is of the last weeks, and something is. */
function isNews(
  section: SectionView,
  sentence: PlacedSentence,
  birth: DateMention,
  today: number,
  sentences: readonly PlacedSentence[],
): boolean {
  const told = sentences
    .filter(({ start, paragraph }) => start <= sentence.start && paragraph === sentence.paragraph)
    .flatMap((one) => datesOfSentence(section, one))
    .filter((date) => date !== birth && date.interval !== null)
  return (
    told.length > 0 &&
    told.every(({ interval }) => interval && interval.lo > today - newsDays && interval.lo <= today)
  )
}

/** "“I am 81 and I am not moving,” she says.": what somebody says of the own age in the sentence behind. */
function ageSaid(sentence: PlacedSentence): AgeSaid | null {
  const { tokens, quotes } = sentence.paragraph.annotated
  const { first, next } = sentence.sentence
  for (let at = first; at < next - 2; at++) {
    const token = tokens[at] as Token
    if (token.lower !== 'i' || !isQuoted(quotes, token)) continue
    const isAm = tokens[at + 1]?.lower === 'am' || tokens[at + 1]?.lower === "'m"
    const age = isAm ? ageAt(sentence, tokens, at + 2) : null
    // The one who speaks must be the one who was born: a pronoun, and no other name.
    const tag = tokens.slice(first, next).filter((word) => !isQuoted(quotes, word))
    const isOwn = tag.some(({ lower }) => lower === 'he' || lower === 'she')
    if (age && isOwn && !tag.some(({ capital, lower }) => capital && lower !== 'he' && lower !== 'she'))
      return { ...age, isPast: false }
  }
  return null
}

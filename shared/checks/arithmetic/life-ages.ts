import {
  datesOfSentence,
  inSentence,
  type PlacedSentence,
  proseSentences,
  type SectionView,
} from '../check-context.js'
import { quoteOf } from '../explain.js'
import { isLifespan } from '../events/statement.js'
import { relatives } from '../extract/en/kin-words.js'
import { ordinalAt } from '../extract/en/counts.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { intervalOfPrefix } from '../extract/timex.js'
import type { Token } from '../extract/tokens.js'
import { type Age, ageClaim, birthIn, completedYears, yearsAt } from './age-claim.js'
import type { SpanClaim } from './span-claim.js'

/**
 * "Marta Kowal (1888–1967) … She was sixty-four when in 1942 she was forced to leave.": an age anywhere in a text that tells
 * one birth, of whom it goes on to speak by "she" or by the surname, at the only other date of its sentence.
 */
export function lifeAges(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  const life = onlyBirth(section, sentences)
  if (!life) return []
  return sentences.flatMap((sentence) => {
    if (sentence.start < life.sentence.start && !isOfSurname(sentence, life)) return []
    const atDeath = ageAtDeath(section, sentence, life)
    if (atDeath) return atDeath
    if (isOfOther(sentence, life)) return []
    const ages = agesIn(sentence, life)
    const [age] = ages
    if (!age || ages.length > 1) return []
    return claimAt(section, sentence, age, life)
  })
}

interface Life {
  birth: DateMention
  sentence: PlacedSentence
  /** The last word of the name of whoever was born, in lower case; '' when the sentence has none before the birth. */
  surname: string
  /** Whether the text speaks of the one who was born by "she". */
  isShe: boolean
}

function onlyBirth(section: SectionView, sentences: readonly PlacedSentence[]): Life | null {
  const births = sentences.flatMap((sentence) => {
    const birth = birthIn(section, sentence)
    return birth ? [{ birth, sentence }] : []
  })
  const [first, ...others] = births
  if (!first || others.length > 0 || !isExplicit(first.birth) || first.birth.quoted) return null
  const { sentence, birth } = first
  if (relatives.test(sentence.text.slice(0, birth.start - sentence.start))) return null
  const all = sentences.map(({ text }) => text).join(' ')
  const [she, he] = [/\b(she|her)\b/gi, /\b(he|his|him)\b/gi].map(
    (pronoun) => all.match(pronoun)?.length ?? 0,
  )
  if (she === undefined || he === undefined || Math.min(she, he) * 3 > Math.max(she, he)) return null
  const told = inSentence(sentence.paragraph.annotated.names, sentence.sentence)
  const name = told.find(({ next }) => next <= birth.expression.first) ?? told[0]
  // "Jonas Meier … . Born in Ulm in 1978, he …": the name stands in the sentence before.
  const before = sentences[sentences.indexOf(sentence) - 1]
  const isBare = /^(Born|He was|She was)\b/.test(sentence.text) && before !== undefined
  const own = isBare
    ? inSentence(before.paragraph.annotated.names, before.sentence).find(({ words }) => words.length > 1)
    : name
  return { birth, sentence, surname: own?.words.at(-1)?.toLowerCase() ?? '', isShe: she > he }
}

/** Whether a sentence before the birth speaks of the same person by name. */
function isOfSurname({ text }: PlacedSentence, { surname }: Life): boolean {
  return surname !== '' && text.toLowerCase().includes(surname)
}

/** Whether a sentence speaks of kin, or of somebody else by a full name. */
function isOfOther({ paragraph, sentence, text }: PlacedSentence, { surname }: Life): boolean {
  if (relatives.test(text)) return true
  return inSentence(paragraph.annotated.names, sentence).some(
    ({ words, first }) =>
      words.length > 1 &&
      words.at(-1)?.toLowerCase() !== surname &&
      !/^(of|in|at|from|near|on|for|with|to|by|the)$/.test(
        paragraph.annotated.tokens[first - 1]?.lower ?? '',
      ),
  )
}

/** "He died at his home eighty-two years old": an age at the death that a lifespan behind the name gives. */
function ageAtDeath(
  section: SectionView,
  placed: PlacedSentence,
  { birth, sentence }: Life,
): SpanClaim[] | null {
  const all = datesOfSentence(section, sentence)
  const death = all[all.indexOf(birth) + 1]
  if (!isLifespan(sentence.paragraph.annotated.tokens, birth, death) || !death) return null
  if (!/\b(died|death)\b/.test(placed.text) || placed === sentence) return null
  const others = datesOfSentence(section, placed).filter(
    ({ expression: { meaning } }) => meaning.kind !== 'duration',
  )
  const isDated =
    /\bdied\b/.test(placed.text) &&
    others.every(({ end }) => end < placed.start + placed.text.lastIndexOf('died'))
  if (others.length > 0 && !isDated) return null
  const { tokens } = placed.paragraph.annotated
  for (let at = placed.sentence.first; at < placed.sentence.next; at++) {
    const { years, next } = yearsAt(tokens, at)
    const isOld = tokens[next]?.lower === 'years' && tokens[next + 1]?.lower === 'old'
    const isAged =
      /^(aged|of)$/.test(tokens[at - 1]?.lower ?? '') &&
      (tokens[at - 1]?.lower === 'aged' || tokens[at - 2]?.lower === 'age')
    if (!(isOld || isAged) || !(years >= leastAge && years <= mostAge)) continue
    const { offset } = placed.paragraph
    if (relatives.test(placed.text.slice(0, offset + (tokens[at]?.start ?? 0) - placed.start))) return null
    const end = offset + (tokens[isOld ? next + 1 : next - 1]?.end ?? 0)
    return ageClaim(section, birth, { start: offset + (tokens[at]?.start ?? 0), end, years, at: death })
  }
  return null
}

interface AgeSaid extends Omit<Age, 'at'> {
  /** Whether it is said of the day of publication: "is 54", "turns 54". */
  isNow: boolean
}

/** "She was sixty-four when", "at the age of 31", "aged 31", "was made a professor at thirty-one", "his seventieth birthday". */
function agesIn(placed: PlacedSentence, life: Life): AgeSaid[] {
  const { annotated, offset } = placed.paragraph
  const { tokens } = annotated
  const found: AgeSaid[] = []
  for (let at = placed.sentence.first; at < placed.sentence.next; at++) {
    const age = birthdayAt(tokens, at, life) ?? ageAt(tokens, at, life)
    if (!age) continue
    found.push({
      start: offset + (tokens[at]?.start ?? 0),
      end: offset + (tokens[age.next - 1]?.end ?? 0),
      years: age.years,
      isNow: age.isNow,
    })
    at = age.next - 1
  }
  return found
}

interface AgeRead {
  years: number
  next: number
  isNow: boolean
}

/** Ages at which something is done; smaller numbers are mostly times, places or floors. */
const leastAge = 7
const mostAge = 112

function ageAt(tokens: readonly Token[], at: number, { surname, isShe }: Life): AgeRead | null {
  const word = tokens[at]?.lower ?? ''
  const before = tokens[at - 1]?.lower ?? ''
  const isHis = before === (isShe ? 'she' : 'he') || (before === surname && surname !== '')
  const isBound = /^(before|until|till|since|while|after|that)$/.test(tokens[at - 2]?.lower ?? '')
  const isWho = before === 'who' && word === 'is'
  const isState = /^(was|is|turned|turns)$/.test(word) && (isHis || isWho) && !isBound
  const start = /^(the|an)$/.test(tokens[at + 1]?.lower ?? '') && word === 'at' ? at + 2 : at + 1
  const isOfAge = word === 'at' && tokens[start]?.lower === 'age' && tokens[start + 1]?.lower === 'of'
  const isAged = word === 'aged' || (word === 'at' && /^[a-z]+$/.test(tokens[at + 1]?.lower ?? ''))
  const isAtDigits = word === 'at' && /^\d\d$/.test(tokens[at + 1]?.lower ?? '')
  if (!isState && !isOfAge && !isAged && !isAtDigits) return null
  const from = isOfAge ? start + 2 : at + 1
  const lead = /^(only|just|barely|already|still|now|then)$/.test(tokens[from]?.lower ?? '') ? from + 1 : from
  const { years, next } = yearsAt(tokens, lead)
  const behind = tokens[next]?.lower ?? '.'
  if (!(years >= leastAge && years <= mostAge)) return null
  const isOld = behind === 'years' && tokens[next + 1]?.lower === 'old'
  if (!(isOld || /^([.,;:)–—]|when|and|but|that|to|with|on|in|by|he|she|as)$/.test(behind))) return null
  // "at six in the morning", "at 10 on Monday": a time; an age has a mark, "when" or the one who did it behind it.
  if (word === 'at' && !isOfAge && !/^([.,;:)–—]|when|and|but|he|she)$/.test(behind)) return null
  return { years, next: isOld ? next + 2 : next, isNow: word === 'is' || word === 'turns' }
}

/** "his seventieth birthday", "her 102nd birthday". */
function birthdayAt(tokens: readonly Token[], at: number, { isShe }: Life): AgeRead | null {
  if (tokens[at]?.lower !== (isShe ? 'her' : 'his')) return null
  const ordinal = ordinalAt(tokens, at + 1)
  if (!ordinal || tokens[ordinal.next]?.lower !== 'birthday') return null
  const before = tokens.slice(Math.max(0, at - 2), at).map(({ lower }) => lower)
  if (before.some((word) => /^(before|after|until|to|of|short|for)$/.test(word))) return null
  return { years: ordinal.value, next: ordinal.next + 1, isNow: false }
}

function claimAt(section: SectionView, sentence: PlacedSentence, age: AgeSaid, { birth }: Life): SpanClaim[] {
  const dates = datesOfSentence(section, sentence).filter(
    (date) =>
      date !== birth &&
      !(
        date.paragraph === birth.paragraph &&
        date.expression.first <= birth.expression.next + 2 &&
        date.start > birth.start
      ) &&
      !date.quoted &&
      date.interval !== null &&
      /^(calendar|season|weekday|nth-weekday|day-of-month)$/.test(date.expression.meaning.kind),
  )
  const [at, ...others] = dates
  if (at && others.length === 0 && !age.isNow) {
    const isNear =
      Math.abs(at.start - age.end) < reach &&
      !otherClause.test(section.text.slice(Math.min(at.end, age.end), Math.max(at.start, age.start)))
    return isNear && !isSince(section, at) ? ageClaim(section, birth, { ...age, at }) : []
  }
  const today = intervalOfPrefix(section.published)
  if (at || !today || !birth.interval || !age.isNow) return []
  const [least, most] = [
    completedYears(birth.interval.hi, today.lo),
    completedYears(birth.interval.lo, today.hi),
  ]
  if (Math.abs(age.years - most) > farOff) return []
  return [
    {
      evidence: [age, birth],
      dates: [birth],
      said: quoteOf(section, age),
      found: `an age of ${least === most ? least : `${least} or ${most}`} when the text was published`,
      severity: 'check',
      // "turns 70": this year.
      holds: age.years >= least && age.years <= most + 1,
    },
  ]
}

/** Words between an age and a date that give the date to something else. */
const otherClause = /;|\b(having|which|who|where|whose|after|before|since|until|by the time)\b/

/** How far, in UTF-16 code units, an age may stand from its date. */
const reach = 90

/** How far off an age may be to be meant for the day of publication, in years. */
const farOff = 15

/** "since 1931", "until 1950": a date of something that goes on. */
function isSince({ text }: SectionView, { start }: DateMention): boolean {
  return /\b(since|until|till|before|after|by|from|of) (the )?$/.test(
    text.slice(Math.max(0, start - 12), start),
  )
}

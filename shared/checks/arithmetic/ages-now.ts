import { inSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import { civilOf } from '../extract/calendar.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { intervalOfPrefix } from '../extract/timex.js'
import { agesToldIn } from '../numbers/ages-told.js'
import { birthIn, completedYears } from './age-claim.js'
import { relatives } from '../extract/en/kin-words.js'
import type { SpanClaim } from './span-claim.js'

/**
 * "Lucy Brand, 42, who was born in 1985": the age of somebody on the day of publication, beside a birth in the same sentence
 * or one that the next sentence tells of "he" or "she". Nothing without a day of publication.
 */
export function agesNow(section: SectionView): SpanClaim[] {
  const today = intervalOfPrefix(section.published)
  if (!today) return []
  const sentences = proseSentences(section)
  return agesToldIn(section).flatMap(({ item: { sentence, place, years, dated } }) => {
    const next = sentences[sentences.indexOf(sentence) + 1]
    const isHis = next?.paragraph === sentence.paragraph && /^(He|She) was born\b|^Born\b/.test(next.text)
    const birth = birthIn(section, sentence) ?? (isHis ? birthIn(section, next) : null)
    const born = birth?.interval
    if (!birth || !born || !isExplicit(birth) || /\b(died|whose)\b/.test(sentence.text)) return []
    if (relatives.test(sentence.text) || !isHisOwn(sentence, place, birth)) return []
    // Other years of the sentence may be those of the age.
    if (dated.some((year) => year !== civilOf(born.lo).year)) return []
    const [least, most] = [completedYears(born.hi, today.lo), completedYears(born.lo, today.hi)]
    if (least < 0) return []
    return [
      {
        evidence: [place, birth],
        dates: [birth],
        said: quoteOf(section, place),
        found: `an age of ${least === most ? least : `${least} or ${most}`} when the text was published`,
        severity: 'check' as const,
        holds: years >= least && years <= most,
      },
    ]
  })
}

/** Words before names of places, and of bodies that somebody belongs to. */
const placeLeads = /^(of|in|at|from|near|on|for|with)$/

/** No other full name stands before the birth: "Mark Hall, 50, and Ann Reed, born in 1980". */
function isHisOwn(
  { paragraph, sentence }: PlacedSentence,
  age: { start: number },
  birth: DateMention,
): boolean {
  const { tokens, names } = paragraph.annotated
  const told = inSentence(names, sentence).filter(({ next }) => next <= birth.expression.first)
  const own =
    told.findLast(({ next }) => paragraph.offset + (tokens[next - 1]?.end ?? 0) <= age.start) ?? told[0]
  return told.every(
    (name) =>
      name.words.length === 1 ||
      name.words.at(-1) === own?.words.at(-1) ||
      placeLeads.test(tokens[name.first - 1]?.lower ?? ''),
  )
}

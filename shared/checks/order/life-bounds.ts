import {
  datesOfSentence,
  inSentence,
  type PlacedSentence,
  proseSentences,
  type SectionView,
} from '../check-context.js'
import { birthIn } from '../arithmetic/age-claim.js'
import { isLifespan } from '../events/statement.js'
import { relatives } from '../extract/en/kin-words.js'
import { irregularVerbs } from '../extract/en/verb-words.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { isCalendarDate, isReversed, type OrderClaim } from './order-claim.js'

/** How many days before a birth or behind a death something may lie that is told of the same person: more is another's. */
const farthest = 100 * 366

/** Acts that only the living do. */
const livingActs =
  /^(attended|studied|took|entered|joined|moved|married|enlisted|emigrated|graduated|worked|taught|served|became|left|went|travelled|returned|began|started|won|wrote|founded|opened|bought|led|resigned|retired|learned|trained|settled|enrolled|qualified|divorced|visited|played|performed|sang|painted|published)$/

/**
 * "Sir Alan Peck (born 4 May 1931) … He took a first at Imperial College in 1925": what the only person whose birth a text tells did
 * before it, or behind the death that stands beside it.
 */
export function actsOutsideLife(section: SectionView): OrderClaim[] {
  const sentences = proseSentences(section)
  const births = sentences.flatMap((sentence) => {
    const birth = birthIn(section, sentence)
    return birth && isExplicit(birth) && !birth.quoted ? [{ birth, sentence }] : []
  })
  const [life, ...others] = births
  if (!life || others.length > 0) return []
  const { birth, sentence: own } = life
  const told = datesOfSentence(section, own)
  const next = told[told.indexOf(birth) + 1]
  const death = isLifespan(own.paragraph.annotated.tokens, birth, next) ? next : undefined
  const surname =
    inSentence(own.paragraph.annotated.names, own.sentence)[0]?.words.at(-1)?.toLowerCase() ?? ''
  return sentences.flatMap((sentence): OrderClaim[] => {
    const date = actIn(section, sentence, surname)
    if (!date || sentence.start <= own.start || isFar(date, birth)) return []
    const because = 'nobody does anything before being born or after dying'
    if (isReversed(birth, date)) return [{ first: birth, later: date, because, severity: 'likely' }]
    return death && isReversed(date, death) ? [{ first: date, later: death, because, severity: 'check' }] : []
  })
}

function isFar({ interval: a }: DateMention, { interval: b }: DateMention): boolean {
  return Math.abs((a?.lo ?? 0) - (b?.lo ?? 0)) > farthest
}

/** The first date of a sentence that begins with the person and an act of the living. */
function actIn(section: SectionView, sentence: PlacedSentence, surname: string): DateMention | undefined {
  if (relatives.test(sentence.text)) return undefined
  const { tokens } = sentence.paragraph.annotated
  const date = datesOfSentence(section, sentence).find(
    (one) => isCalendarDate(one) && isExplicit(one) && !one.quoted,
  )
  if (!date) return undefined
  const { first, next } = date.expression
  const opens = first - sentence.sentence.first <= 1
  const comma = tokens[next]?.lower === ',' ? 1 : 0
  const at = opens ? next + comma : sentence.sentence.first
  const [who, verb] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? '']
  if (!/^s?he$/.test(who) && (surname === '' || who !== surname)) return undefined
  if (!livingActs.test(verb)) return undefined
  const middle = opens ? [] : tokens.slice(at + 2, first)
  // "wrote a history of the war of 1914", "bought a house built in 1871": the date of something else.
  const lead = tokens[first - 1]?.lower ?? ''
  const isOfOther = middle.some(
    ({ lower }, index) =>
      /^(which|that|who|whose|where|from|of|when)$/.test(lower) ||
      (index > 0 &&
        !/^(and|,)$/.test(middle[index - 1]?.lower ?? '') &&
        (lower.endsWith('ed') || irregularVerbs.has(lower))),
  )
  return !isOfOther && /^(in|on)$/.test(lead) ? date : undefined
}

import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import type { Clock } from '../extract/expression.js'
import type { DateMention } from '../extract/mention.js'
import type { OrderClaim } from './order-claim.js'

/** How many minutes apart two times may stand, so that the second is not of another day. */
const mostApart = 200

/** How many sentences the story may go on in without a time. */
const reach = 2

/** Words that look back, forward or aside, so that two times are not told one after the other. */
const asides =
  /\b(before|previously|earlier|originally|already|since|due|scheduled|planned|expected|meanwhile|elsewhere|another|other|others|second|also|daily|every|each|usually|normally|same|instead|rather|than|while|whereas|will|would|if|between|again|first (?:\w+ed|in|on|at)|separate|separately|next|following|until|till|when|as|because)\b/i

const closing = /\b(rose|closed|ended|adjourned|finished|concluded|broke up|was over)\b/

const looksBack =
  /\bhad (\w+ly |already |just |first )?(been |gone |\w+ed\b|arrived|left|come|seen|taken|begun|set|made|met|heard|rung|sent|told|found|got|gotten)/

/**
 * "The alarm was raised at 14.20. The first engine arrived at 14.05.": times of one day that a story tells one after the other, or
 * the other way round behind "had".
 */
export function reversedClocks(section: SectionView): OrderClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const clocks = clocksOf(section, sentence)
    const [own, other] = clocks
    if (
      !own ||
      /^(An?|One|Some|Two|Three) /.test(sentence.text) ||
      asides.test(sentence.text) ||
      isOnOtherDay(section, sentence)
    )
      return []
    if (other) return clocks.length === 2 ? withinSentence(section, sentence, own, other) : []
    const before = sentences
      .slice(Math.max(0, index - reach), index)
      .findLast((one) => clocksOf(section, one).length > 0)
    if (
      !before ||
      before.paragraph !== sentence.paragraph ||
      looksBack.test(before.text) ||
      asides.test(before.text)
    )
      return []
    const [told, another] = clocksOf(section, before)
    // "sat at 2 pm and rose at 5.30 pm": what follows tells what happened in between.
    if (!told || another || closing.test(before.text)) return []
    if (/\b(who|which)\b/.test(section.text.slice(sentence.start, own.start))) return []
    // "By 01:30 the flames had reached the roof": the time is that of the story itself.
    if (/\bby (about |around )?$/i.test(section.text.slice(sentence.start, own.start))) return []
    return looksBack.test(sentence.text)
      ? claimOf(own, told, '“had” tells of what came before')
      : isPast(section, sentence, own)
        ? claimOf(told, own, 'the text tells one after the other')
        : []
  })
}

/** "left at 9.40 and arrived at 9.15": two acts of one story. */
function withinSentence(
  section: SectionView,
  { text }: PlacedSentence,
  a: DateMention,
  b: DateMention,
): OrderClaim[] {
  const middle = section.text.slice(a.end, b.start)
  if (looksBack.test(text) || !/\b(and|then|but|where|who)\b/.test(middle) || !pastVerb.test(middle))
    return []
  return claimOf(a, b, 'the sentence tells one after the other')
}

const pastVerb =
  /\b(was|were|went|came|left|found|began|took|made|rang|sent|got|met|set|heard|saw|broke|\w{3,}ed)\b/

function isPast({ text }: SectionView, { start }: PlacedSentence, clock: DateMention): boolean {
  return pastVerb.test(text.slice(start, clock.start)) || pastVerb.test(text.slice(clock.end, clock.end + 60))
}

/** Whether a sentence turns to another day: "the next morning at 8.10". */
function isOnOtherDay(section: SectionView, sentence: PlacedSentence): boolean {
  return datesOfSentence(section, sentence).some(
    ({ expression: { meaning, clock } }) => !clock && !/^(duration|time)$/.test(meaning.kind),
  )
}

/** The times of a sentence whose half of the day is known. */
function clocksOf(section: SectionView, sentence: PlacedSentence): DateMention[] {
  return datesOfSentence(section, sentence).filter(
    ({ expression: { clock, closesRange, defects }, quoted }) =>
      clock !== null && !quoted && !closesRange && defects.length === 0,
  )
}

function claimOf(first: DateMention, later: DateMention, because: string): OrderClaim[] {
  const [a, b] = [first, later].map(({ expression: { clock } }) => clock)
  if (!a || !b || !isSameStyle(a, b)) return []
  const minutes = minutesOf(a) - minutesOf(b)
  return minutes > 0 && minutes <= mostApart ? [{ first, later, because, severity: 'check', minutes }] : []
}

/** Both with "am" or "pm", or both in 24 hours. */
function isSameStyle(a: Clock, b: Clock): boolean {
  return a.half === null ? b.half === null && a.hour !== 12 && b.hour !== 12 && a.hour < 24 : b.half !== null
}

function minutesOf({ hour, minute, half }: Clock): number {
  return (half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour) * 60 + minute
}

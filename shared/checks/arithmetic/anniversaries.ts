import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import { quoteOf } from '../explain.js'
import { civilOf } from '../extract/calendar.js'
import { ordinalAt } from '../extract/en/counts.js'
import { lifeCourses } from '../extract/en/life-verbs.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import type { SpanClaim } from './span-claim.js'

/** "founded in 1900 ... its 50th anniversary in 1960": an anniversary in a year that it does not fall in. */
export function wrongAnniversaries(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const anniversary = anniversaryIn(sentence)
    if (!anniversary) return []
    const dates = explicitDates(section, sentence)
    const target = dates.find(({ start }) => start > anniversary.start)
    const before = sentences[index - 1]
    const anchor =
      dates.find((date) => date !== target && date.start < anniversary.start) ??
      onsetIn(section, before, sentence)
    if (!target || !anchor || dates.length > 2) return []
    const years = yearOf(target) - yearOf(anchor)
    if (years === anniversary.number || years <= 0) return []
    return [
      {
        evidence: [anniversary, target, anchor],
        dates: [anchor, target],
        said: quoteOf(section, anniversary),
        found: `${years} years`,
        severity: 'likely',
      },
    ]
  })
}

function anniversaryIn({
  paragraph,
  sentence,
}: PlacedSentence): { start: number; end: number; number: number } | null {
  const { tokens } = paragraph.annotated
  for (let at = sentence.first; at < sentence.next; at++) {
    const ordinal = ordinalAt(tokens, at)
    const word = ordinal ? tokens[ordinal.next] : undefined
    if (!ordinal || (word?.lower !== 'anniversary' && word?.lower !== 'birthday')) continue
    return {
      start: paragraph.offset + (tokens[at]?.start ?? 0),
      end: paragraph.offset + word.end,
      number: ordinal.value,
    }
  }
  return null
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

function yearOf({ interval }: DateMention): number {
  return civilOf(interval?.lo ?? 0).year
}

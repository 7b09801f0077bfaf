import { datesOfSentence, type PlacedSentence, type SectionView } from '../check-context.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { isYearless } from '../extract/yearless.js'

/** A date that a story stands on, with the words that lead to it. */
export interface StoryDate {
  date: DateMention
  sentence: PlacedSentence
  /** The text from the date before it, or from the start of its sentence. */
  lead: string
}

/** The dates that events of some sentences are told with: written out but for the year, unquoted, and no date of a name. */
export function storyDatesOf(section: SectionView, sentences: readonly PlacedSentence[]): StoryDate[] {
  return sentences.flatMap((sentence) => {
    const all = datesOfSentence(section, sentence)
    return all.flatMap((date, at) => {
      if (!isOfStory(section, date)) return []
      const before = all.slice(0, at).findLast((other) => isOfStory(section, other))
      const from = before?.end ?? sentence.start
      return [{ date, sentence, lead: section.text.slice(from, date.start) }]
    })
  })
}

function isOfStory({ text }: SectionView, date: DateMention): boolean {
  const { kind } = date.expression.meaning
  if (date.quoted) return false
  if (kind === 'weekday') return date.granularity === 'day' && date.interval !== null
  if (kind !== 'calendar' && kind !== 'season') return false
  if (date.interval === null ? !isYearless(date) : !isExplicit(date) && date.granularity !== 'day')
    return false
  return !isOfName(text.slice(Math.max(0, date.start - 40), date.start))
}

/** "the flood of 1929", "(1921": a year that says which one is meant; "in the summer of 1929" is none. */
function isOfName(lead: string): boolean {
  return (
    /\b(the|a|an) (\w+ ){1,2}of $/i.test(lead) &&
    !/\b(spring|summer|autumn|fall|winter|end|beginning|start|middle|night|morning|evening|afternoon|early hours|course|close|\d+(st|nd|rd|th)) of $/.test(
      lead,
    )
  )
}

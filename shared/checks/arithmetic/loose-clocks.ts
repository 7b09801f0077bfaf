import { datesOfSentence, type PlacedSentence, proseSentences, type SectionView } from '../check-context.js'
import type { DateMention } from '../extract/mention.js'
import { clockClaim, wholeLength } from './clock-spans.js'
import { begins, ends } from './course-words.js'
import type { SpanClaim } from './span-claim.js'

/** How many sentences before its own a time may be told from which a length is counted. */
const reach = 8

/**
 * "The chair opened the meeting at 7.30 pm. … The meeting, which had lasted an hour and ten minutes, was closed at 9.40 pm.", "Three
 * quarters of an hour into the flight, at 08:40, …": hours and minutes up to the only time of their sentence, from the only
 * beginning that was told before it. Only when no two times of the text have that length between them.
 */
export function looseClocks(section: SectionView): SpanClaim[] {
  const sentences = proseSentences(section)
  return sentences.flatMap((sentence, index) => {
    const dates = datesOfSentence(section, sentence)
    const lengths = dates.filter(isClockLength)
    const length = wholeLength(section, lengths)
    const clocks = dates.filter(({ expression, quoted }) => expression.clock && !quoted)
    if (!length || lengths.length > 2 || clocks.length > 2 || clocks.length === 0) return []
    const told = sentences.slice(Math.max(0, index - reach), index).flatMap((one) => startsOf(section, one))
    return claimsFrom(section, sentence, length, clocks, told)
  })
}

interface Start {
  clock: DateMention
  isStart: boolean
}

function claimsFrom(
  section: SectionView,
  sentence: PlacedSentence,
  length: DateMention,
  clocks: readonly DateMention[],
  told: readonly Start[],
): SpanClaim[] {
  const own = startsOf(section, sentence)
  const last = clocks.at(-1)
  if (!last || !isOfWhole(section, sentence, length)) return []
  const before = [...told, ...own.filter(({ clock }) => clock !== last)]
  const [first, ...others] = before.filter(({ isStart }) => isStart)
  if (!first || others.length > 0 || !isEnd(section, sentence, last, length)) return []
  const claims = before.flatMap(({ clock }) => clockClaim(section, clock, last, length))
  if (claims.some(({ holds }) => holds)) return []
  return clockClaim(section, first.clock, last, length).map((claim) => ({
    ...claim,
    severity: 'check' as const,
  }))
}

function startsOf(section: SectionView, sentence: PlacedSentence): Start[] {
  const clocks = datesOfSentence(section, sentence).filter(
    ({ expression, quoted }) => expression.clock && !quoted,
  )
  return clocks.map((clock, at) => ({
    clock,
    isStart: startWords.test(section.text.slice(clocks[at - 1]?.end ?? sentence.start, clock.start)),
  }))
}

const startWords = new RegExp(
  `${begins.source}|\\b(called to order|got under way|set (off|out)|opening|start|departure)\\b`,
  'i',
)

function isEnd(
  section: SectionView,
  { start, end }: PlacedSentence,
  last: DateMention,
  length: DateMention,
): boolean {
  const isBeside = /^,? at (about |around )?$/.test(
    section.text.slice(length.end, last.start).replace(/^ into the \w+/, ''),
  )
  // "put off until 15.15, and lasted half an hour" ends nothing.
  return isBeside || ends.test(section.text.slice(start, end).replace(/\b(until|till)\b/g, ''))
}

/** Whether the length is of the whole since a start. */
function isOfWhole(section: SectionView, sentence: PlacedSentence, { start, end }: DateMention): boolean {
  const lead = section.text.slice(Math.max(sentence.start, start - 40), start)
  const tail = section.text.slice(end, Math.min(sentence.end, end + 30))
  return lasting.test(lead) || into.test(tail)
}

const lasting =
  /\b(lasted|lasting|took|taken|taking|sat|sitting|after a (session|meeting|debate|flight|journey|hearing|trial|match|drive|climb) of)( for)?( (almost|nearly|about|exactly|some|just))? $/i
const into =
  /^ into (the|its|his|her|their) (flight|match|game|journey|voyage|meeting|trip|drive|race|hearing|debate|session|show|concert|shift)\b/

function isClockLength({ expression: { meaning }, quoted }: DateMention): boolean {
  return (
    !quoted &&
    (meaning.kind === 'duration' || (meaning.kind === 'offset' && meaning.from === 'focus')) &&
    (meaning.unit === 'hour' || meaning.unit === 'minute')
  )
}

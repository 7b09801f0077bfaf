import { datesOfSentence, type PlacedSentence, type SectionView } from '../check-context.js'
import { irregularParticiples } from '../extract/en/verb-words.js'
import type { Token } from '../extract/tokens.js'
import { type Fragment, isInQuote } from './fragment.js'

/**
 * "Called On March 18, 2025, May 19, 2025, and June 4th, 2025": two or more days and no word that says what happened on
 * them, at the start of a sentence or behind a comma with a capital that does not belong there.
 */
export function eventlessDates(section: SectionView, sentence: PlacedSentence): Fragment | null {
  const dates = datesOfSentence(section, sentence).filter(
    ({ expression: { meaning } }) => meaning.kind === 'calendar' && meaning.day !== null,
  )
  const { tokens } = sentence.paragraph.annotated
  const last = dates.at(-1)
  if (!last || dates.length < 2 || isInQuote(sentence)) return null
  const after = tokens.slice(last.expression.next, sentence.sentence.next)
  if (after.some(({ kind }) => kind !== 'mark')) return null
  let first = dates.length - 1
  while (
    first > 0 &&
    isListGap(tokens, dates[first - 1]?.expression.next ?? 0, dates[first]?.expression.first ?? 0)
  )
    first--
  const opening = dates[first]
  if (!opening || dates.length - first < 2) return null
  const lead = leadOf(tokens, sentence.sentence.first, opening.expression.first)
  if (!lead) return null
  const start = sentence.paragraph.offset + (tokens[lead.from]?.start ?? 0)
  const reason = 'The words list dates but do not say what happened on them.'
  return { start, end: last.end, reason, severity: 'likely' }
}

function isListGap(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every(({ lower }) => lower === ',' || lower === 'and' || lower === 'on' || lower === '&')
}

const dateLeads = new Set(['on', 'in', 'at'])

function isParticiple(word: string): boolean {
  return word.endsWith('ed') || irregularParticiples.has(word)
}

/** The words before a list of dates when they are no statement: none but a participle and "on". */
function leadOf(tokens: readonly Token[], floor: number, to: number): { from: number } | null {
  let from = to
  while (from > floor && tokens[from - 1]?.kind === 'word') from--
  const words = tokens.slice(from, to).filter(({ lower }) => !/^(again|first|also|later|twice)$/.test(lower))
  if (words.length === 0 || words.length > 2 || !dateLeads.has(words.at(-1)?.lower ?? '')) return null
  if (words.length === 2 && !isParticiple(words[0]?.lower ?? '')) return null
  // "Closed on 25 and 26 December": the notice of a shop or house says all that it has to.
  if (words.length === 2 && /^(closed|shut)$/.test(words[0]?.lower ?? '')) return null
  const opensSentence = from === floor
  const strayCapital = !opensSentence && words.some(({ capital }) => capital)
  return opensSentence || strayCapital ? { from } : null
}

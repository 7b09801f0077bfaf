import { datesOfSentence, type PlacedSentence, type SectionView } from '../check-context.js'
import { type EventKind, eventKinds, familyOf } from '../extract/en/event-words.js'
import { functionWords } from '../extract/en/function-words.js'
import { relatives } from '../extract/en/kin-words.js'
import { stemOf } from '../extract/en/stem.js'
import type { DateMention } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import { isYearless } from '../extract/yearless.js'

/** Whether a mention is a date of the calendar, with a year or without one. */
export function isPlaced(mention: DateMention | undefined): mention is DateMention {
  if (mention?.expression.meaning.kind !== 'calendar') return false
  return mention.interval !== null || isYearless(mention)
}

/**
 * The date of an event that a clause names ("the siege began"): that of the last sentence before which has the words of
 * the clause. At least one of them must be a word of matter, and nearly all must be there.
 */
export function anchorOf(
  section: SectionView,
  clause: readonly Token[],
  before: readonly PlacedSentence[],
): DateMention | null {
  const stems = [
    ...new Set(
      clause
        .filter(({ kind, lower }) => kind === 'word' && !functionWords.has(lower))
        .map(({ lower }) => stemOf(lower)),
    ),
  ]
  if (stems.length === 0 || stems.length > 5) return null
  const isHis = /^(his|her)$/.test(clause[0]?.lower ?? '')
  for (const sentence of [...before].reverse()) {
    // "six years after his death" is not counted from that of his brother.
    if (isHis && relatives.test(sentence.text)) continue
    const { tokens } = sentence.paragraph.annotated
    const own = tokens.slice(sentence.sentence.first, sentence.sentence.next)
    const there = new Set(own.flatMap(({ lower }) => [stemOf(lower), senseOf(stemOf(lower))]))
    const shared = stems.filter((stem) => there.has(stem) || there.has(senseOf(stem)))
    if (shared.length < Math.max(1, stems.length * 0.6)) continue
    const dates = datesOfSentence(section, sentence).filter(
      (date) => isPlaced(date) && !date.quoted && !date.expression.closesRange,
    )
    if (dates.length === 1) return dates[0] ?? null
  }
  return null
}

/** What a word tells of, so that "his death" finds "died" and "the fall of the fort" finds "fell"; the word itself if nothing. */
export function senseOf(stem: string): string {
  const kind = turningWords.get(stem) ?? eventKinds.get(stem)
  return kind ? `=${familyOf(kind)}` : stem
}

/** Stems of verbs and nouns that are no event by themselves, by the kind of event they are beside "after". */
const turningWords: ReadonlyMap<string, EventKind> = new Map<string, EventKind>([
  ['start', 'beginning'],
  ['end', 'ending'],
  ['begin', 'beginning'],
  ['fell', 'capture'],
  ['fall', 'capture'],
  ['taken', 'capture'],
])

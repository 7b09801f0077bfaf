import { annotateParagraph } from '../checks/extract/annotate.js'
import { type DateMention, isExplicit } from '../checks/extract/mention.js'
import { type PlacedParagraph, resolveDates } from '../checks/extract/resolve-dates.js'
import type { CheckSource } from '../checks/run-checks.js'
import { paragraphsOf } from '../document/paragraphs.js'
import { splitTexts } from '../document/split-texts.js'
import { onOneLine, type TimelineEntry } from './entry.js'

/** The dates that were read in one source, packed so that many of them cross between processes at little cost. */
export interface PackedDates {
  source: string
  /** Four numbers a date: `start` and `end` in UTF-16 code units of the text, first and last day since 1970. */
  places: Int32Array
  /** For each date 1 when a part of it is taken from elsewhere, else 0. */
  inferred: Uint8Array
  /** The words of each date on one line, one line a date. */
  quotes: string
}

/** Reads the dates of each source: of 1 MB in about a second, so not where a window would wait for it. */
export function datesOfTexts(sources: readonly CheckSource[]): PackedDates[] {
  return sources.map((source) => packDates(source, mentionsOf(source)))
}

/** Packs the mentions that have a place in time, in the order of the text. */
export function packDates(
  { id, text }: Pick<CheckSource, 'id' | 'text'>,
  mentions: readonly DateMention[],
): PackedDates {
  const dated = mentions.flatMap((mention) => (mention.interval ? { mention, ...mention.interval } : []))
  return {
    source: id,
    places: Int32Array.from(dated.flatMap(({ mention, lo, hi }) => [mention.start, mention.end, lo, hi])),
    inferred: Uint8Array.from(dated, ({ mention }) => (isExplicit(mention) ? 0 : 1)),
    quotes: dated.map(({ mention }) => onOneLine(text.slice(mention.start, mention.end))).join('\n'),
  }
}

/** The mentions of every text that a source holds: dates of one do not run into the next. */
function mentionsOf({ text, published, title }: CheckSource): DateMention[] {
  const parts = splitTexts(text)
  const paragraphs = paragraphsOf(text).map(({ start, end }, index): PlacedParagraph => ({
    annotated: annotateParagraph(text.slice(start, end)),
    offset: start,
    index,
  }))
  let next = 0
  return parts.flatMap((part, index) => {
    const end = parts[index + 1]?.start ?? Infinity
    const first = next
    while ((paragraphs[next]?.offset ?? Infinity) < end) next += 1
    const heading = parts.length === 1 ? (title ?? part.title) : part.title
    return resolveDates(paragraphs.slice(first, next), published, heading)
  })
}

/** The entries of packed dates, in the order of the text. */
export function dateEntries({ source, places, inferred, quotes }: PackedDates): TimelineEntry[] {
  const labels = quotes.split('\n')
  return Array.from(inferred, (isInferred, index) => {
    const [start = 0, end = 0, lo = 0, hi = 0] = places.subarray(index * 4, index * 4 + 4)
    return {
      id: `date/${source}/${start}`,
      kind: 'date',
      record: null,
      spanIndex: 0,
      source,
      label: labels[index] ?? '',
      span: { lo, hi },
      certainty: isInferred ? 'inferred' : 'stated',
      soft: false,
      passage: { start, end },
      told: start,
      verdict: null,
      severity: null,
      about: '',
    }
  })
}

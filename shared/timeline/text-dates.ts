import { type DateMention, isExplicit } from '../checks/extract/mention.js'
import type { CheckSource } from '../checks/run-checks.js'
import type { TimelineEntry } from './entry.js'
import { surroundings } from './surroundings.js'

/** The dates that were read in one source, packed so that many of them cross between processes at little cost. */
export interface PackedDates {
  source: string
  /** Four numbers a date: `start` and `end` in UTF-16 code units of the text, first and last day since 1970. */
  places: Int32Array
  /** For each date 1 when a part of it is taken from elsewhere, else 0. */
  inferred: Uint8Array
  /** Each date with the words around it, one line a date. */
  quotes: string
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
    quotes: dated.map(({ mention }) => surroundings(text, mention.start, mention.end)).join('\n'),
  }
}

const unpacked = new WeakMap<PackedDates, TimelineEntry[]>()

/** The entries of packed dates, in the order of the text; unpacked once. */
export function dateEntries(packed: PackedDates): TimelineEntry[] {
  const entries = unpacked.get(packed) ?? unpack(packed)
  unpacked.set(packed, entries)
  return entries
}

function unpack({ source, places, inferred, quotes }: PackedDates): TimelineEntry[] {
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

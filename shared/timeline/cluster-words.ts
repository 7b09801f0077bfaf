import type { DayInterval } from '../checks/extract/calendar.js'
import { entryKinds, type TimelineEntry } from './entry.js'
import { spanInWords } from '../checks/extract/span-words.js'

/** The days from the first to the last that any of the entries may mean. */
export function spanOfAll(entries: readonly TimelineEntry[]): DayInterval {
  let [lo, hi] = [Infinity, -Infinity]
  for (const { span } of entries) {
    lo = Math.min(lo, span.lo)
    hi = Math.max(hi, span.hi)
  }
  return { lo, hi }
}

/** What a count stands for: "34 entries, 4 to 9 May 2011: 30 claims, 4 findings". */
export function countInWords(entries: readonly TimelineEntry[], hasConflict: boolean): string {
  const counts = { claim: 0, finding: 0, date: 0 }
  for (const { kind } of entries) counts[kind] += 1
  const kinds = entryKinds.flatMap(({ id, label }) =>
    counts[id] ? `${counts[id]} ${label.toLowerCase()}` : [],
  )
  const conflict = hasConflict ? '. Some are dated differently elsewhere' : ''
  return `${entries.length} entries, ${spanInWords(spanOfAll(entries))}: ${kinds.join(', ')}${conflict}`
}

/** A count in at most four characters: "87", "1.2k", "31k". */
export function shortCount(count: number): string {
  if (count < 1000) return String(count)
  return count < 9950 ? `${(count / 1000).toFixed(1)}k` : `${Math.round(count / 1000)}k`
}

import { englishCalendar, type CalendarWords } from '../checks/extract/date-wording.js'
import { countInWords } from './cluster-words.js'
import type { TimelineEntry } from './entry.js'
import { dateOfEntry, entryInWords } from './entry-words.js'

/** What a drawing of the axis says beside what it quotes, in one language. */
export interface AxisWords {
  calendar: CalendarWords
  /** What is shown, given the span of the axis in words and the number of its entries. */
  about: (span: string, entries: number) => string
  /** What the signs mean, a line each. */
  legend: readonly string[]
  /** The date of an entry, with how sure it is. */
  date: (entry: TimelineEntry) => string
  /** All that a mark tells. */
  entry: (entry: TimelineEntry, isConflicting: boolean) => string
  /** What a count stands for. */
  count: (entries: readonly TimelineEntry[], hasConflict: boolean) => string
}

export const englishAxis: AxisWords = {
  calendar: englishCalendar,
  about: (span, entries) => `Timeline by source, ${span}: ${entries} entries`,
  legend: [
    'Square: claim, with the sign of its verdict. Diamond, triangle, disc: finding, from error to worth a look. Ring: date in the text. Number: so many entries close together.',
    'Full outline: stated. Dashed, hatched: inferred. Dotted, soft ends: uncertain. ≠: another passage on the same event excludes this date.',
  ],
  date: dateOfEntry,
  entry: entryInWords,
  count: countInWords,
}

import { edtfOfDays } from './extract/edtf-of-days.js'
import type { SectionView } from './check-context.js'
import { assumptionsOf, periodInWords } from './explain.js'

/** How one date of a text was read: [`start`, `end`) in UTF-16 code units of the source. */
export interface DateReading {
  start: number
  end: number
  /** The day or days as EDTF; null for what that cannot say. */
  date: string | null
  /** The same in words. */
  meaning: string
  /** One sentence for each part that the text does not say. */
  taken: string[]
}

/** The dates of a section that have a place in time, in the order of the text. */
export function dateReadings(section: SectionView): DateReading[] {
  return section.dates.flatMap((mention) => {
    const { start, end, interval } = mention
    if (!interval) return []
    const taken = assumptionsOf(section, mention)
    return { start, end, date: edtfOfDays(interval), meaning: periodInWords(interval), taken }
  })
}

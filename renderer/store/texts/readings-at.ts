import type { DateReading } from '../../../shared/checks/date-readings.js'

/** The reading that holds an offset, found by halves. */
export function readingAt(readings: readonly DateReading[], offset: number): DateReading | null {
  let low = 0
  let high = readings.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (readings[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  const reading = readings[low]
  return reading && reading.start <= offset && offset <= reading.end ? reading : null
}

/**
 * The readings that lie whole within [`start`, `end`) and that EDTF can say, each date once: in words that say all of it, where
 * there are any.
 */
export function datesWithin(
  readings: readonly DateReading[],
  { start, end }: { start: number; end: number },
): (DateReading & { date: string })[] {
  const dates = new Map<string, DateReading & { date: string }>()
  for (const reading of readings) {
    const { date } = reading
    if (reading.start < start || reading.end > end || date === null) continue
    const known = dates.get(date)
    if (!known || (known.taken.length > 0 && reading.taken.length === 0))
      dates.set(date, { ...reading, date })
  }
  return [...dates.values()]
}

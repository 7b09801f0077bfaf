import { en, type ParsedComponents } from 'chrono-node'
import type { ExtractedDate } from '../../../shared/checks/extract/dates.js'

/** What chrono-node reads in a text, as TIMEX3 values: the parts that it is certain of. */
export function chronoDates(text: string, published: string): Omit<ExtractedDate, 'text'>[] {
  const day = new Date(`${published}T12:00:00`)
  return en.parse(text, day).map(({ index, text: quote, start }) => ({
    start: index,
    end: index + quote.length,
    type: start.isCertain('hour') ? 'TIME' : 'DATE',
    value: valueOf(start),
  }))
}

function valueOf(date: ParsedComponents): string {
  const two = (part: 'month' | 'day' | 'hour' | 'minute') => String(date.get(part) ?? 0).padStart(2, '0')
  const year = String(date.get('year') ?? 0).padStart(4, '0')
  const hasDay = date.isCertain('day') || date.isCertain('weekday')
  if (date.isCertain('hour')) return `${year}-${two('month')}-${two('day')}T${two('hour')}:${two('minute')}`
  if (hasDay) return `${year}-${two('month')}-${two('day')}`
  return date.isCertain('month') ? `${year}-${two('month')}` : year
}

import { daysInMonth, lastJulianYear, longestMonth } from '../calendar.js'
import type { CalendarMeaning, Defect } from '../expression.js'
import { monthTitles } from './calendar-words.js'

/** Whether the day exists in its month; 29 February is judged by its year when the year is said. */
export function dayDefects({ year, month, day }: CalendarMeaning): Defect[] {
  if (month === null || day === null) return []
  if (month < 1 || month > 12) return [{ kind: 'no-such-month', detail: `there is no month ${month}` }]
  const title = monthTitles[month - 1] ?? ''
  if (day < 1 || day > longestMonth(month)) {
    const inYear = year === null || month !== 2 ? '' : ` ${year}`
    const days = inYear && year !== null ? daysInMonth(year, month) : longestMonth(month)
    return [{ kind: 'no-such-day', detail: `${title}${inYear} has ${days} days` }]
  }
  if (year !== null && day > daysInMonth(year, month) && !(year <= lastJulianYear && year % 4 === 0)) {
    return [{ kind: 'no-such-day', detail: `${year} is not a leap year: February ${year} had 28 days` }]
  }
  return []
}

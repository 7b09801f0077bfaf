const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A day, month or year of EDTF as a person writes it (`3 February 2026`); any other date exactly as it is. */
export function readableDate(edtf: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(edtf) ?? []
  const name = months[Number(month) - 1]
  if (!year || (month && !name)) return edtf
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ')
}

/** The day of an ISO 8601 instant in UTC: `3 February 2026`. */
export function readableDay(instant: string): string {
  return readableDate(instant.slice(0, 10))
}

/** An ISO 8601 instant in UTC to the minute: `3 February 2026, 09:30 UTC`. Anything else stays as it is. */
export function readableInstant(instant: string): string {
  const time = /^\d{4}-\d\d-\d\dT(\d\d:\d\d)[\d:.]*Z$/.exec(instant)?.[1]
  return time ? `${readableDay(instant)}, ${time} UTC` : instant
}

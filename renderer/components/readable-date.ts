const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A calendar date of EDTF (`2024`, `2024-03`, `2024-03-20`) as a person reads it; any other EDTF as it is. */
export function readableDate(edtf: string): string {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf)
  if (!match) return edtf
  const [, year, month, day] = match
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
}

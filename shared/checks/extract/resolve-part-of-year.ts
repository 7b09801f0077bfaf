import { civilOf, monthInterval } from './calendar.js'
import { chooseYear, type ChosenYear, type DateContext } from './date-context.js'
import type { Shift } from './expression.js'
import type { Inference } from './mention.js'
import { known, type Of, type Resolution, unknown } from './resolution.js'
import { monthValue, quarterInterval, seasonInterval, yearValue } from './timex.js'

export function resolvePointedMonth(meaning: Of<'month'>, context: DateContext): Resolution {
  if (meaning.from === 'focus') return resolveMonthOfFocus(meaning, context)
  const { month, shift, ofYear } = meaning
  const { speech } = context
  if (!speech) return unknown(`XXXX-${String(month).padStart(2, '0')}`)
  const now = civilOf(speech.interval.hi)
  let year = now.year
  if (shift === -1 && (ofYear || month >= now.month)) year--
  if (shift === 1 && (ofYear || month <= now.month)) year++
  const inference: Inference = { part: 'year', from: speech.from, value: String(year) }
  return known('DATE', monthValue(year, month), monthInterval(year, month), 'month', [inference])
}

/** "that December", "the following March": from the date spoken of last. */
function resolveMonthOfFocus({ month, shift }: Of<'month'>, { focus }: DateContext): Resolution {
  if (!focus || focus.granularity === 'years') return unknown(`XXXX-${String(month).padStart(2, '0')}`)
  const from = civilOf(focus.interval.lo)
  const isWholeYear = focus.granularity === 'year'
  let year = from.year
  if (shift === 1 && (isWholeYear || month <= from.month)) year++
  if (shift === -1 && (isWholeYear || month >= from.month)) year--
  const inference: Inference = { part: 'year', from: 'focus', value: String(year) }
  return known('DATE', monthValue(year, month), monthInterval(year, month), 'month', [inference])
}

const middleOfSeason: Readonly<Record<string, number>> = { SP: 4, SU: 7, FA: 10, WI: 12 }

export function resolveSeason(
  { season, year, shift }: Of<'season'>,
  ahead: boolean,
  context: DateContext,
): Resolution {
  const choice = year === null ? yearOfPart(middleOfSeason[season] ?? 1, shift, ahead, context) : null
  const told = year ?? choice?.year
  if (told === undefined) return unknown(`XXXX-${season}`)
  return known(
    'DATE',
    `${yearValue(told)}-${season}`,
    seasonInterval(told, season),
    'season',
    choice ? [choice.inference] : [],
  )
}

export function resolveQuarter(
  { part, year, shift }: Of<'quarter'>,
  ahead: boolean,
  context: DateContext,
): Resolution {
  const middle = Number(part.slice(1)) * (part.startsWith('H') ? 6 : 3) - 1
  const choice = year === null ? yearOfPart(middle, shift, ahead, context) : null
  const told = year ?? choice?.year
  if (told === undefined) return unknown(`XXXX-${part}`)
  return known(
    'DATE',
    `${yearValue(told)}-${part}`,
    quarterInterval(told, part),
    'quarter',
    choice ? [choice.inference] : [],
  )
}

/** The year of a season or quarter: pointed at ("last summer") from the day of speech, else chosen as for a month. */
function yearOfPart(
  month: number,
  shift: Shift | null,
  ahead: boolean,
  context: DateContext,
): ChosenYear | null {
  const { speech } = context
  if (shift === null || !speech) return chooseYear({ month, day: null }, ahead, context)
  const now = civilOf(speech.interval.hi)
  const passed = month < now.month
  const year =
    shift === 0
      ? now.year
      : shift === 1
        ? passed
          ? now.year + 1
          : now.year
        : passed
          ? now.year
          : now.year - 1
  return { year, inference: { part: 'year', from: speech.from, value: String(year) } }
}

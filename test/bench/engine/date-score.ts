import type { ExtractedDate } from '../../../shared/checks/extract/dates.js'

type Timex = Omit<ExtractedDate, 'text'>

/** A text whose temporal expressions are known. `dct` is its day of publication. */
export interface AnnotatedText {
  id: string
  text: string
  dct: string
  gold: Timex[]
}

/** Percentages, as TempEval-3 defines them; `calendar` counts only values of the forms YYYY, YYYY-MM and YYYY-MM-DD. */
export interface DateScore {
  strict: number
  relaxed: number
  value: number
  calendarPrecision: number
  calendarRecall: number
  /** What was missed, found in vain or given another value, one line each. */
  errors: string[]
}

const calendarValue = /^\d{4}(-\d\d(-\d\d)?)?$/

/** Measures how `read` does on texts whose expressions are known. */
export function scoreDates(
  texts: readonly AnnotatedText[],
  read: (text: string, published: string) => readonly Timex[],
): DateScore {
  const all = { gold: 0, told: 0, strict: 0, relaxed: 0, value: 0 }
  const calendar = { gold: 0, told: 0, right: 0, toldRight: 0 }
  const errors: string[] = []
  for (const { id, text, dct, gold } of texts) {
    const known = gold.map((one) => trimmed(one, text))
    const told = read(text, dct)
      .map((one) => trimmed(one, text))
      .filter(({ start, end }) => end > start)
    const pairs = matches(known, told)
    const partner = new Map(pairs.map(({ one, other }) => [other, one]))
    const isRight = (one: Timex) => partner.get(one)?.value === one.value
    all.gold += known.length
    all.told += told.length
    all.relaxed += pairs.length
    all.strict += pairs.filter(({ isExact }) => isExact).length
    all.value += told.filter(isRight).length
    calendar.gold += known.filter(isCalendar).length
    calendar.told += told.filter(isCalendar).length
    calendar.right += told.filter((one) => isRight(one) && isCalendar(one)).length
    const matched = new Set(partner.values())
    const quote = ({ start, end }: Timex) => `“${text.slice(start, end)}”`
    for (const one of known) if (!matched.has(one)) errors.push(`${id}: missed ${quote(one)} ${one.value}`)
    for (const one of told) {
      const right = partner.get(one)
      if (!right) errors.push(`${id}: ${quote(one)} ${one.value} is none`)
      else if (right.value !== one.value)
        errors.push(`${id}: ${quote(right)} is ${right.value}, not ${one.value}`)
    }
  }
  const f1 = (hits: number) => percent(2 * hits, all.gold + all.told)
  return {
    strict: f1(all.strict),
    relaxed: f1(all.relaxed),
    value: f1(all.value),
    calendarPrecision: percent(calendar.right, calendar.told),
    calendarRecall: percent(calendar.right, calendar.gold),
    errors,
  }
}

function isCalendar({ value }: Timex): boolean {
  return calendarValue.test(value)
}

function percent(part: number, whole: number): number {
  return whole ? (100 * part) / whole : 0
}

/** Pairs of overlapping expressions, one to one: equal spans first, then the longest overlaps. */
function matches(
  gold: readonly Timex[],
  told: readonly Timex[],
): { one: Timex; other: Timex; isExact: boolean }[] {
  const pairs = gold.flatMap((one) =>
    told.flatMap((other) => {
      const overlap = Math.min(one.end, other.end) - Math.max(one.start, other.start)
      const isExact = one.start === other.start && one.end === other.end
      return overlap > 0 ? [{ one, other, overlap, isExact }] : []
    }),
  )
  pairs.sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.overlap - a.overlap)
  const taken = new Set<Timex>()
  return pairs.filter(({ one, other }) => {
    if (taken.has(one) || taken.has(other)) return false
    taken.add(one)
    taken.add(other)
    return true
  })
}

/** Marks and spaces at the ends of a span say nothing. */
function trimmed(one: Timex, text: string): Timex {
  let { start, end } = one
  while (start < end && /[\s"'“”‘’(,.;]/.test(text.charAt(start))) start++
  while (end > start && /[\s"“”,;:)]/.test(text.charAt(end - 1))) end--
  return { ...one, start, end }
}

import { months } from './calendar-words.js'
import { ordinalAt } from './counts.js'
import { digitsAt, type Tokens, touches, wordAt } from './token-tests.js'

/** What stands beside a broken date and tells that it is one. */

/** Words after which a year stands. */
export const yearLeads = new Set(['in', 'since', 'until', 'by', 'of', 'from', 'during'])

/** A day of a month in digits, with or without its ending; letters typed for digits count too. */
export function isDayNumber(tokens: Tokens, at: number): boolean {
  const plain = digitsAt(tokens, at, 1, 2)
  if (plain !== null)
    return plain >= 1 && plain <= 31 && wordAt(tokens, at - 1) !== '$' && !isHour(tokens, at)
  if (tokens[at]?.kind !== 'mixed') return false
  if (/^([0-3]?[oil]|[oil]\d)$/.test(wordAt(tokens, at))) return true
  const ordinal = ordinalAt(tokens, at)
  return ordinal !== null && ordinal.value <= 31
}

/** Whether minutes follow: "21:23". */
function isHour(tokens: Tokens, at: number): boolean {
  return wordAt(tokens, at + 1) === ':' && touches(tokens, at + 2) && digitsAt(tokens, at + 2, 2, 2) !== null
}

/** The token after a year of three to five digits, behind an optional comma; null without one. */
export function yearish(tokens: Tokens, at: number): number | null {
  const next = wordAt(tokens, at) === ',' ? at + 1 : at
  return digitsAt(tokens, next, 3, 5) === null ? null : next + 1
}

export function isMonth(tokens: Tokens, at: number): boolean {
  return months.has(wordAt(tokens, at))
}

/** Whether a month stands right before, with or without a full stop behind its abbreviation. */
export function isAfterMonth(tokens: Tokens, at: number): boolean {
  if (isMonth(tokens, at - 1)) return true
  return wordAt(tokens, at - 1) === '.' && isMonth(tokens, at - 2) && wordAt(tokens, at - 2).length <= 4
}

/** Whether the number before `at` counts what stands there, as in "On 4 June 203 people came". */
export function isCounted(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  return (
    token !== undefined &&
    ((token.kind === 'word' && !afterYear.has(token.lower)) ||
      token.lower === '%' ||
      (token.lower === '.' && tokens[at + 1]?.spaced === false))
  )
}

const afterYear = new Set(
  'and or to until in at the when after before but he she it they with by on for from as was were which'.split(
    ' ',
  ),
)

/** Whether a clause goes on or ends here, so that nothing is counted by what stands before. */
export function endsNumber(tokens: Tokens, at: number): boolean {
  const after = tokens[at]
  const ends = !after || /^([.,;:)]|and|to|was|is|had|has)$/.test(after.lower)
  const goesOn = after?.kind === 'mark' && touches(tokens, at + 1) && tokens[at + 1]?.kind === 'number'
  return ends && !goesOn && !isCounted(tokens, at)
}

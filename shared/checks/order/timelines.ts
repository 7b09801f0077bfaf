import type { SectionView } from '../check-context.js'
import { type DateMention, isExplicit } from '../extract/mention.js'
import { isYearless } from '../extract/yearless.js'
import { isCalendarDate, isReversed, type OrderClaim } from './order-claim.js'

/** Fewer entries than this may be dated in any order. */
const leastEntries = 5

/** How far into its paragraph the date of an entry may stand, in UTF-16 code units: behind a bullet or a bracket. */
const bulletWidth = 3

/** A timeline, one dated entry a paragraph, that runs in one direction but for one entry. */
export function brokenTimelines(section: SectionView): OrderClaim[] {
  return runsOf(section).flatMap((entries) => {
    const downward = entries.slice().reverse()
    return brokenAt(entries) ?? brokenAt(downward) ?? []
  })
}

/** Stretches of paragraphs that each begin with a date. */
function runsOf({ paragraphs, dates }: SectionView): DateMention[][] {
  const heads = new Map<number, DateMention>()
  for (const date of dates) if (!heads.has(date.paragraph)) heads.set(date.paragraph, date)
  const runs: DateMention[][] = [[]]
  for (const { index, offset } of paragraphs) {
    const head = heads.get(index)
    const isEntry = head && head.start - offset <= bulletWidth && isCalendarDate(head)
    if (isEntry && (isExplicit(head) || isYearless(head))) runs.at(-1)?.push(head)
    else if (runs.at(-1)?.length) runs.push([])
  }
  return runs.filter(({ length }) => length >= leastEntries)
}

/** The claim of the only two neighbours that stand the wrong way round, when the rest is in order without one of them. */
function brokenAt(entries: readonly DateMention[]): OrderClaim[] | null {
  const breaks = entries.flatMap((_, at) => (isBreak(entries, at) ? [at] : []))
  const [at] = breaks
  const [first, later] = at === undefined ? [] : [entries[at - 1], entries[at]]
  if (at === undefined || breaks.length > 1 || !first || !later) return null
  const isOne = [at - 1, at].some((left) => {
    const rest = entries.filter((_, index) => index !== left)
    return rest.every((_, index) => !isBreak(rest, index))
  })
  const because = 'every other entry of the list is in the order of time'
  return isOne ? [{ first, later, because, severity: 'likely' }] : null
}

function isBreak(entries: readonly DateMention[], at: number): boolean {
  const [before, own] = [entries[at - 1], entries[at]]
  return before !== undefined && own !== undefined && isReversed(before, own)
}

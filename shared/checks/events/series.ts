import type { Statement } from './statement.js'

/** On so many dates one thing is told in the same words when it happens again and again: "The log was checked on …". */
const leastOfSeries = 3

/**
 * Says of statements without a name whether they are of a series: the same matter told on three or more dates, in one text or
 * several. A slip makes two dates of one event; three are a habit, a log or a line that every file has.
 */
export function seriesAmong(statements: Iterable<Statement>): (statement: Statement) => boolean {
  const dates = new Map<string, Set<string>>()
  for (const statement of statements) {
    if (!isOfMatterAlone(statement) || !statement.date.interval) continue
    const matter = matterOf(statement)
    const { lo, hi } = statement.date.interval
    dates.set(matter, (dates.get(matter) ?? new Set()).add(`${lo}/${hi}`))
  }
  return (statement) =>
    isOfMatterAlone(statement) && (dates.get(matterOf(statement))?.size ?? 0) >= leastOfSeries
}

/** "The walkout on 6 May" speaks of nothing that could be told again and again. */
function isOfMatterAlone({ names, subjects }: Statement): boolean {
  return names.size === 0 && subjects.size > 0
}

const matters = new WeakMap<Statement, string>()

/** The subjects of a statement in an order of their own. */
function matterOf(statement: Statement): string {
  const known = matters.get(statement)
  if (known !== undefined) return known
  const matter = [...statement.subjects].sort().join(' ')
  matters.set(statement, matter)
  return matter
}

/** How many backups are kept: the newest ones, and the newest of each of so many hours, days and weeks with one. */
export const kept = { newest: 5, hours: 24, days: 14, weeks: 10 } as const

const hour = 3_600_000
const day = 24 * hour
// The first of January 1970 was a Thursday; weeks begin on Monday.
const firstMonday = 4 * day

/**
 * Which of these instants (ISO 8601, UTC) to keep. Counted are hours, days and weeks that have a backup, not those that
 * went by: whoever comes back after a month finds all that was there. The newest is always kept.
 */
export function keptBackups(instants: readonly string[]): Set<string> {
  const newestFirst = [...new Set(instants)].sort().reverse()
  const keep = new Set(newestFirst.slice(0, kept.newest))
  const keepNewestOf = (most: number, periodOf: (time: number) => number) => {
    const periods = new Set<number>()
    for (const instant of newestFirst) {
      const period = periodOf(Date.parse(instant))
      if (periods.has(period)) continue
      if (periods.size === most) return
      periods.add(period)
      keep.add(instant)
    }
  }
  keepNewestOf(kept.hours, (time) => Math.floor(time / hour))
  keepNewestOf(kept.days, (time) => Math.floor(time / day))
  keepNewestOf(kept.weeks, (time) => Math.floor((time - firstMonday) / (7 * day)))
  return keep
}

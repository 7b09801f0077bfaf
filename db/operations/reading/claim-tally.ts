import type { Change } from '../../../shared/domain/change.js'
import type { ClaimCount } from '../../../shared/domain/claim-list.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { Source } from '../../../shared/domain/source.js'
import type { ReadableDb } from '../../database.js'
import { sql } from '../../sql.js'
import { lastEntry, type LogPlace } from '../../tables/log.js'
import { changesSince } from './changes-since.js'

/**
 * How many claims there are, kept in memory for each connection: counting walks an index over all of them. Whatever changes
 * a claim or a source adds an entry to the log in the same transaction, so a tally is right as long as the log ends where it
 * ended when the tally was made, and is brought up to date by the entries that came after. When these are not there (a
 * transaction was undone) or are too much, all is counted anew.
 */
export interface ClaimTally {
  /** Of the sources in the case, ordered by source, status and verdict; never changed in place. */
  readonly counts: readonly ClaimCount[]
  /** The sources in the case that have claims, in their order. */
  readonly sources: readonly { id: string; number: number }[]
}

const tallies = new WeakMap<ReadableDb, Tally>()

/** The numbers of claims as they are now. */
export function claimTally(db: ReadableDb): ClaimTally {
  const place = lastEntry(db)
  const kept = tallies.get(db)
  if (kept?.isAt(place)) return kept
  // A tally that could only be adjusted in part must not be met again.
  tallies.delete(db)
  const changes = kept && changesSince(db, kept.place)
  const tally = kept && changes ? kept.adjust(changes, place) : counted(db, place)
  tallies.set(db, tally)
  return tally
}

function counted(db: ReadableDb, place: LogPlace): Tally {
  const tally = new Tally(place)
  for (const { id, position, removed_at } of db.all(sql`SELECT id, position, removed_at FROM sources`)) {
    if (removed_at === null) tally.positions.set(String(id), Number(position))
  }
  const rows = db.all(sql`SELECT source_id, status, verdict, count(*) AS number FROM claims
    GROUP BY source_id, status, verdict`)
  for (const { source_id: sourceId, status, verdict, number } of rows) {
    tally.add({ sourceId, status, verdict } as Counted, Number(number))
  }
  return tally
}

type Counted = Pick<Claim, 'sourceId' | 'status' | 'verdict'>

class Tally implements ClaimTally {
  place: LogPlace
  /** The place of each source that is in the case. */
  readonly positions = new Map<string, number>()
  /** The counts of each source, in the case or not, by status and verdict. */
  readonly #bySource = new Map<string, Map<string, ClaimCount>>()
  #counts: readonly ClaimCount[] | null = null
  #sources: ClaimTally['sources'] | null = null

  constructor(place: LogPlace) {
    this.place = place
  }

  isAt({ sequence, hash }: LogPlace): boolean {
    return this.place.sequence === sequence && this.place.hash === hash
  }

  get counts(): readonly ClaimCount[] {
    const sources = [...this.#bySource].filter(([id]) => this.positions.has(id)).sort(byName)
    return (this.#counts ??= sources.flatMap(([, states]) =>
      [...states].sort(byName).map(([, count]) => count),
    ))
  }

  get sources(): ClaimTally['sources'] {
    return (this.#sources ??= [...this.positions]
      .sort(([id, place], [other, otherPlace]) => place - otherPlace || (id < other ? -1 : 1))
      .flatMap(([id]) => {
        const counts = [...(this.#bySource.get(id)?.values() ?? [])]
        return counts.length ? [{ id, number: counts.reduce((sum, { number }) => sum + number, 0) }] : []
      }))
  }

  /** Brings the tally to a later place of the log by what happened in between. */
  adjust(changes: readonly Change[], place: LogPlace): this {
    for (const { kind, key, before, after } of changes) {
      if (kind === 'source') this.#put(key, after)
      if (kind === 'claim' && before) this.add(before, -1)
      if (kind === 'claim' && after) this.add(after, 1)
    }
    this.place = place
    return this
  }

  add({ sourceId, status, verdict }: Counted, number: number): void {
    const states = this.#bySource.get(sourceId) ?? new Map<string, ClaimCount>()
    // No verdict comes before any, as in SQLite.
    const state = `${status} ${verdict ?? ''}`
    const sum = (states.get(state)?.number ?? 0) + number
    if (sum === 0) states.delete(state)
    else states.set(state, { sourceId, status, verdict, number: sum })
    this.#bySource.set(sourceId, states)
    this.#counts = this.#sources = null
  }

  #put(id: string, source: Source | null): void {
    if (source && source.removedAt === null) this.positions.set(id, source.position)
    else this.positions.delete(id)
    this.#counts = this.#sources = null
  }
}

function byName([name]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return name < other ? -1 : 1
}

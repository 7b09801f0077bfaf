import type { LogEntry } from '../domain/case.js'

/** The end of a case's log, and what it ends with. */
export interface LogExtract {
  /** The newest first. */
  entries: Pick<LogEntry, 'sequence' | 'at' | 'actor' | 'action'>[]
  /** How many entries there are in all; they are numbered from 1. */
  total: number
  /** The hash of the last entry, which is chained to all before; null for a log without entries. */
  head: string | null
}

/** How many entries a report prints unless it is one for the archive. */
export const usualLogEntries = 40

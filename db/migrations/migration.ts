import type Database from 'better-sqlite3'

/**
 * One step from the schema of the version before to `version`. It runs inside a transaction, with foreign keys checked
 * at its end, and must give the same schema, letter for letter, wherever it runs.
 */
export interface Migration {
  readonly version: number
  up(database: Database.Database): void
}

import type Database from 'better-sqlite3'
import { StetError } from '../shared/ipc/result.js'
import { migrations as allMigrations } from './migrations/index.js'
import type { Migration } from './migrations/migration.js'

/** "Stet" in ASCII: marks a SQLite file as a case, at byte 68 of its header. */
export const applicationId = 0x53746574

/** The schema version that this program writes. */
export const newestVersion = lastOf(allMigrations)

/**
 * Brings an open case file to the newest schema: all steps, `user_version` and `application_id` in one transaction, so
 * that a failed or killed migration leaves what was there. Throws 'newer', with nothing changed, for a file from the
 * future. The caller copies the file first when it holds anything.
 */
export function migrate(database: Database.Database, migrations: readonly Migration[] = allMigrations): void {
  const version = database.pragma('user_version', { simple: true }) as number
  const newest = lastOf(migrations)
  if (version > newest) throw newerError(database.name, version, newest)
  if (version === newest) return
  database.pragma('foreign_keys = OFF')
  try {
    database.transaction(() => runSteps(database, migrations.slice(version), newest)).immediate()
  } finally {
    database.pragma('foreign_keys = ON')
  }
}

/** The refusal of a file whose schema is newer than this program knows. */
export function newerError(path: string, version: number, newest = newestVersion): StetError {
  return new StetError(
    'newer',
    `${path} was written by a newer version of Stet (format ${version}; this one reads up to ${newest}). Nothing was ` +
      'changed. Update Stet to open it.',
  )
}

function runSteps(database: Database.Database, steps: readonly Migration[], newest: number): void {
  for (const step of steps) step.up(database)
  const broken = database.pragma('foreign_key_check') as { table: string }[]
  if (broken[0]) throw new Error(`The migration of ${database.name} broke a reference in ${broken[0].table}`)
  database.pragma(`application_id = ${applicationId}`)
  database.pragma(`user_version = ${newest}`)
}

function lastOf(migrations: readonly Migration[]): number {
  migrations.forEach(({ version }, index) => {
    if (version !== index + 1) throw new Error(`Migration ${version} stands at place ${index + 1}`)
  })
  return migrations.length
}

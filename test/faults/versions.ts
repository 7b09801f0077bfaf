import Database from 'better-sqlite3'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { newestVersion } from '../../db/migrate.js'

/*
 * `versions/<N>.stet.gz` is a case as the program of schema version N made it: that of case-content.ts, with the notes
 * 0 to 39, every fourth of them written a second time. That of version 4 has also every verdict, evidence of both kinds, a
 * judgement, and signatures over a claim and over the case.
 */
const folder = join(import.meta.dirname, 'versions')

/** The versions before the newest of which there is a case, in order. */
export const oldVersions: readonly number[] = readdirSync(folder)
  .map((name) => Number.parseInt(name, 10))
  .filter((version) => version < newestVersion)
  .sort((one, other) => one - other)

/** Puts the case of an old version at `path`. */
export function placeVersion(version: number, path: string): void {
  writeFileSync(path, gunzipSync(readFileSync(join(folder, `${version}.stet.gz`))))
}

/** The notes that it holds, number to version. */
export const notesInOldCase: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 40 }, (_, number) => [number, number % 4 ? 0 : 1]),
)

/** The copies of the old case that were kept beside it and are not whole. */
export function tornCopies(folder: string, version: number): string[] {
  return readdirSync(folder).filter((name) => {
    if (name === 'case.stet' || !name.endsWith('.stet')) return false
    const database = new Database(join(folder, name), { readonly: true })
    try {
      const notes = database.prepare('SELECT count(*) FROM notes').pluck().get()
      return database.pragma('user_version', { simple: true }) !== version || notes !== notesInOldCase.size
    } catch {
      return true
    } finally {
      database.close()
    }
  })
}

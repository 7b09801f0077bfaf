import Database from 'better-sqlite3'
import { CaseStore } from '../../db/case-store.js'
import { CaseDatabase } from '../../db/database.js'

/** Says that synchronous is FULL, whatever it is. */
class ForgedSetting extends Database {
  override pragma(source: string, options?: Database.PragmaOptions): unknown {
    return source === 'synchronous' ? 2 : super.pragma(source, options)
  }
}

/** The case at `path` as a careless program would open it: the same, but a commit does not wait for the medium. */
export function openWithNormalSync(path: string): CaseStore {
  const raw = new ForgedSetting(path)
  raw.pragma('locking_mode = EXCLUSIVE')
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = NORMAL')
  return new CaseStore(new CaseDatabase(raw, path))
}

import { StetError } from '../../shared/ipc/result.js'
import type { WritableDb } from '../database.js'
import { firstIssue } from '../stored-record.js'
import { readCaseInfo, storedInfoSchema, writeCaseInfo, type StoredInfo } from '../tables/case-info.js'
import { applyChanges } from './apply-changes.js'

/** What a new case is made with: its own id, what people call it, and the instant at which it is made. */
export interface NewCase {
  id: string
  title: string
  at: string
}

/** Writes what an empty case file says of itself; 'invalid' when that is not a title, an id and an instant. */
export function startCase(db: WritableDb, { id, title, at }: NewCase): void {
  db.transaction(() => writeCaseInfo(db, validInfo({ id, title, createdAt: at })))
}

/** Gives the case another title and logs it; the same title changes nothing. */
export function retitleCase(db: WritableDb, title: string, act: { actor: string; at: string }): void {
  db.transaction(() => {
    const before = readCaseInfo(db)
    const after = validInfo({ ...before, title })
    if (after.title === before.title) return
    writeCaseInfo(db, after)
    applyChanges(db, [], { ...act, action: `Rename case: ${after.title}` })
  })
}

function validInfo(info: StoredInfo): StoredInfo {
  const parsed = storedInfoSchema.safeParse(info)
  if (parsed.success) return parsed.data
  throw new StetError('invalid', `The case was not named. ${firstIssue(parsed.error)}. Nothing was changed.`)
}

import { caseTitleIn, caseTitleKey, caseTitleSchema } from '../../../shared/domain/case-title.js'
import type { Change } from '../../../shared/domain/change.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReadableDb, WritableDb } from '../../database.js'
import { firstIssue } from '../../stored-record.js'
import { readCaseInfo, storedInfoSchema, writeCaseInfo, type StoredInfo } from '../../tables/case-info.js'
import { preferences } from '../../tables/preferences.js'
import { applyChanges } from './apply-changes.js'
import { settleWriting } from './note-burst.js'
import type { Plan } from './plan.js'

/** What a new case is made with: its own id, what people call it, and the instant at which it is made. */
export interface NewCase {
  id: string
  title: string
  at: string
}

/** Writes what an empty case file says of itself; 'invalid' when that is not a title, an id and an instant. */
export function startCase(db: WritableDb, { id, title, at }: NewCase): void {
  const parsed = storedInfoSchema.safeParse({ id, title, createdAt: at })
  if (!parsed.success) throw notNamed(firstIssue(parsed.error))
  db.transaction(() => writeCaseInfo(db, parsed.data))
}

/**
 * What a case says of itself, under the title that it has now. Its first title stays in the file; a later one is a record like
 * others, so that it is logged, taken back and merged like them.
 */
export function namedInfo(db: ReadableDb): StoredInfo {
  const info = readCaseInfo(db)
  return { ...info, title: laterTitle(db) ?? info.title }
}

/** A title that cannot be trusted is none: a case can be opened by its first one. */
function laterTitle(db: ReadableDb): string | null {
  try {
    const preference = preferences.find(db, caseTitleKey)
    return preference && caseTitleIn([preference])
  } catch (thrown) {
    if (thrown instanceof StetError && thrown.kind === 'damaged') return null
    throw thrown
  }
}

/** Gives the case another title and logs it; the same title changes nothing. */
export function retitleCase(db: WritableDb, typed: string, act: { actor: string; at: string }): Plan {
  return db.transaction(() => {
    settleWriting(db)
    const parsed = caseTitleSchema.safeParse(typed)
    if (!parsed.success) throw notNamed(firstIssue(parsed.error))
    const title = parsed.data
    if (title === namedInfo(db).title) return { label, changes: [] }
    const before = preferences.find(db, caseTitleKey)
    const isFirst = title === readCaseInfo(db).title
    const after = isFirst ? null : { key: caseTitleKey, value: title }
    const changes: Change[] = [{ kind: 'preference', key: caseTitleKey, before, after }]
    applyChanges(db, changes, { ...act, action: `${label}: ${title}` })
    return { label, changes }
  })
}

const label = 'Rename case'

function notNamed(issue: string): StetError {
  return new StetError('invalid', `The case was not named. ${issue}. Nothing was changed.`)
}

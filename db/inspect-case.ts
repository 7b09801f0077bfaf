import { resolve } from 'node:path'
import type { Verification } from '../shared/domain/verification.js'
import { StetError } from '../shared/ipc/result.js'
import { openForInspection, type OpenOptions } from './connection.js'
import { requireCaseHeader } from './file-header.js'
import { newestVersion } from './migrate.js'
import { verifyCase } from './operations/verify/verify-case.js'
import { readCaseFile } from './read-case-file.js'
import { openingError } from './storage-error.js'

/**
 * Verifies a case file that nobody has open, however damaged it is, and leaves it as it is. Throws 'not-found', 'foreign',
 * 'newer', 'locked' or 'io' for what cannot be looked at. A file of an older version is verified as a migrated copy.
 */
export function inspectCase(file: string, options: OpenOptions = {}): Verification {
  const path = resolve(file)
  try {
    if (requireCaseHeader(path) < newestVersion) return inspectOlder(path, options)
    const db = openForInspection(path, options)
    try {
      return verifyCase(db)
    } finally {
      db.close()
    }
  } catch (thrown) {
    const error = openingError(thrown, path)
    if (error instanceof StetError && error.kind === 'damaged') return unreadable(error.message)
    throw error
  }
}

function inspectOlder(path: string, options: OpenOptions): Verification {
  // Refuses what somebody has open, before it is copied.
  openForInspection(path, options).close()
  return readCaseFile(path, options, verifyCase)
}

function unreadable(message: string): Verification {
  return { sound: false, problems: [{ kind: 'file', record: null, message }], checked: {}, logEntries: 0 }
}

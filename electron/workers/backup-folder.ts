import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** Where the backups of a case lie. Its id can be a stranger's and is no name for a folder. */
export function backupFolder(root: string, caseId: string): string {
  return join(root, createHash('sha256').update(caseId).digest('hex').slice(0, 24))
}

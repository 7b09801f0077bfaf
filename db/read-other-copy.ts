import { resolve } from 'node:path'
import { copyCase } from './case-copy.js'
import { openForWriting, type OpenOptions } from './connection.js'
import { settleWriting } from './operations/acts/note-burst.js'
import { otherCopy, type MergeAsk, type OtherCopy } from './operations/merge/other-copy.js'
import { readCaseFile } from './read-case-file.js'
import { findOpenNote } from './tables/open-note.js'

/**
 * Reads what a merge takes from another copy of a case that nobody has open, and leaves its file as it is. The same refusals as
 * `readCaseFile` and `otherCopy`.
 */
export function readOtherCopy(file: string, ask: MergeAsk, options: OpenOptions = {}): OtherCopy {
  const read = readCaseFile(file, options, (db) => (findOpenNote(db) ? null : otherCopy(db, ask)))
  return read ?? readSettledCopy(file, ask, options)
}

/** A note that was being written when its program ended is told to the log of a copy, as the next opening would. */
function readSettledCopy(file: string, ask: MergeAsk, options: OpenOptions): OtherCopy {
  const copy = copyCase(resolve(file))
  try {
    const db = openForWriting(copy.path, options)
    try {
      settleWriting(db)
      return otherCopy(db, ask)
    } finally {
      db.close()
    }
  } finally {
    copy.remove()
  }
}

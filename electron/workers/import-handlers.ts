import { carryRanges } from '../../shared/anchoring/carry.js'
import type { TextRange } from '../../shared/document/paragraphs.js'
import type { TableReading } from '../../shared/domain/record-import.js'
import type { FileBytes } from './import/file-bytes.js'
import { attachmentsOf } from './import/message/message-attachments.js'
import { parseFile, previewFile } from './import/parse-file.js'
import type { Verdicts } from './interchange/exported-scale.js'
import type { IncomingPassage } from './interchange/incoming.js'
import { placePassages, type SoughtText } from './interchange/place-passages.js'
import { readReport } from './interchange/read-report.js'
import { readRecords } from './interchange/read-records.js'

/** What the import-worker can do. It sees bytes, never paths, and touches nothing else. */
export function importHandlers(onProgress: (done: number) => void) {
  return {
    preview: (file: FileBytes) => previewFile(file),
    parse: (file: FileBytes, chosen: number[] | null, withComments = false) =>
      parseFile(file, chosen, withComments),
    attachments: (file: FileBytes) => attachmentsOf(file),
    carry: (before: string, after: string, ranges: TextRange[]) => carryRanges(before, after, ranges),
    records: (file: FileBytes, verdicts: Verdicts, reading: TableReading) =>
      readRecords(file, verdicts, reading),
    report: (file: FileBytes, verdicts: Verdicts | null) => readReport(file, verdicts),
    /** Tells how many passages are done meanwhile. */
    place: (passages: IncomingPassage[], sought: SoughtText) => placePassages(passages, sought, onProgress),
  }
}

export type ImportHandlers = ReturnType<typeof importHandlers>

import { carryRanges } from '../../shared/anchoring/carry.js'
import type { TextRange } from '../../shared/document/paragraphs.js'
import type { FileBytes } from './import/open-file.js'
import { parseFile, previewFile } from './import/parse-file.js'

/** What the import-worker can do. It sees bytes, never paths, and touches nothing else. */
export const importHandlers = {
  preview: (file: FileBytes) => previewFile(file),
  parse: (file: FileBytes, chosen: number[] | null) => parseFile(file, chosen),
  carry: (before: string, after: string, ranges: TextRange[]) => carryRanges(before, after, ranges),
}

export type ImportHandlers = typeof importHandlers

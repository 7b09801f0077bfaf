import { buildForm, previewHtml } from '../../shared/report/build-form.js'
import { wholeOf } from '../../shared/report/pieces.js'
import { notWritten } from './system-refusal.js'
import { writeReport, type ReportInput } from './write-report.js'

/** What the report-worker can do: a long report is built while the window goes on. */
export const reportHandlers = {
  /** Fills an empty file; `name` is what it is to be called. */
  async write(path: string, name: string, ...input: ReportInput): Promise<void> {
    try {
      await writeReport(path, ...input)
    } catch (cause) {
      throw notWritten(name, cause)
    }
  },
  /** What a form of pages is printed from. */
  pages(...input: ReportInput): string {
    const built = buildForm(...input)
    if (Array.isArray(built)) throw new RangeError('A package has no pages')
    return wholeOf(built)
  },
  preview: (...input: ReportInput): string => wholeOf(previewHtml(...input)),
}

export type ReportHandlers = typeof reportHandlers

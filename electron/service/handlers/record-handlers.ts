import type { Outcome } from '../../../shared/domain/case.js'
import type { ImportPreview } from '../../../shared/domain/import-preview.js'
import type { OpenCase } from '../../../shared/ipc/contract.js'
import type { Handlers } from './handlers.js'
import type { RecordImports } from '../imports/record-imports.js'

interface RecordActs {
  records: RecordImports
  /** Asks for files and offers them to the window. */
  choose: () => Promise<void>
  openCase: (path: string) => Promise<OpenCase>
  /** Makes a case of the report that waits, and opens it; answers what was made. */
  openReport: (id: string) => Promise<string>
  /** Reads a file as a text. */
  readText: (path: string) => Promise<ImportPreview[]>
  /** Tells the window what an act did that it cannot know from the outcome. */
  acting: <O extends Outcome>(act: Promise<O>) => Promise<O>
}

/** The calls about files of claims, citations and other cases. */
export function recordHandlers({ records, choose, openCase, openReport, readText, acting }: RecordActs) {
  return {
    'records.choose': choose,
    'records.reread': ({ id, reading }) => records.reread(id, reading),
    'records.places': (choice) => records.places(choice),
    'records.commit': (choice) => acting(records.commit(choice)),
    'records.open-case': ({ id }) => openCase(records.pathOfCase(id)),
    'records.report-as-case': async ({ id }) => ({ message: await openReport(id) }),
    'records.report-as-text': async ({ id }) => readText(records.pathOfPage(id)),
    'records.cancel': async () => records.cancel(),
    'records.discard': async () => records.discard(),
  } satisfies Partial<Handlers>
}

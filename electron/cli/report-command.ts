import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { createChecker, runChecks } from '../../shared/checks/run-checks.js'
import { readCheckables } from '../../shared/coverage/read-checkables.js'
import type { CaseSnapshot } from '../../shared/domain/case.js'
import { StetError } from '../../shared/ipc/result.js'
import { reportForm, type ReportRequest } from '../../shared/report/forms.js'
import type { LogExtract } from '../../shared/report/log-extract.js'
import { reportName, saveReport } from '../service/reports/report.js'
import { coverageOfCase } from '../workers/coverage-of-case.js'
import { dbHandlers } from '../workers/db-handlers.js'
import { openFile } from '../workers/import/open-file.js'
import { parseFile } from '../workers/import/parse-file.js'
import { reportPages, writeReport as writeForm } from '../workers/write-report.js'
import { command, type CommandRequest } from './command.js'
import { publishedOn } from './common-options.js'
import { printLines } from './output.js'
import { reportOptions, reportRequestOf } from './report-options.js'
import { sqliteBinding } from './sqlite-binding.js'
import { readBytes } from './source-files.js'

/** `stet report`: writes a case file, or texts that it checks on the way, in one of the forms of a report. */
export const reportCommand = command({
  takes: 'CASE | FILE...',
  summary: 'the annotated report of a case file, or of texts, as a web page or in another --format',
  options: reportOptions,
  run: writeReport,
})

/** `stet export`: the same for other programs; the form must be named. */
export const exportCommand = command({
  takes: 'CASE | FILE...',
  summary: 'the same for other programs; --format must be given',
  options: reportOptions,
  async run(request) {
    const { format, form } = request.options
    if (format !== null || form !== null) return writeReport(request)
    throw new StetError(
      'invalid',
      `An export needs --format (or --form), one of ${reportOptions.format.choices.join(', ')}.`,
    )
  },
})

async function writeReport({ files, options, host }: CommandRequest<typeof reportOptions>): Promise<number> {
  const first = files[0]
  if (!first)
    throw new StetError('invalid', 'No case file and no text was named. “stet report --help” shows how.')
  const isCase = extname(first).toLowerCase() === '.stet'
  if (isCase && files.length > 1)
    throw new StetError('invalid', 'A report is made of one case file at a time.')
  const { output, title, checker } = options
  const report = reportRequestOf(options)
  const { snapshot, log } = isCase
    ? readCase(resolve(first))
    : await checkTexts(files, title ?? basename(first, extname(first)), publishedOn(options.published))
  const path = resolve(output ?? join(dirname(first), reportName(basename(first, extname(first)), report)))
  const material = { log, coverage: await coverageFor(snapshot, report) }
  await saveReport(path, report, {
    checker: checker ?? userInfo().username,
    version: STET_VERSION,
    printPages: host.printPages,
    builder: {
      write: (temporary, _name, ...how) => writeForm(temporary, snapshot, ...how, material),
      pages: async (...how) => reportPages(snapshot, ...how, material),
    },
  })
  const { claims, findings } = snapshot
  return printLines([
    `${path}: ${snapshot.sources.length} sources, ${claims.length} claims, ${findings.length} findings`,
  ])
}

/** A case, and its log where it has one of its own. */
interface ReadCase {
  snapshot: CaseSnapshot
  log: LogExtract | null
}

/** What the claims cover, for a form that tells it. */
async function coverageFor(snapshot: CaseSnapshot, { form }: ReportRequest) {
  if (reportForm(form).holds !== 'report') return null
  const checker = createChecker()
  const sources = new Map(snapshot.sources.map((source) => [source.id, source]))
  return coverageOfCase(snapshot, ({ sourceId, text }) =>
    readCheckables(checker.sections({ ...sources.get(sourceId)!, text })),
  )
}

/** Every act of the log is read; a report prints the newest unless it is for the archive. */
const allLogEntries = 1_000_000

function readCase(path: string): ReadCase {
  const db = dbHandlers(sqliteBinding())
  db.open(path)
  try {
    return { snapshot: db.snapshot(), log: db.logExtract(allLogEntries) }
  } finally {
    db.close()
  }
}

/** Texts get a case of their own in a temporary folder: the report of a case and of texts is the same. */
async function checkTexts(
  files: readonly string[],
  title: string,
  published: string | null,
): Promise<ReadCase> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-report-'))
  const db = dbHandlers(sqliteBinding())
  try {
    db.create(join(folder, 'report.stet'), title)
    for (const file of files) db.importSources(await readImports(file, published), 'stet report')
    const { sources, texts } = db.snapshot()
    const textOf = new Map(texts.map((version) => [version.sourceId, version.text]))
    db.storeFindings(runChecks(sources.map((source) => ({ ...source, text: textOf.get(source.id) ?? '' }))))
    return { snapshot: db.snapshot(), log: null }
  } finally {
    db.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function readImports(path: string, published: string | null) {
  const bytes = await readBytes(path)
  const { parts } = await openFile(bytes)
  const sources = await parseFile(bytes, [...parts.keys()])
  return sources.map(({ record, ...source }) => ({
    ...source,
    record: { ...record, published: published ?? record.published },
  }))
}

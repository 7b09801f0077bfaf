import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { runChecks } from '../../shared/checks/run-checks.js'
import type { CaseSnapshot } from '../../shared/domain/case.js'
import { splitTexts } from '../../shared/document/split-texts.js'
import { StetError } from '../../shared/ipc/result.js'
import { reportHtmlOf } from '../service/report.js'
import { writeFileWhole } from '../service/write-file.js'
import { dbHandlers } from '../workers/db-handlers.js'
import { decodeFile, parseFile } from '../workers/import/parse-file.js'
import { print } from './output.js'
import type { CommandRequest } from './run.js'
import { readBytes } from './source-files.js'

/** `stet report`: writes the annotated report of a case file, or of texts that it checks on the way. */
export async function reportCommand({
  files,
  output,
  title,
  checker,
  published,
}: CommandRequest): Promise<number> {
  const first = files[0]
  if (!first) throw new StetError('invalid', 'No case file and no text was named. “stet --help” shows how.')
  const isCase = extname(first).toLowerCase() === '.stet'
  if (isCase && files.length > 1)
    throw new StetError('invalid', 'A report is made of one case file at a time.')
  const snapshot = isCase
    ? readCase(resolve(first))
    : await checkTexts(files, title ?? basename(first, extname(first)), published)
  const path = resolve(
    output ?? join(dirname(first), `${basename(first, extname(first))} - fact-check report.html`),
  )
  const html = reportHtmlOf(snapshot, { checker: checker ?? userInfo().username, version: STET_VERSION })
  await writeFileWhole(path, html)
  const { claims, findings } = snapshot
  return print(
    `${path}: ${snapshot.sources.length} sources, ${claims.length} claims, ${findings.length} findings`,
  )
}

function readCase(path: string): CaseSnapshot {
  const db = dbHandlers(process.env['STET_SQLITE_BINDING'])
  db.open(path)
  try {
    return db.snapshot()
  } finally {
    db.close()
  }
}

/** Texts get a case of their own in a temporary folder: the report of a case and of texts is the same. */
async function checkTexts(
  files: readonly string[],
  title: string,
  published: string | null,
): Promise<CaseSnapshot> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-report-'))
  const db = dbHandlers(process.env['STET_SQLITE_BINDING'])
  try {
    db.create(join(folder, 'report.stet'), title)
    for (const file of files) db.importSources(await readImports(file, published), 'stet report')
    const { sources, texts } = db.snapshot()
    const textOf = new Map(texts.map((version) => [version.sourceId, version.text]))
    db.storeFindings(runChecks(sources.map((source) => ({ ...source, text: textOf.get(source.id) ?? '' }))))
    return db.snapshot()
  } finally {
    db.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function readImports(path: string, published: string | null) {
  const bytes = await readBytes(path)
  const parts = splitTexts(decodeFile(bytes).text).map((_part, index) => index)
  return parseFile(bytes, parts).map((source) => ({ ...source, record: { ...source.record, published } }))
}

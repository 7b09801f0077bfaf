import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, extname, resolve } from 'node:path'
import type { RecordBatch } from '../../db/operations/import-records.js'
import { caseScaleOf } from '../../shared/domain/case-scale.js'
import type { SourceImport } from '../../shared/domain/case.js'
import type { Command } from '../../shared/domain/command.js'
import type { SourceId } from '../../shared/domain/ids.js'
import type { PlaceCounts, Remark } from '../../shared/domain/record-import.js'
import type { Source, TextVersion } from '../../shared/domain/source.js'
import { transferNotices } from '../../shared/domain/verdict-transfer.js'
import { StetError, toAppError } from '../../shared/ipc/result.js'
import { citationBatch, sourceOfCitation } from '../service/citation-batch.js'
import { PlacedClaims } from '../service/record-batch.js'
import { readRecordFile, recordFileKind } from '../service/record-file.js'
import { fillFromReport, sealNotices } from '../service/report-case.js'
import { dbHandlers, type DbHandlers } from '../workers/db-handlers.js'
import { counted } from '../workers/import/notices.js'
import type { FileBytes } from '../workers/import/file-bytes.js'
import { openFile } from '../workers/import/open-file.js'
import { parseFile } from '../workers/import/parse-file.js'
import type { Verdicts } from '../workers/interchange/exported-scale.js'
import type { IncomingCitations, IncomingClaims } from '../workers/interchange/incoming.js'
import { matchTexts } from '../workers/interchange/match-texts.js'
import { placePassages } from '../workers/interchange/place-passages.js'
import { readReport } from '../workers/interchange/read-report.js'
import { readRecords } from '../workers/interchange/read-records.js'
import { readMappedTable } from './mapped-table.js'
import { command, type Options, type TypedOptions } from './command.js'
import { checker, outputFormat, published, publishedOn } from './common-options.js'
import { printJson, printLines } from './output.js'
import { sqliteBinding } from './sqlite-binding.js'
import { readBytes } from './source-files.js'

/** What became of one file. Numbers are of what was added, unless they say otherwise. */
interface FileOutcome {
  file: string
  kind: 'text' | 'claims' | 'citations' | 'case' | 'report' | null
  sources: number
  claims: number
  /** How the claims of the file were placed; `there` were in the case already. */
  places: PlaceCounts | null
  skipped: Remark[]
  error: string | null
}

const options = {
  published,
  source: {
    type: 'string',
    multiple: true,
    value: 'TITLE',
    help: 'the source that the claims stand in, by its title or file name; from another case, a source to take',
  },
  map: {
    type: 'string',
    value: 'COLUMN=FIELD,...',
    help: 'what the columns of a table hold, by heading or number: quote, source, verdict, note, ...',
  },
  orphans: {
    type: 'string',
    choices: ['keep', 'leave'],
    help: 'whether claims are kept whose quotes are not in the text; keep is usual',
  },
  title: { type: 'string', value: 'TITLE', help: 'the title of a case that is made' },
  checker,
  format: outputFormat,
} as const satisfies Options

/**
 * `stet import`: adds texts, claims, citations and the sources of other cases to a case file, which is made when it is not
 * there. Each file is one act, or none. Ends with 1 when something was left out or is an orphan, with 2 when a file failed.
 */
export const importCommand = command({
  takes: 'CASE FILE...',
  summary: 'texts, claims, citations, saved reports and the sources of other cases, into a case file',
  about:
    'Claims are JSON-LD annotations, Hypothesis, CSV or TSV, citations CSL-JSON or RIS. A case file that is not there is made.',
  options,
  async run({ files: [casePath, ...files], options: typed }) {
    if (!casePath || files.length === 0) {
      throw new StetError(
        'invalid',
        'Name a case file and what to import into it. “stet import --help” shows how.',
      )
    }
    if (extname(casePath).toLowerCase() !== '.stet')
      throw new StetError('invalid', `“${casePath}” is no case file: its name does not end in .stet.`)
    const outcomes = await importInto(casePath, files, { ...typed, published: publishedOn(typed.published) })
    if (typed.format === 'json') printJson({ case: casePath, files: outcomes })
    else printLines(outcomes.flatMap(asLines))
    if (outcomes.some(({ error }) => error !== null)) return 2
    return outcomes.every(isWhole) ? 0 : 1
  },
})

type TypedImport = TypedOptions<typeof options>

async function importInto(
  casePath: string,
  files: readonly string[],
  typed: TypedImport,
): Promise<FileOutcome[]> {
  const db = dbHandlers(sqliteBinding())
  const path = resolve(casePath)
  const isNew = !existsSync(path)
  if (isNew) db.create(path, typed.title ?? basename(path, extname(path)))
  else db.open(path)
  /** A case that nobody gave a title takes that of the report that fills it. */
  const takesTitle = isNew && typed.title === null
  const outcomes: FileOutcome[] = []
  try {
    for (const file of files) outcomes.push(await new FileImport(db, { ...typed, takesTitle }, file).run())
  } finally {
    db.close()
  }
  return outcomes
}

type ImportRequest = TypedImport & { takesTitle: boolean }

class FileImport {
  readonly #db: DbHandlers
  readonly #request: ImportRequest
  readonly #file: string
  readonly #actor: string
  readonly #outcome: FileOutcome

  constructor(db: DbHandlers, request: ImportRequest, file: string) {
    this.#db = db
    this.#request = request
    this.#file = file
    this.#actor = request.checker ?? userInfo().username
    this.#outcome = { file, kind: null, sources: 0, claims: 0, places: null, skipped: [], error: null }
  }

  async run(): Promise<FileOutcome> {
    try {
      await this.#import()
    } catch (error) {
      this.#outcome.error = toAppError(error).message
    }
    return this.#outcome
  }

  async #import(): Promise<void> {
    const kind = await recordFileKind(this.#file)
    if (kind === null) return this.#text()
    if (kind === 'case') return this.#case()
    const bytes = await readRecordFile(this.#file, this.#file)
    const file = { name: basename(this.#file), bytes, encoding: null }
    const { verdicts } = caseScaleOf(this.#db.preferences())
    if (kind === 'report') return this.#report(file, verdicts)
    const { map } = this.#request
    const records =
      kind === 'table' && map !== null
        ? await readMappedTable(file, verdicts, map)
        : await readRecords(file, verdicts)
    this.#outcome.skipped.push(...records.skipped)
    if (records.kind === 'claims') await this.#claims(records)
    else this.#citations(records)
  }

  async #text(): Promise<void> {
    this.#outcome.kind = 'text'
    const bytes = await readBytes(this.#file)
    const digest = createHash('sha256').update(bytes.bytes).digest('hex')
    const same = this.#db.records().sources.find(({ originalSha256 }) => originalSha256 === digest)
    if (same) return this.#skip(this.#file, `the same file is in the case already, as “${same.title}”`)
    const { parts } = await openFile(bytes)
    const { published } = this.#request
    const imports = (await parseFile(bytes, [...parts.keys()])).map(({ record, ...source }) => ({
      ...source,
      record: { ...record, published: published ?? record.published },
    }))
    this.#db.importSources(imports, this.#actor)
    this.#outcome.sources = imports.length
  }

  /** A report fills a case that has no sources yet; claims come onto the texts of one that has. */
  async #report(file: FileBytes, verdicts: Verdicts): Promise<void> {
    const isEmpty = this.#db.records().sources.length === 0
    const report = readReport(file, isEmpty ? null : verdicts)
    this.#outcome.skipped.push(...report.claims.skipped)
    if (report.seal !== 'unaltered') this.#skip(this.#file, sealNotices[report.seal])
    if (!isEmpty) return this.#claims(report.claims)
    this.#outcome.kind = 'report'
    const actor = this.#actor
    const into = {
      perform: (command: Command) => this.#db.perform(command, actor),
      importSources: (imports: SourceImport[]) => this.#db.importSources(imports, actor),
      text: (id: SourceId) => this.#db.text(id),
      records: () => this.#db.records(),
      importRecords: (batch: RecordBatch) => this.#db.importRecords(batch, actor),
    }
    const { sources, places } = await fillFromReport(into, report, file.name, placePassages)
    this.#outcome.sources = sources
    this.#outcome.claims = places.exact + places.searched + places.orphan
    this.#outcome.places = places
    if (this.#request.takesTitle) this.#db.setTitle(report.title, actor)
  }

  #case(): void {
    this.#outcome.kind = 'case'
    const other = this.#db.lookIntoCase(resolve(this.#file))
    const { source: sources } = this.#request
    const unknown = sources.find((named) => !other.sources.some((source) => isNamed(source, named)))
    if (unknown !== undefined) throw noSource(unknown, this.#file)
    const chosen = other.sources.filter(
      (source) => sources.length === 0 || sources.some((named) => isNamed(source, named)),
    )
    const excerpt = this.#db.excerptCase(
      resolve(this.#file),
      chosen.map(({ id }) => id),
    )
    for (const notice of transferNotices(excerpt.claims, excerpt.scale, this.#db.records()))
      this.#skip(this.#file, notice)
    const { changes } = this.#db.copySources(excerpt, this.#actor)
    this.#outcome.sources = changes.filter(({ kind }) => kind === 'source').length
    this.#outcome.claims = changes.filter(({ kind, before }) => kind === 'claim' && !before).length
  }

  async #claims(incoming: IncomingClaims): Promise<void> {
    this.#outcome.kind = 'claims'
    for (const notice of incoming.notices) this.#skip(this.#file, notice)
    const records = this.#db.records()
    const texts = this.#textsOf(incoming)
    const placed = await PlacedClaims.find(incoming, texts, records, placePassages)
    const batch = placed.batch(basename(this.#file), this.#request.orphans !== 'leave')
    this.#db.importRecords(batch, this.#actor)
    this.#outcome.claims = batch.claims.length
    this.#outcome.places = placed.counts()
    const { remarks, orphans } = placed.preview()
    this.#outcome.skipped.push(...remarks)
    for (const { where, quote } of orphans) this.#skip(where, `not in the text: “${quote.slice(0, 80)}”`)
    for (const { key, label } of incoming.texts)
      if (!texts.has(key))
        this.#skip(label, 'no source of the case is known to be this text; name one with --source')
  }

  /** The sources that the texts of a file are taken for: the one that was named, else those that are recognised. */
  #textsOf({ texts }: IncomingClaims): Map<string, TextVersion> {
    const [source, ...others] = this.#request.source
    if (others.length) throw new StetError('invalid', 'Claims are imported into one --source at a time.')
    const named = source === undefined ? null : this.#sourceNamed(source)
    const known = this.#db.sourceTexts().map(({ source: one, text }) => ({
      source: one,
      textSha256: createHash('sha256').update(text).digest('hex'),
    }))
    const versions = new Map<SourceId, TextVersion>()
    const found = new Map<string, TextVersion>()
    for (const { key, sourceId } of matchTexts(texts, new Map(), known)) {
      const id = named ?? sourceId
      if (!id) continue
      const version = versions.get(id) ?? this.#db.text(id)
      versions.set(id, version)
      found.set(key, version)
    }
    return found
  }

  #sourceNamed(title: string): SourceId {
    const fitting = this.#db.records().sources.filter((source) => isNamed(source, title))
    if (fitting.length > 1)
      throw new StetError(
        'invalid',
        `Several sources of the case are called “${title}”. Give them titles of their own first.`,
      )
    if (!fitting[0]) throw noSource(title, 'the case')
    return fitting[0].id
  }

  /** Citations fill the records of the sources that they are of; those of no source are told of. */
  #citations({ citations }: IncomingCitations): void {
    this.#outcome.kind = 'citations'
    const { sources } = this.#db.records()
    const uses = citations.flatMap((citation, index) => {
      const source = sourceOfCitation(citation, sources)
      if (source) return [{ as: 'record' as const, index, sourceId: source.id }]
      this.#skip(`“${citation.title.slice(0, 80)}”`, 'no source of the case has its address or title')
      return []
    })
    if (uses.length === 0) return
    const batch = citationBatch(citations, uses, basename(this.#file), new Set())
    this.#outcome.sources = this.#db.importRecords(batch, this.#actor).changes.length
  }

  #skip(where: string, message: string): void {
    this.#outcome.skipped.push({ where, message })
  }
}

/** Whether a source is called so, by its title or by the file that it came from. */
function isNamed({ title, fileName }: Source, name: string): boolean {
  const said = name.trim().toLowerCase()
  return said === title.trim().toLowerCase() || said === fileName?.toLowerCase()
}

function noSource(title: string, where: string): StetError {
  return new StetError('not-found', `There is no source “${title}” in ${where}.`)
}

function isWhole({ skipped, places }: FileOutcome): boolean {
  return skipped.length === 0 && !places?.orphan && !places?.unplaced
}

function asLines({ file, kind, sources, claims, places, skipped, error }: FileOutcome): string[] {
  if (error !== null) return [`${file}: not imported. ${error}`]
  const done =
    kind === 'citations'
      ? counted(sources, 'record of a source', 'records of sources')
      : counted(sources, 'source')
  const said =
    kind === 'claims'
      ? counted(claims, 'claim')
      : kind === 'case' || kind === 'report'
        ? `${done}, ${counted(claims, 'claim')}`
        : done
  const how = places
    ? ` (${places.exact} exactly, ${places.searched} by search, ${places.orphan} not found, ${places.there} there already, ${places.unplaced} without a source)`
    : ''
  return [`${file}: ${said}${how}`, ...skipped.map(({ where, message }) => `  ${where}: ${message}`)]
}

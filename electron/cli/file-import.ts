import { createHash } from 'node:crypto'
import { userInfo } from 'node:os'
import { basename, resolve } from 'node:path'
import type { RecordBatch } from '../../db/operations/imports/import-records.js'
import { caseScaleOf } from '../../shared/domain/case-scale.js'
import type { SourceImport } from '../../shared/domain/case.js'
import type { Command } from '../../shared/domain/command.js'
import type { SourceId } from '../../shared/domain/ids.js'
import type { PlaceCounts, Remark } from '../../shared/domain/record-import.js'
import type { Source, TextVersion } from '../../shared/domain/source.js'
import { transferNotices } from '../../shared/domain/verdict-transfer.js'
import { StetError, toAppError } from '../../shared/ipc/result.js'
import { citationBatch, sourceOfCitation } from '../service/imports/citation-batch.js'
import { PlacedClaims } from '../service/imports/record-batch.js'
import { readRecordFile, recordFileKind } from '../service/imports/record-file.js'
import { fillFromReport, sealNotices } from '../service/imports/report-case.js'
import type { DbHandlers } from '../workers/db-handlers.js'
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
import { readBytes } from './source-files.js'

/** What became of one file. Numbers are of what was added, unless they say otherwise. */
export interface FileOutcome {
  file: string
  kind: 'text' | 'claims' | 'citations' | 'case' | 'report' | null
  sources: number
  claims: number
  /** How the claims of the file were placed; `there` were in the case already. */
  places: PlaceCounts | null
  skipped: Remark[]
  error: string | null
}

/** What was asked of an import, for each of its files. */
interface ImportRequest {
  /** When texts were published, where that is known. */
  published: string | null
  /** Titles or file names: the source that claims stand in, or the sources to take from another case. */
  source: readonly string[]
  /** What the columns of a table hold. */
  map: string | null
  /** Whether claims are kept whose quotes are not in the text; they are unless it is `leave`. */
  orphans: 'keep' | 'leave' | null
  /** Who imports; the account's name without one. */
  checker: string | null
  /** Whether a report gives the case its title. */
  takesTitle: boolean
}

/** Brings one file into the case that `db` has open: as one act, or not at all. */
export class FileImport {
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
      importRecords: (batch: RecordBatch) => this.#db.importRecords(batch, actor),
      read: this.#db,
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

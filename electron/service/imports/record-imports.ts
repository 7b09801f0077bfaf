import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { OtherCase } from '../../../db/read-other-case.js'
import { caseScaleOf } from '../../../shared/domain/case-scale.js'
import type { Outcome } from '../../../shared/domain/case.js'
import type { SourceId } from '../../../shared/domain/ids.js'
import {
  anyReading,
  type PlacesPreview,
  type RecordsChoice,
  type RecordsImported,
  type RecordsPreview,
  type TableReading,
  type TextsChoice,
} from '../../../shared/domain/record-import.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import { plainLine } from '../../../shared/domain/plain-line.js'
import { StetError, toAppError } from '../../../shared/ipc/result.js'
import type { FileBytes } from '../../workers/import/file-bytes.js'
import { counted } from '../../workers/import/notices.js'
import type { Verdicts } from '../../workers/interchange/exported-scale.js'
import type { IncomingClaims, IncomingRecords } from '../../workers/interchange/incoming.js'
import type { IncomingReport } from '../../workers/interchange/read-report.js'
import type { RecordKind } from '../../workers/interchange/record-kind.js'
import { unknownVerdictNotices } from '../../workers/interchange/unknown-verdicts.js'
import { inDbWorker } from '../backups/backups-of-case.js'
import type { CaseSession, Emit } from '../cases/case-session.js'
import { citationBatch } from './citation-batch.js'
import { refuseOpenCase } from '../cases/open-cases.js'
import { passGate } from '../cases/open-gate.js'
import { inParser } from './parser-job.js'
import { readRecordFile, recordFileKind } from './record-file.js'
import { citationsPreview, claimsPreview, otherCasePreview } from './record-previews.js'
import { PlacedClaims, type PlacePassages } from './record-batch.js'
import { fillFromReport, filledInWords, reportPreview } from './report-case.js'
import type { Shell } from '../shell.js'
import { mostWaiting, refuseWithoutRoom } from './waiting-room.js'

/** Milliseconds for reading a file, and for finding the places of its claims in one text. */
const longest = { reading: 30_000, placing: 300_000 }

type Pending =
  | {
      kind: 'file'
      file: FileBytes
      records: IncomingRecords
      /** The report whose claims they are. */
      report?: IncomingReport
      placed?: { as: string; claims: PlacedClaims }
    }
  | { kind: 'case'; path: string; fileName: string; other: OtherCase }

/** A case that was made of a report, open and filled, and what that was, for a person. */
export interface ReportAsCase {
  session: CaseSession
  message: string
}

export interface RecordImportsOptions {
  workers: URL
  emit: Emit
  shell: Pick<Shell, 'startProcess'>
  /** The case that is open when it is asked. */
  session: () => CaseSession | null
  /** Opens a case where none is. */
  openCase: (path: string) => Promise<unknown>
}

/**
 * Files of claims, citations and other cases that a person has chosen and not yet decided about. They are read in workers,
 * and what they bring goes into the open case as one act, or not at all.
 */
export class RecordImports {
  readonly #options: RecordImportsOptions
  readonly #mostWaiting: number
  readonly #pending = new Map<string, Pending>()
  /** Where the pages of reports are that were offered, by the identifiers of their previews. */
  readonly #pages = new Map<string, string>()
  #stopping = new AbortController()

  /** `waiting` is how many bytes files may have between them while they wait in memory, before the next one is read. */
  constructor(options: RecordImportsOptions, waiting = mostWaiting) {
    this.#options = options
    this.#mostWaiting = waiting
  }

  /**
   * Offers those of the files that hold records, and answers the others, which are texts. A case file is opened where no case
   * is.
   */
  async offer(paths: readonly string[]): Promise<string[]> {
    const { texts, records } = await this.#sifted(paths)
    const [first] = records
    if (first && !this.#options.session() && /\.stet$/i.test(first)) await this.#options.openCase(first)
    else if (records.length) this.#options.emit('records.offered', await this.#previews(records))
    return texts
  }

  /** Which of these files hold records; looked into one after the other, since some are read whole for it. */
  async #sifted(paths: readonly string[]): Promise<{ texts: string[]; records: string[] }> {
    const texts: string[] = []
    const records: string[] = []
    for (const path of paths) {
      const kind = await recordFileKind(path)
      if (kind === null) texts.push(path)
      else records.push(path)
    }
    return { texts, records }
  }

  /** Reads files one after the other; one that cannot be read has a preview that says why. */
  async #previews(paths: readonly string[]): Promise<RecordsPreview[]> {
    const previews: RecordsPreview[] = []
    for (const path of paths) previews.push(await this.#preview(path))
    return previews
  }

  /** Reads a table again as a person says. */
  async reread(id: string, reading: TableReading): Promise<RecordsPreview> {
    const pending = this.#file(id)
    const records = await this.#read(pending.file, reading)
    const read: Pending = { kind: 'file', file: pending.file, records }
    this.#pending.set(id, read)
    return this.#previewOf(id, read)
  }

  /** Where the claims of a file would stand. Nothing is stored. */
  async places(choice: TextsChoice): Promise<PlacesPreview> {
    return (await this.#placed(choice)).preview()
  }

  async commit(choice: RecordsChoice): Promise<RecordsImported> {
    const { outcome, message } = await this.#committed(choice)
    this.#pending.delete(choice.id)
    const added = outcome.changes.flatMap((change) =>
      change.kind === 'source' && !change.before && change.after ? [change.after.id] : [],
    )
    return { ...outcome, message, added }
  }

  /** The case file that waits, to be opened instead. */
  pathOfCase(id: string): string {
    const pending = this.#pending.get(id)
    if (pending?.kind === 'case') return pending.path
    throw gone()
  }

  /** The page of a report, to be opened as a text instead. */
  pathOfPage(id: string): string {
    const path = this.#pages.get(id)
    if (path !== undefined) return path
    throw gone()
  }

  /**
   * Makes a case of a report that waits: `create` makes an empty one of that title. Answers what was done, for a person. Judgements
   * are read by the report's own scale.
   */
  async reportAsCase(id: string, create: (title: string) => Promise<CaseSession>): Promise<ReportAsCase> {
    const { file, report: offered } = this.#file(id)
    if (!offered) throw gone()
    const report = await this.#report(file, null)
    const session = await create(report.title)
    try {
      const place = this.#placing(file.name, report.claims)
      return { session, message: filledInWords(await fillFromReport(session, report, file.name, place)) }
    } catch (error) {
      await session.close()
      await rm(session.path, { force: true })
      throw error
    } finally {
      this.#options.emit('import.progress', null)
    }
  }

  /** Stops what is under way. */
  cancel(): void {
    this.#stopping.abort(new StetError('cancelled', 'The import was stopped. Nothing was changed.'))
    this.#stopping = new AbortController()
  }

  discard(): void {
    this.cancel()
    this.#pending.clear()
    this.#pages.clear()
  }

  async #committed(choice: RecordsChoice): Promise<{ outcome: Outcome; message: string }> {
    const session = this.#session()
    if (choice.kind === 'claims') {
      const placed = await this.#placed(choice)
      const batch = placed.batch(this.#file(choice.id).file.name, choice.keepOrphans)
      const { there, orphan } = placed.counts()
      const lost = choice.keepOrphans && orphan ? ` ${orphan} of them not in the text.` : ''
      const already = there ? ` ${counted(there, 'claim')} in the case already.` : ''
      const left = unknownVerdictNotices(placed.unknownVerdicts(choice.keepOrphans))
      return {
        outcome: await session.importRecords(batch),
        message: [`Imported ${counted(batch.claims.length, 'claim')}.${lost}${already}`, ...left].join(' '),
      }
    }
    if (choice.kind === 'citations') {
      const { file, records } = this.#file(choice.id)
      const citations = records.kind === 'citations' ? records.citations : []
      const taken = new Set<string>((await session.read.records()).evidence.map(({ id }) => id))
      const batch = citationBatch(citations, choice.uses, file.name, taken)
      return {
        outcome: await session.importRecords(batch),
        message: `Imported ${counted(choice.uses.length, 'citation')}.`,
      }
    }
    const path = this.pathOfCase(choice.id)
    refuseOpenCase(path)
    const excerpt = await inDbWorker(this.#options.workers, (db) => db.excerptCase(path, choice.sourceIds))
    const outcome = await session.copySources(excerpt)
    const claims = outcome.changes.filter(({ kind, before }) => kind === 'claim' && !before).length
    const sources = outcome.changes.filter(({ kind }) => kind === 'source').length
    return { outcome, message: `Imported ${counted(sources, 'source')} and ${counted(claims, 'claim')}.` }
  }

  async #preview(path: string): Promise<RecordsPreview> {
    const id = randomUUID()
    const fileName = basename(path)
    const kind = await recordFileKind(path)
    if (kind === 'report') this.#pages.set(id, path)
    try {
      if (kind !== 'report') this.#session()
      const pending = await this.#opened(path, fileName, kind)
      this.#pending.set(id, pending)
      return await this.#previewOf(id, pending)
    } catch (error) {
      this.#pending.delete(id)
      const isPage = kind === 'report'
      return {
        id,
        fileName: plainLine(fileName),
        outcome: { ok: false, error: toAppError(error), ...(isPage && { isPage }) },
      }
    }
  }

  async #opened(path: string, fileName: string, kind: RecordKind | null): Promise<Pending> {
    if (kind === 'case') {
      if (this.#session().path === path) throw new StetError('conflict', 'This case is the one that is open.')
      refuseOpenCase(path)
      const { startProcess } = this.#options.shell
      if (startProcess) await passGate(this.#options.workers, path, startProcess)
      const other = await inDbWorker(this.#options.workers, (db) => db.lookIntoCase(path))
      return { kind: 'case', path, fileName, other }
    }
    refuseWithoutRoom(fileName, this.#waiting(), this.#mostWaiting)
    const file: FileBytes = { name: fileName, bytes: await readRecordFile(path), encoding: null }
    if (kind !== 'report') return { kind: 'file', file, records: await this.#read(file, anyReading) }
    const records = await this.#options.session()?.read.records()
    const report = await this.#report(file, records ? caseScaleOf(records.preferences).verdicts : null)
    return { kind: 'file', file, records: report.claims, report }
  }

  #waiting(): FileBytes[] {
    return [...this.#pending.values()].flatMap((pending) => (pending.kind === 'file' ? [pending.file] : []))
  }

  #report(file: FileBytes, verdicts: Verdicts | null): Promise<IncomingReport> {
    const limits = { name: file.name, longest: longest.reading, signal: this.#stopping.signal }
    return inParser(this.#options.workers, limits, (remote) => remote.report(file, verdicts))
  }

  async #read(file: FileBytes, reading: TableReading): Promise<IncomingRecords> {
    const { preferences } = await this.#session().read.records()
    const { verdicts } = caseScaleOf(preferences)
    const limits = { name: file.name, longest: longest.reading, signal: this.#stopping.signal }
    return inParser(this.#options.workers, limits, (remote) => remote.records(file, verdicts, reading))
  }

  async #previewOf(id: string, pending: Pending): Promise<RecordsPreview> {
    const fileName = pending.kind === 'case' ? pending.fileName : pending.file.name
    return { id, fileName: plainLine(fileName), outcome: { ok: true, records: await this.#shown(pending) } }
  }

  async #shown(pending: Pending) {
    if (pending.kind === 'case') return otherCasePreview(pending.other, this.#session())
    const { records, report } = pending
    if (report) {
      const session = this.#options.session()
      return reportPreview(report, session && (await claimsPreview(report.claims, session)))
    }
    return records.kind === 'citations'
      ? citationsPreview(records, this.#session())
      : claimsPreview(records, this.#session())
  }

  /** The places that were shown last, when they are those of this choice: what is stored is what was shown. */
  async #placed(choice: TextsChoice): Promise<PlacedClaims> {
    const pending = this.#file(choice.id)
    const as = JSON.stringify(choice.sources)
    if (pending.placed?.as === as) return pending.placed.claims
    const claims = await this.#place(choice)
    if (this.#pending.get(choice.id) === pending) pending.placed = { as, claims }
    return claims
  }

  async #place({ id, sources }: TextsChoice): Promise<PlacedClaims> {
    const { file, records } = this.#file(id)
    if (records.kind !== 'claims') throw gone()
    // What is stopped is whatever was begun before, also while it is still being prepared.
    const place = this.#placing(file.name, records)
    const session = this.#session()
    const [known, texts] = await Promise.all([session.read.records(), this.#texts(sources)])
    try {
      return await PlacedClaims.find(records, texts, known, place)
    } finally {
      this.#options.emit('import.progress', null)
    }
  }

  /** Finds places in a worker, telling how far it is among the claims of a file. */
  #placing(fileName: string, { claims }: IncomingClaims): PlacePassages {
    const { signal } = this.#stopping
    const { emit, workers } = this.#options
    let before = 0
    const total = claims.length
    const onProgress = (done: number): void =>
      emit('import.progress', { fileName: plainLine(fileName), done: Math.min(before + done, total), total })
    return async (passages, sought) => {
      const limits = { name: fileName, longest: longest.placing, signal, onProgress }
      const found = await inParser(workers, limits, (remote) => remote.place(passages, sought))
      before += passages.length
      return found
    }
  }

  async #texts(chosen: TextsChoice['sources']): Promise<Map<string, TextVersion>> {
    const session = this.#session()
    const bySource = new Map<SourceId, TextVersion>()
    const texts = new Map<string, TextVersion>()
    for (const { key, sourceId } of chosen) {
      const version = bySource.get(sourceId) ?? (await session.read.text(sourceId))
      bySource.set(sourceId, version)
      texts.set(key, version)
    }
    return texts
  }

  #session(): CaseSession {
    const session = this.#options.session()
    if (!session)
      throw new StetError(
        'not-found',
        'No case is open. Open the one that has the sources, then import into it.',
      )
    return session
  }

  #file(id: string): Pending & { kind: 'file' } {
    const pending = this.#pending.get(id)
    if (pending?.kind === 'file') return pending
    throw gone()
  }
}

function gone(): StetError {
  return new StetError('not-found', 'This file is not waiting to be imported any more. Choose it again.')
}

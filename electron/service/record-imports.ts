import { createHash, randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { OtherCase } from '../../db/read-other-case.js'
import { caseScaleOf } from '../../shared/domain/case-scale.js'
import type { Outcome } from '../../shared/domain/case.js'
import type { SourceId } from '../../shared/domain/ids.js'
import {
  mostListed,
  type ClaimsPreview,
  type OtherCasePreview,
  type PlacesPreview,
  type RecordsChoice,
  type RecordsImported,
  type RecordsPreview,
  type Remark,
  type TableReading,
  type TextsChoice,
} from '../../shared/domain/record-import.js'
import type { Source, TextVersion } from '../../shared/domain/source.js'
import { StetError, toAppError } from '../../shared/ipc/result.js'
import type { FileBytes } from '../workers/import/open-file.js'
import { counted } from '../workers/import/notices.js'
import type { IncomingClaims, IncomingRecords } from '../workers/interchange/incoming.js'
import { matchTexts } from '../workers/interchange/match-texts.js'
import { anyReading } from '../workers/interchange/read-records.js'
import { inDbWorker } from './backups-of-case.js'
import type { CaseSession, Emit } from './case-session.js'
import { citationBatch, sourceOfCitation } from './citation-batch.js'
import { passGate } from './open-gate.js'
import { inParser } from './parser-job.js'
import { readRecordFile, recordFileKind } from './record-file.js'
import { PlacedClaims } from './record-batch.js'
import type { Shell } from './shell.js'

/** Milliseconds for reading a file, and for finding the places of its claims in one text. */
const longest = { reading: 30_000, placing: 300_000 }

type Pending =
  | { kind: 'file'; file: FileBytes; records: IncomingRecords; placed?: { as: string; claims: PlacedClaims } }
  | { kind: 'case'; path: string; fileName: string; other: OtherCase }

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
  readonly #pending = new Map<string, Pending>()
  #stopping = new AbortController()

  constructor(options: RecordImportsOptions) {
    this.#options = options
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

  /** Which of these files hold records. */
  async #sifted(paths: readonly string[]): Promise<{ texts: string[]; records: string[] }> {
    const kinds = await Promise.all(paths.map((path) => recordFileKind(path)))
    return {
      texts: paths.filter((_path, index) => kinds[index] === null),
      records: paths.filter((_path, index) => kinds[index] !== null),
    }
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

  /** Stops what is under way. */
  cancel(): void {
    this.#stopping.abort(new StetError('cancelled', 'The import was stopped. Nothing was changed.'))
    this.#stopping = new AbortController()
  }

  discard(): void {
    this.cancel()
    this.#pending.clear()
  }

  async #committed(choice: RecordsChoice): Promise<{ outcome: Outcome; message: string }> {
    const session = this.#session()
    if (choice.kind === 'claims') {
      const placed = await this.#placed(choice)
      const batch = placed.batch(this.#file(choice.id).file.name, choice.keepOrphans)
      const { there, orphan } = placed.counts()
      const lost = choice.keepOrphans && orphan ? ` ${counted(orphan, 'orphan')} among them.` : ''
      const already = there ? ` ${counted(there, 'claim')} in the case already.` : ''
      return {
        outcome: await session.importRecords(batch),
        message: `Imported ${counted(batch.claims.length, 'claim')}.${lost}${already}`,
      }
    }
    if (choice.kind === 'citations') {
      const { file, records } = this.#file(choice.id)
      const citations = records.kind === 'citations' ? records.citations : []
      const taken = new Set<string>((await session.records()).evidence.map(({ id }) => id))
      const batch = citationBatch(citations, choice.uses, file.name, taken)
      return {
        outcome: await session.importRecords(batch),
        message: `Imported ${counted(choice.uses.length, 'citation')}.`,
      }
    }
    const path = this.pathOfCase(choice.id)
    const excerpt = await inDbWorker(this.#options.workers, (db) => db.excerptCase(path, choice.sourceIds))
    const outcome = await session.copySources(excerpt)
    const claims = outcome.changes.filter(({ kind, before }) => kind === 'claim' && !before).length
    const sources = outcome.changes.filter(({ kind }) => kind === 'source').length
    return { outcome, message: `Imported ${counted(sources, 'source')} and ${counted(claims, 'claim')}.` }
  }

  async #preview(path: string): Promise<RecordsPreview> {
    const id = randomUUID()
    const fileName = basename(path)
    try {
      this.#session()
      const pending = await this.#opened(path, fileName)
      this.#pending.set(id, pending)
      return await this.#previewOf(id, pending)
    } catch (error) {
      return { id, fileName, outcome: { ok: false, error: toAppError(error) } }
    }
  }

  async #opened(path: string, fileName: string): Promise<Pending> {
    if ((await recordFileKind(path)) === 'case') {
      if (this.#session().path === path) throw new StetError('conflict', 'This case is the one that is open.')
      const { startProcess } = this.#options.shell
      if (startProcess) await passGate(this.#options.workers, path, startProcess)
      const other = await inDbWorker(this.#options.workers, (db) => db.lookIntoCase(path))
      return { kind: 'case', path, fileName, other }
    }
    const file: FileBytes = { name: fileName, bytes: await readRecordFile(path), encoding: null }
    return { kind: 'file', file, records: await this.#read(file, anyReading) }
  }

  async #read(file: FileBytes, reading: TableReading): Promise<IncomingRecords> {
    const { preferences } = await this.#session().records()
    const { verdicts } = caseScaleOf(preferences)
    const limits = { name: file.name, longest: longest.reading, signal: this.#stopping.signal }
    return inParser(this.#options.workers, limits, (remote) => remote.records(file, verdicts, reading))
  }

  async #previewOf(id: string, pending: Pending): Promise<RecordsPreview> {
    if (pending.kind === 'case') {
      const { fileName, other } = pending
      return { id, fileName, outcome: { ok: true, records: await this.#otherCase(other) } }
    }
    const { file, records } = pending
    if (records.kind === 'citations') {
      const { sources } = await this.#session().records()
      const { citations, skipped, format } = records
      const guessed = citations.map((citation) => ({
        citation,
        sourceId: sourceOfCitation(citation, sources)?.id ?? null,
      }))
      return {
        id,
        fileName: file.name,
        outcome: { ok: true, records: { kind: 'citations', format, citations: guessed, ...listed(skipped) } },
      }
    }
    return { id, fileName: file.name, outcome: { ok: true, records: await this.#claims(records) } }
  }

  async #claims({ format, claims, texts, skipped, notices, table }: IncomingClaims): Promise<ClaimsPreview> {
    const known = (await this.#session().sourceTexts()).map(({ source, text }) => ({
      source,
      textSha256: createHash('sha256').update(text).digest('hex'),
    }))
    const counts = new Map<string, number>()
    for (const { passage } of claims) counts.set(passage.text, (counts.get(passage.text) ?? 0) + 1)
    const named = matchTexts(texts, counts, known)
    return { kind: 'claims', format, count: claims.length, texts: named, ...listed(skipped), notices, table }
  }

  async #otherCase({ id, title, sources, claims, damaged }: OtherCase): Promise<OtherCasePreview> {
    const [here, own] = await Promise.all([this.#session().records(), this.#session().info()])
    const known = new Set<string>(here.claims.map(({ id }) => id))
    const isHere = (source: Source) => (one: Source) =>
      one.id === source.id ||
      (one.originalSha256 === source.originalSha256 &&
        one.partStart === source.partStart &&
        one.partEnd === source.partEnd)
    return {
      kind: 'case',
      title,
      sources: sources.map((source) => {
        const own = claims.filter(({ sourceId }) => sourceId === source.id)
        const newClaims = own.filter(({ id }) => !known.has(id)).length
        const alreadyIn = here.sources.find(isHere(source))?.title ?? null
        return { id: source.id, title: source.title, claims: own.length, newClaims, alreadyIn }
      }),
      notices: [
        ...(id === own.id
          ? [
              'This is another copy of the case that is open. “Merge another copy” also brings what was changed in it.',
            ]
          : []),
        ...(damaged ? [`${counted(damaged, 'record')} of that case cannot be trusted and stay behind.`] : []),
      ],
    }
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
    // What is stopped is whatever was begun before, also while it is still being prepared.
    const { signal } = this.#stopping
    const { file, records } = this.#file(id)
    if (records.kind !== 'claims') throw gone()
    const session = this.#session()
    const [known, texts] = await Promise.all([session.records(), this.#texts(sources)])
    let before = 0
    const total = records.claims.length
    const tell = (done: number): void =>
      this.#options.emit('import.progress', {
        fileName: file.name,
        done: Math.min(before + done, total),
        total,
      })
    try {
      return await PlacedClaims.find(records, texts, known, async (passages, sought) => {
        const limits = { name: file.name, longest: longest.placing, signal, onProgress: tell }
        const found = await inParser(this.#options.workers, limits, (remote) =>
          remote.place(passages, sought),
        )
        before += passages.length
        return found
      })
    } finally {
      this.#options.emit('import.progress', null)
    }
  }

  async #texts(chosen: TextsChoice['sources']): Promise<Map<string, TextVersion>> {
    const session = this.#session()
    const bySource = new Map<SourceId, TextVersion>()
    const texts = new Map<string, TextVersion>()
    for (const { key, sourceId } of chosen) {
      const version = bySource.get(sourceId) ?? (await session.text(sourceId))
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

function listed(skipped: Remark[]): { skipped: Remark[]; skippedCount: number } {
  return { skipped: skipped.slice(0, mostListed), skippedCount: skipped.length }
}

function gone(): StetError {
  return new StetError('not-found', 'This file is not waiting to be imported any more. Choose it again.')
}

import { createHash, randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { carryRanges } from '../../../shared/anchoring/carry.js'
import type { TextRange } from '../../../shared/document/paragraphs.js'
import type { SourceImport } from '../../../shared/domain/case.js'
import type { ChangesReading, ImportPreview, ReadableFile } from '../../../shared/domain/import-preview.js'
import { plainLine } from '../../../shared/domain/plain-line.js'
import { StetError, toAppError } from '../../../shared/ipc/result.js'
import { longestReading, mediaTypeOf } from '../../workers/import/file-kind.js'
import type { FileBytes } from '../../workers/import/file-bytes.js'
import { inParser, type ParserLimits } from './parser-job.js'
import { readLimited } from '../files/read-limited.js'
import { mostWaiting, refuseWithoutRoom } from './waiting-room.js'

/** Carrying passages from one text to another may take this long, in milliseconds. */
const longestCarry = 20_000

/** What the open case has of a file, by its name and the SHA-256 of its bytes. */
export type KnownFile = (name: string, sha256: string) => Pick<ReadableFile, 'alreadyIn' | 'newerOf'>

interface Waiting {
  id: string
  file: FileBytes
  known: KnownFile
  attachedTo: string | null
}

/** How a person wants a file to be read. */
export type Reading = { encoding: string } | { changes: ChangesReading }

/** For where a file is not asked to be new. */
export const unknownFile: KnownFile = () => ({ alreadyIn: null, newerOf: null })

/**
 * The files that a person has chosen and not yet decided about. Their bytes are read once, so that what is stored is what
 * was shown. Parsing happens in a worker of its own that is thrown away after each file.
 */
export class PendingImports {
  readonly #workers: URL
  readonly #mostWaiting: number
  readonly #files = new Map<string, FileBytes>()

  /** `waiting` is how many bytes files may have between them while they wait in memory, before the next one is read. */
  constructor(workers: URL, waiting = mostWaiting) {
    this.#workers = workers
    this.#mostWaiting = waiting
  }

  /** Reads and previews a file; an unreadable one gives a preview that says why. */
  async addPath(path: string, known: KnownFile): Promise<ImportPreview> {
    const name = basename(path)
    try {
      refuseWithoutRoom(name, [...this.#files.values()], this.#mostWaiting)
      return await this.#add({ name, bytes: await readLimited(path, name), encoding: null }, known)
    } catch (error) {
      return {
        id: randomUUID(),
        fileName: plainLine(name),
        attachedTo: null,
        outcome: { ok: false, error: toAppError(error) },
      }
    }
  }

  /** Previews a pasted text as a file of the given name would be. */
  addText(text: string, name: string, known: KnownFile): Promise<ImportPreview> {
    return this.#add({ name, bytes: new TextEncoder().encode(text), encoding: 'utf-8' }, known)
  }

  /** Previews the bytes of a file that the case keeps, in the encoding that a person named. */
  addOriginal(file: { name: string; bytes: Uint8Array; encoding: string }): Promise<ImportPreview> {
    return this.#add(file, unknownFile)
  }

  /** Previews what is attached to a message that waits, as files of their own. Those that cannot be read say why. */
  async addAttachments(id: string, known: KnownFile): Promise<ImportPreview[]> {
    const message = this.#file(id)
    const previews: ImportPreview[] = []
    try {
      const { name } = message
      const attached = await inParser(this.#workers, limitsOf(message), (remote) =>
        remote.attachments(message),
      )
      for (const file of attached) previews.push(await this.#add(file, known, name))
    } catch (error) {
      const outcome = { ok: false, error: toAppError(error) } as const
      previews.push({
        id: randomUUID(),
        fileName: 'Attachments',
        attachedTo: plainLine(message.name),
        outcome,
      })
    }
    return previews
  }

  /** Previews a file again in the encoding, or with the reading of its tracked changes, that a person named. */
  async reread(id: string, named: Reading): Promise<ImportPreview> {
    const file = { ...this.#file(id), ...named }
    const preview = await this.#preview({ id, file, known: unknownFile, attachedTo: null })
    if (preview.outcome.ok) this.#files.set(id, file)
    return preview
  }

  /** The sources that a person chose from a file: parts by index, or null for the whole. */
  async parse(id: string, parts: number[] | null, withComments = false): Promise<SourceImport[]> {
    const file = this.#file(id)
    return inParser(this.#workers, limitsOf(file), (remote) => remote.parse(file, parts, withComments))
  }

  /** Where the passages of one text stand in another; see `carryRanges`. Long texts take a while, hence the worker. */
  carry(before: string, after: string, ranges: TextRange[]): Promise<ReturnType<typeof carryRanges>> {
    return inParser(this.#workers, { name: 'The text', longest: longestCarry }, (remote) =>
      remote.carry(before, after, ranges),
    )
  }

  /** What waits now. */
  get waiting(): string[] {
    return [...this.#files.keys()]
  }

  discard(ids: readonly string[] = this.waiting): void {
    for (const id of ids) this.#files.delete(id)
  }

  async #add(file: FileBytes, known: KnownFile, attachedTo: string | null = null): Promise<ImportPreview> {
    const id = randomUUID()
    this.#files.set(id, file)
    const preview = await this.#preview({ id, file, known, attachedTo })
    if (!preview.outcome.ok) this.#files.delete(id)
    return preview
  }

  async #preview({ id, file, known, attachedTo: message }: Waiting): Promise<ImportPreview> {
    const fileName = plainLine(file.name)
    const attachedTo = message && plainLine(message)
    try {
      const readable = await inParser(this.#workers, limitsOf(file), (remote) => remote.preview(file))
      const sha256 = createHash('sha256').update(file.bytes).digest('hex')
      const inCase = known(file.name, sha256)
      return { id, fileName, attachedTo, outcome: { ok: true, file: { ...readable, ...inCase } } }
    } catch (error) {
      return { id, fileName, attachedTo, outcome: { ok: false, error: toAppError(error) } }
    }
  }

  #file(id: string): FileBytes {
    const file = this.#files.get(id)
    if (!file)
      throw new StetError('not-found', 'This file is not waiting to be opened any more. Open it again.')
    return file
  }
}

const limitsOf = (file: FileBytes): ParserLimits => ({ name: file.name, longest: timeFor(file) })

/** How long a file may take to read, in milliseconds; what it is may be refused where it is read. */
function timeFor({ bytes, name }: FileBytes): number {
  try {
    return longestReading(mediaTypeOf(bytes, name))
  } catch {
    return longestReading('text/plain')
  }
}

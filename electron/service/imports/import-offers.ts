import { basename } from 'node:path'
import type { SourceImport } from '../../../shared/domain/case.js'
import type { ImportPreview } from '../../../shared/domain/import-preview.js'
import { plainLine } from '../../../shared/domain/plain-line.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { CaseSession, Emit } from '../cases/case-session.js'
import type { KnownFile, PendingImports, Reading } from './pending-imports.js'

/** A file that a person chose, and its parts by index; null takes the whole file as one source. */
export interface ImportChoice {
  id: string
  parts: number[] | null
  /** Whether its comments are taken over, each as a claim with a note. */
  comments?: boolean | undefined
}

/** Reads texts for a person to decide on, telling how far it is, and hands over what was chosen. */
export class ImportOffers {
  readonly #pending: PendingImports
  readonly #emit: Emit
  readonly #session: () => CaseSession | null

  /** `session` answers the case that is open when it is asked. */
  constructor(pending: PendingImports, emit: Emit, session: () => CaseSession | null) {
    this.#pending = pending
    this.#emit = emit
    this.#session = session
  }

  /** Previews files one after the other; one that cannot be read has a preview that says why. */
  async paths(paths: readonly string[]): Promise<ImportPreview[]> {
    const previews: ImportPreview[] = []
    const known = await this.#knownFiles()
    for (const [done, path] of paths.entries()) {
      this.#emit('import.progress', { fileName: plainLine(basename(path)), done, total: paths.length })
      previews.push(...(await this.#withAttachments(await this.#pending.addPath(path, known), known)))
    }
    this.#emit('import.progress', null)
    return previews
  }

  /** Previews a pasted text. Throws 'invalid' when there is none. */
  async text(text: string): Promise<ImportPreview[]> {
    if (!text.trim()) {
      throw new StetError('invalid', 'There is no text on the clipboard. Copy some, then paste it here.')
    }
    const known = await this.#knownFiles()
    // It came from no file: that another was pasted before makes it no newer state of that.
    const asPasted: KnownFile = (name, sha256) => ({ ...known(name, sha256), newerOf: null })
    return [await this.#pending.addText(text, 'Pasted text.txt', asPasted)]
  }

  reread(id: string, named: Reading): Promise<ImportPreview> {
    return this.#pending.reread(id, named)
  }

  /** The sources of what was chosen. Throws 'invalid' when that is nothing. */
  async chosen(choices: readonly ImportChoice[]): Promise<[SourceImport, ...SourceImport[]]> {
    const parsed = await Promise.all(
      choices.map(({ id, parts, comments = false }) => this.#pending.parse(id, parts, comments)),
    )
    const [first, ...rest] = parsed.flat()
    if (!first) throw new StetError('invalid', 'No text was chosen. Choose at least one.')
    return [first, ...rest]
  }

  get waiting(): string[] {
    return this.#pending.waiting
  }

  discard(ids?: readonly string[]): void {
    this.#pending.discard(ids)
  }

  /** A message, and after it what is attached to it and can be read; not what is attached to that in turn. */
  async #withAttachments(preview: ImportPreview, known: KnownFile): Promise<ImportPreview[]> {
    const { outcome, id } = preview
    if (!outcome.ok || outcome.file.mediaType !== 'message/rfc822') return [preview]
    return [preview, ...(await this.#pending.addAttachments(id, known))]
  }

  /** Finds sources of the open case by the bytes of their file, and those of other bytes under the same name. */
  async #knownFiles(): Promise<KnownFile> {
    const sources = (await this.#session()?.read.records())?.sources ?? []
    return (name, sha256) => {
      const alreadyIn = sources.find(({ originalSha256 }) => originalSha256 === sha256)?.title ?? null
      const [named, ...others] = sources.filter(({ fileName }) => fileName === name)
      const isNewer = alreadyIn === null && named && others.length === 0
      return { alreadyIn, newerOf: isNewer ? { id: named.id, title: named.title } : null }
    }
  }
}

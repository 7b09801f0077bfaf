import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { canBeOpened, mediaTypeLabels, type MediaType, type Source } from '../../../shared/domain/source.js'
import type { SourceId } from '../../../shared/domain/ids.js'
import { StetError } from '../../../shared/ipc/result.js'
import { sha256 } from '../../../db/digest.js'
import { reasonOf } from '../../workers/system-refusal.js'
import { fileNameFor } from '../files/free-name.js'
import type { Handlers } from '../handlers/handlers.js'
import type { Shell } from '../shell.js'
import { writeFileWhole } from '../files/write-file.js'

/** The untouched bytes of a source's file, whose digest was found right when they were read. */
export interface Original {
  source: Source
  bytes: Uint8Array
}

/** The ends that a file of a kind may have; the first one stands where the file's own is none of them. */
const extensions: Record<MediaType, readonly [string, ...string[]]> = {
  'text/plain': ['txt', 'text'],
  'text/markdown': ['md', 'markdown'],
  'text/html': ['html', 'htm', 'xhtml'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/rtf': ['rtf'],
  'application/pdf': ['pdf'],
  'application/epub+zip': ['epub'],
  'message/rfc822': ['eml', 'mht', 'mhtml'],
  'application/x-subrip': ['srt'],
  'text/vtt': ['vtt'],
}

/**
 * A name for the file of a source that every system takes. What it ends in follows from what the file was found to be, not
 * from what it was called: a page named `.pdf`, or a text named `.exe`, is not opened as one.
 */
export function originalName({
  fileName,
  title,
  mediaType,
}: Pick<Source, 'fileName' | 'title' | 'mediaType'>): string {
  const given = fileName === null ? title : basename(fileName.replaceAll('\\', '/'))
  const end = extname(given).slice(1).toLowerCase()
  const known = extensions[mediaType]
  const isOwn = known.includes(end)
  const name = fileNameFor(isOwn ? given.slice(0, -end.length - 1) : given)
  return `${name}.${isOwn ? end : known[0]}`
}

/** Originals for other programs: saved where the person says, or opened as copies in a folder that goes with the service. */
export class Originals {
  readonly #shell: Shell
  #folder: Promise<string> | null = null

  constructor(shell: Shell) {
    this.#shell = shell
  }

  /** Writes the original to a place that the person chooses; its path, or null when the person says no. */
  async save({ source, bytes }: Original): Promise<string | null> {
    const name = originalName(source)
    const kind = { label: mediaTypeLabels[source.mediaType], extension: extname(name).slice(1) }
    const path = await this.#shell.chooseOriginal(name, kind)
    if (path) await writeFileWhole(path, bytes)
    return path
  }

  /**
   * Writes a copy that can only be read and, once the person has agreed, has the system's program open it; false when the
   * person says no. Throws 'invalid' for a kind of file that could run something.
   */
  async open({ source, bytes }: Original): Promise<boolean> {
    if (!canBeOpened(source.mediaType)) {
      throw new StetError(
        'invalid',
        `“${source.title}” is a ${mediaTypeLabels[source.mediaType]}, which could run something where it is opened. ` +
          'Save the original instead, and open it where that is safe.',
      )
    }
    const path = await this.#copy(source, bytes)
    return this.#shell.openFile(path, { name: basename(path), kind: mediaTypeLabels[source.mediaType] })
  }

  /** Takes the copies away, as far as the programs that have them open let go of them. */
  async clear(): Promise<void> {
    const folder = await this.#folder?.catch(() => null)
    this.#folder = null
    if (folder) await rm(folder, { recursive: true, force: true }).catch(() => {})
  }

  /** Each content has a folder of its own, so that no two files need another name. */
  async #copy(source: Source, bytes: Uint8Array): Promise<string> {
    try {
      this.#folder ??= mkdtemp(join(this.#shell.temporaryFolder, 'stet-originals-'))
      const folder = join(await this.#folder, source.originalSha256.slice(0, 16))
      const path = join(folder, originalName(source))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      if (await holds(path, source.originalSha256)) return path
      await rm(path, { force: true })
      await writeFile(path, bytes, { flag: 'wx' })
      await chmod(path, 0o400)
      return path
    } catch (cause) {
      this.#folder = null
      throw new StetError('io', `A copy of the original could not be written: ${reasonOf(cause)}.`, { cause })
    }
  }
}

async function holds(path: string, digest: string): Promise<boolean> {
  const there = await readFile(path).catch(() => null)
  return there !== null && sha256(there) === digest
}

interface OriginalCalls {
  originals: Originals
  /** Throws when no case is open. */
  opened: () => { read: { original(id: SourceId): Promise<Original> } }
  /** Called with the path of what was saved. */
  onSaved: (path: string) => void
}

/** The calls that take the file of a source out of the case again. */
export function originalHandlers({ originals, opened, onSaved }: OriginalCalls) {
  return {
    'source.save-original': async ({ id }) => {
      const path = await originals.save(await opened().read.original(id))
      if (!path) return null
      onSaved(path)
      return { fileName: basename(path) }
    },
    'source.open-original': async ({ id }) => originals.open(await opened().read.original(id)),
  } satisfies Partial<Handlers>
}

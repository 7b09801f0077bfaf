import { mkdir } from 'node:fs/promises'
import { basename } from 'node:path'
import type { SalvageReport } from '../../../shared/domain/verification.js'
import { StetError } from '../../../shared/ipc/result.js'
import { copyCaseFile } from '../backups/backups.js'
import { inDbWorker } from '../backups/backups-of-case.js'
import { fileNameFor, freeCasePath } from '../files/free-name.js'
import { refuseOpenCase } from './open-cases.js'
import type { Shell } from '../shell.js'

/** The case file that was last refused, for what can be done about it. */
export class RefusedFile {
  readonly #workers: URL
  readonly #shell: Shell
  /** Null while none is. */
  path: string | null = null

  constructor(workers: URL, shell: Shell) {
    this.#workers = workers
    this.#shell = shell
  }

  /** Saves what is sound in it into a new case; where, or null when the person says no. */
  async salvage(actor: string): Promise<{ path: string; report: SalvageReport } | null> {
    const damaged = this.#required()
    const path = await this.#shell.chooseNewCase(`${nameOf(damaged)} (salvaged).stet`)
    if (!path) return null
    return { path, report: await inDbWorker(this.#workers, (db) => db.salvage(damaged, path, actor)) }
  }

  /** Copies it among the cases, because it may lie on a medium that only reads; the copy's path. */
  async copy(): Promise<string> {
    const refused = this.#required()
    const { caseFolder } = this.#shell
    await mkdir(caseFolder, { recursive: true })
    const path = await freeCasePath(caseFolder, nameOf(refused))
    await copyCaseFile(refused, path)
    return path
  }

  #required(): string {
    if (this.path) {
      refuseOpenCase(this.path)
      return this.path
    }
    throw new StetError('not-found', 'No case file was refused. Open the damaged one first.')
  }
}

/** What a file that comes of this one is called: safe and short, whatever the name that it came with. */
const nameOf = (path: string): string => fileNameFor(basename(path).replace(/\.stet$/i, ''))

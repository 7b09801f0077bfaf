import type { Backup } from '../../../shared/domain/backup.js'
import type { Verification } from '../../../shared/domain/verification.js'
import type { DbHandlers } from '../../workers/db-handlers.js'
import type { Remote } from '../../workers/port-rpc.js'
import { startWorker } from '../../workers/start-worker.js'
import { holdCase } from '../cases/open-cases.js'
import { Backups, keepClosed, putBack } from './backups.js'

interface Options {
  /** Folder of the built workers. */
  workers: URL
  /** Writes the open case into a new file beside `toPath`; the path of that file. */
  write: (toPath: string) => Promise<string>
  /** Told when a backup could not be made: once, until one could again. */
  onError: (error: unknown) => void
}

/** Milliseconds for which nothing must have changed before a backup that is due is made. */
const quiet = 10_000

/** Makes backups of one open case: hourly while it changes. Verifying them is done beside it, in a worker of its own. */
export class CaseBackups {
  readonly #backups: Backups
  readonly #options: Options
  #timer: NodeJS.Timeout | undefined
  #making: Promise<void> = Promise.resolve()
  #hasFailed = false

  constructor(folder: string, options: Options) {
    this.#backups = new Backups(folder)
    this.#options = options
  }

  /** To be told after every act that changed something. */
  changed(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#makeWhenDue(), quiet).unref()
  }

  list(): Promise<Backup[]> {
    return this.#backups.list()
  }

  pathOf(id: string): Promise<string> {
    return this.#backups.pathOf(id)
  }

  /** Makes one now. Throws when it could not be made, or would not be sound. */
  make(): Promise<void> {
    return this.#make(true)
  }

  /** Keeps the case as it is, sound or not, before another is merged into it. Throws when that could not be done. */
  keepAsItIs(): Promise<void> {
    return this.#make(false)
  }

  /**
   * Puts the backup `id` in the place of the case at `path`, which is kept as it is as a backup first. Its session must be
   * closed, so that nothing is done to it in between; nor can anybody of this process open it. Throws when it could not be
   * done; the case is as it was then.
   */
  async restore(id: string, path: string): Promise<void> {
    const backup = await this.pathOf(id)
    const release = holdCase(path)
    try {
      await this.#backups.make(new Date().toISOString(), (kept) => keepClosed(path, kept), id)
      await putBack(backup, path)
    } finally {
      release()
    }
  }

  #make(mustBeSound: boolean): Promise<void> {
    const making = this.#making.then(() =>
      this.#backups.make(new Date().toISOString(), (path) => this.saveCopy(path, mustBeSound)),
    )
    this.#making = making.catch(() => {})
    return making
  }

  /** Saves a verified copy of the case at a path, over what is there. */
  async saveCopy(path: string, mustBeSound: boolean): Promise<Verification> {
    return this.keep(await this.#options.write(path), path, mustBeSound)
  }

  /** Verifies what was written beside a path and puts it there, beside the work on the case. */
  keep(temporary: string, path: string, mustBeSound = true): Promise<Verification> {
    return inDbWorker(this.#options.workers, (db) => db.keepCopy(temporary, path, mustBeSound))
  }

  /** Resolves when none is being made; one that waits for quiet is made now. */
  async settled(): Promise<void> {
    if (this.#timer) await this.#makeWhenDue()
    await this.#making
  }

  async #makeWhenDue(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    try {
      if (await this.#backups.isDue(new Date().toISOString())) await this.make()
      this.#hasFailed = false
    } catch (error) {
      if (!this.#hasFailed) this.#options.onError(error)
      this.#hasFailed = true
    }
  }
}

/** Does something with the case files of the disk in a worker of its own, while the open case goes on. */
export async function inDbWorker<T>(workers: URL, act: (db: Remote<DbHandlers>) => Promise<T>): Promise<T> {
  const worker = startWorker<DbHandlers>(workers, 'db-worker')
  try {
    return await act(worker.remote)
  } finally {
    await worker.stop()
  }
}

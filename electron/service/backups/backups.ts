import { copyFile, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { leftLog, requireNoLogs } from '../../../db/left-logs.js'
import { temporaryBeside } from '../../../db/temporary-name.js'
import type { Backup } from '../../../shared/domain/backup.js'
import { StetError } from '../../../shared/ipc/result.js'
import { reasonOf } from '../../workers/system-refusal.js'
import { keptBackups } from './backups-retention.js'
import { isOpenCase, refuseOpenCase } from '../cases/open-cases.js'
import { syncFolder } from '../files/write-file.js'

/** Milliseconds between two backups of a case that is being changed. */
export const backupInterval = 3_600_000

/** Milliseconds since the last write to what a backup is made in, after which the process that made it must have been ended. */
const longestPause = 600_000

const unfinished = /\.tmp(-journal|-wal|-shm)?$/

const fileName = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.stet$/

/** The backups of one case: a folder of whole case files named by the instant at which they were made. */
export class Backups {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** The newest first. */
  async list(): Promise<Backup[]> {
    const backups: Backup[] = []
    for (const name of await namesIn(this.folder)) {
      const at = instantOf(name)
      if (at) backups.push({ id: at, at, size: (await stat(join(this.folder, name))).size })
    }
    return backups.sort((one, other) => (one.at < other.at ? 1 : -1))
  }

  /** The file of a backup; 'not-found' when there is none, 'locked' when it is open as a case of its own. */
  async pathOf(id: string): Promise<string> {
    const found = (await this.list()).find((backup) => backup.id === id)
    if (!found) throw new StetError('not-found', 'This backup is not there any more. Choose another.')
    const path = join(this.folder, nameOf(found.at))
    refuseOpenCase(path)
    return path
  }

  /**
   * Makes a backup at an instant through `save`, which writes a file whole or throws, and drops what is past
   * keeping; never the one named `needed`, nor one that is open as a case of its own.
   */
  async make(at: string, save: (path: string) => Promise<unknown>, needed?: string): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    await save(join(this.folder, nameOf(at)))
    const all = await this.list()
    const keep = keptBackups(all.map((backup) => backup.at))
    for (const backup of all) {
      const path = join(this.folder, nameOf(backup.at))
      if (keep.has(backup.at) || backup.id === needed || isOpenCase(path)) continue
      await rm(path, { force: true })
    }
    await this.#dropUnfinished()
  }

  /** Drops what processes that were ended left of the backups that they were making. */
  async #dropUnfinished(): Promise<void> {
    for (const name of await namesIn(this.folder)) {
      if (!unfinished.test(name)) continue
      const path = join(this.folder, name)
      const { mtimeMs } = await stat(path)
      if (Date.now() - mtimeMs > longestPause) await rm(path, { force: true })
    }
  }

  /** Whether a backup is due at an instant: there is none, or the newest is an hour old. */
  async isDue(at: string): Promise<boolean> {
    const [newest] = await this.list()
    return !newest || Math.abs(Date.parse(at) - Date.parse(newest.at)) >= backupInterval
  }
}

/**
 * Puts a copy of `backup` in the place of the case file at `path`, which nobody may have open: written beside it, flushed,
 * renamed over it. Until then the case stays what it is. Throws 'conflict' where its log is left, and 'io'.
 */
export async function putBack(backup: string, path: string): Promise<void> {
  refuseLeftLog(path)
  await copyWhole(backup, path).catch((cause: unknown) => {
    const what = `“${basename(path)}” was left as it is, because the backup could not be put in its place`
    throw new StetError('io', `${what}: ${reasonOf(cause)}.`, { cause })
  })
}

/**
 * Keeps the case file at `path` as it is, sound or not, which nobody may have open. Throws 'conflict' where its log is left, and
 * 'io'.
 */
export async function keepClosed(path: string, backup: string): Promise<void> {
  refuseLeftLog(path)
  await copyWhole(path, backup).catch((cause: unknown) => {
    const what = `“${basename(path)}” was left as it is, because it could not be kept as a backup first`
    throw new StetError('io', `${what}: ${reasonOf(cause)}.`, { cause })
  })
}

/** Writes a copy beside its place, flushes it, and renames it over what is there. */
async function copyWhole(from: string, to: string): Promise<void> {
  const temporary = temporaryBeside(to)
  try {
    await copyFile(from, temporary)
    const file = await open(temporary, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, to)
    await syncFolder(dirname(to))
  } catch (cause) {
    await rm(temporary, { force: true })
    throw cause
  }
}

/** What closing could not move into the case file, as on a full disk, would be read into whatever takes its place. */
function refuseLeftLog(path: string): void {
  const suffix = leftLog(path)
  if (!suffix) return
  const name = basename(path)
  const why = `its newest changes lie in a log beside it (${name}${suffix}), which would be read into the backup`
  throw new StetError('conflict', `“${name}” was left as it is: ${why}. Close and open it, then try again.`)
}

const nameOf = (at: string): string => `${at.replaceAll(':', '-')}.stet`

/** The instant that a file's name says, or null for a file that is no backup. */
function instantOf(name: string): string | null {
  const [, hour, minute, rest] = fileName.exec(name) ?? []
  const at = `${hour}:${minute}:${rest}`
  return Number.isNaN(Date.parse(at)) ? null : at
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw thrown
  }
}

/**
 * Copies a case file that nobody has open, with the write-ahead log that a crash may have left. Throws 'conflict' where the log
 * of another file would be read into the copy, and 'io'.
 */
export async function copyCaseFile(from: string, to: string): Promise<void> {
  try {
    requireNoLogs(to)
    await copyFile(from, to)
    // Beside the file itself, where `from` is a link to it.
    const log = `${await realpath(from)}-wal`
    if ((await stat(log).catch(() => null))?.size) await copyFile(log, `${to}-wal`)
  } catch (cause) {
    if (cause instanceof StetError) throw cause
    for (const suffix of ['', '-wal']) await rm(to + suffix, { force: true })
    throw new StetError('io', `“${basename(from)}” could not be copied: ${reasonOf(cause)}.`, { cause })
  }
}

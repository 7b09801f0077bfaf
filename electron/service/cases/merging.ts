import { realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Outcome } from '../../../shared/domain/case.js'
import type { MergeChoices, MergePreview } from '../../../shared/domain/merge.js'
import type { ChosenCopy } from '../../../shared/ipc/contract.js'
import { plainLine } from '../../../shared/domain/plain-line.js'
import { StetError, toAppError } from '../../../shared/ipc/result.js'
import type { DbHandlers } from '../../workers/db-handlers.js'
import { startWorker } from '../../workers/start-worker.js'
import type { CaseSession, Emit } from './case-session.js'
import { refuseOpenCase } from './open-cases.js'
import { passGate } from './open-gate.js'
import type { Shell } from '../shell.js'

interface MergingOptions {
  workers: URL
  emit: Emit
  shell: Pick<Shell, 'chooseCopy' | 'startProcess'>
  /** Throws when no case is open. */
  session: () => CaseSession
}

const steps = ['Looking at the file', 'Reading it and its log', 'Comparing'] as const

/**
 * Merges another copy of the open case into it, once a person has seen what comes. The other file can be anybody's: it is looked
 * at, read and compared in processes and threads of their own, which can be stopped at any time, and never changed.
 */
export class Merging {
  readonly #options: MergingOptions
  #stopping = new AbortController()

  constructor(options: MergingOptions) {
    this.#options = options
  }

  /** Asks for the other copy and says what it would bring; null when the person says no. Throws 'cancelled' once stopped. */
  async choose(): Promise<ChosenCopy | null> {
    const { shell, session } = this.#options
    const open = session()
    const path = await shell.chooseCopy()
    if (!path) return null
    this.cancel()
    const { signal } = (this.#stopping = new AbortController())
    try {
      await requireOther(path, open.path)
      refuseOpenCase(path)
      this.#step(0)
      const { workers } = this.#options
      if (shell.startProcess) await untilStopped(signal, passGate(workers, path, shell.startProcess))
      return { fileName: plainLine(basename(path)), preview: await this.#preview(path, open, signal) }
    } finally {
      this.#options.emit('merge.progress', null)
    }
  }

  /** Merges what was chosen last, when it is still what the person saw, once there is a backup of the case as it is. */
  async commit(choices: MergeChoices, head: string): Promise<Outcome> {
    const session = this.#options.session()
    try {
      await session.backups.keepAsItIs()
    } catch (cause) {
      const { kind, message } = toAppError(cause)
      const what = 'The copies were not merged, because no backup of the case could be made first'
      throw new StetError(kind, `${what}. ${message}`, { cause })
    }
    return session.merge(choices, head)
  }

  /** Stops the reading and comparing, if any. Nothing of it has been written. */
  cancel(): void {
    this.#stopping.abort(new StetError('cancelled', 'The merge was stopped. Nothing was changed.'))
  }

  /** Reads and compares in a worker of its own, which ends when the merge is stopped. */
  async #preview(path: string, open: CaseSession, signal: AbortSignal): Promise<MergePreview> {
    const reader = startWorker<DbHandlers>(this.#options.workers, 'db-worker', {
      onEvent: (share) => this.#step(2, Number(share)),
    })
    const { remote } = reader
    const still = <T>(work: Promise<T>): Promise<T> => untilStopped(signal, work)
    try {
      this.#step(1)
      const asked = await still(remote.readOtherCopy(path, await still(open.read.mergeAsk())))
      this.#step(2)
      const preview = await still(remote.compareCopies(await still(open.read.ownSide(asked))))
      await open.keepOtherCopy(await still(remote.otherCopy()))
      return preview
    } finally {
      await reader.stop()
    }
  }

  #step(done: number, share = 0): void {
    this.#options.emit('merge.progress', { step: steps[done]!, done, total: steps.length, share })
  }
}

async function requireOther(path: string, own: string): Promise<void> {
  const [one, other] = await Promise.all([path, own].map((file) => realpath(file).catch(() => file)))
  if (one !== other) return
  throw new StetError('conflict', `“${basename(path)}” is the case that is open. Choose another copy of it.`)
}

/** Waits for work no longer than until a person stops it; what comes of it then is passed over. */
async function untilStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop = (): void => {}
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as StetError)
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
  })
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
    work.catch(() => {})
  }
}

import { realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Outcome } from '../../shared/domain/case.js'
import type { MergeChoices } from '../../shared/domain/merge.js'
import type { ChosenCopy } from '../../shared/ipc/contract.js'
import { StetError } from '../../shared/ipc/result.js'
import type { DbHandlers } from '../workers/db-handlers.js'
import { startWorker, type WorkerClient } from '../workers/start-worker.js'
import type { CaseSession, Emit } from './case-session.js'
import { passGate } from './open-gate.js'
import type { Shell } from './shell.js'

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
 * at and read in processes and threads of their own, which can be stopped at any time, and never changed.
 */
export class Merging {
  readonly #options: MergingOptions
  #reader: WorkerClient<DbHandlers> | null = null
  #isCancelled = false

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
    this.#isCancelled = false
    try {
      await this.#requireOther(path, open.path)
      this.#step(0)
      const { workers } = this.#options
      if (shell.startProcess) await passGate(workers, path, shell.startProcess)
      this.#step(1)
      const other = await this.#read(path, open)
      this.#step(2)
      const preview = await open.previewMerge(other)
      this.#goOn()
      return { fileName: basename(path), preview }
    } finally {
      await this.#stopReader()
      this.#options.emit('merge.progress', null)
    }
  }

  /** Merges what was chosen last, when it is still what the person saw. */
  commit(choices: MergeChoices, head: string): Promise<Outcome> {
    return this.#options.session().merge(choices, head)
  }

  /** Stops the reading, if any. */
  cancel(): void {
    this.#isCancelled = true
    void this.#stopReader()
  }

  async #requireOther(path: string, own: string): Promise<void> {
    const [one, other] = await Promise.all([path, own].map((file) => realpath(file).catch(() => file)))
    if (one !== other) return
    throw new StetError(
      'conflict',
      `“${basename(path)}” is the case that is open. Choose another copy of it.`,
    )
  }

  async #read(path: string, open: CaseSession) {
    const ask = await open.mergeAsk()
    this.#goOn()
    this.#reader = startWorker<DbHandlers>(this.#options.workers, 'db-worker')
    return this.#reader.remote.readOtherCopy(path, ask)
  }

  async #stopReader(): Promise<void> {
    const reader = this.#reader
    this.#reader = null
    await reader?.stop()
  }

  #step(done: number): void {
    this.#goOn()
    this.#options.emit('merge.progress', { step: steps[done]!, done, total: steps.length })
  }

  #goOn(): void {
    if (this.#isCancelled) throw new StetError('cancelled', 'The merge was stopped. Nothing was changed.')
  }
}

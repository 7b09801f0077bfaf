import type { CheckSource } from '../../shared/checks/run-checks.js'
import type { FindingsDelta } from '../../shared/domain/case.js'
import type { DateReading } from '../../shared/checks/date-readings.js'
import type { VersionCheckables } from '../../shared/coverage/checkables.js'
import type { CheckSettings } from '../../shared/domain/check-settings.js'
import type { Confirmation, Finding } from '../../shared/domain/finding.js'
import type { SourceId } from '../../shared/domain/ids.js'
import type { TextVersion } from '../../shared/domain/source.js'
import type { PackedDates } from '../../shared/timeline/text-dates.js'
import type { CheckStatus } from '../../shared/ipc/contract.js'
import { StetError } from '../../shared/ipc/result.js'
import type { CheckHandlers, CheckProgress } from '../workers/check-handlers.js'
import { startWorker, type WorkerClient } from '../workers/start-worker.js'

export interface CheckPorts {
  /** The texts to check, as they are committed. */
  sources: () => Promise<CheckSource[]>
  settings: () => Promise<CheckSettings>
  store: (findings: Finding[]) => Promise<FindingsDelta>
  onStatus: (status: CheckStatus) => void
  onFindings: (delta: FindingsDelta) => void
}

/** Text versions whose checkables are kept: nine bytes for each checkable. */
const mostKept = 200

/**
 * Runs the checks of a case, one run at a time: a request that comes while one is under way stops it and starts over with
 * what is true now. A worker that died is started anew at the next request.
 */
export class CaseChecks {
  readonly #workers: URL
  readonly #ports: CheckPorts
  #worker: WorkerClient<CheckHandlers> | null = null
  #cancel: Int32Array | null = null
  #again = false
  #running: Promise<void> | null = null
  #stopped = false
  readonly #checkables = new Map<string, Promise<VersionCheckables>>()

  constructor(workers: URL, ports: CheckPorts) {
    this.#workers = workers
    this.#ports = ports
  }

  /** Asks for a run; resolves when no run is under way any more. */
  request(): Promise<void> {
    if (this.#running) {
      this.#again = true
      this.cancel()
      return this.#running
    }
    this.#running = this.#runUntilCurrent().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Stops the run under way, keeping the findings there were. */
  cancel(): void {
    if (this.#cancel) Atomics.store(this.#cancel, 0, 1)
  }

  /** What was looked into and is in order. */
  async confirmations(): Promise<Confirmation[]> {
    const [sources, settings] = await Promise.all([this.#ports.sources(), this.#ports.settings()])
    return this.#startedWorker().remote.confirmations(sources, settings)
  }

  /** How the dates of a source were read; none for a source that is not in the case. */
  async readings(id: SourceId): Promise<DateReading[]> {
    const source = (await this.#ports.sources()).find((one) => one.id === id)
    return source ? this.#startedWorker().remote.readings(source) : []
  }

  /** The dates of every text. */
  async dates(): Promise<PackedDates[]> {
    return this.#startedWorker().remote.dates(await this.#ports.sources())
  }

  /** What can be checked in a text version, which is read once. */
  checkables({ id, sourceId, text }: TextVersion): Promise<VersionCheckables> {
    const known = this.#checkables.get(id)
    if (known) return known
    const read = this.#readCheckables(id, { id: sourceId, text, published: null })
    this.#checkables.set(id, read)
    read.catch(() => this.#checkables.delete(id))
    const [oldest] = this.#checkables.keys()
    if (this.#checkables.size > mostKept && oldest) this.#checkables.delete(oldest)
    return read
  }

  async #readCheckables(versionId: string, source: CheckSource): Promise<VersionCheckables> {
    return { versionId, ...(await this.#startedWorker().remote.checkables(source)) }
  }

  /** Ends the worker, for good. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#again = false
    this.cancel()
    await this.#worker?.stop()
    await this.#running
    this.#worker = null
  }

  async #runUntilCurrent(): Promise<void> {
    do {
      this.#again = false
      await this.#runOnce()
    } while (this.#again)
  }

  async #runOnce(): Promise<void> {
    let failed: string | null = null
    const cancel = new Int32Array(new SharedArrayBuffer(4))
    const isCancelled = (): boolean => Atomics.load(cancel, 0) !== 0
    this.#cancel = cancel
    try {
      const sources = await this.#ports.sources()
      this.#status({ running: true, done: 0, total: sources.length, failed: null })
      const settings = await this.#ports.settings()
      const findings = isCancelled()
        ? null
        : await this.#startedWorker().remote.check(sources, settings, cancel)
      if (findings && !isCancelled()) this.#ports.onFindings(await this.#ports.store(findings))
    } catch (error) {
      // A worker that was stopped on purpose rejects as well.
      if (!isCancelled()) failed = error instanceof Error ? error.message : String(error)
    }
    this.#cancel = null
    this.#status({ running: false, done: 0, total: 0, failed })
  }

  #startedWorker(): WorkerClient<CheckHandlers> {
    if (this.#stopped) throw new StetError('cancelled', 'The case was closed.')
    this.#worker ??= startWorker<CheckHandlers>(this.#workers, 'check-worker', {
      onEvent: (event) => this.#status({ running: true, ...(event as CheckProgress), failed: null }),
      onCrash: () => {
        this.#worker = null
      },
    })
    return this.#worker
  }

  #status(status: CheckStatus): void {
    this.#ports.onStatus(status)
  }
}

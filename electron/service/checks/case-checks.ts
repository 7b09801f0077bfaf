import type { CheckSource } from '../../../shared/checks/run-checks.js'
import type { SettledFindings } from '../../../shared/domain/case.js'
import type { DateReading } from '../../../shared/checks/date-readings.js'
import type { VersionCheckables } from '../../../shared/coverage/checkables.js'
import type { Confirmation } from '../../../shared/domain/finding.js'
import type { SourceId } from '../../../shared/domain/ids.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import type { PackedDates } from '../../../shared/timeline/text-dates.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { CheckHandlers } from '../../workers/check-handlers.js'
import { startWorker, type WorkerClient } from '../../workers/start-worker.js'
import { CheckRun, type RunPorts } from './check-run.js'

/** Text versions whose checkables are kept: nine bytes for each checkable. */
const mostKept = 200

/**
 * Runs the checks of a case, one run at a time: a request that comes while one is under way stops it and starts over with
 * what is true now. A worker that died is started anew at the next request.
 */
export class CaseChecks {
  readonly #workers: URL
  readonly #ports: RunPorts
  #worker: WorkerClient<CheckHandlers> | null = null
  #run: CheckRun | null = null
  #again = false
  #running: Promise<void> | null = null
  #stopped = false
  readonly #checkables = new Map<string, Promise<VersionCheckables>>()

  constructor(workers: URL, ports: RunPorts) {
    this.#workers = workers
    this.#ports = ports
  }

  /** Asks for a run; resolves when no run is under way any more. */
  request(): Promise<void> {
    if (this.#running) {
      this.#again = true
      this.#run?.drop()
      return this.#running
    }
    this.#running = this.#runUntilCurrent().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Stops the run under way. What it found is kept, and what was found before where it did not come. */
  cancel(): void {
    this.#run?.stop()
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
  checkables({
    id,
    sourceId,
    text,
  }: Pick<TextVersion, 'id' | 'sourceId' | 'text'>): Promise<VersionCheckables> {
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
    this.#run?.drop()
    await this.#worker?.stop()
    await this.#running
    this.#worker = null
  }

  async #runUntilCurrent(): Promise<void> {
    do {
      this.#again = false
      this.#run = new CheckRun(this.#ports)
      await this.#run.perform(() => this.#startedWorker().remote)
      this.#run = null
    } while (this.#again)
  }

  #startedWorker(): WorkerClient<CheckHandlers> {
    if (this.#stopped) throw new StetError('cancelled', 'The case was closed.')
    this.#worker ??= startWorker<CheckHandlers>(this.#workers, 'check-worker', {
      onEvent: (event) => this.#run?.settle(event as SettledFindings),
      onCrash: () => {
        this.#worker = null
      },
    })
    return this.#worker
  }
}

import type { CheckSource } from '../../../shared/checks/run-checks.js'
import type { FindingsDelta, SettledFindings } from '../../../shared/domain/case.js'
import type { CheckSettings } from '../../../shared/domain/check-settings.js'
import type { Finding } from '../../../shared/domain/finding.js'
import { idleCheck, type CheckStatus } from '../../../shared/ipc/check-status.js'
import type { CheckHandlers } from '../../workers/check-handlers.js'
import type { Remote } from '../../workers/port-rpc.js'
import { stopSigns } from '../../workers/stop-signs.js'

export interface RunPorts {
  /** The texts to check, as they are committed. */
  sources: () => Promise<CheckSource[]>
  settings: () => Promise<CheckSettings>
  /** Puts all findings of a run in the place of those before. */
  store: (findings: Finding[]) => Promise<FindingsDelta>
  /** Puts what a run is certain of before its end in the place of what was found there before. */
  storeSettled: (settled: SettledFindings) => Promise<FindingsDelta>
  onStatus: (status: CheckStatus) => void
  onFindings: (delta: FindingsDelta) => void
}

/**
 * One run of the checks over a case. What the worker sends on the way is stored and told batch by batch, in the order in
 * which it came; the findings of the whole run are stored last and settle everything, so that in the end it does not
 * matter how the batches fell.
 */
export class CheckRun {
  readonly #ports: RunPorts
  readonly #sign = new Int32Array(new SharedArrayBuffer(4))
  #stored: Promise<void> = Promise.resolve()
  #status: CheckStatus = { ...idleCheck, running: true }

  constructor(ports: RunPorts) {
    this.#ports = ports
  }

  /** Stops for a person: what was found until then is kept. */
  stop(): void {
    Atomics.compareExchange(this.#sign, 0, stopSigns.run, stopSigns.keep)
  }

  /** Stops because the texts are others now, or the case is closed: nothing more is stored. */
  drop(): void {
    Atomics.store(this.#sign, 0, stopSigns.drop)
  }

  /** Takes in what the worker is certain of by now. */
  settle(settled: SettledFindings): void {
    const stored = this.#stored.then(() => this.#store(settled))
    // Told by `perform`, which waits for it.
    stored.catch(() => {})
    this.#stored = stored
  }

  /** Resolves when the run is over, however it ended; its last status says how. */
  async perform(remote: () => Remote<CheckHandlers>): Promise<void> {
    let end: CheckStatus = idleCheck
    try {
      const findings = await this.#check(remote)
      await this.#stored
      if (findings && !this.#is('drop')) this.#tell(await this.#ports.store(findings))
      else if (this.#is('keep')) end = { ...this.#status, running: false, stopped: true }
    } catch (error) {
      // A worker that was stopped on purpose rejects as well.
      if (!this.#is('drop'))
        end = { ...idleCheck, failed: error instanceof Error ? error.message : String(error) }
    }
    this.#ports.onStatus(end)
  }

  async #check(remote: () => Remote<CheckHandlers>): Promise<Finding[] | null> {
    const sources = await this.#ports.sources()
    this.#say({ total: sources.length })
    const settings = await this.#ports.settings()
    return this.#is('run') ? remote().check(sources, settings, this.#sign) : null
  }

  async #store(settled: SettledFindings): Promise<void> {
    if (this.#is('drop')) return
    this.#tell(await this.#ports.storeSettled(settled))
    const { done, found } = this.#status
    this.#say({ done: done + settled.sources.length, found: found + settled.findings.length })
  }

  #tell(delta: FindingsDelta): void {
    if (delta.added.length + delta.removed.length > 0) this.#ports.onFindings(delta)
  }

  #say(patch: Partial<CheckStatus>): void {
    this.#status = { ...this.#status, ...patch }
    this.#ports.onStatus(this.#status)
  }

  #is(sign: keyof typeof stopSigns): boolean {
    return Atomics.load(this.#sign, 0) === stopSigns[sign]
  }
}

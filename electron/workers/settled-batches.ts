import type { SettledFindings } from '../../shared/domain/case.js'

/** Milliseconds between batches: often enough to be seen as they come, and few enough to store and to draw. */
const leastBetween = 100

/**
 * Gathers what the steps of a run settle and sends it on about ten times a second, so that a run which is over sooner
 * sends nothing on the way.
 */
export class SettledBatches {
  readonly #send: (batch: SettledFindings) => void
  readonly #now: () => number
  #batch: SettledFindings | null = null
  #last: number

  constructor(send: (batch: SettledFindings) => void, now: () => number = () => performance.now()) {
    this.#send = send
    this.#now = now
    this.#last = now()
  }

  add(settled: SettledFindings): void {
    this.#batch = this.#batch ? joined(this.#batch, settled) : settled
    if (this.#now() - this.#last >= leastBetween) this.flush()
  }

  /** Sends what was gathered since the last batch, if anything was. */
  flush(): void {
    if (this.#batch) this.#send(this.#batch)
    this.#batch = null
    this.#last = this.#now()
  }
}

function joined(a: SettledFindings, b: SettledFindings): SettledFindings {
  return {
    sources: [...a.sources, ...b.sources],
    textRules: b.textRules,
    caseRules: [...a.caseRules, ...b.caseRules],
    findings: [...a.findings, ...b.findings],
  }
}

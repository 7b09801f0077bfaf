import { basename } from 'node:path'
import type { ReportStage, SavedReport } from '../../shared/ipc/contract.js'
import { StetError } from '../../shared/ipc/result.js'
import { reportForm, type ReportRequest } from '../../shared/report/forms.js'
import { usualLogEntries } from '../../shared/report/log-extract.js'
import type { ReportHandlers } from '../workers/report-handlers.js'
import { startWorker, type WorkerClient } from '../workers/start-worker.js'
import type { CaseSession, Emit } from './case-session.js'
import { fileNameFor } from './free-name.js'
import { refuseUnmakeable, reportName, saveReport } from './report.js'
import type { Shell } from './shell.js'

/** More entries than a person makes in a case; a report for the archive has them all. */
const archivedLogEntries = 1_000_000

/**
 * Megabytes of each kind of memory for making a report. A form is written as it is made, so that nearly all that it takes is
 * thrown away at once: with little room for young objects it is collected early, and the worker stays small.
 */
export const reportResources = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 16 }

export interface ReportJobsOptions {
  workers: URL
  shell: Shell
  emit: Emit
  /** Throws when no case is open. */
  session: () => CaseSession
  actor: () => string
}

/** The reports that a window asks for. Each is built in a worker, so that the window goes on, and can be cancelled. */
export class ReportJobs {
  readonly #options: ReportJobsOptions
  #worker: WorkerClient<ReportHandlers> | null = null
  #cancel: AbortController | null = null

  constructor(options: ReportJobsOptions) {
    this.#options = options
  }

  /** Writes the report to a place that the person chooses; its path, or null when the person says no. */
  async save(request: ReportRequest): Promise<string | null> {
    const cancel = (this.#cancel = new AbortController())
    const stage = (stage: ReportStage | null): void =>
      this.#options.emit('report.progress', stage && { stage })
    const { shell, session } = this.#options
    try {
      refuseUnmakeable(request, shell.printPages)
      // The case that was open when somebody asked, whatever is open when a place was chosen.
      const asked = session()
      const { title } = await asked.info()
      const path = await shell.chooseReport(reportName(fileNameFor(title), request), reportForm(request.form))
      if (!path) return null
      cancel.signal.throwIfAborted()
      stage('reading')
      await this.#write(path, asked, request, { signal: cancel.signal, stage })
      return path
    } catch (thrown) {
      throw cancel.signal.aborted ? new StetError('cancelled', 'The report was cancelled.') : thrown
    } finally {
      if (this.#cancel === cancel) this.#cancel = null
      stage(null)
    }
  }

  /** The page that shows how a report will look. */
  async preview(request: ReportRequest): Promise<string> {
    const { snapshot, material } = await readMaterial(this.#options.session(), request)
    const { shell, actor } = this.#options
    const origin = {
      checker: actor(),
      generatedAt: new Date().toISOString(),
      program: `Stet ${shell.version}`,
    }
    return this.#started().remote.preview(snapshot, request, origin, material)
  }

  /** Stops what is being made; whoever asked for it gets 'cancelled'. */
  cancel(): void {
    this.#cancel?.abort()
    void this.close()
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.stop()
  }

  async #write(
    path: string,
    session: CaseSession,
    request: ReportRequest,
    { signal, stage }: { signal: AbortSignal; stage: (stage: ReportStage) => void },
  ): Promise<void> {
    const { snapshot, material } = await readMaterial(session, request)
    signal.throwIfAborted()
    stage('building')
    const { shell, actor } = this.#options
    const { printPages } = shell
    await saveReport(path, snapshot, request, {
      checker: actor(),
      version: shell.version,
      material,
      printPages: printPages && ((html, frame) => printPages(html, frame, signal)),
      builder: this.#started().remote,
      onStage: (reached) => {
        signal.throwIfAborted()
        stage(reached)
      },
    })
  }

  #started(): WorkerClient<ReportHandlers> {
    this.#worker ??= startWorker<ReportHandlers>(this.#options.workers, 'report-worker', {
      resourceLimits: reportResources,
      onCrash: () => {
        this.#worker = null
      },
    })
    return this.#worker
  }
}

/** What a report tells; forms without a log and without coverage are not kept waiting for them. */
async function readMaterial(session: CaseSession, request: ReportRequest) {
  const snapshot = await session.snapshot()
  const isReport = reportForm(request.form).holds === 'report'
  const entries = request.options.template === 'archive' ? archivedLogEntries : usualLogEntries
  const log = await session.logExtract(entries)
  return { snapshot, material: { log, coverage: isReport ? await session.coverage(snapshot) : null } }
}

/** What the window is told of a report that was saved. */
export function savedReport(path: string | null): SavedReport | null {
  return path ? { fileName: basename(path) } : null
}

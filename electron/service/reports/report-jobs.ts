import { basename } from 'node:path'
import type { ReportStage, SavedReport } from '../../../shared/ipc/contract.js'
import { StetError } from '../../../shared/ipc/result.js'
import { reportForm, type ReportRequest } from '../../../shared/report/forms.js'
import { usualLogEntries } from '../../../shared/report/log-extract.js'
import type { CasePorts } from '../../workers/handed-case.js'
import type { Remote } from '../../workers/port-rpc.js'
import type { ReportHandlers } from '../../workers/report-handlers.js'
import { startWorker, type WorkerClient } from '../../workers/start-worker.js'
import type { CaseSession, Emit } from '../cases/case-session.js'
import { fileNameFor } from '../files/free-name.js'
import { handOverCase, type HandOver } from './hand-over-case.js'
import { originOf, refuseUnmakeable, reportName, saveReport } from './report.js'
import type { Shell } from '../shell.js'

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
      const { title } = await asked.read.info()
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
  preview(request: ReportRequest): Promise<string> {
    const { shell, actor, session } = this.#options
    const origin = originOf(actor(), shell.version)
    return handOverCase(session(), handOverFor(request), (...ports) =>
      this.#started().remote.preview(request, origin, ...ports),
    )
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
    const { shell, actor } = this.#options
    const { printPages } = shell
    const handOver = { ...handOverFor(request), onSent: () => stage('building') }
    const building = <T>(build: (worker: Remote<ReportHandlers>, ports: CasePorts) => Promise<T>) => {
      signal.throwIfAborted()
      return handOverCase(session, handOver, (...ports) => build(this.#started().remote, ports))
    }
    await saveReport(path, request, {
      checker: actor(),
      version: shell.version,
      printPages: printPages && ((html, frame) => printPages(html, frame, signal)),
      builder: {
        write: (...what) => building((worker, ports) => worker.write(...what, ...ports)),
        pages: (...what) => building((worker, ports) => worker.pages(...what, ...ports)),
      },
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

/** What a report tells; forms without coverage are not kept waiting for it. */
function handOverFor({ form, options }: ReportRequest): HandOver {
  return {
    logEntries: options.template === 'archive' ? archivedLogEntries : usualLogEntries,
    withCheckables: reportForm(form).holds === 'report',
  }
}

/** What the window is told of a report that was saved. */
export function savedReport(path: string | null): SavedReport | null {
  return path ? { fileName: basename(path) } : null
}

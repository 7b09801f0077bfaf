import { Worker, type ResourceLimits } from 'node:worker_threads'
import { StetError } from '../../shared/ipc/result.js'
import { connect, type Handlers, type Remote } from './port-rpc.js'

export interface WorkerClient<H extends Handlers> {
  remote: Remote<H>
  /** Ends the worker at once; whatever was under way is rejected as `cancelled`. */
  stop: () => Promise<void>
}

export interface WorkerOptions {
  onEvent?: (event: unknown) => void
  /** Called when the worker ends though nobody asked it to. */
  onCrash?: (error: StetError) => void
  resourceLimits?: ResourceLimits
}

export type WorkerName = 'db-worker' | 'check-worker' | 'import-worker' | 'report-worker'

/** Starts one of the workers; `folder` is where the built workers lie. */
export function startWorker<H extends Handlers>(
  folder: URL,
  name: WorkerName,
  { onEvent, onCrash, resourceLimits }: WorkerOptions = {},
): WorkerClient<H> {
  const worker = new Worker(new URL(`${name}.cjs`, folder), {
    name,
    ...(resourceLimits && { resourceLimits }),
  })
  const { remote, fail } = connect<H>(worker, onEvent)
  let stopping = false

  const crashed = (detail: string): void => {
    const error = new StetError('internal', `The ${name} stopped (${detail}). What was saved before is safe.`)
    fail(error)
    if (!stopping) onCrash?.(error)
    stopping = true
  }
  worker.on('error', (error) => crashed(error instanceof Error ? error.message : String(error)))
  worker.on('exit', (code) => {
    if (!stopping) crashed(`exit code ${code}`)
  })

  return {
    remote,
    async stop() {
      stopping = true
      fail(new StetError('cancelled', 'This was stopped before it was done. Nothing was changed.'))
      await worker.terminate()
    },
  }
}

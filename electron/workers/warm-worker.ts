import { Worker, type ResourceLimits } from 'node:worker_threads'

/** Workers that were started before anybody asked them, by their addresses. */
const warm = new Map<string, Worker>()

/** Starts a worker ahead, while there is nothing else to do: whoever needs it next has it without waiting. */
export function warmWorker(folder: URL, name: string): Worker {
  const file = new URL(`${name}.js`, folder)
  const worker = new Worker(file, { name })
  warm.set(file.href, worker)
  // One that failed is started again by who needs it, and told of there.
  const forget = (): void => {
    if (warm.get(file.href) === worker) warm.delete(file.href)
  }
  worker.on('error', forget)
  worker.on('exit', forget)
  return worker
}

/** A worker that was started ahead, or a new one; one with limits of its own is always new. */
export function madeWorker(folder: URL, name: string, resourceLimits?: ResourceLimits): Worker {
  const file = new URL(`${name}.js`, folder)
  if (resourceLimits) return new Worker(file, { name, resourceLimits })
  const made = warm.get(file.href)
  warm.delete(file.href)
  return made ?? new Worker(file, { name })
}

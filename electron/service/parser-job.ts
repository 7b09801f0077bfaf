import { StetError } from '../../shared/ipc/result.js'
import type { ImportHandlers } from '../workers/import-handlers.js'
import { startWorker } from '../workers/start-worker.js'

/** Memory a parser may use, in megabytes. */
const parserMemory = 1024

/**
 * What a parser's worker may have of each kind of memory. Nearly all that a parser makes lives until it is done: with the usual
 * small room for young objects, most of its time would go into moving them.
 */
export const parserResources = { maxOldGenerationSizeMb: parserMemory, maxYoungGenerationSizeMb: 192 }

export interface ParserLimits {
  /** What messages call the file. */
  name: string
  /** Milliseconds. */
  longest: number
  /** Told how far it is, in the measure of what is done. */
  onProgress?: (done: number) => void
  /** Stops the work; it is then refused as 'cancelled'. */
  signal?: AbortSignal
}

type Job<T> = (remote: ReturnType<typeof startWorker<ImportHandlers>>['remote']) => Promise<T>

/**
 * Does something with a file in an import-worker of its own, which is thrown away afterwards. A worker that takes longer than
 * it may, or more memory than it may have, is the file's fault: 'too-large'.
 */
export async function inParser<T>(workers: URL, limits: ParserLimits, job: Job<T>): Promise<T> {
  const { name, longest, onProgress, signal } = limits
  let crashed = false
  const worker = startWorker<ImportHandlers>(workers, 'import-worker', {
    resourceLimits: parserResources,
    onEvent: (done) => onProgress?.(Number(done)),
    onCrash: () => {
      crashed = true
    },
  })
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<never>((_resolve, reject) => {
    const message = `“${name}” took longer than ${longest / 1000} s to read and was stopped. Split it into smaller files.`
    timer = setTimeout(() => reject(new StetError('too-large', message)), longest)
  })
  const stop = (): void => void worker.stop()
  signal?.addEventListener('abort', stop)
  try {
    signal?.throwIfAborted()
    return await Promise.race([job(worker.remote), timeUp])
  } catch (thrown) {
    throw crashed ? tooMuchMemory(name, thrown) : thrown
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
    await worker.stop()
  }
}

function tooMuchMemory(name: string, cause: unknown): StetError {
  const message =
    `“${name}” could not be read: its reader stopped, most likely for want of memory (${parserMemory} MB). ` +
    'Split it into smaller files, or copy its text and paste it.'
  return new StetError('too-large', message, { cause })
}

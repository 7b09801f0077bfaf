import { StetError } from '../../../shared/ipc/result.js'
import type { ImportHandlers } from '../../workers/import-handlers.js'
import { startWorker } from '../../workers/start-worker.js'

/** Memory a parser may use, in megabytes. */
const parserMemory = 1024

/**
 * What a parser's worker may have of each kind of memory. Nearly all that a parser makes lives until it is done: with the usual
 * small room for young objects, most of its time would go into moving them.
 */
export const parserResources = { maxOldGenerationSizeMb: parserMemory, maxYoungGenerationSizeMb: 192 }

const megabyte = 1024 * 1024

/**
 * By how many bytes the program may grow while a parser works. What streams inflate to does not count among what the worker
 * is limited to above, but it counts here, as does all that is done meanwhile.
 */
const mostGrowth = 2048 * megabyte

/** Milliseconds between two looks at how far the program has grown. */
const growthInterval = 100

export interface ParserLimits {
  /** What messages call the file. */
  name: string
  /** Milliseconds. */
  longest: number
  /** By how many bytes the program may grow meanwhile, where it is not 2,048 MB. */
  growth?: number
  /** Told how far it is, in the measure of what is done. */
  onProgress?: (done: number) => void
  /** Stops the work; it is then refused as 'cancelled'. */
  signal?: AbortSignal
}

type Job<T> = (remote: ReturnType<typeof startWorker<ImportHandlers>>['remote']) => Promise<T>

/**
 * Does something with a file in an import-worker of its own, which is thrown away afterwards. A worker that takes longer than
 * it may, or more memory than it or the program may have, is the file's fault: 'too-large'.
 */
export async function inParser<T>(workers: URL, limits: ParserLimits, job: Job<T>): Promise<T> {
  const { name, longest, growth = mostGrowth, onProgress, signal } = limits
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
  let watch: NodeJS.Timeout | undefined
  const grown = new Promise<never>((_resolve, reject) => {
    const before = process.memoryUsage.rss()
    watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > growth) reject(tooMuchMemory(name, growth / megabyte))
    }, growthInterval)
  })
  const stop = (): void => void worker.stop()
  signal?.addEventListener('abort', stop)
  try {
    signal?.throwIfAborted()
    return await Promise.race([job(worker.remote), timeUp, grown])
  } catch (thrown) {
    throw crashed ? tooMuchMemory(name, parserMemory, thrown) : thrown
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    signal?.removeEventListener('abort', stop)
    await worker.stop()
  }
}

function tooMuchMemory(name: string, limit: number, cause?: unknown): StetError {
  const message =
    `“${name}” could not be read: its reader stopped, most likely for want of memory (${limit} MB). ` +
    'Split it into smaller files, or copy its text and paste it.'
  return new StetError('too-large', message, { cause })
}

import type { ImportHandlers } from '../../../../electron/workers/import-handlers.js'
import { longestReading, mediaTypeOf } from '../../../../electron/workers/import/file-kind.js'
import { startWorker, type WorkerClient } from '../../../../electron/workers/start-worker.js'
import { StetError } from '../../../../shared/ipc/result.js'
import { workers } from '../../built-program.js'
import { fileOf } from './file-bytes.js'

/** What became of a file: opened, or the kind of the error that it was refused with; the rest must not happen. */
export type Fate =
  'opened' | 'invalid' | 'unsupported' | 'too-large' | 'crashed' | 'hung' | 'unnamed' | 'internal'

/** Files one after the other through one import-worker as it is shipped; a new one takes over from one that stopped. */
export class Gate {
  #worker: WorkerClient<ImportHandlers> | null = null
  #crashed = false

  async fateOf(name: string, bytes: Uint8Array): Promise<Fate> {
    const { remote } = (this.#worker ??= this.#start())
    let timer: NodeJS.Timeout | undefined
    const timeUp = new Promise<'hung'>((resolve) => {
      timer = setTimeout(() => resolve('hung'), longest(name, bytes))
    })
    const read = remote.parse(fileOf(name, bytes), null, true).then(
      (): Fate => 'opened',
      (error: unknown): Fate => (this.#crashed ? 'crashed' : refusalFate(error, name)),
    )
    const fate = await Promise.race([read, timeUp])
    clearTimeout(timer)
    if (fate === 'hung' || fate === 'crashed') await this.stop()
    return fate
  }

  async stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    this.#crashed = false
    await worker?.stop()
  }

  #start(): WorkerClient<ImportHandlers> {
    return startWorker<ImportHandlers>(workers, 'import-worker', {
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
      onCrash: () => {
        this.#crashed = true
      },
    })
  }
}

function refusalFate(error: unknown, name: string): Fate {
  if (!(error instanceof StetError)) return 'internal'
  if (error.kind !== 'invalid' && error.kind !== 'unsupported' && error.kind !== 'too-large')
    return 'internal'
  return error.message.includes(`“${name}”`) ? error.kind : 'unnamed'
}

function longest(name: string, bytes: Uint8Array): number {
  try {
    return longestReading(mediaTypeOf(bytes, name))
  } catch {
    return longestReading('text/plain')
  }
}

import { Worker as Thread } from 'node:worker_threads'

/** Lets a thread read the sources as they are. */
const hooks = new URL('../../db/source-hooks.mjs', import.meta.url).href

/** Gives a thread what a browser's worker has. */
const bootstrap = `
  import { parentPort, workerData } from 'node:worker_threads'
  globalThis.addEventListener = (_type, listener) => parentPort.on('message', (data) => listener({ data }))
  globalThis.postMessage = (message) => parentPort.postMessage(message)
  await import(workerData)
`

/** A browser's `Worker` on one of Node's threads, as far as a search needs one. */
export class ThreadWorker extends EventTarget {
  readonly #thread: Thread

  constructor(module: URL) {
    super()
    this.#thread = new Thread(new URL(`data:text/javascript,${encodeURIComponent(bootstrap)}`), {
      workerData: module.href,
      execArgv: ['--import', hooks],
    })
    this.#thread.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })))
    this.#thread.on('error', () => this.dispatchEvent(new Event('error')))
  }

  postMessage(message: unknown): void {
    this.#thread.postMessage(message)
  }

  terminate(): void {
    void this.#thread.terminate()
  }
}

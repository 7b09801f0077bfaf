import type { FindQuery, FindResult } from '../../shared/document/find.js'

/** What goes to the worker: the text with the first question, a question with each. */
export interface SearchRequest {
  text?: string
  query: FindQuery
  limit: number
}

/** What comes back: a `FindResult` with its passages packed. */
export interface SearchAnswer {
  starts: Int32Array
  ends: Int32Array
  isComplete: boolean
  problem: string | null
}

/** How long a search may take before it is given up, in milliseconds. */
const patience = 2000

const tooSlow: FindResult = {
  passages: [],
  isComplete: false,
  problem: 'This pattern takes too long in this text. A simpler one may find the same.',
}

const broken: FindResult = { passages: [], isComplete: false, problem: 'The text could not be searched.' }

/**
 * Searches a text beside the window's own work, whatever the pattern: a search that takes too long is ended and answered
 * with a problem. Nothing starts before the first search.
 */
export class TextSearch {
  readonly #text: string
  readonly #startWorker: () => Worker
  #worker: Worker | null = null
  #giveUp: (() => void) | null = null

  constructor(text: string, startWorker: () => Worker = startFindWorker) {
    this.#text = text
    this.#startWorker = startWorker
  }

  /** The passages found, at most `limit`; null when a later search or `destroy` came first. */
  find(query: FindQuery, limit: number): Promise<FindResult | null> {
    this.#giveUp?.()
    const isFirst = this.#worker === null
    const worker = (this.#worker ??= this.#startWorker())
    return new Promise((resolve) => {
      const listening = new AbortController()
      const done = (result: FindResult | null): void => {
        clearTimeout(timer)
        listening.abort()
        this.#giveUp = null
        resolve(result)
      }
      const giveUp = (result: FindResult | null): void => {
        this.#stop()
        done(result)
      }
      const answered = ({ data }: MessageEvent<SearchAnswer>): void => done(resultOf(data))
      const timer = setTimeout(() => giveUp(tooSlow), patience)
      worker.addEventListener('message', answered, listening)
      worker.addEventListener('error', () => giveUp(broken), listening)
      this.#giveUp = () => giveUp(null)
      const request: SearchRequest = isFirst ? { text: this.#text, query, limit } : { query, limit }
      worker.postMessage(request)
    })
  }

  /** Ends a search that is under way. */
  destroy(): void {
    if (this.#giveUp) this.#giveUp()
    else this.#stop()
  }

  #stop(): void {
    this.#worker?.terminate()
    this.#worker = null
  }
}

function startFindWorker(): Worker {
  return new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' })
}

function resultOf({ starts, ends, isComplete, problem }: SearchAnswer): FindResult {
  const passages = Array.from(starts, (start, place) => ({ start, end: ends[place]! }))
  return { passages, isComplete, problem }
}

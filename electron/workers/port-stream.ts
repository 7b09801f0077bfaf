import { on } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import { StetError, toAppError, type AppError } from '../../shared/ipc/result.js'

/** What one side of a port sends: many values, then how it ended. */
type Sent<T> = { value: T } | { end: true } | { error: AppError }

/** What the other side answers: that it has begun to read, and each value that it has taken. */
type Taken = 'ready' | 'taken'

/** Values that are under way at once: one can be made while the one before is read. */
const mostUnderWay = 2

/** Resolves when the other side of a port has begun to read; with false when it has gone instead. */
export function readerIsReady(port: MessagePort): Promise<boolean> {
  return new Promise((resolve) => {
    port.once('message', () => resolve(true))
    port.once('close', () => resolve(false))
  })
}

/**
 * Sends values one after the other, each made when the other side has room for it, so that they never pile up. What their
 * making throws is thrown here and there. Resolves when all were sent, and also when the other side has gone: it knows why.
 */
export async function sendAll<T>(port: MessagePort, values: Iterable<T>): Promise<void> {
  const room = new Room(port)
  const send = (sent: Sent<T>): void => port.postMessage(sent)
  try {
    for (const value of values) {
      if (!(await room.forOne())) return
      send({ value })
    }
    send({ end: true })
  } catch (thrown) {
    send({ error: toAppError(thrown) })
    throw thrown
  }
}

/** How much more the other side of a port takes. */
class Room {
  #underWay = 0
  #isGone = false
  #wake: () => void = () => {}

  constructor(port: MessagePort) {
    port.on('message', (taken: Taken) => {
      if (taken === 'taken') this.#underWay -= 1
      this.#wake()
    })
    port.on('close', () => {
      this.#isGone = true
      this.#wake()
    })
  }

  /** Waits until one more can be sent; false when nobody is there any more. */
  async forOne(): Promise<boolean> {
    while (this.#underWay >= mostUnderWay && !this.#isGone) {
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    this.#underWay += 1
    return !this.#isGone
  }
}

/**
 * The values that the other side sends, in their order. Throws what their making threw there, and 'internal' when the other
 * side goes before the last. The port is closed afterwards.
 */
export async function* received<T>(port: MessagePort): AsyncGenerator<T, void> {
  const answer = (taken: Taken): void => port.postMessage(taken)
  try {
    const messages = on(port, 'message', { close: ['close'] }) as AsyncIterable<[Sent<T>]>
    answer('ready')
    for await (const [sent] of messages) {
      if ('end' in sent) return
      if ('error' in sent) throw new StetError(sent.error.kind, sent.error.message)
      answer('taken')
      yield sent.value
    }
    throw new StetError('internal', 'The other side stopped before all was told.')
  } finally {
    port.close()
  }
}

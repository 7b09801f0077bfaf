import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { readerIsReady, received, sendAll } from '../../../electron/workers/port-stream.js'
import { StetError } from '../../../shared/ipc/result.js'

const open: MessagePort[] = []

afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

function channel(): MessageChannel {
  const both = new MessageChannel()
  open.push(both.port1, both.port2)
  return both
}

async function allOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}

/** Numbers from 0, each told when it is made. */
function* counting(count: number, onMade: (number: number) => void = () => {}): Generator<number, void> {
  for (let number = 0; number < count; number++) {
    onMade(number)
    yield number
  }
}

describe('values that are sent over a port', () => {
  it.each([0, 1, 2, 3, 100])('arrive in their order, and end: %i', async (count) => {
    const { port1, port2 } = channel()
    const [, values] = await Promise.all([sendAll(port1, counting(count)), allOf(received<number>(port2))])
    expect(values).toEqual([...counting(count)])
  })

  it('are made only as they are taken', async () => {
    const { port1, port2 } = channel()
    let made = -1
    const sending = sendAll(
      port1,
      counting(50, (number) => (made = number)),
    )
    for await (const value of received<number>(port2)) {
      for (let turn = 0; turn < 5; turn++) await setImmediate()
      expect(made).toBeLessThanOrEqual(value + 3)
    }
    await sending
    expect(made).toBe(49)
  })

  it('end with what their making threw, on both sides', async () => {
    const { port1, port2 } = channel()
    function* torn(): Generator<number, void> {
      yield 1
      throw new StetError('damaged', 'The second is torn.')
    }
    const refused = { kind: 'damaged', message: 'The second is torn.' }
    const both = await Promise.allSettled([sendAll(port1, torn()), allOf(received<number>(port2))])
    for (const one of both) expect(one).toMatchObject({ status: 'rejected', reason: refused })
  })

  it('are no more made when the other side stops reading', async () => {
    const { port1, port2 } = channel()
    let made = 0
    const sending = sendAll(
      port1,
      counting(1000, (number) => (made = number)),
    )
    for await (const value of received<number>(port2)) if (value === 10) break
    await sending
    expect(made).toBeLessThan(20)
  })

  it('fail when the sender goes before the last', async () => {
    const { port1, port2 } = channel()
    const reading = allOf(received<number>(port2))
    port1.close()
    await expect(reading).rejects.toMatchObject({ kind: 'internal' })
  })

  it('are waited for by none when the reader is killed', async () => {
    const { port1, port2 } = channel()
    const reader = new Worker(
      `const { parentPort } = require('node:worker_threads')
       parentPort.on('message', ({ port }) => { port.postMessage('ready'); port.on('message', () => {}) })`,
      { eval: true },
    )
    reader.postMessage({ port: port2 }, [port2])
    expect(await readerIsReady(port1)).toBe(true)
    const sending = sendAll(port1, counting(1000))
    await reader.terminate()
    await sending
  })
})

describe('a reader', () => {
  it('is ready when it begins to read, and then the port can go to whoever sends', async () => {
    const { port1, port2 } = channel()
    const values = allOf(received<number>(port2))
    expect(await readerIsReady(port1)).toBe(true)
    const sender = new Worker(
      `const { parentPort } = require('node:worker_threads')
       parentPort.once('message', ({ port }) => { port.postMessage({ value: 7 }); port.postMessage({ end: true }) })`,
      { eval: true },
    )
    sender.postMessage({ port: port1 }, [port1])
    expect(await values).toEqual([7])
    await Promise.all([once(sender, 'exit'), sender.terminate()])
  })

  it('that goes before it begins is not waited for', async () => {
    const { port1, port2 } = channel()
    const ready = readerIsReady(port1)
    port2.close()
    expect(await ready).toBe(false)
  })
})

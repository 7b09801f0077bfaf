import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { setImmediate } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { connect, emit, serve, type Handlers } from '../../../electron/workers/port-rpc.js'
import { StetError } from '../../../shared/ipc/result.js'

const ports: MessagePort[] = []

afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

/** Both ends of a channel: what is served at one, asked from the other. */
function served<H extends Handlers>(handlers: H, onEvent?: (event: unknown) => void) {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  serve(port1, handlers)
  return { ...connect<H>(port2, onEvent), servingPort: port1 }
}

describe('functions served over a port', () => {
  it('answer with their value, or that of their promise', async () => {
    const { remote } = served({ add: (a: number, b: number) => a + b, later: async (text: string) => [text] })
    expect(await remote.add(2, 3)).toBe(5)
    expect(await remote.later('x')).toEqual(['x'])
  })

  it('run one after the other, in the order of asking', async () => {
    const log: string[] = []
    const { remote } = served({
      async run(name: string, turns: number) {
        log.push(`${name} begins`)
        for (let turn = 0; turn < turns; turn += 1) await setImmediate()
        log.push(`${name} ends`)
        return name
      },
    })
    expect(
      await Promise.all([remote.run('slow', 20), remote.run('quick', 0), remote.run('middle', 5)]),
    ).toEqual(['slow', 'quick', 'middle'])
    expect(log).toEqual([
      'slow begins',
      'slow ends',
      'quick begins',
      'quick ends',
      'middle begins',
      'middle ends',
    ])
  })

  it('pass on what they throw, with its kind, and go on', async () => {
    const { remote } = served({
      refuse: () => {
        throw new StetError('conflict', 'It has changed since.')
      },
      async fail(): Promise<never> {
        throw new TypeError('x is not a function')
      },
      still: () => 'here',
    })
    await expect(remote.refuse()).rejects.toMatchObject({
      kind: 'conflict',
      message: 'It has changed since.',
    })
    await expect(remote.fail()).rejects.toMatchObject({ kind: 'internal' })
    expect(await remote.still()).toBe('here')
  })

  it.each(['missing', 'toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'are only those that were given: %s is refused',
    async (name) => {
      const { remote } = served<Handlers>({ there: () => 1 })
      await expect(remote[name]!()).rejects.toMatchObject({ kind: 'internal' })
    },
  )

  it('refuse an argument that cannot be sent', async () => {
    const { remote } = served({ take: (_value: unknown) => 'taken' })
    await expect(remote.take(() => {})).rejects.toThrow()
    expect(await remote.take('words')).toBe('taken')
  })

  it('refuse with an answer that cannot be sent, and go on', async () => {
    const { remote } = served({ odd: () => () => {}, still: () => 'here' })
    await expect(remote.odd()).rejects.toMatchObject({ kind: 'internal' })
    expect(await remote.still()).toBe('here')
  })

  it('are no promise themselves, so that awaiting them asks nothing', async () => {
    const { remote } = served({ one: () => 1 })
    expect(await (await Promise.resolve(remote)).one()).toBe(1)
  })
})

describe('a connection', () => {
  it('hands on what nobody asked for, beside the answers', async () => {
    const events: unknown[] = []
    const { remote, servingPort } = served({ one: () => 1 }, (event) => events.push(event))
    emit(servingPort, { done: 1 })
    emit(servingPort, { done: 2 })
    await remote.one()
    expect(events).toEqual([{ done: 1 }, { done: 2 }])
  })

  it('that fails rejects what is under way and what is asked from then on, with the first reason', async () => {
    const { remote, fail } = served({ never: () => new Promise<void>(() => {}) })
    const underWay = [remote.never(), remote.never()]
    fail(new StetError('io', 'The medium is gone.'))
    fail(new StetError('cancelled', 'Stopped.'))
    for (const asked of [...underWay, remote.never()]) {
      await expect(asked).rejects.toMatchObject({ kind: 'io', message: 'The medium is gone.' })
    }
  })
})

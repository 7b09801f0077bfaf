import { MessagePort, type Worker } from 'node:worker_threads'
import { StetError, toAppError, unwrap, type Result } from '../../shared/ipc/result.js'

/**
 * Functions that one side of a port offers to the other. Arguments and answers must survive structured cloning; an argument
 * that is itself a port goes over to the other side.
 */
export type Handlers = Record<string, (...args: never[]) => unknown>

/** The same functions as the other side sees them. */
export type Remote<H extends Handlers> = {
  [N in keyof H]: (...args: Parameters<H[N]>) => Promise<Awaited<ReturnType<H[N]>>>
}

interface Request {
  sequence: number
  name: string
  args: never[]
}

type Reply = { sequence: number; result: Result<unknown> } | { event: unknown }

/** What both ends of a worker have in common. */
type Port = Pick<MessagePort | Worker, 'postMessage' | 'on'>

/** Answers the requests that arrive on a port, one after the other, in the order of their arrival. */
export function serve(port: Port, handlers: Handlers): void {
  let last: Promise<void> = Promise.resolve()
  port.on('message', (request: Request) => {
    last = last.then(async () => {
      const { sequence } = request
      const result = await answer(handlers, request)
      try {
        port.postMessage({ sequence, result } satisfies Reply)
      } catch (thrown) {
        // What cannot be cloned must not leave its caller, and all who ask after, waiting for ever.
        port.postMessage({ sequence, result: { ok: false, error: toAppError(thrown) } } satisfies Reply)
      }
    })
  })
}

async function answer(handlers: Handlers, { name, args }: Request): Promise<Result<unknown>> {
  try {
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
    if (!handler) throw new StetError('internal', `There is no worker function “${name}”`)
    return { ok: true, value: await handler(...args) }
  } catch (thrown) {
    return { ok: false, error: toAppError(thrown) }
  }
}

/** Sends a message that nobody asked for, such as progress. */
export function emit(port: Port, event: unknown): void {
  port.postMessage({ event } satisfies Reply)
}

export interface Connection<H extends Handlers> {
  remote: Remote<H>
  /** Rejects all that is under way with this error, and everything asked from now on. */
  fail: (error: StetError) => void
}

/** The functions served at the other end of a port. Replies are matched by sequence number. */
export function connect<H extends Handlers>(
  port: Port,
  onEvent: (event: unknown) => void = () => {},
): Connection<H> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>()
  let sequence = 0
  let failure: StetError | null = null

  port.on('message', (reply: Reply) => {
    if ('event' in reply) return onEvent(reply.event)
    const caller = waiting.get(reply.sequence)
    waiting.delete(reply.sequence)
    try {
      caller?.resolve(unwrap(reply.result))
    } catch (error) {
      caller?.reject(error)
    }
  })

  const ask = (name: string, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (failure) return reject(failure)
      sequence += 1
      waiting.set(sequence, { resolve, reject })
      port.postMessage(
        { sequence, name, args },
        args.filter((argument) => argument instanceof MessagePort),
      )
    })

  const remote = new Proxy({} as Remote<H>, {
    get: (_target, name) => (name === 'then' ? undefined : (...args: unknown[]) => ask(String(name), args)),
  })
  const fail = (error: StetError): void => {
    failure ??= error
    for (const caller of waiting.values()) caller.reject(failure)
    waiting.clear()
  }
  return { remote, fail }
}

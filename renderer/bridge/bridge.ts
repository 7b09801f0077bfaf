import {
  eventNames,
  type AnswerOf,
  type ArgumentOf,
  type CallName,
  type Events,
} from '../../shared/ipc/contract.js'
import { unwrap, type Result } from '../../shared/ipc/result.js'

/** What the preload script offers. Nothing else in the window reads `window.stet`. */
interface Bridge {
  call: (name: string, argument: unknown) => Promise<Result<unknown>>
  openDropped: (files: File[]) => Promise<Result<unknown>>
  on: (listener: (name: string, event: unknown) => void) => () => void
  platform: string
}

declare global {
  interface Window {
    stet: Bridge
  }
}

export const isMac = window.stet.platform === 'darwin'

/** Asks the service; throws a StetError with a message for a person when it refuses. */
export async function ask<N extends CallName>(
  name: N,
  ...argument: ArgumentOf<N> extends undefined ? [] : [ArgumentOf<N>]
): Promise<AnswerOf<N>> {
  return unwrap(await window.stet.call(name, argument[0])) as AnswerOf<N>
}

/** Hands dropped files to the main process, which offers what it read of them with `import.offered`. */
export async function openDropped(files: File[]): Promise<void> {
  unwrap(await window.stet.openDropped(files))
}

type Listeners = { [N in keyof Events]?: (event: Events[N]) => void }

/** Calls the listener of each event as it comes; the answer stops that. */
export function listen(listeners: Listeners): () => void {
  return window.stet.on((name, event) => {
    if (!(eventNames as readonly string[]).includes(name)) return
    const listener = listeners[name as keyof Events] as ((event: unknown) => void) | undefined
    listener?.(event)
  })
}

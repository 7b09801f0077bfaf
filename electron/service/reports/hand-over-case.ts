import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { CasePorts, TextQuestions } from '../../workers/handed-case.js'
import { serve } from '../../workers/port-rpc.js'
import { readerIsReady } from '../../workers/port-stream.js'
import type { CaseSession } from '../cases/case-session.js'

export interface HandOver {
  /** How many of the newest acts of the log go with the case. */
  logEntries: number
  /** Whether the reader is to know what can be checked in the texts. */
  withCheckables: boolean
  /** Called when the reader has the whole case. */
  onSent?: () => void
}

/**
 * Hands the open case to a worker that makes something of it: from the worker that holds the file straight to the other,
 * in parts, so that it is not held here and nowhere twice. `read` gives the ports to the worker and answers what it made.
 * The case waits with what it is asked meanwhile only from when the reader has begun to read, whatever that did before.
 */
export async function handOverCase<T>(
  session: CaseSession,
  { logEntries, withCheckables, onSent }: HandOver,
  read: (...ports: CasePorts) => Promise<T>,
): Promise<T> {
  const parts = new MessageChannel()
  const texts = withCheckables ? new MessageChannel() : null
  const channels = texts ? [parts, texts] : [parts]
  const questions: TextQuestions = { checkables: (text) => session.checkablesOf(text) }
  if (texts) serve(texts.port2, questions)
  const reading = read(parts.port1, texts?.port1 ?? null).finally(() => {
    // What the worker did not take would be waited for.
    for (const { port1 } of channels) port1.close()
  })
  const [sent, made] = await Promise.allSettled([send(session, parts.port2, logEntries, onSent), reading])
  texts?.port2.close()
  // The reader that got no case only knows that it did not.
  if (sent.status === 'rejected') throw sent.reason
  if (made.status === 'rejected') throw made.reason
  return made.value
}

async function send(
  session: CaseSession,
  port: MessagePort,
  logEntries: number,
  onSent: () => void = () => {},
): Promise<void> {
  try {
    if (!(await readerIsReady(port))) return
    await session.read.sendCase(port, logEntries)
    onSent()
  } finally {
    // Where the case was not even begun to be sent, the reader would wait for it.
    port.close()
  }
}

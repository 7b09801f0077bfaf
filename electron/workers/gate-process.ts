import { openForReading } from '../../db/connection.js'
import { toAppError, type Result } from '../../shared/ipc/result.js'

/** What a process of Node or of Electron answers with; which of them it is, its starter knows. */
interface Answering {
  parentPort?: { postMessage: (message: unknown) => void }
  send?: (message: unknown) => void
}

/*
 * Run as a process of its own, which can be killed in the middle of anything: looks at the case file that its last argument
 * names as opening does, and answers once.
 */
const path = process.argv.at(-1) ?? ''
const { parentPort, send } = process as Answering
const result = lookedAt(path)
if (parentPort) parentPort.postMessage(result)
else send?.call(process, result)

function lookedAt(file: string): Result<null> {
  const binding = process.env['STET_SQLITE_BINDING']
  try {
    openForReading(file, binding ? { nativeBinding: binding } : {}).close()
    return { ok: true, value: null }
  } catch (thrown) {
    return { ok: false, error: toAppError(thrown) }
  }
}

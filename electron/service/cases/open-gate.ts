import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { StetError, unwrap, type Result } from '../../../shared/ipc/result.js'

/** A process that runs a built file with one argument: its one answer (null when it ends without), and its end. */
export interface StartedProcess {
  answer: Promise<unknown>
  kill: () => void
}

export type StartProcess = (file: URL, argument: string) => StartedProcess

/** Milliseconds; a case of 500 MB is looked at in about 5,000. */
const patience = 10_000

/**
 * Lets a file that may come from anyone be looked at in a process that is killed when it takes too long: nothing that is
 * in it can hold up or bring down the program. Throws what opening the file would ('foreign', 'newer', 'damaged', ...), and
 * 'damaged' when the process did not come to an end. A medium that only reads is left to the opening itself.
 */
export async function passGate(
  workers: URL,
  path: string,
  start: StartProcess,
  limit = patience,
): Promise<void> {
  const { answer, kill } = start(new URL('gate-process.cjs', workers), path)
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, limit, null)
  })
  try {
    const result = (await Promise.race([answer, tooLong])) as Result<null> | null
    if (!result) {
      throw new StetError(
        'damaged',
        `${path} could not be read within ${limit / 1000} seconds, or broke what read it. It is damaged or was made to do ` +
          'harm. Nothing was changed. Keep the file, and go on with a backup or an earlier copy.',
      )
    }
    if (!result.ok && result.error.kind !== 'io') unwrap(result)
  } finally {
    clearTimeout(timer)
    kill()
  }
}

/** A process of Node; an Electron that is packaged starts its own kind. */
export const startNodeProcess: StartProcess = (file, argument) => {
  const child = fork(fileURLToPath(file), [argument], { stdio: 'ignore' })
  const answer = new Promise((resolve) => {
    child.on('message', resolve)
    child.on('error', () => resolve(null))
    child.on('exit', () => resolve(null))
  })
  return { answer, kill: () => void child.kill('SIGKILL') }
}

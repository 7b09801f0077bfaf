import type { OpenCase } from '../../../shared/ipc/contract.js'
import type { DbHandlers } from '../../workers/db-handlers.js'
import type { Remote } from '../../workers/port-rpc.js'
import { startWorker, type WorkerClient } from '../../workers/start-worker.js'
import { holdCase } from './open-cases.js'

/** What a case says of itself, whoever looks at it. */
export type CaseState = Omit<OpenCase, 'view' | 'name'>

/** A case file that is being opened or made by a db-worker of its own. */
export interface BegunCase {
  readonly path: string
  readonly db: WorkerClient<DbHandlers>
  /** Resolves once it is open. Rejects as the worker did; by then the worker is gone and so is the note on the file. */
  readonly state: Promise<CaseState>
  /** Takes the note back that the file is open. */
  readonly release: () => void
  /** Sets what is done when the worker ends though nobody asked it to: whoever has the case does. */
  readonly whenLost: (told: () => void) => void
}

/** Throws 'locked' for a case that this process has open. */
export function beginCase(
  workers: URL,
  path: string,
  act: (remote: Remote<DbHandlers>) => Promise<void>,
): BegunCase {
  let release = holdCase(path)
  // By itself: whoever keeps a callback of the worker would keep all that was read of the case.
  let onLost = (): void => {}
  const db = startWorker<DbHandlers>(workers, 'db-worker', { onCrash: () => onLost() })
  const begin = async (): Promise<CaseState> => {
    // Asked for in one go: it is there without waiting for this thread in between.
    const done = act(db.remote)
    const state = readState(db.remote)
    try {
      await Promise.all([done, state])
      // A new case has become a file only now.
      release()
      release = holdCase(path)
      return await state
    } catch (error) {
      await db.stop()
      release()
      throw error
    }
  }
  return {
    path,
    db,
    state: begin(),
    release: () => release(),
    whenLost: (told) => void (onLost = told),
  }
}

/** Opens a case; `backups` is the folder for the backups of all cases. Throws 'locked' for one that this process has open. */
export function beginOpening(workers: URL, path: string, backups: string): BegunCase {
  return beginCase(workers, path, (remote) => remote.open(path, backups))
}

export async function readState(remote: Remote<DbHandlers>): Promise<CaseState> {
  const [info, records, drafts, undo] = await Promise.all([
    remote.info(),
    remote.records(),
    remote.drafts(),
    remote.undoState(),
  ])
  return { info, records, drafts, ...undo }
}

let ahead: BegunCase | undefined

/**
 * Opens the case that is about to be asked for, while what will ask is still being loaded. Nothing is told of one that cannot
 * be opened until somebody asks.
 */
export function openAhead(workers: URL, path: string, backups: string): void {
  ahead = beginOpening(workers, path, backups)
  ahead.state.catch(() => {})
  // Whoever asks for it opens it anew.
  ahead.whenLost(() => void endAhead())
}

/** The case that was opened ahead, for the first who asks for it. */
export function takeAhead(path: string): BegunCase | undefined {
  if (ahead?.path !== path) return undefined
  const taken = ahead
  ahead = undefined
  return taken
}

let ending: Promise<void> = Promise.resolve()

/** Closes the case that was opened ahead if nobody asked for it. Resolves once it is closed, whoever began that. */
export function endAhead(): Promise<void> {
  const left = ahead
  ahead = undefined
  if (left) ending = close(left)
  return ending
}

async function close({ state, db, release }: BegunCase): Promise<void> {
  await state.then(() => db.remote.close()).catch(() => {})
  await db.stop()
  release()
}

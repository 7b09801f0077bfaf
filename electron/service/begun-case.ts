import type { OpenCase } from '../../shared/ipc/contract.js'
import type { DbHandlers } from '../workers/db-handlers.js'
import type { Remote } from '../workers/port-rpc.js'
import { startWorker, type WorkerClient } from '../workers/start-worker.js'
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
  /** Called when the worker ends though nobody asked it to; whoever has the case sets it. */
  onLost: () => void
}

/** Throws 'locked' for a case that this process has open. */
export function beginCase(
  workers: URL,
  path: string,
  act: (remote: Remote<DbHandlers>) => Promise<void>,
): BegunCase {
  let release = holdCase(path)
  const db = startWorker<DbHandlers>(workers, 'db-worker', { onCrash: () => begun.onLost() })
  const acted = async (): Promise<CaseState> => {
    // Asked for in one go: it is there without waiting for this thread in between.
    const done = act(db.remote)
    const state = readState(db.remote)
    try {
      await Promise.all([done, state])
    } catch (error) {
      await db.stop()
      release()
      throw error
    }
    // A new case has become a file only now.
    release()
    release = holdCase(path)
    return state
  }
  const begun: BegunCase = { path, db, state: acted(), release: () => release(), onLost: () => {} }
  return begun
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

let ahead: BegunCase | null = null

/**
 * Opens the case that is about to be asked for, while what will ask is still being loaded. Nothing is told of one that cannot
 * be opened until somebody asks.
 */
export function openAhead(workers: URL, path: string, backups: string): void {
  ahead = beginOpening(workers, path, backups)
  ahead.state.catch(() => {})
}

/** The case that was opened ahead, for the first who asks for it. */
export function takeAhead(path: string): BegunCase | null {
  if (ahead?.path !== path) return null
  const taken = ahead
  ahead = null
  return taken
}

/** Closes the case that was opened ahead if nobody asked for it. */
export async function endAhead(): Promise<void> {
  const left = ahead
  ahead = null
  if (!left) return
  await left.state.then(() => left.db.remote.close()).catch(() => {})
  await left.db.stop()
  left.release()
}

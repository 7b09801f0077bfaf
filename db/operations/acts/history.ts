import type { UndoState } from '../../../shared/domain/case.js'
import { inverted, type Change } from '../../../shared/domain/change.js'
import type { TextDraft } from '../../../shared/domain/text-draft.js'

/** An act that was done (or done again), or one that was taken back, with the changes that this made. */
export interface Step {
  /** For a person: "Add claim". */
  readonly label: string
  readonly changes: readonly Change[]
  /** Unfinished corrections that the act brought into the case; they are no records, and go and come with it. */
  readonly drafts?: readonly TextDraft[]
}

/** What can be taken back and done again in a session, newest last. Never changed in place. */
export interface History {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
  /** The note that is being written: as long as nothing else comes between, writing goes on in the same step. */
  readonly openNote: string | null
}

export const emptyHistory: History = { done: [], undone: [], openNote: null }

/** After an act. `noteId` is the note that the act wrote; such acts in a row are one step. What was undone is gone. */
export function withAct(history: History, step: Step, noteId: string | null = null): History {
  const last = history.done.at(-1)
  const goesOn = last && noteId !== null && noteId === history.openNote
  const done = goesOn ? [...history.done.slice(0, -1), joined(last, step)] : [...history.done, step]
  return { done, undone: [], openNote: noteId }
}

/** After the newest act was taken back by `changes`. */
export function withUndone({ done, undone }: History, changes: readonly Change[]): History {
  const last = done.at(-1)
  if (!last) throw new RangeError('There is nothing to take back')
  return { done: done.slice(0, -1), undone: [...undone, { ...last, changes }], openNote: null }
}

/** After the act that was taken back last was done again by `changes`. */
export function withRedone({ done, undone }: History, changes: readonly Change[]): History {
  const last = undone.at(-1)
  if (!last) throw new RangeError('There is nothing to do again')
  return { done: [...done, { ...last, changes }], undone: undone.slice(0, -1), openNote: null }
}

export function undoStateOf({ done, undone }: History): UndoState {
  return { undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null }
}

/**
 * The changes that take `changes` back at the instant `at`. A source is never deleted: taking back its import, or doing
 * its removal again, marks it as removed at that instant.
 */
export function takenBack(changes: readonly Change[], at: string): Change[] {
  return inverted(changes).map((change) => {
    if (change.kind !== 'source' || !change.before || change.before.removedAt !== null) return change
    if (change.after === null) return { ...change, after: { ...change.before, removedAt: at } }
    return change.after.removedAt === null ? change : { ...change, after: { ...change.after, removedAt: at } }
  })
}

/** Two steps that wrote the same note, as one. */
function joined(earlier: Step, later: Step): Step {
  const before = earlier.changes[0]?.before ?? null
  return { label: earlier.label, changes: later.changes.map((change) => ({ ...change, before }) as Change) }
}

import type { Outcome, UndoState } from '../shared/domain/case.js'
import type { Change } from '../shared/domain/change.js'
import { caseTitleKey } from '../shared/domain/case-title.js'
import type { TextDraft } from '../shared/domain/text-draft.js'
import type { WritableDb } from './database.js'
import { applyChanges } from './operations/acts/apply-changes.js'
import {
  emptyHistory,
  takenBack,
  undoStateOf,
  withAct,
  withRedone,
  withUndone,
  type Step,
} from './operations/acts/history.js'
import { bringDrafts, dropDrafts } from './operations/merge/merge-drafts.js'
import type { Plan } from './operations/acts/plan.js'
import { caseInfo } from './operations/reading/read-case.js'
import { draftedTexts } from './tables/text-drafts.js'

/** What was done to a case since it was opened, to be taken back and done again. */
export class SessionActs {
  readonly #db: WritableDb
  #history = emptyHistory

  constructor(db: WritableDb) {
    this.#db = db
  }

  /** Takes in an act that is carried out, with what it comes to. `noteId` is the note that it wrote, if it wrote one. */
  done(plan: Plan, noteId: string | null = null): Outcome {
    if (plan.changes.length) this.#history = withAct(this.#history, plan, noteId)
    return this.#outcome(plan)
  }

  /** Takes the newest act back; null when there is none. */
  undo(actor: string, at: string): Outcome | null {
    const step = this.#history.done.at(-1)
    if (!step) return null
    const changes = this.#reverse(step, dropDrafts, { actor, at, action: `Undo: ${step.label}` })
    this.#history = withUndone(this.#history, changes)
    return this.#outcome({ ...step, changes })
  }

  /** Does again what was taken back last; null when there is nothing. */
  redo(actor: string, at: string): Outcome | null {
    const step = this.#history.undone.at(-1)
    if (!step) return null
    const changes = this.#reverse(step, bringDrafts, { actor, at, action: `Redo: ${step.label}` })
    this.#history = withRedone(this.#history, changes)
    return this.#outcome({ ...step, changes })
  }

  state(): UndoState {
    return undoStateOf(this.#history)
  }

  /** Takes back what a step changed last, in one transaction with its unfinished corrections. */
  #reverse(
    step: Step,
    moveDrafts: (db: WritableDb, drafts: readonly TextDraft[]) => void,
    act: { actor: string; at: string; action: string },
  ): Change[] {
    const changes = takenBack(step.changes, act.at)
    this.#db.transaction(() => {
      applyChanges(this.#db, changes, act)
      moveDrafts(this.#db, step.drafts ?? [])
    })
    return changes
  }

  /** What was done, with what of the case beside its records is another by it. */
  #outcome({ changes, drafts }: { changes: Change[]; drafts?: readonly TextDraft[] }): Outcome {
    const isRenamed = changes.some(({ kind, key }) => kind === 'preference' && key === caseTitleKey)
    const bearsOnDrafts = !!drafts?.length || changes.some(({ kind }) => kind === 'source')
    return {
      changes,
      ...this.state(),
      ...(isRenamed && { title: caseInfo(this.#db).title }),
      ...(bearsOnDrafts && { drafts: draftedTexts(this.#db).map(({ sourceId }) => sourceId) }),
    }
  }
}

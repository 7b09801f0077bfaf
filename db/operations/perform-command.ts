import type { Command, CommandName } from '../../shared/domain/command.js'
import { planAddClaim, planEditClaim, planRemoveClaim } from './plan-claim.js'
import { planAddEvidence, planEditEvidence, planRemoveEvidence } from './plan-evidence.js'
import { planAcceptFinding, planDismissFinding, planReopenFinding } from './plan-finding.js'
import { planRemoveNote, planWriteNote } from './plan-note.js'
import { planAddRelation, planRemoveRelation } from './plan-relation.js'
import { planEditSource, planRemoveSource } from './plan-source.js'
import type { WritableDb } from '../database.js'
import { applyChanges } from './apply-changes.js'
import type { Plan, Planning } from './plan.js'

type Planner<N extends CommandName> = (planning: Planning, command: Command & { do: N }) => Plan

const planners: { readonly [N in CommandName]: Planner<N> } = {
  'edit-source': planEditSource,
  'remove-source': planRemoveSource,
  'add-claim': planAddClaim,
  'edit-claim': planEditClaim,
  'remove-claim': planRemoveClaim,
  'write-note': planWriteNote,
  'remove-note': planRemoveNote,
  'add-evidence': planAddEvidence,
  'edit-evidence': planEditEvidence,
  'remove-evidence': planRemoveEvidence,
  'add-relation': planAddRelation,
  'remove-relation': planRemoveRelation,
  'accept-finding': planAcceptFinding,
  'dismiss-finding': planDismissFinding,
  'reopen-finding': planReopenFinding,
}

/**
 * Does what a command says and logs it, in one transaction; the plan that was carried out. A command that changes
 * nothing writes nothing. Throws 'not-found', 'conflict' or 'invalid', with nothing written.
 */
export function performCommand(db: WritableDb, command: Command, act: { at: string; actor: string }): Plan {
  return db.transaction(() => {
    const plan = planned({ db, ...act }, command)
    if (plan.changes.length) applyChanges(db, plan.changes, { ...act, action: plan.label })
    return plan
  })
}

function planned<N extends CommandName>(planning: Planning, command: Command & { do: N }): Plan {
  return (planners[command.do] as Planner<N>)(planning, command)
}

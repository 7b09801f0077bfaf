import type { Change } from '../../../shared/domain/change.js'
import type { Command, CommandName } from '../../../shared/domain/command.js'
import { planAssessClaim, planKeepVerdict, planRemoveAssessment } from './plan-assessment.js'
import { planAddClaim, planEditClaim, planEditClaims, planRemoveClaim } from './plan-claim.js'
import { planAddEvidence, planEditEvidence, planRemoveEvidence } from './plan-evidence.js'
import { planAcceptFinding, planDismissFinding, planReopenFinding } from './plan-finding.js'
import { planRemoveNote, planWriteNote } from './plan-note.js'
import { planMergeClaims, planMoveClaim, planSplitClaim } from './plan-passage.js'
import { planSetPreference } from './plan-preference.js'
import { planAddRelation, planRemoveRelation } from './plan-relation.js'
import { planRestoreClaim } from './plan-restore.js'
import {
  planAddPerson,
  planEditPerson,
  planEditRound,
  planOpenRound,
  planRemovePerson,
  planRemoveRound,
  planSign,
  planWithdrawSignOff,
} from './plan-review.js'
import { planEditSource, planRemoveSource } from './plan-source.js'
import { planSetVerdictScale } from './plan-verdict-scale.js'
import type { WritableDb } from '../../database.js'
import { applyChanges, applyWriting } from './apply-changes.js'
import { withStaleClaims } from '../signing/mark-stale.js'
import { settleWriting } from './note-burst.js'
import type { Plan, Planning } from './plan.js'

type Planner<N extends CommandName> = (planning: Planning, command: Command & { do: N }) => Plan

const planners: { readonly [N in CommandName]: Planner<N> } = {
  'edit-source': planEditSource,
  'remove-source': planRemoveSource,
  'add-claim': planAddClaim,
  'edit-claim': planEditClaim,
  'edit-claims': planEditClaims,
  'remove-claim': planRemoveClaim,
  'move-claim': planMoveClaim,
  'split-claim': planSplitClaim,
  'merge-claims': planMergeClaims,
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
  'add-person': planAddPerson,
  'edit-person': planEditPerson,
  'remove-person': planRemovePerson,
  'open-round': planOpenRound,
  'edit-round': planEditRound,
  'remove-round': planRemoveRound,
  'assess-claim': planAssessClaim,
  'remove-assessment': planRemoveAssessment,
  'keep-verdict': planKeepVerdict,
  sign: planSign,
  'withdraw-sign-off': planWithdrawSignOff,
  'set-preference': planSetPreference,
  'set-verdict-scale': planSetVerdictScale,
  'restore-claim': planRestoreClaim,
}

/**
 * Does what a command says and logs it, in one transaction; the plan that was carried out. A command that changes
 * nothing writes nothing. Throws 'not-found', 'conflict' or 'invalid', with nothing written.
 */
export function performCommand(db: WritableDb, command: Command, act: { at: string; actor: string }): Plan {
  return db.transaction(() => {
    const planning = { db, ...act }
    if (command.do !== 'write-note') settleWriting(db)
    const plan = withStaleClaims(planning, planned(planning, command))
    const logged = { ...act, action: plan.label }
    const writing = command.do === 'write-note' ? writtenNote(plan.changes) : null
    if (writing) applyWriting(db, writing, logged)
    else if (plan.changes.length) applyChanges(db, plan.changes, logged)
    return plan
  })
}

/** The note, when its writing is all that the changes are. */
export function writtenNote(changes: readonly Change[]): (Change & { kind: 'note' }) | null {
  const [change, ...others] = changes
  return change?.kind === 'note' && others.length === 0 ? change : null
}

function planned<N extends CommandName>(planning: Planning, command: Command & { do: N }): Plan {
  return (planners[command.do] as Planner<N>)(planning, command)
}

import { hasBothPassages, showBothPassages } from '../texts/both-passages.js'
import { runChecks } from '../case/case-actions.js'
import * as claims from '../claims/claim-actions.js'
import { focusOn, placeNamed } from '../focus.js'
import { selectForCitation } from '../claims/evidence-actions.js'
import { toggleHold } from '../claims/held-claim.js'
import { mergeWithNext } from '../claims/join-claims.js'
import { linkActiveClaim, openLinkDialog } from '../claims/relation-actions.js'
import { agreeWithActive, signActive } from '../review/review-actions.js'
import { getState, setState } from '../store.js'
import { verdictAt } from '../claims/verdict-scale.js'
import * as triage from '../findings/triage-session.js'
import { hasInspector } from '../view-state.js'
import { aCase, aClaim, aText, noCorrection, type Action, type Need } from './command.js'

const inTriage = (): boolean => getState().view.centre === 'triage'

const aFindingToAnswer: Need = {
  holds: () => {
    const { view, records } = getState()
    if (inTriage()) return triage.isTriaging()
    if (!hasInspector(view.centre)) return false
    return view.fingerprint !== null && !records.decision.has(view.fingerprint)
  },
  otherwise: 'No unanswered finding is shown',
}
const theTriage: Need = {
  holds: () => inTriage() && triage.isTriaging(),
  otherwise: 'The triage is not shown',
}
const twoPassages: Need = {
  holds: () => inTriage() && triage.canRelate(),
  otherwise: 'The triage shows no finding with two passages',
}

function stepOn(by: 1 | -1): void {
  if (inTriage()) triage.stepTriage(by)
  else claims.step(by)
}

/** @param place of the verdict in the scale of the case, from 1. */
const judging = (place: number): Action => ({
  needs: [
    aClaim,
    {
      holds: () => verdictAt(place) !== undefined,
      otherwise: `The scale of this case has no verdict ${place}`,
    },
  ],
  run: () => claims.toggleVerdict(verdictAt(place)!.id),
})

/** Has the bar beside the selection ask what the passage does to the claim. */
function askForStance(): void {
  if (selectForCitation()) queueMicrotask(() => placeNamed('cite')?.click())
}

export const claimActions = {
  highlight: { needs: [aText, noCorrection], run: () => void claims.highlight() },
  'verdict-1': judging(1),
  'verdict-2': judging(2),
  'verdict-3': judging(3),
  'verdict-4': judging(4),
  'verdict-5': judging(5),
  'verdict-6': judging(6),
  'verdict-7': judging(7),
  'verdict-8': judging(8),
  'verdict-9': judging(9),
  'focus-note': { needs: [aClaim], run: () => focusOn('note') },
  'add-evidence': { needs: [aClaim], run: () => placeNamed('evidence')?.click() },
  'cite-evidence': { needs: [aClaim, aText, noCorrection], run: askForStance },
  'focus-correction': { needs: [aClaim], run: () => focusOn('correction') },
  'move-claim': { needs: [aClaim, aText, noCorrection], run: () => void claims.moveActiveClaim() },
  'split-claim': { needs: [aClaim, aText, noCorrection], run: () => void claims.splitActiveClaim() },
  'merge-claims': { needs: [aClaim, noCorrection], run: () => void mergeWithNext() },
  'link-claim': { needs: [aClaim], run: linkActiveClaim },
  'find-link': { needs: [aClaim], run: () => openLinkDialog(getState().view.claimId!) },
  'relation-map': { needs: [aCase], run: () => setState({ dialog: 'relation-map' }) },
  'hold-claim': { needs: [aClaim], run: toggleHold },
  'agree-claim': { needs: [aClaim], run: () => void agreeWithActive() },
  'differ-claim': { needs: [aClaim], run: () => placeNamed('differ')?.click() },
  'sign-claim': { needs: [aClaim], run: () => void signActive() },
  'remove-claim': { needs: [aClaim], run: () => void claims.removeActiveClaim() },
} satisfies Record<string, Action>

export const findingActions = {
  'accept-finding': {
    needs: [aFindingToAnswer],
    run: () => void (inTriage() ? triage.acceptShown() : claims.acceptActiveFinding()),
  },
  'accept-same': { needs: [twoPassages], run: () => void triage.acceptShown('same-as') },
  'accept-contradicts': { needs: [twoPassages], run: () => void triage.acceptShown('contradicts') },
  'put-off-finding': { needs: [theTriage], run: triage.putOffShown },
  'dismiss-finding': {
    needs: [aFindingToAnswer],
    run: () => (inTriage() ? triage.dismissShown() : setState({ dialog: 'dismiss' })),
  },
  next: { needs: [aCase], run: () => stepOn(1) },
  previous: { needs: [aCase], run: () => stepOn(-1) },
  'both-passages': {
    needs: [
      {
        holds: hasBothPassages,
        otherwise: 'Neither a finding with two passages is open, nor a linked claim',
      },
    ],
    run: showBothPassages,
  },
  'run-checks': { needs: [aCase], run: () => void runChecks() },
  'check-settings': { needs: [aCase], run: () => setState({ dialog: 'checks' }) },
} satisfies Record<string, Action>

import type { ViewState } from '../../../shared/domain/preferences.js'
import { getState, type State } from '../store.js'
import { announce, tell } from '../toasts.js'
import { setView } from '../view-state.js'

/** Whether the claim in the inspector stays there whatever else is opened or clicked. */
export function isHeld({ view }: Pick<State, 'view'> = getState()): boolean {
  return view.claimId !== null && view.claimId === view.heldClaimId
}

/** Holds the claim that is shown, or lets it go. */
export function toggleHold(): void {
  const { claimId } = getState().view
  if (claimId === null) return
  if (isHeld()) return letClaimGo()
  setView({ heldClaimId: claimId })
  announce('The claim is held: it stays open while you read elsewhere.')
}

export function letClaimGo(): void {
  setView({ heldClaimId: null })
  announce('The claim is let go.')
}

/** The part of the view that shows a claim or a finding in the inspector; nothing of it while another claim is held there. */
export function inspecting({
  claimId,
  fingerprint,
}: Pick<ViewState, 'claimId' | 'fingerprint'>): Partial<ViewState> {
  return isHeld() ? {} : { claimId, fingerprint, heldClaimId: null }
}

/** Whether a claim cannot be shown in the inspector because another is held there. */
export function isHeldBack(claimId: string | null): boolean {
  return isHeld() && getState().view.claimId !== claimId
}

/** Says that something was not shown in the inspector, and how to show it all the same. */
export function tellHeldBack(show: () => void): void {
  const run = (): void => {
    letClaimGo()
    show()
  }
  tell('Another claim is held in the inspector.', { label: 'Show this one', run })
}

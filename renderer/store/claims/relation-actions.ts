import type { ClaimId, RelationId } from '../../../shared/domain/ids.js'
import { isSymmetric, relationType, type RelationType } from '../../../shared/domain/relation.js'
import { inTurn, perform, takeBack } from '../case/case-actions.js'
import { relationsOf } from '../selections.js'
import { getState, setState } from '../store.js'
import { announce, tell } from '../toasts.js'

/** How one claim is related to another, read from the first: `isBack` when the second is where the relation begins. */
export interface LinkWords {
  type: RelationType
  isBack: boolean
}

/**
 * The first time marks the open claim as the start of a link; with another claim open, the second time asks how the two
 * are related. On the marked claim itself it takes the mark away.
 */
export function linkActiveClaim(): void {
  const { view, link, records } = getState()
  const here = view.claimId
  if (here === null || !records.claim.has(here)) return
  const from = link && records.claim.has(link.from) ? link.from : null
  if (from === here) return cancelLink()
  if (from) return setState({ link: { from, to: here }, dialog: 'link' })
  setState({ link: { from: here, to: null } })
  announce('A link begins at this claim. Go to the other claim and link again.')
}

/** Asks which claim the open one is to be linked to, and how. */
export function openLinkDialog(from: string): void {
  setState({ link: { from, to: null }, dialog: 'link' })
}

/** Chooses the other claim of the link that is being made; null chooses anew. */
export function chooseLinked(to: string | null): void {
  setState(({ link }) => ({ link: link && { ...link, to } }))
}

export function cancelLink(): void {
  setState(({ dialog }) => ({ link: null, dialog: dialog === 'link' ? null : dialog }))
}

/** Relates the two claims of the link that is being made, and says so. */
export function finishLink({ type, isBack }: LinkWords): Promise<void> {
  const { link } = getState()
  cancelLink()
  return inTurn(async () => {
    if (!link?.to) return
    const [from, to] = (isBack ? [link.to, link.from] : [link.from, link.to]) as [ClaimId, ClaimId]
    if (isRelated(from, to, type)) return tell('The two claims are linked so already.')
    const id = crypto.randomUUID() as RelationId
    const done = await perform({ do: 'add-relation', id, fromClaimId: from, toClaimId: to, type })
    if (done) tell(`Linked: ${relationType(type).forth}.`, takeBack)
  })
}

/** Whether one claim is related so to another; for a type that reads the same from either end, in either direction. */
export function isRelated(from: string, to: string, type: RelationType): boolean {
  return relationsOf(getState().records, from).some(
    (one) =>
      one.type === type &&
      ((one.fromClaimId === from && one.toClaimId === to) ||
        (isSymmetric(type) && one.fromClaimId === to && one.toClaimId === from)),
  )
}

export function removeRelation(id: RelationId): void {
  void perform({ do: 'remove-relation', id })
}

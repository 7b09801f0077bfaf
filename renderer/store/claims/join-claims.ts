import type { Change } from '../../../shared/domain/change.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { ClaimId } from '../../../shared/domain/ids.js'
import { confidences, labelOf } from '../../../shared/domain/verdicts.js'
import { inTurn, perform, takeBack } from '../case/case-actions.js'
import { keepFocus } from '../focus.js'
import { standingClaimsOf } from '../selections.js'
import { getState } from '../store.js'
import { tell } from '../toasts.js'
import { verdictName } from './verdict-scale.js'

/** Joins the active claim with the one after it in the same text. */
export function mergeWithNext(): Promise<void> {
  return inTurn(async () => {
    const { view, records } = getState()
    const claim = view.claimId && records.claim.get(view.claimId)
    if (!claim) return
    const standing = standingClaimsOf(records, claim.sourceId)
    const next = standing[standing.findIndex(({ id }) => id === claim.id) + 1]
    if (!next) return tell('There is no claim after this one in its text.')
    await join(claim.id, next.id)
  })
}

/** Joins another claim of the same text into a claim. */
export function joinClaims(id: ClaimId, other: ClaimId): Promise<void> {
  return inTurn(() => join(id, other))
}

async function join(id: ClaimId, other: ClaimId): Promise<void> {
  const done = await perform({ do: 'merge-claims', id, others: [other] })
  if (!done) return
  const left = leftOut(done.changes)
  tell(left ? `Claims merged. Left out: ${left}.` : 'Claims merged.', takeBack)
  keepFocus()
}

/** What joining claims left out of what they said, in words; empty when it left out nothing. */
function leftOut(changes: readonly Change[]): string {
  const claims = changes.filter((change) => change.kind === 'claim')
  const joined = claims.find(({ after }) => after !== null)?.after
  // The one that stays too: where it had no verdict, it gave its confidence and wording up for another's.
  const said = claims.flatMap(({ before }) => before ?? [])
  if (!joined) return ''
  const count = (kind: Change['kind'], one: string): string[] => {
    const found = changes.filter((change) => change.kind === kind && change.after === null).length
    return found === 0 ? [] : [found === 1 ? `one ${one}` : `${found} ${one}s`]
  }
  return [
    ...said.flatMap((claim) => differing(claim, joined)),
    ...count('assessment', 'assessment'),
    ...count('sign-off', 'sign-off'),
  ].join(', ')
}

/** What a claim said otherwise than the one that came of the joining. */
function differing(claim: Claim, joined: Claim): string[] {
  const said = <K extends keyof Claim>(
    field: K,
    words: (value: NonNullable<Claim[K]>) => string,
  ): string[] => {
    const value = claim[field]
    return value === null || value === undefined || value === joined[field] ? [] : [words(value)]
  }
  return [
    ...said('verdict', (verdict) => `the verdict “${verdictName(verdict)}”`),
    ...said('confidence', (confidence) => `the ${labelOf(confidences, confidence).toLowerCase()} confidence`),
    ...said('correction', (wording) => `the wording “${wording}”`),
    ...said('claimant', (claimant) => `the claimant ${claimant}`),
    ...said('eventDate', (date) => `the event date ${date}`),
  ]
}

import { create } from 'zustand'
import { acceptedClaimIds } from '../../../shared/checks/accepted-claims.js'
import type { Finding } from '../../../shared/domain/finding.js'
import type { ClaimId, RelationId } from '../../../shared/domain/ids.js'
import { inTurn, perform, undo } from '../case/case-actions.js'
import { inspecting } from '../claims/held-claim.js'
import { setState, getState, useStore } from '../store.js'
import { announce } from '../toasts.js'
import {
  everything,
  neighbourOf,
  shownFinding,
  triageQueue,
  type TriageFilter,
  type TriageQueue,
} from './triage.js'
import { setView } from '../view-state.js'

/** Where a person is in going through the findings; it is kept while the case is open. */
export interface TriageSession {
  filter: TriageFilter
  /** The finding that was asked for last; once it is answered, the next one is shown. */
  asked: string | null
  /** What was put off, in that order. */
  later: readonly string[]
  /** What was done last, for a person, and whether it was putting a finding off, which the case knows nothing of. */
  last: { saying: string; putOff: string | null } | null
}

const start: TriageSession = { filter: everything, asked: null, later: [], last: null }

export const useTriage = create<TriageSession>()(() => start)

const remember = useTriage.setState

useStore.subscribe((now, before) => {
  const isOther = now.open?.info.id !== before.open?.info.id
  if (isOther) remember(start)
  if (now.view.centre === 'triage' && (isOther || before.view.centre !== 'triage'))
    beginAt(now.view.fingerprint)
  if (!isOther && now.records.decision !== before.records.decision) followReopened(before.records.decision)
})

/** Begins with the finding that the window is about as the triage comes, by whichever way; else where it was left. */
function beginAt(fingerprint: string | null): void {
  if (fingerprint !== null) showInTriage(fingerprint)
}

/** Goes back to a finding whose answer was taken back. */
function followReopened(before: ReadonlyMap<string, unknown>): void {
  const { decision, finding } = getState().records
  const reopened = [...before.keys()].find((key) => !decision.has(key) && finding.has(key))
  if (reopened) remember({ asked: reopened, last: null })
}

/** What is gone through, and the finding that is shown of it. */
export function triageNow(): TriageQueue & { shown: Finding | null } {
  const { filter, later, asked } = useTriage.getState()
  const queue = triageQueue(getState().records, filter, later)
  return { ...queue, shown: shownFinding(queue, asked, later) }
}

/** Whether there is a finding to answer. */
export const isTriaging = (): boolean => triageNow().shown !== null

/** Whether the shown finding has two passages that a relation can be drawn between. */
export const canRelate = (): boolean => (triageNow().shown?.spans.length ?? 0) > 1

export function setTriageFilter(patch: Partial<TriageFilter>): void {
  remember(({ filter }) => ({ filter: { ...filter, ...patch } }))
}

/** Shows a finding, and makes it the one that the window is about. */
export function showInTriage(fingerprint: string): void {
  remember({ asked: fingerprint })
}

/**
 * The finding that is shown is also the one that the margin and the inspector are about, unless a claim is held there. It
 * stays shown when findings come in before it, as they do while the checks run.
 */
export function followInWindow(fingerprint: string | null): void {
  if (fingerprint && useTriage.getState().asked !== fingerprint) remember({ asked: fingerprint })
  setState({ lastFingerprint: fingerprint })
  if (getState().view.fingerprint !== fingerprint) setView(inspecting({ fingerprint, claimId: null }))
}

/** Goes to the next (1) or previous (-1) open finding. */
export function stepTriage(by: 1 | -1): void {
  const { shown, ...queue } = triageNow()
  const next = neighbourOf(queue, shown?.fingerprint ?? null, by)
  if (next) showInTriage(next.fingerprint)
}

/**
 * Accepts the finding that is shown when this is asked: claims of its passages, and a relation between them, which is
 * the one it suggests unless another is given.
 */
export function acceptShown(relation?: 'same-as' | 'contradicts'): Promise<void> {
  const { shown } = triageNow()
  return inTurn(async () => {
    if (!shown || getState().records.decision.has(shown.fingerprint)) return
    if (relation && shown.spans.length < 2)
      return announce('The finding has one passage only: nothing to relate.')
    remember({ asked: shown.fingerprint })
    const done = await perform({
      do: 'accept-finding',
      fingerprint: shown.fingerprint,
      claimIds: acceptedClaimIds(
        shown,
        (id) => getState().records.claim.has(id),
        () => crypto.randomUUID() as ClaimId,
      ),
      relationIds: shown.spans.slice(1).map(() => crypto.randomUUID() as RelationId),
      ...(relation ? { relation } : {}),
    })
    if (!done) return
    const made = done.changes.filter(({ kind, before }) => kind === 'claim' && !before).length
    const type = relation ?? (shown.spans.length > 1 ? shown.suggests : null)
    const related = type ? (type === 'same-as' ? ', linked as the same' : ', linked as contradicting') : ''
    say(`Accepted: ${made === 1 ? 'one claim' : `${made} claims`} made${related}.`)
  })
}

/** Asks why the shown finding is let go. */
export function dismissShown(): void {
  const { shown } = triageNow()
  if (!shown) return
  remember({ asked: shown.fingerprint, last: null })
  followInWindow(shown.fingerprint)
  setState({ dialog: 'dismiss' })
}

/** Puts the shown finding behind the others until the case is closed. */
export function putOffShown(): void {
  const { shown, open, ...queue } = triageNow()
  if (!shown) return
  const { fingerprint } = shown
  const { later } = useTriage.getState()
  const isLast = !later.includes(fingerprint) && open.length - queue.later === 1
  const next = isLast ? null : neighbourOf({ open }, fingerprint, 1)
  remember({
    later: [...later.filter((one) => one !== fingerprint), fingerprint],
    asked: next?.fingerprint ?? null,
  })
  say('Put off: it comes again behind the others.', fingerprint)
}

/** Takes back what was done last: putting a finding off, or else the last act on the case. */
export async function undoTriage(): Promise<void> {
  const putOff = useTriage.getState().last?.putOff
  if (!putOff) return void (await undo())
  remember(({ later }) => ({ later: later.filter((one) => one !== putOff), asked: putOff, last: null }))
  announce('Undone: put off')
}

function say(saying: string, putOff: string | null = null): void {
  remember({ last: { saying, putOff } })
  announce(saying)
}

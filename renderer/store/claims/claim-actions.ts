import { acceptedClaimIds } from '../../../shared/checks/accepted-claims.js'
import type { Claim, ClaimFields } from '../../../shared/domain/claim.js'
import type { Finding } from '../../../shared/domain/finding.js'
import type { ClaimId, NoteId, RelationId, SourceId } from '../../../shared/domain/ids.js'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import { inTurn, perform, takeBack } from '../case/case-actions.js'
import { leaveDialog } from '../closing.js'
import { findingToAnswer } from '../findings/finding-to-answer.js'
import { isHeld } from './held-claim.js'
import { claimsInOrder, findingsInOrder, standingClaimsOf } from '../selections.js'
import { getState, setState } from '../store.js'
import { keepFocus } from '../focus.js'
import { textPlace } from '../texts/text-place.js'
import { announce, tell } from '../toasts.js'
import { showClaim, showFinding } from '../view-actions.js'
import { verdictName } from './verdict-scale.js'

const newId = <Id extends string>(): Id => crypto.randomUUID() as Id

/** Makes a claim of the selection or the sentence at the caret, and shows it. The same range twice shows the claim. */
export async function highlight(): Promise<void> {
  const place = textPlace()
  const range = place?.view.passage()
  if (!range) return tell('Select a passage first, or put the caret into a sentence.')
  await inTurn(() => highlightRange(place!.sourceId, range))
}

async function highlightRange(
  sourceId: SourceId,
  { start, end }: { start: number; end: number },
): Promise<void> {
  const same = standingClaimsOf(getState().records, sourceId).find(
    ({ selector }) => selector.start === start && selector.end === end,
  )
  if (same) return showClaim(same.id)
  const id = newId<ClaimId>()
  const done = await perform({ do: 'add-claim', id, sourceId, start, end, fields: {} })
  if (!done) return
  setState({ selection: null })
  showClaim(id)
}

/** Gives a claim another passage of its text; a handle of it was dragged, or its edge moved by key. */
export async function resizeClaim(id: string, start: number, end: number): Promise<void> {
  const range = { start, end }
  setState(({ moving }) => ({ moving: new Map(moving).set(id, range) }))
  await perform({ do: 'move-claim', id: id as ClaimId, ...range })
  if (getState().moving.get(id) !== range) return
  const moving = new Map(getState().moving)
  moving.delete(id)
  setState({ moving })
}

/** Sets the active claim on the selected passage; this is also how a claim that lost its place is attached again. */
export function moveActiveClaim(): Promise<void> {
  return inTurn(async () => {
    const claim = activeClaim()
    const place = textPlace()
    const range = place?.view.passage()
    if (!claim || !range) return tell('Select the passage where the claim should stand.')
    if (place?.sourceId !== claim.sourceId)
      return tell('The claim belongs to another text. Select a passage there.')
    const done = await perform({ do: 'move-claim', id: claim.id, ...range })
    if (done) showClaim(claim.id)
  })
}

/** Attaches a claim to a passage that was found for it. */
export function attachClaim(id: ClaimId, { start, end }: { start: number; end: number }): Promise<void> {
  return inTurn(async () => {
    const done = await perform({ do: 'move-claim', id, start, end })
    if (done) showClaim(id)
  })
}

/** Cuts the active claim in two at the caret, and shows the second half. */
export function splitActiveClaim(): Promise<void> {
  return inTurn(async () => {
    const claim = activeClaim()
    const at = textPlace()?.view.selection().start
    if (!claim || at === undefined) return
    const id = newId<ClaimId>()
    const done = await perform({ do: 'split-claim', id: claim.id, newId: id, at })
    if (!done) return
    showClaim(id)
    tell('Claim split.', takeBack)
  })
}

function activeClaim(): Claim | null {
  const { view, records } = getState()
  return (view.claimId && records.claim.get(view.claimId)) || null
}

/** Answers whether it was kept. */
export async function editClaim(id: ClaimId, fields: Partial<ClaimFields>): Promise<boolean> {
  return Boolean(await perform({ do: 'edit-claim', id, fields }))
}

/** Sets the verdict of the active claim; the same one again takes it back. A first verdict makes the claim checked. */
export function toggleVerdict(verdict: Verdict): void {
  const { view, records } = getState()
  const claim = view.claimId ? records.claim.get(view.claimId) : null
  if (!claim) return
  const early = claim.status === 'unchecked' || claim.status === 'in-progress'
  const next = claim.verdict === verdict ? null : verdict
  announce(`Verdict: ${verdictName(next)}`)
  if (next === null) void editClaim(claim.id, { verdict: null })
  else void editClaim(claim.id, { verdict, ...(early ? { status: 'checked' } : {}) })
}

/** Makes a claim again what it was after an entry of the log, as an act that can be undone. */
export function restoreClaim(id: ClaimId, sequence: number): void {
  void perform({ do: 'restore-claim', id, sequence })
}

export function removeActiveClaim(): Promise<void> {
  return inTurn(removeShownClaim)
}

async function removeShownClaim(): Promise<void> {
  const { view, records } = getState()
  if (!view.claimId || !records.claim.has(view.claimId)) return
  const done = await perform({ do: 'remove-claim', id: view.claimId as ClaimId })
  if (done) tell('Claim removed.', takeBack)
}

/** Writes a note; a new one gets its id from whoever holds the editor. Answers whether it was kept. */
export async function writeNote(
  id: NoteId,
  claimId: ClaimId,
  body: unknown,
  visibility: 'internal' | 'public',
): Promise<boolean> {
  return Boolean(await perform({ do: 'write-note', id, claimId, body, visibility }))
}

/** Answers whether it was done. */
export async function removeNote(id: NoteId): Promise<boolean> {
  return Boolean(await perform({ do: 'remove-note', id }))
}

export function newNoteId(): NoteId {
  return newId<NoteId>()
}

/** Makes claims of the active finding's passages, with a relation, and shows the first of them. */
export function acceptActiveFinding(): Promise<void> {
  return inTurn(acceptShownFinding)
}

async function acceptShownFinding(): Promise<void> {
  const { view, records } = getState()
  const finding = view.fingerprint ? records.finding.get(view.fingerprint) : null
  if (!finding || records.decision.has(finding.fingerprint)) return
  const done = await perform({
    do: 'accept-finding',
    fingerprint: finding.fingerprint,
    claimIds: acceptedClaimIds(finding, (id) => records.claim.has(id), newId<ClaimId>),
    relationIds: finding.spans.slice(1).map(() => newId<RelationId>()),
  })
  if (!done) return
  const made = done.changes.filter((change) => change.kind === 'claim' && !change.before).length
  tell(made === 1 ? 'Accepted: one claim made.' : `Accepted: ${made} claims made.`, takeBack)
  const [span] = finding.spans
  const first =
    span &&
    standingClaimsOf(getState().records, span.source).find(
      ({ selector }) => selector.start === span.start && selector.end === span.end,
    )
  if (first) showClaim(first.id)
  keepFocus()
}

export async function dismissActiveFinding(reason: string): Promise<void> {
  const { view } = getState()
  const finding = findingToAnswer(getState())
  if (!finding) return
  const done = await perform({ do: 'dismiss-finding', fingerprint: finding.fingerprint, reason })
  if (!done) return
  leaveDialog('dismiss')
  tell('Finding dismissed.', takeBack)
  // The triage goes on by itself.
  const next = view.centre === 'triage' ? undefined : nextOpenFinding(1)
  if (next) showFinding(next.fingerprint)
  keepFocus()
}

export function reopenFinding(fingerprint: string): void {
  void perform({ do: 'reopen-finding', fingerprint })
}

/**
 * Goes to the next (1) or previous (-1) open finding while findings are shown or listed, else claim; without any claims to
 * the findings as well. After a finding was accepted or dismissed it goes on from there.
 */
export function step(by: 1 | -1): void {
  const { view } = getState()
  const areFindings = view.fingerprint !== null || view.leftTab === 'findings'
  const claim = areFindings ? undefined : nextClaim(by)
  const finding = claim ? undefined : nextOpenFinding(by)
  if (claim) showClaim(claim.id)
  else if (finding) showFinding(finding.fingerprint)
  else tell(areFindings ? 'No open findings are left.' : 'There are no claims and no open findings yet.')
  keepFocus()
}

/** The claim beside the open one in reading order, or beside the one gone to while another is held; round at the ends. */
function nextClaim(by: 1 | -1): Claim | undefined {
  const { view, records } = getState()
  const from = isHeld() ? (claimJumpedTo() ?? view.claimId) : view.claimId
  return neighbour(claimsInOrder(records), from, by, ({ id }) => id)
}

/** The claim whose passage was gone to last: while one is held, going through the claims goes on from there. */
function claimJumpedTo(): string | null {
  const { jump, records } = getState()
  if (!jump) return null
  const isThere = ({ selector }: Claim): boolean => selector.start === jump.start && selector.end === jump.end
  return standingClaimsOf(records, jump.source).find(isThere)?.id ?? null
}

/** The open finding beside the one that was shown last, going round at the ends. */
function nextOpenFinding(by: 1 | -1): Finding | undefined {
  const { view, records, lastFingerprint } = getState()
  const current = view.fingerprint ?? lastFingerprint
  const isCandidate = ({ fingerprint }: Finding): boolean =>
    fingerprint === current || !records.decision.has(fingerprint)
  const next = neighbour(
    findingsInOrder(records).filter(isCandidate),
    current,
    by,
    ({ fingerprint }) => fingerprint,
  )
  return next && !records.decision.has(next.fingerprint) ? next : undefined
}

/** The entry beside the one with this key, going round at the ends; the first (or last) when there is no such one. */
function neighbour<T>(
  list: readonly T[],
  key: string | null,
  by: 1 | -1,
  keyOf: (entry: T) => string,
): T | undefined {
  const at = list.findIndex((entry) => keyOf(entry) === key)
  if (at < 0) return by === 1 ? list[0] : list.at(-1)
  return list[(at + by + list.length) % list.length]
}

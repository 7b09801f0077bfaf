import type { CaretReport } from '../editor/selection-reports.js'
import { excerpt } from '../components/excerpt.js'
import { isOrphan, type Claim } from '../../shared/domain/claim.js'
import type { ViewState, Preferences } from '../../shared/domain/preferences.js'
import type { SearchHit } from '../../shared/domain/search.js'
import { ask } from '../bridge/bridge.js'
import { inspecting, isHeld, isHeldBack, tellHeldBack } from './claims/held-claim.js'
import { getState, setState } from './store.js'
import { jumpTo, rememberPlace, shownSource, showSource } from './texts/shown-texts.js'
import { announce, tellError } from './toasts.js'
import { setView } from './view-state.js'
import { verdictName } from './claims/verdict-scale.js'

/** Shows one of the views in the middle of the window. */
export function showCentre(centre: ViewState['centre']): void {
  setView({ centre })
}

/** Shows a claim in the inspector alone: what is in the middle of the window stays. */
export function inspectClaim(claimId: string): void {
  if (!getState().records.claim.has(claimId)) return
  if (isHeldBack(claimId)) return tellHeldBack(() => inspectClaim(claimId))
  setView(inspecting({ claimId, fingerprint: null }))
}

/** Shows a finding in the inspector alone. */
export function inspectFinding(fingerprint: string): void {
  if (!getState().records.finding.has(fingerprint)) return
  setState({ lastFingerprint: fingerprint })
  if (isHeld()) return tellHeldBack(() => inspectFinding(fingerprint))
  setView(inspecting({ fingerprint, claimId: null }))
}

export function showTab(leftTab: ViewState['leftTab']): void {
  setView({ leftTab })
}

/** Shows a claim in its text and in the inspector; while another is held there, in its text alone. */
export function showClaim(claimId: string): void {
  const claim = getState().records.claim.get(claimId)
  if (!claim) return
  if (isHeldBack(claimId)) {
    showPassageOf(claim)
    return tellHeldBack(() => showClaim(claimId))
  }
  rememberPlace()
  setView({ centre: 'text', ...inspecting({ claimId, fingerprint: null }) })
  announce(`Claim: ${claim.selector.exact}. ${verdictName(claim.verdict)}`)
  void showSource(claim.sourceId)
}

/** Brings a claim's passage into view, or the text that it has lost its place in. */
function showPassageOf(claim: Claim): void {
  const { sourceId, selector } = claim
  const source = getState().records.source.get(sourceId)
  if (!source) return
  if (!isOrphan(claim, source)) return jumpTo({ source: sourceId, start: selector.start, end: selector.end })
  rememberPlace()
  setView({ centre: 'text' })
  void showSource(sourceId)
}

/** Shows a finding: its passage in the shown source if it has one there, else its first. */
export function showFinding(fingerprint: string, spanIndex?: number): void {
  const { records } = getState()
  const finding = records.finding.get(fingerprint)
  if (!finding) return
  const shown = shownSource(getState())
  const here = finding.spans.find(({ source }) => source === shown)
  const span = spanIndex === undefined ? (here ?? finding.spans[0]) : finding.spans[spanIndex]
  if (span) jumpTo(span)
  else rememberPlace()
  setState({ lastFingerprint: fingerprint })
  if (isHeld()) return tellHeldBack(() => showFinding(fingerprint, spanIndex))
  setView(inspecting({ fingerprint, claimId: null }))
  announce(`Finding: ${finding.message}`)
}

/** Shows a place that a search found: the passage, and the claim it belongs to. */
export function showHit({ sourceId, claimId, start, end }: SearchHit): void {
  jumpTo({ source: sourceId, start, end })
  setView(inspecting({ claimId, fingerprint: null }))
}

/** Shows what is known of the source itself, unless a claim is held in the inspector. */
export function showNothing(): void {
  setView(inspecting({ claimId: null, fingerprint: null }))
}

/** Closes what the inspector shows, also a claim that is held there. */
export function closeInspector(): void {
  setView({ claimId: null, fingerprint: null, heldClaimId: null })
}

/** Keeps what a person prefers; answers whether it was kept. */
export async function setPreferences(patch: Partial<Preferences>): Promise<boolean> {
  const before = getState().preferences
  const preferences = { ...before, ...patch }
  setState({ preferences })
  try {
    await ask('preferences.set', preferences)
    return true
  } catch (error) {
    setState({ preferences: before })
    tellError(error)
    return false
  }
}

/** Tells a screen reader what is at the caret: the claims and findings there, the innermost first. */
export function announceCaret({ claimIds, fingerprints, byPointer }: CaretReport): void {
  if (byPointer) return
  const { records } = getState()
  const claims = claimIds.flatMap((id) => records.claim.get(id) ?? [])
  const findings = fingerprints.flatMap((id) => records.finding.get(id) ?? [])
  const told = [
    ...claims.map(
      ({ selector, verdict }) => `Claim: ${excerpt(selector.exact, 80)}, ${verdictName(verdict)}`,
    ),
    ...findings.map(({ message }) => `Finding: ${message}`),
  ].join('. ')
  if (told !== caretTold) announce(told)
  caretTold = told
}

let caretTold = ''

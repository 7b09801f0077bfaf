import type { CaretReport } from '../editor/selection-reports.js'
import { excerpt } from '../components/excerpt.js'
import type { ViewState, Preferences } from '../../shared/domain/preferences.js'
import type { SearchHit } from '../../shared/domain/search.js'
import { verdictLabel } from '../../shared/domain/verdicts.js'
import { ask } from '../bridge/bridge.js'
import { getState, setState } from './store.js'
import { jumpTo, rememberPlace, shownSource, showSource } from './shown-texts.js'
import { announce, tellError } from './toasts.js'
import { setView } from './view-state.js'

/** Shows one of the views in the middle of the window. */
export function showCentre(centre: ViewState['centre']): void {
  setView({ centre })
}

/** Shows a claim in the inspector alone: what is in the middle of the window stays. */
export function inspectClaim(claimId: string): void {
  if (getState().records.claim.has(claimId)) setView({ claimId, fingerprint: null })
}

export function showTab(leftTab: ViewState['leftTab']): void {
  setView({ leftTab })
}

/** Shows a claim in its text and in the inspector. */
export function showClaim(claimId: string): void {
  const claim = getState().records.claim.get(claimId)
  if (!claim) return
  rememberPlace()
  setView({ centre: 'text', claimId, fingerprint: null })
  announce(`Claim: ${claim.selector.exact}. ${verdictLabel(claim.verdict)}`)
  void showSource(claim.sourceId)
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
  setView({ fingerprint, claimId: null })
  setState({ lastFingerprint: fingerprint })
  announce(`Finding: ${finding.message}`)
}

/** Shows a place that a search found: the passage, and the claim it belongs to. */
export function showHit({ sourceId, claimId, start, end }: SearchHit): void {
  jumpTo({ source: sourceId, start, end })
  setView({ claimId, fingerprint: null })
}

/** Shows what is known of the source itself. */
export function showNothing(): void {
  setView({ claimId: null, fingerprint: null })
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
      ({ selector, verdict }) => `Claim: ${excerpt(selector.exact, 80)}, ${verdictLabel(verdict)}`,
    ),
    ...findings.map(({ message }) => `Finding: ${message}`),
  ].join('. ')
  if (told !== caretTold) announce(told)
  caretTold = told
}

let caretTold = ''

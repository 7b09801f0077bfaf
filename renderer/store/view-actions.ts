import type { ViewState, Preferences } from '../../shared/domain/preferences.js'
import type { SourceId } from '../../shared/domain/ids.js'
import type { SearchHit } from '../../shared/domain/search.js'
import { verdictLabel } from '../../shared/domain/verdicts.js'
import { ask } from '../bridge/bridge.js'
import { getState, setState } from './store.js'
import { textOf } from './texts.js'
import { announce, tellError } from './toasts.js'

/** How long a change of the view may wait, in milliseconds, before it is kept for the next start. */
const savingDelay = 400
let timer: ReturnType<typeof setTimeout> | undefined

function setView(patch: Partial<ViewState>): void {
  setState(({ view }) => ({ view: { ...view, ...patch } }))
  clearTimeout(timer)
  timer = setTimeout(() => void flushView(), savingDelay)
}

/** Keeps the view for the next start, now. */
export async function flushView(): Promise<void> {
  clearTimeout(timer)
  if (getState().open) await ask('view.save', getState().view).catch(tellError)
}

export function showTab(leftTab: ViewState['leftTab']): void {
  setView({ leftTab })
}

/** Shows a source's text. What was active in another source is let go. */
export async function showSource(id: SourceId): Promise<void> {
  const { view, records, text } = getState()
  const wanted = records.source.get(id)?.currentVersionId
  const activeClaim = view.claimId ? records.claim.get(view.claimId) : null
  setView({ sourceId: id, claimId: activeClaim?.sourceId === id ? view.claimId : null })
  if (text?.id === wanted) return
  try {
    const source = records.source.get(id)
    if (!source) return
    const version = await textOf(source)
    if (getState().view.sourceId === id) setState({ text: version, selection: null })
  } catch (error) {
    tellError(error)
  }
}

/** Shows a claim in its text and in the inspector. */
export function showClaim(claimId: string): void {
  const claim = getState().records.claim.get(claimId)
  if (!claim) return
  setView({ claimId, fingerprint: null })
  announce(`Claim: ${claim.selector.exact}. ${verdictLabel(claim.verdict)}`)
  if (getState().view.sourceId !== claim.sourceId) void showSource(claim.sourceId)
}

/** Shows a finding: its passage in the shown source if it has one there, else its first. */
export function showFinding(fingerprint: string, spanIndex?: number): void {
  const { records, view } = getState()
  const finding = records.finding.get(fingerprint)
  if (!finding) return
  setView({ fingerprint, claimId: null })
  setState({ lastFingerprint: fingerprint })
  announce(`Finding: ${finding.message}`)
  const here = finding.spans.find(({ source }) => source === view.sourceId)
  const span = spanIndex === undefined ? (here ?? finding.spans[0]) : finding.spans[spanIndex]
  if (span && span.source !== view.sourceId) void showSource(span.source as SourceId)
  if (span) setState({ jump: { source: span.source, start: span.start, end: span.end } })
}

/** Shows a place that a search found: the passage, and the claim it belongs to. */
export function showHit({ sourceId, claimId, start, end }: SearchHit): void {
  setView({ sourceId, claimId, fingerprint: null })
  void showSource(sourceId)
  setState({ jump: { source: sourceId, start, end } })
}

/** Shows what is known of the source itself. */
export function showNothing(): void {
  setView({ claimId: null, fingerprint: null })
}

export function keepScroll(sourceId: string, offset: number): void {
  const { view } = getState()
  if (view.scroll[sourceId] !== offset) setView({ scroll: { ...view.scroll, [sourceId]: offset } })
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

import { carryRanges } from '../../../shared/anchoring/carry.js'
import type { SourceId, TextVersionId } from '../../../shared/domain/ids.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import type { TextDraft } from '../../../shared/domain/text-draft.js'
import type { CarriedRanges, TextReplaced } from '../../../shared/domain/text-replacement.js'
import { ask } from '../../bridge/bridge.js'
import type { Correction as CorrectedView, CorrectionReport } from '../../editor/correction/correction.js'
import type { Tracked } from '../../editor/correction/tracked.js'
import { act } from '../case/case-actions.js'
import { closeDialog, leaveDialog } from '../closing.js'
import { DraftSaver } from './draft-saving.js'
import { closeFindIn } from './find.js'
import { keepFocus } from '../focus.js'
import { flushOnDemand } from '../pending-fields.js'
import { showSource } from './shown-texts.js'
import { getState, setState, type Side } from '../store.js'
import { textPlace, type TextPlace } from './text-place.js'
import { announce, tell, tellError } from '../toasts.js'
import { setView } from '../view-state.js'

let saver: DraftSaver | null = null

/** Unlocks the text that was used last; a correction of it that was left unfinished goes on. */
export async function startCorrection(): Promise<void> {
  const { texts, side, correction } = getState()
  const version = texts[side]
  if (!version || correction?.versionId === version.id) return
  if (correction) return tell('Another text is being corrected. Finish that one first.')
  try {
    const draft = await ask('draft.load', { id: version.sourceId })
    const place = placeOf(version)
    if (place && !getState().correction) begin(place, version, draft)
  } catch (error) {
    tellError(error)
  }
}

/** Shows a text, and goes on with the correction of it that was left unfinished. */
export async function takeUpCorrection(id: SourceId): Promise<void> {
  setView({ centre: 'text' })
  await showSource(id)
  const { texts, side } = getState()
  // One that cannot be read was told of, and another text stands there still.
  if (texts[side]?.sourceId === id) await startCorrection()
}

function begin({ view }: TextPlace, { id: versionId, sourceId }: TextVersion, draft: TextDraft | null): void {
  saver = new DraftSaver(sourceId, versionId, draft?.parts ?? 0)
  setState({
    correction: { sourceId, versionId, changed: false, canUndo: false, canRedo: false },
    selection: null,
  })
  try {
    view.correction.start({ tracked: passagesIn(versionId), steps: draft?.steps ?? [] })
  } catch (error) {
    setState({ correction: null })
    return tellError(
      new Error(`The unfinished correction does not fit the text any more. ${(error as Error).message}`),
    )
  }
  setDrafted(sourceId, true)
  if (draft) tell('Going on with the correction that was left unfinished.')
  announce('The text is unlocked. Correct the transcription, then finish the correction.')
  view.focus()
}

/** What the text view tells of a correction. */
export function correctionChanged(report: CorrectionReport): void {
  setState(({ correction }) => ({ correction: correction && { ...correction, ...report } }))
}

/** What was typed since the text view last told of it. */
export function correctionTyped(steps: readonly unknown[]): void {
  saver?.add(steps)
}

flushOnDemand(() => saver?.flush())

/** Asks for the reason before the corrected text becomes a version; a text that is the same is just locked again. */
export function finishCorrection(): void {
  const { correction } = getState()
  if (correction?.changed) setState({ dialog: 'finish-correction' })
  else void leaveCorrection()
}

/** The text before the correction and as it is now; null when none is corrected. */
export function textBeforeAndAfter(): { before: string; after: string } | null {
  const corrected = correctedPlace()
  return corrected && { before: corrected.version.text, after: corrected.correction.result().text }
}

/** Makes a text version of what was corrected; the claims are carried over. Answers whether that was done. */
export async function commitCorrection(reason: string): Promise<boolean> {
  const corrected = correctedPlace()
  if (!corrected) return false
  const { version, correction } = corrected
  const { document, text, ranges, lost } = correction.result()
  const { sourceId, id: baseVersionId } = version
  const known = new Set([...Object.keys(ranges), ...lost])
  const carried = { ...ranges, ...madeMeanwhile(version, text, known) }
  await saver?.flush()
  const done = await act(() =>
    ask('source.correct', { sourceId, baseVersionId, document, reason, ranges: carried }),
  )
  if (!done) return false
  if (done.changes.length === 0) correction.cancel()
  ended(sourceId)
  closeFindIn(sourceId)
  showReport(sourceId, done)
  return true
}

/** Shows what a new text did to the claims of its source, when that is worth a look. */
export function showReport(sourceId: SourceId, { report, changes }: TextReplaced): void {
  const { unchanged, changed, orphan } = report.counts
  keepFocus('pane-text')
  if (changes.length === 0) return tell('The text is the same as before.')
  if (changed + orphan > 0) return setState({ carryReport: { sourceId, report }, dialog: 'carried' })
  const claims = unchanged === 1 ? 'The claim stands' : `All ${unchanged} claims stand`
  tell(unchanged === 0 ? 'New text version.' : `New text version. ${claims} unchanged.`)
}

/** Asks first when something would be lost. */
export function cancelCorrection(): void {
  if (getState().correction?.changed) setState({ dialog: 'leave-correction' })
  else void leaveCorrection()
}

/** Locks the text as it was before the correction. */
export async function leaveCorrection(): Promise<void> {
  const corrected = correctedPlace()
  closeDialog()
  if (!corrected) return
  saver?.drop()
  await saver?.flush()
  corrected.correction.cancel()
  ended(corrected.version.sourceId)
  keepFocus('pane-text')
  await discardDraft(corrected.version.id)
}

/** Throws away the correction that was begun on a text version and left unfinished. Answers whether that was done. */
export async function discardDraft(id: TextVersionId): Promise<boolean> {
  try {
    await ask('draft.discard', { id })
  } catch (error) {
    tellError(error)
    return false
  }
  for (const source of getState().records.source.values())
    if (source.currentVersionId === id) setDrafted(source.id, false)
  return true
}

/** The text with the correction goes out of sight: what was typed is kept, and can be gone on with. */
export function suspendCorrection(): void {
  void saver?.flush()
  saver = null
  setState({ correction: null })
}

function ended(sourceId: SourceId): void {
  saver = null
  setState({ correction: null })
  leaveDialog('finish-correction')
  setDrafted(sourceId, false)
  announce('The text is locked again.')
}

function setDrafted(id: SourceId, isDrafted: boolean): void {
  setState(({ drafts }) => {
    const others = drafts.filter((drafted) => drafted !== id)
    return { drafts: isDrafted ? [...others, id] : others }
  })
}

/** The text that is being corrected, as it was before, with its correction. */
function correctedPlace(): { version: TextVersion; correction: CorrectedView } | null {
  const { texts, correction } = getState()
  const version = Object.values(texts).find((shown) => shown?.id === correction?.versionId)
  const place = version && placeOf(version)
  return place ? { version, correction: place.view.correction } : null
}

/** Where a text version is shown; of two such places, the one that is corrected or was used last. */
function placeOf({ id }: TextVersion): TextPlace | null {
  const { texts, side } = getState()
  const sides: readonly Side[] = side === 'first' ? ['first', 'beside'] : ['beside', 'first']
  const places = sides.flatMap((one) => (texts[one]?.id === id ? (textPlace(one) ?? []) : []))
  return places.find(({ view }) => view.correction.isActive) ?? places[0] ?? null
}

function passagesIn(versionId: string): Tracked {
  const { claim, evidence } = getState().records
  const standing = [...claim.values(), ...evidence.values()].filter(
    ({ selector }) => selector?.textVersionId === versionId,
  )
  return {
    ids: standing.map(({ id }) => id),
    starts: Int32Array.from(standing, ({ selector }) => selector!.start),
    ends: Int32Array.from(standing, ({ selector }) => selector!.end),
  }
}

/** Claims that came, or came back by an undo, while the text was corrected were not followed: they are found anew. */
function madeMeanwhile(version: TextVersion, text: string, known: ReadonlySet<string>): CarriedRanges {
  const { ids, starts, ends } = passagesIn(version.id)
  const missing = ids.flatMap((id, place) =>
    known.has(id) ? [] : [{ id, start: starts[place]!, end: ends[place]! }],
  )
  if (missing.length === 0) return {}
  const found = carryRanges(version.text, text, missing)
  const carried: CarriedRanges = {}
  missing.forEach(({ id }, place) => {
    const range = found[place]
    if (range) carried[id] = { start: range.start, end: range.end }
  })
  return carried
}

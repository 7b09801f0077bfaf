import { closeHistory, history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { ResolvedPos } from 'prosemirror-model'
import { EditorState, TextSelection, type Plugin, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { offsetsOf } from '../../../shared/document/text-offsets.js'
import { claimLayer, type ClaimLayer } from '../claim-layer.js'
import { findingLayer, type FindingLayer } from '../finding-marks.js'
import type { Passage } from '../passages.js'
import { evenSections } from '../plugins/even-sections.js'
import { followingMarks } from '../plugins/following-marks.js'
import { isLock, lock } from '../plugins/lock.js'
import { unlocked } from '../plugins/unlocked.js'
import { drawingOf, redraw, type Drawing } from '../plugins/viewport-highlights.js'
import type { Scrolling } from '../scrolling.js'
import { chainLength, chainValues } from './chain.js'
import { correctedText, type Corrected } from './corrected.js'
import { actToJson, playedBack } from './draft.js'
import { offsetAfter, offsetBefore } from './following.js'
import { correctionRecord, recordIn, type CorrectionRecord } from './record.js'
import { TrackedRanges, type Tracked } from './tracked.js'
import { writeText } from './write-text.js'

/** What there is to do with a correction. `changed`: the text is another than the one it began with. */
export interface CorrectionReport {
  changed: boolean
  canUndo: boolean
  canRedo: boolean
}

export interface CorrectionCallbacks {
  /** Something of the report has become another since the correction began or was last reported. */
  onCorrection?: ((report: CorrectionReport) => void) | undefined
  /** These acts (JSON) have been added to the draft. */
  onCorrectionSteps?: ((added: unknown[]) => void) | undefined
  /** Something was not taken into the text; why, in words for a person. */
  onCorrectionRefused?: ((reason: string) => void) | undefined
}

export interface CorrectionStart {
  /** All claims that may be drawn, and what else is to be followed. */
  tracked: Tracked
  /** All acts of a draft, as `onCorrectionSteps` has told of them or `steps` gives them. */
  steps?: readonly unknown[]
}

interface Running {
  ranges: TrackedRanges
  own: readonly Plugin[]
}

const nothingDone: CorrectionReport = { changed: false, canUndo: false, canRedo: false }

/** "Correct transcription": unlocks the text of a view, follows its claims and findings, and locks it again. */
export class Correction {
  readonly #view: EditorView
  readonly #scrolling: Scrolling
  readonly #callbacks: CorrectionCallbacks
  #running: Running | null = null
  #reported = nothingDone
  #reportedActs = 0

  constructor(view: EditorView, scrolling: Scrolling, callbacks: CorrectionCallbacks) {
    this.#view = view
    this.#scrolling = scrolling
    this.#callbacks = callbacks
  }

  /** Whether the text is being corrected now. */
  get isActive(): boolean {
    return this.#running !== null
  }

  /**
   * Unlocks the text where it stands, with the edits of a draft if there is one. Throws a RangeError when the draft does
   * not fit the text; the text stays locked then.
   */
  start({ tracked, steps = [] }: CorrectionStart): void {
    if (this.isActive) throw new Error('The text is being corrected already')
    const { state } = this.#view
    const ranges = new TrackedRanges(tracked, drawingOf(state).findings.findings)
    const own = [
      history({ depth: Infinity }),
      correctionRecord(ranges.starts, ranges.ends),
      evenSections(),
      followingMarks(ranges),
      ...unlocked(
        () => this.#revealCaret(),
        (reason) => this.#callbacks.onCorrectionRefused?.(reason),
      ),
    ]
    const others = state.plugins.filter((plugin) => !isLock(plugin))
    const unlockedState = state.reconfigure({ plugins: [...own, ...others] })
    const begun = steps.length ? playedBack(unlockedState, steps) : unlockedState
    const { done, acts } = recordIn(begun)!
    this.#running = { ranges, own }
    this.#reported = nothingDone
    this.#reportedActs = chainLength(acts)
    if (begun.doc === state.doc) this.#update(begun, {})
    else this.#show(begun, (offset) => offsetAfter(offset, chainValues(done).flat()))
    this.#report()
  }

  /** Call after every transaction that changes the document. */
  changed({ before, doc, mapping }: Transaction): void {
    this.#scrolling.textChanged((offset) =>
      offsetsOf(doc).offset(mapping.map(offsetsOf(before).position(offset), -1)),
    )
    this.#report()
  }

  #report(): void {
    const { state } = this.#view
    const record = recordIn(state)
    if (!record) return
    const { changed, canUndo, canRedo } = this.#reported
    const next = {
      changed: !state.doc.eq(record.base),
      canUndo: undoDepth(state) > 0,
      canRedo: redoDepth(state) > 0,
    }
    this.#reported = next
    if (next.changed !== changed || next.canUndo !== canUndo || next.canRedo !== canRedo) {
      this.#callbacks.onCorrection?.(next)
    }
    const added = chainValues(record.acts, this.#reportedActs)
    this.#reportedActs = chainLength(record.acts)
    if (added.length) this.#callbacks.onCorrectionSteps?.(added.map(actToJson))
  }

  /** All acts since the text was unlocked, those of the draft included, as `start` takes them. */
  steps(): unknown[] {
    return chainValues(this.#record.acts).map(actToJson)
  }

  undo(): boolean {
    return this.isActive && undo(this.#view.state, this.#view.dispatch, this.#view)
  }

  redo(): boolean {
    return this.isActive && redo(this.#view.state, this.#view.dispatch, this.#view)
  }

  /** Puts a text in the place of [start, end). */
  replace(start: number, end: number, text: string): void {
    this.replaceAll([{ start, end }], text)
  }

  /**
   * Puts a text in the place of each passage, as one step to undo. Passages that overlap one before are left out; says how
   * many were not. Does not scroll.
   */
  replaceAll(passages: readonly Passage[], text: string): number {
    if (!this.isActive) throw new Error('The text is locked')
    const { tr, doc } = this.#view.state
    const offsets = offsetsOf(doc)
    const apart = withoutOverlaps(passages)
    for (const { start, end } of apart.toReversed()) {
      writeText(tr, offsets.position(start), offsets.position(end), text)
    }
    if (!tr.docChanged) return 0
    this.#scrolling.remember()
    this.#view.dispatch(closeHistory(tr))
    this.#view.dispatch(closeHistory(this.#view.state.tr))
    this.#scrolling.keepPlace()
    return apart.length
  }

  /** Where a tracked range is now; null when its passage is gone, or it is not tracked. */
  rangeOf(id: string): Passage | null {
    const place = this.#running?.ranges.placeOf(id)
    if (place === undefined) return null
    const { starts, ends } = this.#record.ranges
    return starts[place]! < 0 ? null : { start: starts[place]!, end: ends[place]! }
  }

  /** A layer of claims as it is to be drawn: where they are now. */
  claims(layer: ClaimLayer, state = this.#view.state): ClaimLayer {
    const record = recordIn(state)
    return record && this.#running ? this.#running.ranges.claims(layer, record.ranges) : layer
  }

  /** A layer of findings as it is to be drawn: where they are now. */
  findings(layer: FindingLayer, state = this.#view.state): FindingLayer {
    const record = recordIn(state)
    return record && this.#running ? this.#running.ranges.findings(layer, record.ranges) : layer
  }

  /** What would come of finishing now. */
  result(): Corrected {
    const { base, ranges } = this.#record
    return correctedText(base, this.#view.state.doc, this.#running!.ranges, ranges)
  }

  /** Locks the text as it is now. */
  finish(): Corrected {
    const result = this.result()
    const state = this.#view.state.reconfigure({ plugins: this.#lockedPlugins() })
    const { highlights } = drawingOf(state).claims
    const moved = this.#running!.ranges.movedHighlights(highlights, this.#record.ranges)
    this.#running = null
    this.#update(state, { claims: claimLayer(moved) })
    return result
  }

  /** Locks the text as it was before, at the same place, with its claims and findings where they were. */
  cancel(): void {
    const { base, done } = this.#record
    const { selection } = this.#view.state
    const changes = chainValues(done).flat()
    const now = offsetsOf(this.#view.state.doc)
    const before = (offset: number): number => offsetBefore(offset, changes)
    const resolved = (position: number): ResolvedPos =>
      base.resolve(offsetsOf(base).position(before(now.offset(position))))
    const state = EditorState.create({
      doc: base,
      selection: TextSelection.between(resolved(selection.anchor), resolved(selection.head)),
      plugins: this.#lockedPlugins(),
    })
    this.#running = null
    this.#show(state, before)
  }

  get #record(): CorrectionRecord {
    const record = recordIn(this.#view.state)
    if (!record) throw new Error('The text is not being corrected')
    return record
  }

  #revealCaret(): void {
    const { doc, selection } = this.#view.state
    const caret = offsetsOf(doc).offset(selection.head)
    this.#scrolling.to(caret, caret, 'nearest')
  }

  #lockedPlugins(): Plugin[] {
    const { own } = this.#running!
    return [lock(), ...this.#view.state.plugins.filter((plugin) => !own.includes(plugin))]
  }

  /** Hands a state to the view, and draws anew what lies over the text. */
  #update(state: EditorState, patch: Partial<Drawing>): void {
    this.#view.updateState(state)
    this.#view.dispatch(redraw(this.#view.state, patch))
  }

  /** Shows a state with another text at the same place; `moved` says where an offset of the present text is in it. */
  #show(state: EditorState, moved: (offset: number) => number): void {
    const { claims, findings, active, window } = drawingOf(this.#view.state)
    const place = this.#scrolling.place
    const drawing: Drawing = {
      claims: this.claims(claimLayer(claims.highlights), state),
      findings: this.findings(findingLayer(findings.findings), state),
      active,
      window: { start: moved(window.start), end: moved(window.end) },
    }
    this.#update(state.apply(redraw(state, drawing)), {})
    this.#scrolling.restore({ ...place, offset: moved(place.offset) })
  }
}

/** Passages in order, without those that begin before the one before has ended. */
function withoutOverlaps(passages: readonly Passage[]): Passage[] {
  let end = -1
  return passages
    .toSorted((one, other) => one.start - other.start)
    .filter((passage) => {
      const isApart = passage.start >= end
      if (isApart) end = passage.end
      return isApart
    })
}

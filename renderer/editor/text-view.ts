import type { Node } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { offsetsOf, plainTextOf, type TextOffsets } from '../../shared/document/text-offsets.js'
import { activeClaim } from './active-claim.js'
import { movedEdge, type Edge, type Step } from './claim-edges.js'
import { ClaimHandles } from './claim-handles.js'
import { claimLayer } from './claim-layer.js'
import { Correction } from './correction/correction.js'
import { CoverageMargin } from './coverage-margin.js'
import type { Active } from './decorations.js'
import { findingLayer, type FindingMark } from './finding-marks.js'
import { Gutter } from './gutter.js'
import type { Highlights } from './highlights.js'
import { placeMargin, type MarginLayers } from './margin.js'
import { claimsAt, findingsAt } from './marks-at.js'
import { withNativeSelection } from './native-selection.js'
import { NumberMargin, type NumberKind } from './number-margin.js'
import { sentenceAt, trimmed, wordAt, type Passage } from './passages.js'
import { showFound } from './plugins/found-passages.js'
import { showUncovered, shownCoverage, type ShownCoverage } from './plugins/uncovered-passages.js'
import { drawingOf, redraw, type Drawing } from './plugins/viewport-highlights.js'
import { onPrint } from './printing.js'
import { scrollShare } from './scroll-share.js'
import { Scrolling, type Align, type ScrollPlace } from './scrolling.js'
import { SectionView } from './section-view.js'
import { selectedRange, SelectionReports, selectionRectangle } from './selection-reports.js'
import { createTextPage, type TextPage } from './text-page.js'
import { textState } from './text-state.js'
import type { TextViewOptions } from './text-view-options.js'
import { leaveSelectionUnread } from './unread-selection.js'
import { ViewportTracker } from './viewport-tracker.js'

/**
 * The text of a source: read, selected and highlighted, and locked unless it is being corrected. Fills `mount`, which must
 * have a height. Needs `text-view.css`.
 */
export class TextView {
  /** "Correct transcription". */
  readonly correction: Correction
  readonly #view: EditorView
  readonly #page: TextPage
  readonly #layers: MarginLayers
  readonly #onResizeClaim: TextViewOptions['onResizeClaim']
  readonly #scrolling: Scrolling
  readonly #tracker: ViewportTracker
  readonly #reports: SelectionReports
  readonly #stopPrinting: () => void
  /** What was handed over last: handing it over again changes nothing and draws nothing. */
  readonly #given: { highlights: Highlights | undefined; findings: readonly FindingMark[] | undefined }
  #text = { doc: null as Node | null, text: '' }

  constructor(mount: HTMLElement, options: TextViewOptions) {
    this.#given = { highlights: options.highlights, findings: options.findings }
    this.#onResizeClaim = options.onResizeClaim
    const gutter = new Gutter('Findings in view', (fingerprint) => options.onOpenFinding?.(fingerprint))
    const numbers = new NumberMargin()
    const coverage = new CoverageMargin()
    this.#page = createTextPage(mount, [numbers.dom, coverage.dom, gutter.dom])
    this.#view = new EditorView(this.#page.page, {
      state: textState(options, {
        surroundings: () => ({
          scroller: this.#page.scroller,
          reveal: (position) => this.scrollTo(this.#offsets.offset(position)),
        }),
        resize: (edge, by, direction) => this.resizeActive(edge, by, direction),
      }),
      attributes: {
        class: 'text-document',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
      },
      nodeViews: { section: (node) => new SectionView(node) },
      clipboardTextSerializer: () => this.selectedText(),
      dispatchTransaction: (transaction) => this.#apply(transaction),
    })
    leaveSelectionUnread(this.#view.dom)
    this.#reports = new SelectionReports(this.#view, options)
    this.#scrolling = new Scrolling(this.#view, this.#page)
    this.correction = new Correction(this.#view, this.#scrolling, options)
    this.#tracker = new ViewportTracker(this.#view, this.#page.scroller, {
      draw: (window) => this.#draw({ window }),
      moved: () => this.#placeMargin(),
    })
    this.#layers = { gutter, numbers, coverage, handles: this.#createHandles() }
    this.#stopPrinting = onPrint(
      () => this.#draw({ window: { start: 0, end: this.#plainText.length } }),
      () => this.#draw({ window: this.#tracker.wanted() }),
    )
    this.#page.scroller.addEventListener(
      'scroll',
      () => options.onScroll?.({ isFollowing: this.#scrolling.isFollowing }),
      { passive: true },
    )
  }

  /** The element that has the focus while the caret is in the text. */
  get dom(): HTMLElement {
    return this.#view.dom
  }

  /** The plain text as it is now. */
  get text(): string {
    return this.#plainText
  }

  /** Replaces all claims. */
  setHighlights(highlights: Highlights): void {
    if (highlights === this.#given.highlights) return
    this.#given.highlights = highlights
    this.#draw({ claims: this.correction.claims(claimLayer(highlights)) })
  }

  /** Replaces all findings. */
  setFindings(findings: readonly FindingMark[]): void {
    if (findings === this.#given.findings) return
    this.#given.findings = findings
    this.#draw({ findings: this.correction.findings(findingLayer(findings)) })
  }

  /** Shows a claim or a finding as the open one; `{}` shows none. Does not scroll. */
  setActive(active: Active): void {
    const current = drawingOf(this.#view.state).active
    if (current.claimId === active.claimId && current.fingerprint === active.fingerprint) return
    this.#draw({ active })
  }

  /** Shows the passages of a search, in order; `current` is the place of the one that it is at, or -1. Does not scroll. */
  setFound(passages: readonly Passage[], current = -1): void {
    this.#view.dispatch(withNativeSelection(this.#view, showFound(this.#view.state, passages, current)))
  }

  /** Shows what no claim covers, until the text is corrected; null shows nothing of it. */
  setUncovered(shown: ShownCoverage | null): void {
    if (!shown && !shownCoverage(this.#view.state)) return
    this.#view.dispatch(withNativeSelection(this.#view, showUncovered(this.#view.state, shown)))
    this.#placeMargin()
  }

  /** What is numbered in the margin. */
  setNumbers(kind: NumberKind): void {
    if (this.#page.page.dataset.numbers === kind) return
    this.#page.page.dataset.numbers = kind
    this.#layers.numbers.set(kind)
    this.#placeMargin()
  }

  /** Ids of the claims that the caret is in, the innermost first. */
  claimsAtCaret(): string[] {
    this.#adoptSelection()
    return claimsAt(this.#view.state, this.#caret)
  }

  /** Fingerprints of the findings that the caret is in, the innermost first. */
  findingsAtCaret(): string[] {
    this.#adoptSelection()
    return findingsAt(this.#view.state, this.#caret)
  }

  /** Moves an end of the open claim and reports it as `onResizeClaim`; false when there is no such claim or no way. */
  resizeActive(edge: Edge, by: Step, direction: 1 | -1): boolean {
    const claim = activeClaim(this.#view.state)
    if (!claim || !this.#onResizeClaim) return false
    const { id, start, end } = claim
    const moved = movedEdge(this.#plainText, { start, end }, edge, by, direction)
    if (moved) this.#onResizeClaim(id, moved.start, moved.end)
    return true
  }

  /** The selected range; empty at a caret. */
  selection(): Passage {
    const { start, end } = selectedRange(this.#view.state.selection, this.#offsets)
    return { start, end }
  }

  selectedText(): string {
    const { start, end } = this.selection()
    return this.#plainText.slice(start, end)
  }

  /** Where the selection is on the screen now (client coordinates); null at a caret. */
  selectionRectangle(): DOMRect | null {
    return selectionRectangle(this.#view)
  }

  /** The offset under a point (client coordinates); null where there are no words. */
  offsetAt(x: number, y: number): number | null {
    const found = this.#view.posAtCoords({ left: x, top: y })
    if (!found || found.inside < 0) return null
    const { top, bottom } = this.#view.coordsAtPos(found.pos)
    return top <= y && y <= bottom ? this.#offsets.offset(found.pos) : null
  }

  /** Selects [start, end), or puts the caret there when they are equal. Neither scrolls nor reports. */
  select(start: number, end = start): void {
    const { doc, tr } = this.#view.state
    const anchor = doc.resolve(this.#offsets.position(start))
    const head = doc.resolve(this.#offsets.position(end))
    const selection = TextSelection.between(anchor, head)
    if (!selection.eq(this.#view.state.selection))
      this.#view.dispatch(tr.setSelection(selection).setMeta('quiet', true))
  }

  /** What a highlight would take: the selection without white space at its ends, or else the sentence at the caret. */
  passage(): Passage | null {
    this.#adoptSelection()
    const { start, end } = this.selection()
    return start < end ? trimmed(this.#plainText, { start, end }) : this.sentenceAt(start)
  }

  /** The sentence at an offset; null in a blank paragraph. */
  sentenceAt(offset: number): Passage | null {
    return sentenceAt(this.#plainText, offset)
  }

  /** The word at the caret; null between words. */
  caretWord(): Passage | null {
    return wordAt(this.#plainText, this.#caret)
  }

  /** Brings [start, end) into view. `nearest` (the default) moves only when it has to. */
  scrollTo(start: number, end = start, { align = 'nearest' }: { align?: Align } = {}): void {
    this.#scrolling.to(start, end, align)
    this.#tracker.update(true)
  }

  /** Where the text is scrolled to. It stays true in another window or at another width. */
  scrollPosition(): ScrollPlace {
    return this.#scrolling.place
  }

  restoreScroll(place: ScrollPlace): void {
    this.#scrolling.restore(place)
    this.#tracker.update(true)
  }

  /** Shows the same lines after something has changed how the text is laid out that the view does not see by itself. */
  keepPlace(): void {
    this.#scrolling.keepPlace()
  }

  /** How far the text is scrolled, from 0 to 1, by its paragraphs: for `scrollToShare` of another text. */
  scrollShare(): number {
    return scrollShare(this.#view, this.#page.scroller)
  }

  /** Scrolls to a share of the text; `onScroll` tells that it was this. */
  scrollToShare(share: number): void {
    this.#scrolling.follow(share)
  }

  focus(): void {
    this.#view.focus()
  }

  destroy(): void {
    this.#stopPrinting()
    this.#layers.handles?.destroy()
    this.#tracker.destroy()
    this.#scrolling.destroy()
    this.#reports.destroy()
    this.#view.destroy()
    this.#page.scroller.remove()
  }

  /** Takes over a selection that the browser has made and not told of yet: a key may follow a click at once. */
  #adoptSelection(): void {
    const transaction = withNativeSelection(this.#view, this.#view.state.tr)
    if (transaction.selectionSet) this.#view.dispatch(transaction)
  }

  get #offsets(): TextOffsets {
    return offsetsOf(this.#view.state.doc)
  }

  get #caret(): number {
    return this.#offsets.offset(this.#view.state.selection.head)
  }

  get #plainText(): string {
    const { doc } = this.#view.state
    if (this.#text.doc !== doc) this.#text = { doc, text: plainTextOf(doc) }
    return this.#text.text
  }

  #draw(patch: Partial<Drawing>): void {
    this.#view.dispatch(withNativeSelection(this.#view, redraw(this.#view.state, patch)))
  }

  #apply(transaction: Transaction): void {
    const before = drawingOf(this.#view.state)
    this.#view.updateState(this.#view.state.apply(transaction))
    if (transaction.getMeta('quiet')) this.#reports.accept()
    else if (transaction.selectionSet) this.#reports.changed()
    if (transaction.docChanged) this.correction.changed(transaction)
    if (drawingOf(this.#view.state) !== before) this.#placeMargin()
  }

  #createHandles(): ClaimHandles | null {
    const resized = this.#onResizeClaim
    if (!resized) return null
    const handles = new ClaimHandles(this.#view, this.#page.scroller, {
      text: () => this.#plainText,
      moved: () => this.#placeMargin(),
      resize: (id, { start, end }) => resized(id, start, end),
      step: (edge, by, direction) => this.resizeActive(edge, by, direction),
    })
    this.#page.page.append(handles.dom)
    return handles
  }

  #placeMargin(): void {
    placeMargin(this.#view, this.#page.page, this.#layers)
  }
}

/** The locked text of a source in `mount`; see `TextView`. */
export function createTextView(mount: HTMLElement, options: TextViewOptions): TextView {
  return new TextView(mount, options)
}

import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { plainTextOf, TextOffsets } from '../../shared/document/text-offsets.js'
import { claimLayer } from './claim-layer.js'
import type { Active } from './decorations.js'
import { findingAtPlace, findingLayer, type FindingMark } from './finding-marks.js'
import { Gutter, type GutterEntry } from './gutter.js'
import { noHighlights, type Highlights } from './highlights.js'
import type { Mark } from './marks-at.js'
import { withNativeSelection } from './native-selection.js'
import { sentenceAt, trimmed, wordAt, type Passage } from './passages.js'
import { lock } from './plugins/lock.js'
import { opening } from './plugins/opening.js'
import { travelKeys } from './plugins/travel-keys.js'
import { drawingOf, redraw, viewportHighlights, type Drawing } from './plugins/viewport-highlights.js'
import { Scrolling, type Align, type ScrollPlace } from './scrolling.js'
import { SectionView } from './section-view.js'
import {
  selectedRange,
  SelectionReports,
  selectionRectangle,
  type SelectionCallbacks,
} from './selection-reports.js'
import { createTextPage, type TextPage } from './text-page.js'
import { ViewportTracker } from './viewport-tracker.js'

/** What the first frame draws before anything has been measured, in UTF-16 code units. */
const firstWindow = 6000

/** All offsets are text offsets: UTF-16 code units of the document's plain text. */
export interface TextViewOptions extends SelectionCallbacks {
  /** A document of the source schema. */
  doc: Node
  /** What a screen reader calls the text. */
  label: string
  highlights?: Highlights
  findings?: readonly FindingMark[]
  /** A claim was clicked, or Enter pressed in it. */
  onOpenClaim?: (id: string) => void
  /** A finding was clicked in the text or in the margin, or Enter pressed in it. */
  onOpenFinding?: (fingerprint: string) => void
  /** The text was scrolled; at most once a frame. */
  onScroll?: () => void
}

/**
 * The locked text of a source: read, selected and highlighted, never changed. Fills `mount`, which must have a height.
 * Needs `text-view.css`.
 */
export class TextView {
  readonly #view: EditorView
  readonly #page: TextPage
  readonly #gutter: Gutter
  readonly #offsets: TextOffsets
  readonly #scrolling: Scrolling
  readonly #tracker: ViewportTracker
  readonly #reports: SelectionReports
  readonly #widths: ResizeObserver
  #text: string | null = null

  constructor(mount: HTMLElement, options: TextViewOptions) {
    this.#offsets = new TextOffsets(options.doc)
    this.#gutter = new Gutter('Findings in view', (fingerprint) => options.onOpenFinding?.(fingerprint))
    this.#page = createTextPage(mount, this.#gutter.dom)
    this.#view = new EditorView(this.#page.page, {
      state: this.#initialState(options),
      attributes: {
        class: 'text-document',
        role: 'textbox',
        'aria-readonly': 'true',
        'aria-multiline': 'true',
        'aria-label': options.label,
      },
      nodeViews: { section: (node) => new SectionView(node) },
      clipboardTextSerializer: () => this.#selectedText(),
      dispatchTransaction: (transaction) => this.#apply(transaction),
    })
    this.#reports = new SelectionReports(this.#view, this.#offsets, options)
    this.#scrolling = new Scrolling(this.#view, this.#page.scroller, this.#offsets)
    this.#tracker = new ViewportTracker(this.#view, this.#page.scroller, this.#offsets, {
      draw: (window) => this.#draw({ window }),
      moved: () => this.#placeMarks(),
    })
    this.#widths = keepPlaceOnResize(this.#page.scroller, this.#scrolling)
    reportScrolling(this.#page.scroller, options.onScroll)
  }

  /** The element that has the focus while the caret is in the text. */
  get dom(): HTMLElement {
    return this.#view.dom
  }

  /** Replaces all claims. */
  setHighlights(highlights: Highlights): void {
    this.#draw({ claims: claimLayer(highlights) })
  }

  /** Replaces all findings. */
  setFindings(findings: readonly FindingMark[]): void {
    this.#draw({ findings: findingLayer(findings) })
  }

  /** Shows a claim or a finding as the open one; `{}` shows none. Does not scroll. */
  setActive(active: Active): void {
    const current = drawingOf(this.#view.state).active
    if (current.claimId === active.claimId && current.fingerprint === active.fingerprint) return
    this.#draw({ active })
  }

  /** The selected range; empty at a caret. */
  selection(): Passage {
    const { start, end } = selectedRange(this.#view.state.selection, this.#offsets)
    return { start, end }
  }

  /** Where the selection is on the screen now (client coordinates); null at a caret. */
  selectionRectangle(): DOMRect | null {
    return selectionRectangle(this.#view)
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
    return wordAt(this.#plainText, this.#offsets.offset(this.#view.state.selection.head))
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

  focus(): void {
    this.#view.focus()
  }

  destroy(): void {
    this.#widths.disconnect()
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

  get #plainText(): string {
    return (this.#text ??= plainTextOf(this.#view.state.doc))
  }

  #selectedText(): string {
    const { start, end } = this.selection()
    return this.#plainText.slice(start, end)
  }

  #initialState(options: TextViewOptions): EditorState {
    const open = ({ kind, id }: Mark): void =>
      kind === 'claim' ? options.onOpenClaim?.(id) : options.onOpenFinding?.(id)
    const drawing: Drawing = {
      claims: claimLayer(options.highlights ?? noHighlights),
      findings: findingLayer(options.findings ?? []),
      active: {},
      window: { start: 0, end: firstWindow },
    }
    return EditorState.create({
      doc: options.doc,
      plugins: [
        lock(),
        opening((position) => this.#offsets.offset(position), open),
        travelKeys(() => ({
          scroller: this.#page.scroller,
          reveal: (position) => this.scrollTo(this.#offsets.offset(position)),
        })),
        viewportHighlights(this.#offsets, drawing),
      ],
    })
  }

  #draw(patch: Partial<Drawing>): void {
    this.#view.dispatch(withNativeSelection(this.#view, redraw(this.#view.state, patch)))
  }

  #apply(transaction: Transaction): void {
    const before = drawingOf(this.#view.state)
    this.#view.updateState(this.#view.state.apply(transaction))
    if (transaction.getMeta('quiet')) this.#reports.accept()
    else if (transaction.selectionSet) this.#reports.changed()
    const { findings, window, active } = drawingOf(this.#view.state)
    if (findings !== before.findings || window !== before.window || active !== before.active)
      this.#placeMarks()
  }

  /** Puts the margin marks of the findings that begin in the window beside their lines. */
  #placeMarks(): void {
    const { findings: layer, window, active } = drawingOf(this.#view.state)
    const pageTop = this.#page.page.getBoundingClientRect().top
    const entries: GutterEntry[] = []
    for (const place of layer.index.touching(window.start, window.end)) {
      const start = layer.index.starts[place]!
      if (start < window.start) continue
      const { top, bottom } = this.#view.coordsAtPos(this.#offsets.position(start), 1)
      entries.push({ finding: findingAtPlace(layer, place), top: top - pageTop, height: bottom - top })
    }
    this.#gutter.show(entries, active.fingerprint)
  }
}

/** The locked text of a source in `mount`; see `TextView`. */
export function createTextView(mount: HTMLElement, options: TextViewOptions): TextView {
  return new TextView(mount, options)
}

function keepPlaceOnResize(scroller: HTMLElement, scrolling: Scrolling): ResizeObserver {
  let width = scroller.clientWidth
  const observer = new ResizeObserver(() => {
    if (!scroller.clientWidth || scroller.clientWidth === width) return
    scrolling.keepPlace()
    width = scroller.clientWidth
  })
  observer.observe(scroller)
  return observer
}

function reportScrolling(scroller: HTMLElement, onScroll: (() => void) | undefined): void {
  if (onScroll) scroller.addEventListener('scroll', onScroll, { passive: true })
}

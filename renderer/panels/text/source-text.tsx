import type { Node } from 'prosemirror-model'
import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import type { TextRange } from '../../../shared/document/paragraphs.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import type { FindingMark } from '../../editor/finding-marks.js'
import type { Highlights } from '../../editor/highlights.js'
import { createTextView, type TextView } from '../../editor/text-view.js'
import { resizeClaim } from '../../store/claims/claim-actions.js'
import { correctionChanged, correctionTyped, suspendCorrection } from '../../store/texts/correction.js'
import { findSoon } from '../../store/texts/find.js'
import { findingMarksOf, highlightsOf } from '../../store/texts/marks.js'
import { openFindings } from '../../store/selections.js'
import { goesAlong, keepScroll, passageFor } from '../../store/texts/shown-texts.js'
import { getState, setState, useStore, type Jump, type Side } from '../../store/store.js'
import { setTextPlace, textPlace } from '../../store/texts/text-place.js'
import { documentOf } from '../../store/texts/texts.js'
import { announceCaret, showClaim, showFinding } from '../../store/view-actions.js'
import { DateHover } from './date-hover.js'
import { useCoverage } from '../coverage/use-coverage.js'
import { useCaseScale } from '../../store/claims/verdict-scale.js'
import { tellError } from '../../store/toasts.js'

/** The text of a source, locked unless it is being corrected, with its claims and findings. */
export function SourceText({ side, version }: { side: Side; version: TextVersion }) {
  const mount = useRef<HTMLDivElement>(null)
  const view = useRef<TextView | null>(null)
  const doc = documentOf(version)
  const marks = useMarks(version)
  // The text is drawn once, with what it is marked with at first.
  const first = useRef(marks)
  first.current = marks

  // Before the panes around it are measured: all is laid out once.
  useLayoutEffect(() => {
    const created = createView(mount.current!, side, version, { doc, ...first.current })
    view.current = created
    if (isNothingFocused() && getState().side === side) created.focus()
    setTextPlace(side, { sourceId: version.sourceId, view: created })
    findSoon()
    return () => {
      if (created.correction.isActive && getState().correction) suspendCorrection()
      setTextPlace(side, null)
      view.current = null
      created.destroy()
    }
  }, [doc, side, version])

  const numbers = useStore((state) => state.preferences.numbers)
  useEffect(() => view.current?.setNumbers(numbers), [numbers, version])
  const { highlights, findings } = marks
  useEffect(() => view.current?.setHighlights(highlights), [highlights])
  useEffect(() => view.current?.setFindings(findings), [findings])
  useUncovered(view, version)
  useActive(view, side, version)
  return (
    <>
      <div className="text-mount" ref={mount} />
      <DateHover mount={mount} view={view} sourceId={version.sourceId} />
    </>
  )
}

/** Whether keys go nowhere: nothing had the focus yet, or what had it is gone, such as the text that was shown before. */
const isNothingFocused = (): boolean => document.activeElement === document.body && !getState().dialog

/** What a text is marked with. */
interface Marks {
  highlights: Highlights
  findings: readonly FindingMark[]
}

function createView(
  mount: HTMLElement,
  side: Side,
  version: TextVersion,
  drawn: Marks & { doc: Node },
): TextView {
  const { records, view: state } = getState()
  const { sourceId } = version
  const created = createTextView(mount, {
    ...drawn,
    label: `Text of ${records.source.get(sourceId)?.title ?? 'the source'}`,
    onSelect: ({ start, end, rectangle }) =>
      setState({ selection: rectangle && start < end ? { start, end, rect: rectangle } : null }),
    onCaret: (report) => {
      setState({ caret: { sourceId, offset: report.offset } })
      announceCaret(report)
    },
    onOpenClaim: showClaim,
    onOpenFinding: (id) => showFinding(id),
    onResizeClaim: (id, start, end) => void resizeClaim(id, start, end),
    onCorrection: correctionChanged,
    onCorrectionRefused: (reason) => tellError(reason),
    onCorrectionSteps: (steps) => {
      correctionTyped(steps)
      findSoon()
    },
    onScroll: ({ isFollowing }) => {
      keepScroll(sourceId, created.scrollPosition().offset)
      if (!isFollowing) scrollOther(side, created.scrollShare())
      const { selection, side: used } = getState()
      if (!selection || used !== side) return
      const rect = created.selectionRectangle()
      setState({ selection: rect ? { ...selection, rect } : null })
    },
  })
  const offset = state.scroll[sourceId]
  if (offset) created.restoreScroll({ offset, above: 0 })
  return created
}

/** Lets the other text follow, when both are to scroll together. */
function scrollOther(side: Side, share: number): void {
  const { view } = getState()
  if (view.scrollTogether) textPlace(side === 'first' ? 'beside' : 'first')?.view.scrollToShare(share)
}

/** The claims and findings of a text as they are now. */
function useMarks(version: TextVersion): Marks {
  const claims = useStore((state) => state.records.claim)
  const moving = useStore((state) => state.moving)
  const open = useStore((state) => openFindings(state.records))
  const scale = useCaseScale()
  const highlights = useMemo(
    () => highlightsOf(claims, version, moving, scale),
    [claims, version, moving, scale],
  )
  const findings = useMemo(() => findingMarksOf(open, version), [open, version])
  return { highlights, findings }
}

/** Shows what no claim covers, while that is asked for and known of this text. */
function useUncovered(view: RefObject<TextView | null>, version: TextVersion): void {
  const { showCoverage, coverageKinds: kinds } = useStore((state) => state.preferences)
  const isCurrent = useStore(
    ({ records }) => records.source.get(version.sourceId)?.currentVersionId === version.id,
  )
  const coverage = useCoverage(version.sourceId)
  useEffect(() => {
    view.current?.setUncovered(coverage && isCurrent && showCoverage ? { coverage, kinds } : null)
  }, [view, version, coverage, isCurrent, showCoverage, kinds])
}

/** The jump that each side followed last. */
const arrived: Record<Side, Jump | null> = { first: null, beside: null }

/** Shows what is active, and brings into view what is jumped to. */
function useActive(view: RefObject<TextView | null>, side: Side, version: TextVersion): void {
  const claimId = useStore((state) => state.view.claimId)
  const fingerprint = useStore((state) => state.view.fingerprint)
  const jump = useStore((state) => state.jump)
  useEffect(() => {
    view.current?.setActive({ ...(claimId ? { claimId } : {}), ...(fingerprint ? { fingerprint } : {}) })
    const range = claimId && goesAlong(side) ? rangeOfClaim(view.current, claimId, version) : null
    if (range) view.current?.scrollTo(range.start, range.end)
  }, [view, side, claimId, fingerprint, version])
  useEffect(() => {
    const passage = jump && passageFor(side, jump)
    // A text that is shown again stands where it was read last, and not where it was gone to before that.
    if (passage?.source !== version.sourceId || arrived[side] === jump) return
    if (!jump?.beside && !goesAlong(side)) return
    arrived[side] = jump
    view.current?.scrollTo(passage.start, passage.end, { align: 'center' })
    if (!jump?.selects) return
    view.current?.select(passage.start, passage.end)
    view.current?.focus()
  }, [view, side, jump, version])
}

/** Where a claim stands in a text as it is now; null when it is not in it. */
function rangeOfClaim(view: TextView | null, id: string, version: TextVersion): TextRange | null {
  if (view?.correction.isActive) return view.correction.rangeOf(id)
  const selector = getState().records.claim.get(id)?.selector
  return selector?.textVersionId === version.id ? selector : null
}

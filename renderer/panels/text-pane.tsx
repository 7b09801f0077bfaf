import { Highlighter } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { documentFromJson } from '../../shared/document/sections.js'
import type { TextVersion } from '../../shared/domain/source.js'
import { Button } from '../components/controls.js'
import { readableDate } from '../components/readable-date.js'
import { createTextView, type TextView } from '../editor/text-view.js'
import { findingMarksOf, highlightsOf } from '../store/marks.js'
import { openFindings } from '../store/selections.js'
import { highlight } from '../store/claim-actions.js'
import { setTextPlace } from '../store/text-place.js'
import { getState, setState, useStore } from '../store/store.js'
import { keepScroll, showClaim, showFinding } from '../store/view-actions.js'
import './text-pane.css'

/** The text of the shown source, locked, with its claims and findings. */
export function TextPane() {
  const text = useStore((state) => state.text)
  const empty = useStore((state) => state.records.source.size === 0)
  return (
    <main className="text-pane" data-pane="text" aria-label="Text">
      {text && <SourceHeading key={text.sourceId} />}
      {text && <Text key={text.id} version={text} />}
      {empty && <p className="empty">Add a text to begin. What you open is kept exactly as it is.</p>}
      <SelectionBar />
    </main>
  )
}

function SourceHeading() {
  const source = useStore((state) => (state.text ? state.records.source.get(state.text.sourceId) : undefined))
  if (!source) return null
  const about = [source.author, source.publisher, source.published && readableDate(source.published)].filter(
    Boolean,
  )
  return (
    <header className="text-heading">
      <h2 title={source.title}>{source.title}</h2>
      <span>{about.length ? about.join(' · ') : 'Author, publisher and date unknown'}</span>
      {source.kind !== 'unspecified' && <span>{source.kind} source</span>}
    </header>
  )
}

/** Whether the text that was shown before had the focus: the one that takes its place gets it. */
let focusWasInText = false

function Text({ version }: { version: TextVersion }) {
  const mount = useRef<HTMLDivElement>(null)
  const view = useRef<TextView | null>(null)
  const claims = useStore((state) => state.records.claim)
  const findings = useStore((state) => openFindings(state.records))
  const claimId = useStore((state) => state.view.claimId)
  const fingerprint = useStore((state) => state.view.fingerprint)
  const jump = useStore((state) => state.jump)
  const doc = useMemo(() => documentFromJson(version.document), [version])
  const highlights = useMemo(() => highlightsOf(claims, version.sourceId), [claims, version.sourceId])
  const marks = useMemo(() => findingMarksOf(findings, version.sourceId), [findings, version.sourceId])

  useEffect(() => {
    const { view: state, records: now } = getState()
    const title = now.source.get(version.sourceId)?.title ?? 'the source'
    const created = createTextView(mount.current!, {
      doc,
      label: `Text of ${title}`,
      highlights,
      findings: marks,
      onSelect: ({ start, end, rectangle }) =>
        setState({ selection: rectangle && start < end ? { start, end, rect: rectangle } : null }),
      onCaret: () => {},
      onOpenClaim: showClaim,
      onOpenFinding: (id) => showFinding(id),
      onScroll: () => {
        keepScroll(version.sourceId, created.scrollPosition().offset)
        const { selection } = getState()
        const rect = selection && created.selectionRectangle()
        if (selection) setState({ selection: rect ? { ...selection, rect } : null })
      },
    })
    const offset = state.scroll[version.sourceId]
    if (offset) created.restoreScroll({ offset, above: 0 })
    view.current = created
    if (focusWasInText) created.focus()
    setTextPlace({ rangeToHighlight: () => created.passage(), focus: () => created.focus() })
    return () => {
      setTextPlace(null)
      focusWasInText = created.dom.contains(document.activeElement)
      view.current = null
      created.destroy()
    }
    // Highlights and marks that change later are handed over below, without making the view anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [doc, version])

  useEffect(() => view.current?.setHighlights(highlights), [highlights])
  useEffect(() => view.current?.setFindings(marks), [marks])
  useEffect(() => {
    view.current?.setActive({ ...(claimId ? { claimId } : {}), ...(fingerprint ? { fingerprint } : {}) })
    const claim = claimId ? getState().records.claim.get(claimId) : null
    if (claim?.sourceId === version.sourceId) view.current?.scrollTo(claim.selector.start, claim.selector.end)
  }, [claimId, fingerprint, version])
  useEffect(() => {
    if (jump?.source === version.sourceId) view.current?.scrollTo(jump.start, jump.end, { align: 'center' })
  }, [jump, version])

  return <div className="text-mount" ref={mount} />
}

/** What can be done with a selected passage, beside it. */
function SelectionBar() {
  const selection = useStore((state) => state.selection)
  if (!selection) return null
  const { left, right, top, bottom } = selection.rect
  const above = top > 140
  const style = { left: (left + right) / 2, top: above ? top - 8 : bottom + 8 }
  return (
    <div
      className={above ? 'selection-bar above' : 'selection-bar'}
      style={style}
      role="toolbar"
      aria-label="Selected passage"
    >
      <Button look="primary" onPress={() => void highlight()} preventFocusOnPress>
        <Highlighter size={14} aria-hidden /> Highlight <kbd>h</kbd>
      </Button>
    </div>
  )
}

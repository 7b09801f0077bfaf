import { useLayoutEffect, useRef } from 'react'
import { shownSource } from '../../store/texts/shown-texts.js'
import { useStore } from '../../store/store.js'
import { ClaimInspector } from './claim-inspector.js'
import { FindingInspector } from './finding-inspector.js'
import { SourceInspector } from './source-inspector.js'
import './inspector.css'

/** The active claim or finding; without any, what is known of the shown source. */
export function Inspector() {
  const claim = useStore((state) =>
    state.view.claimId ? state.records.claim.get(state.view.claimId) : undefined,
  )
  const finding = useStore((state) =>
    state.view.fingerprint ? state.records.finding.get(state.view.fingerprint) : undefined,
  )
  const source = useStore((state) => state.records.source.get(shownSource(state) ?? ''))
  const label = claim ? 'Claim' : finding ? 'Finding' : 'Source'
  const pane = useRef<HTMLElement>(null)
  const shown = claim?.id ?? finding?.fingerprint ?? source?.id
  // What comes into the pane is read from its head, wherever the one before was left.
  useLayoutEffect(() => {
    if (pane.current) pane.current.scrollTop = 0
  }, [shown])
  return (
    <aside
      ref={pane}
      className="inspector"
      data-pane="inspector"
      data-focus="pane-inspector"
      tabIndex={-1}
      aria-label={label}
    >
      {claim ? (
        <ClaimInspector key={claim.id} claim={claim} />
      ) : finding ? (
        <FindingInspector key={finding.fingerprint} finding={finding} />
      ) : source ? (
        <SourceInspector key={source.id} source={source} />
      ) : (
        <p className="empty">Nothing is selected.</p>
      )}
    </aside>
  )
}

import { Check, Columns2, Undo2, X } from 'lucide-react'
import type { Finding, FindingSpan } from '../../../shared/domain/finding.js'
import { categoryLabel, SeverityBadge } from '../../components/badges.js'
import { CommandKey } from '../../components/command-key.js'
import { Button, IconButton } from '../../components/controls.js'
import { TitledList } from '../../components/titled-list.js'
import { showBothPassages, sideBySideLabel } from '../../store/texts/both-passages.js'
import { acceptActiveFinding, reopenFinding } from '../../store/claims/claim-actions.js'
import { setState, useStore } from '../../store/store.js'
import { showFinding, showNothing } from '../../store/view-actions.js'
import { usePassageContext } from './use-passage-context.js'

/** A finding: its passages, why it was flagged, and what would settle it. */
export function FindingInspector({ finding }: { finding: Finding }) {
  const { explanation } = finding
  const sideBySide = sideBySideLabel(finding.spans)
  return (
    <>
      <header className="inspector-head">
        <h2>{categoryLabel(finding.category)}</h2>
        <SeverityBadge severity={finding.severity} />
        <IconButton label="Close (Escape)" onPress={showNothing}>
          <X size={15} aria-hidden />
        </IconButton>
      </header>
      <p className="finding-message">{finding.message}</p>
      <section className="inspector-section" aria-label="Passages">
        {finding.spans.map((span, index) => (
          <Passage key={`${span.source}-${span.start}`} finding={finding} span={span} index={index} />
        ))}
        {sideBySide && (
          <div className="button-row">
            <Button onPress={showBothPassages}>
              <Columns2 size={15} aria-hidden /> {sideBySide} <CommandKey command="both-passages" />
            </Button>
          </div>
        )}
      </section>
      <Decision finding={finding} />
      <section className="inspector-section explanation" aria-label="Why it was flagged">
        <h3>Why it was flagged</h3>
        <p>{explanation.reason}</p>
        {explanation.resolved.length > 0 && (
          <table>
            <caption className="visually-hidden">What the expressions were read as</caption>
            <tbody>
              {explanation.resolved.map(({ quote, value }) => (
                <tr key={quote + value}>
                  <th scope="row">{quote}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <TitledList title="Arithmetic" lines={explanation.arithmetic} />
        <TitledList title="Assumed" lines={explanation.assumptions} />
        {explanation.settle && (
          <>
            <h3>What would settle it</h3>
            <p>{explanation.settle}</p>
          </>
        )}
      </section>
    </>
  )
}

function Passage({ finding, span, index }: { finding: Finding; span: FindingSpan; index: number }) {
  const source = useStore((state) => state.records.source.get(span.source))
  const context = usePassageContext(source, span)
  return (
    <button
      type="button"
      className="passage"
      title="Show in the text"
      onClick={() => showFinding(finding.fingerprint, index)}
    >
      <span>
        {context && <span className="context">{context.before}</span>}
        <q>{span.quote}</q>
        {context && <span className="context">{context.after}</span>}
      </span>
      <small>{source?.title}</small>
    </button>
  )
}

function Decision({ finding }: { finding: Finding }) {
  const decision = useStore((state) => state.records.decision.get(finding.fingerprint))
  if (!decision) {
    return (
      <div className="decision">
        <Button look="primary" onPress={() => void acceptActiveFinding()}>
          <Check size={15} aria-hidden /> Accept <CommandKey command="accept-finding" />
        </Button>
        <Button onPress={() => setState({ dialog: 'dismiss' })}>
          Dismiss… <CommandKey command="dismiss-finding" />
        </Button>
        <p className="hint">{whatAcceptingDoes(finding)}</p>
      </div>
    )
  }
  return (
    <div className="decision">
      <p>
        <b>{decision.state === 'accepted' ? 'Accepted' : 'Dismissed'}</b> by {decision.decidedBy}
        {decision.reason && <>: {decision.reason}</>}
      </p>
      <Button onPress={() => reopenFinding(finding.fingerprint)}>
        <Undo2 size={14} aria-hidden /> Reopen
      </Button>
    </div>
  )
}

function whatAcceptingDoes({ spans, suggests }: Finding): string {
  if (spans.length === 1) return 'Accepting makes a claim of the passage.'
  const link =
    suggests === 'contradicts' ? ', linked as contradicting' : suggests ? ', linked as the same' : ''
  return `Accepting makes claims of the ${spans.length} passages${link}.`
}

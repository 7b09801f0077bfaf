import { Columns2 } from 'lucide-react'
import type { Explanation, Finding } from '../../../shared/domain/finding.js'
import { categoryLabel, SeverityBadge } from '../../components/badges.js'
import { CommandKey } from '../../components/command-key.js'
import { Button } from '../../components/controls.js'
import { TitledList } from '../../components/titled-list.js'
import { showBothPassages, sideBySideLabel } from '../../store/texts/both-passages.js'
import { showFinding } from '../../store/view-actions.js'
import { PassageCard } from './passage-card.js'

/** One finding, large: what is wrong, the passages beside each other, and how the program came to it. */
export function FindingCard({ finding, isPutOff }: { finding: Finding; isPutOff: boolean }) {
  const { fingerprint, spans, severity, category, message, explanation } = finding
  const sideBySide = sideBySideLabel(spans)
  return (
    <article className={`finding-card of-${severity}`} aria-labelledby="triage-message">
      <header>
        <SeverityBadge severity={severity} />
        <span>{categoryLabel(category)}</span>
        {isPutOff && <span className="tag">put off</span>}
      </header>
      <h2 id="triage-message">{message}</h2>
      <ul className={spans.length === 1 ? 'triage-passages single' : 'triage-passages'} aria-label="Passages">
        {spans.map((span, index) => (
          <PassageCard
            key={`${span.source}-${span.start}`}
            span={span}
            onOpen={() => showFinding(fingerprint, index)}
          />
        ))}
      </ul>
      <div className="passages-foot">
        <p className="accepting">{whatAcceptingDoes(finding)}</p>
        {sideBySide && (
          <Button look="plain" onPress={showBothPassages}>
            <Columns2 size={15} aria-hidden /> {sideBySide} <CommandKey command="both-passages" />
          </Button>
        )}
      </div>
      <WhyFlagged explanation={explanation} />
    </article>
  )
}

function whatAcceptingDoes({ spans, suggests }: Finding): string {
  if (spans.length === 1) return 'Accepting makes a claim of the passage.'
  const link = { contradicts: ', linked as contradicting', 'same-as': ', linked as the same' }
  return `Accepting makes claims of the ${spans.length} passages${suggests ? link[suggests] : ''}.`
}

function WhyFlagged({ explanation }: { explanation: Explanation }) {
  const { reason, resolved, arithmetic, assumptions, settle } = explanation
  return (
    <div className="triage-why">
      <section>
        <h3>Why it was flagged</h3>
        <p>{reason}</p>
        {resolved.length > 0 && (
          <dl className="triage-resolved">
            {resolved.map(({ quote, value }) => (
              <div key={quote + value}>
                <dt>{quote}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <TitledList title="Arithmetic" lines={arithmetic} />
      </section>
      <section>
        {settle && (
          <>
            <h3>What would settle it</h3>
            <p>{settle}</p>
          </>
        )}
        <TitledList title="Assumed" lines={assumptions} />
      </section>
    </div>
  )
}

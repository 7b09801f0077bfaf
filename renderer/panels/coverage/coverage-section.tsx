import { ChevronRight, Eye } from 'lucide-react'
import { Meter, ToggleButton } from 'react-aria-components'
import { checkableKinds } from '../../../shared/coverage/checkables.js'
import type { CoverageCount } from '../../../shared/coverage/coverage.js'
import { countOf } from '../../../shared/coverage/uncovered.js'
import { CommandKey } from '../../components/command-key.js'
import { Button, IconButton } from '../../components/controls.js'
import { stepUncovered, toggleCoverage } from '../../store/texts/coverage.js'
import { useStore } from '../../store/store.js'
import { countInWords, shareInWords } from './coverage-words.js'
import { useCoverage } from './use-coverage.js'
import './coverage.css'

/** What of a source its claims cover, kind by kind, and the way to what they do not. */
export function CoverageSection({ sourceId }: { sourceId: string }) {
  const isShown = useStore((state) => state.preferences.showCoverage)
  const isCorrected = useStore((state) => state.correction?.sourceId === sourceId)
  return (
    <section className="inspector-section" aria-label="Coverage">
      <div className="section-head">
        <h3>Coverage</h3>
        <ToggleButton className="button" isSelected={isShown} onChange={toggleCoverage}>
          <Eye size={14} aria-hidden /> Show in the text
        </ToggleButton>
      </div>
      {isCorrected ? (
        <p className="hint">Counted again when the correction of the text is finished.</p>
      ) : (
        <Counts sourceId={sourceId} />
      )}
    </section>
  )
}

function Counts({ sourceId }: { sourceId: string }) {
  const coverage = useCoverage(sourceId)
  const wanted = useStore((state) => state.preferences.coverageKinds)
  if (!coverage) return <p className="hint">The text is being read…</p>
  const count = countOf(coverage, wanted)
  return (
    <>
      <ul className="coverage-kinds" aria-label="Covered by claims">
        {checkableKinds.map((kind, place) => (
          <KindCount key={kind.id} kind={kind} count={coverage.counts[place]!} />
        ))}
      </ul>
      <div className="button-row">
        <Button isDisabled={count.covered === count.total} onPress={() => void stepUncovered(1)}>
          Next uncovered <CommandKey command="next-uncovered" />
        </Button>
        <span className="coverage-all">{shareInWords(count)}</span>
      </div>
    </>
  )
}

function KindCount({ kind, count }: { kind: (typeof checkableKinds)[number]; count: CoverageCount }) {
  return (
    <li>
      <span className="coverage-sign" aria-hidden>
        {kind.sign}
      </span>
      <span>{kind.label}</span>
      <Meter
        className="coverage-meter"
        aria-label={`${kind.label} covered`}
        value={count.covered}
        maxValue={Math.max(1, count.total)}
        valueLabel={countInWords(count)}
      >
        {({ percentage }) => (
          <span className="coverage-track">
            <span style={{ width: `${percentage}%` }} />
          </span>
        )}
      </Meter>
      <span className="coverage-count">{countInWords(count)}</span>
      <IconButton
        label={`Next uncovered ${kind.one}`}
        isDisabled={count.covered === count.total}
        onPress={() => void stepUncovered(1, [kind.id])}
      >
        <ChevronRight size={15} aria-hidden />
      </IconButton>
    </li>
  )
}

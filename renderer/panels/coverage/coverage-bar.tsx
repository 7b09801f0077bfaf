import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { checkableKinds } from '../../../shared/coverage/checkables.js'
import type { Coverage } from '../../../shared/coverage/coverage.js'
import { countOf } from '../../../shared/coverage/uncovered.js'
import { IconButton } from '../../components/controls.js'
import { setCoverageKinds, stepUncovered, toggleCoverage } from '../../store/texts/coverage.js'
import { activateSide } from '../../store/texts/shown-texts.js'
import { useStore, type Side } from '../../store/store.js'
import { countInWords, shareInWords } from './coverage-words.js'
import { useCoverage } from './use-coverage.js'
import './coverage.css'

/** Over a text in which what no claim covers is shown: what its signs mean, and which kinds are to be covered. */
export function CoverageBar({ side, sourceId }: { side: Side; sourceId: string }) {
  const isShown = useStore((state) => state.preferences.showCoverage)
  const coverage = useCoverage(sourceId)
  if (!isShown || !coverage) return null
  const step = (by: 1 | -1): void => {
    activateSide(side)
    void stepUncovered(by)
  }
  return (
    <div className="coverage-bar" role="region" aria-label="Not covered by a claim">
      <div className="coverage-bar-row">
        <Kinds coverage={coverage} />
        <div className="coverage-steps">
          <IconButton label="Previous uncovered" command="previous-uncovered" onPress={() => step(-1)}>
            <ArrowUp size={15} aria-hidden />
          </IconButton>
          <IconButton label="Next uncovered" command="next-uncovered" onPress={() => step(1)}>
            <ArrowDown size={15} aria-hidden />
          </IconButton>
          <IconButton label="Hide coverage" command="show-coverage" onPress={toggleCoverage}>
            <X size={15} aria-hidden />
          </IconButton>
        </div>
      </div>
    </div>
  )
}

function Kinds({ coverage }: { coverage: Coverage }) {
  const wanted = useStore((state) => state.preferences.coverageKinds)
  return (
    <>
      <span className="coverage-all">{shareInWords(countOf(coverage, wanted))}</span>
      <ToggleButtonGroup
        className="coverage-legend"
        aria-label="What is to be covered"
        selectionMode="multiple"
        disallowEmptySelection
        selectedKeys={wanted}
        onSelectionChange={setCoverageKinds}
      >
        {checkableKinds.map(({ id, label, sign }, place) => {
          const { covered, total } = coverage.counts[place]!
          return (
            <ToggleButton
              key={id}
              id={id}
              className="coverage-kind"
              aria-label={`${label}, ${countInWords({ covered, total })} covered`}
            >
              <span className="coverage-sign">{sign}</span> {label}{' '}
              <span className="coverage-count">{(total - covered).toLocaleString('en')}</span>
            </ToggleButton>
          )
        })}
      </ToggleButtonGroup>
    </>
  )
}

import { countOf } from '../../../shared/coverage/uncovered.js'
import { useStore } from '../../store/store.js'
import { kindsInWords, shareInWords } from './coverage-words.js'
import { useCoverage } from './use-coverage.js'
import './coverage.css'

/** How much of a source its claims cover, as a line of a list. */
export function CoverageShare({ sourceId }: { sourceId: string }) {
  const coverage = useCoverage(sourceId)
  const wanted = useStore((state) => state.preferences.coverageKinds)
  if (!coverage) return null
  const count = countOf(coverage, wanted)
  return (
    <span className="coverage-share" title={kindsInWords(coverage, wanted)}>
      {count.total > 0 && (
        <span className="coverage-track" aria-hidden>
          <span style={{ width: `${(100 * count.covered) / count.total}%` }} />
        </span>
      )}
      {shareInWords(count)}
    </span>
  )
}

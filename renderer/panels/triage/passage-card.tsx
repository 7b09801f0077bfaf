import type { FindingSpan } from '../../../shared/domain/finding.js'
import { Button } from '../../components/controls.js'
import { readableDate } from '../../components/readable-date.js'
import { useStore } from '../../store/store.js'
import { usePassageContext } from '../inspector/use-passage-context.js'

/** A passage of a finding with the words around it, and the source that says it. */
export function PassageCard({ span, onOpen }: { span: FindingSpan; onOpen: () => void }) {
  const source = useStore((state) => state.records.source.get(span.source))
  const context = usePassageContext(source, span)
  const about = [source?.publisher ?? source?.author, source?.published && readableDate(source.published)]
  return (
    <li className="passage-card">
      <blockquote>
        <span className="context">{context?.before}</span>
        <mark>{span.quote}</mark>
        <span className="context">{context?.after}</span>
      </blockquote>
      <footer>
        <cite>
          {source?.title}
          <small>{about.filter(Boolean).join(', ')}</small>
        </cite>
        <Button look="plain" aria-label={`Show in the text: ${source?.title ?? ''}`} onPress={onOpen}>
          Show in the text
        </Button>
      </footer>
    </li>
  )
}

import { useEffect, useState } from 'react'
import type { FindingSpan } from '../../../shared/domain/finding.js'
import type { Source } from '../../../shared/domain/source.js'
import { Button } from '../../components/controls.js'
import { contextOf, type PassageContext } from '../../components/passage-context.js'
import { readableDate } from '../../components/readable-date.js'
import { useStore } from '../../store/store.js'
import { textOf } from '../../store/texts.js'
import { tellError } from '../../store/toasts.js'

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

/** The words around a passage, from the text of its source; null until that is there. */
function usePassageContext(source: Source | undefined, { start, end }: FindingSpan): PassageContext | null {
  const [context, setContext] = useState<PassageContext | null>(null)
  useEffect(() => {
    let current = true
    setContext(null)
    if (!source) return
    textOf(source)
      .then(({ text }) => current && setContext(contextOf(text, start, end)))
      .catch(tellError)
    return () => {
      current = false
    }
  }, [source, start, end])
  return context
}

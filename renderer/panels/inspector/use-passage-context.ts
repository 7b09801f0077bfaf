import { useEffect, useState } from 'react'
import type { FindingSpan } from '../../../shared/domain/finding.js'
import type { Source } from '../../../shared/domain/source.js'
import { contextOf, type PassageContext } from '../../components/passage-context.js'
import { textOf } from '../../store/texts/texts.js'
import { tellError } from '../../store/toasts.js'

/** The words around a passage, from the text of its source; null until that is there. */
export function usePassageContext(
  source: Source | undefined,
  { start, end }: Pick<FindingSpan, 'start' | 'end'>,
): PassageContext | null {
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

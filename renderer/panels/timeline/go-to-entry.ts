import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import { jumpTo } from '../../store/texts/shown-texts.js'
import { showClaim, showFinding } from '../../store/view-actions.js'

/** Shows the passage of an entry in its text, and the claim or finding that it stands for. */
export function goToEntry({ kind, record, spanIndex, source, passage }: TimelineEntry): void {
  if (kind === 'claim' && record) showClaim(record)
  else if (kind === 'finding' && record) showFinding(record, spanIndex)
  else jumpTo({ source, ...passage })
}

import type { SourceId } from './ids.js'
import type { ViewState } from './preferences.js'

/**
 * The source that a case is shown with: the one that was shown last, else the first of the tabs, else the first of the case;
 * null for a case without sources. `there` names the sources that are in the case, in their order.
 */
export function firstSource(
  { sourceId, tabs }: Pick<ViewState, 'sourceId' | 'tabs'>,
  there: Iterable<string>,
): SourceId | null {
  const known = new Set(there)
  const shown = [sourceId, ...tabs, ...known].find((id) => id !== null && known.has(id))
  return (shown ?? null) as SourceId | null
}

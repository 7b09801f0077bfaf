import { create } from 'zustand'
import {
  checkableKinds,
  type Checkable,
  type CheckableKind,
  type Checkables,
} from '../../../shared/coverage/checkables.js'
import { coverageOf, withClaims, type Coverage } from '../../../shared/coverage/coverage.js'
import { countOf, stepToUncovered } from '../../../shared/coverage/uncovered.js'
import { isOrphan } from '../../../shared/domain/claim.js'
import type { Source } from '../../../shared/domain/source.js'
import { toAppError } from '../../../shared/ipc/result.js'
import { excerpt } from '../../components/excerpt.js'
import { ask } from '../../bridge/bridge.js'
import type { Records } from '../case/records.js'
import { claimsIn } from '../selections.js'
import { jumpTo } from './shown-texts.js'
import { getState } from '../store.js'
import { textPlace, type TextPlace } from './text-place.js'
import { announce, tell, tellError } from '../toasts.js'
import { setPreferences, showNothing } from '../view-actions.js'

/** What can be checked in the texts, by text version, as far as it has been asked for. */
export const useCheckables = create<{ byVersion: ReadonlyMap<string, Checkables> }>()(() => ({
  byVersion: new Map(),
}))

const reading = new Map<string, Promise<void>>()

/** Has the current text of a source read, elsewhere than in the window and once; resolves when it is known or cannot be. */
export function readCheckables({ id, currentVersionId }: Source): Promise<void> {
  const under = reading.get(currentVersionId)
  if (under) return under
  if (useCheckables.getState().byVersion.has(currentVersionId)) return Promise.resolve()
  const read = ask('source.checkables', { id })
    .then(({ versionId, ...checkables }) => keep(versionId, checkables))
    .catch(tellUnlessClosed)
    .finally(() => reading.delete(currentVersionId))
  reading.set(currentVersionId, read)
  return read
}

/** Keeps what was read, and forgets texts that are not in the case any more. */
function keep(versionId: string, checkables: Checkables): void {
  const current = new Set(
    Array.from(getState().records.source.values(), (source): string => source.currentVersionId),
  )
  const { byVersion } = useCheckables.getState()
  const still = [...byVersion].filter(([id]) => current.has(id))
  useCheckables.setState({ byVersion: new Map([...still, [versionId, checkables]]) })
}

function tellUnlessClosed(error: unknown): void {
  if (getState().open && toAppError(error).kind !== 'cancelled') tellError(error)
}

/** The last coverage by what it is of: the next differs by a claim or two. */
const latest = new WeakMap<Checkables, Coverage>()

/** What the claims in the current text of a source cover; the same object while they cover the same. */
export function coverageBy(claims: Records['claim'], source: Source, checkables: Checkables): Coverage {
  const ranges = claimsIn(claims, source.id)
    .filter((claim) => !isOrphan(claim, source))
    .map(({ selector }) => selector)
  const before = latest.get(checkables)
  const coverage = before ? withClaims(before, ranges) : coverageOf(checkables, ranges)
  latest.set(checkables, coverage)
  return coverage
}

/** What is to be covered, in the order of the kinds; everything unless a person chose. */
export function setCoverageKinds(wanted: ReadonlySet<unknown>): void {
  const coverageKinds = checkableKinds.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
  void setPreferences({ coverageKinds })
}

export function toggleCoverage(): void {
  void setPreferences({ showCoverage: !getState().preferences.showCoverage })
}

/**
 * Selects the next (1) or previous (-1) passage of the text that no claim covers, going round at the ends; of the kinds
 * that are to be covered unless some are given. What is open beside the text is let go of, as it is not about the passage.
 */
export async function stepUncovered(
  by: 1 | -1,
  kinds: readonly CheckableKind[] = getState().preferences.coverageKinds,
): Promise<void> {
  const place = textPlace()
  const coverage = place && (await coverageOfPlace(place))
  if (!coverage || textPlace() !== place) return
  const end = by === 1 ? 0 : Infinity
  const next =
    stepToUncovered(coverage, place.view.selection(), by, kinds) ??
    stepToUncovered(coverage, { start: end, end }, by, kinds)
  if (next) return showUncovered(place, coverage, next, kinds)
  const { total } = countOf(coverage, kinds)
  tell(total === 0 ? 'There is nothing of this kind in the text.' : 'Nothing is left: claims cover it all.')
}

/** Null while the text is corrected, or when it is not the current one. */
async function coverageOfPlace({ sourceId, view }: TextPlace): Promise<Coverage | null> {
  const source = getState().records.source.get(sourceId)
  if (!source || view.correction.isActive) return null
  await readCheckables(source)
  const { records, correction } = getState()
  const checkables = useCheckables.getState().byVersion.get(source.currentVersionId)
  const isSame = records.source.get(sourceId)?.currentVersionId === source.currentVersionId
  if (!checkables || !isSame || correction?.sourceId === sourceId) return null
  return coverageBy(records.claim, source, checkables)
}

function showUncovered(
  { sourceId, view }: TextPlace,
  coverage: Coverage,
  { start, end, kind }: Checkable,
  kinds: readonly CheckableKind[],
): void {
  const isBehind = getState().view.centre !== 'text'
  showNothing()
  view.select(start, end)
  if (isBehind) jumpTo({ source: sourceId, start, end })
  else view.scrollTo(start, end, { align: 'center' })
  requestAnimationFrame(() => view.focus())
  const { covered, total } = countOf(coverage, kinds)
  const { one } = checkableKinds.find(({ id }) => id === kind)!
  announce(`Not covered, ${one}: ${excerpt(view.text.slice(start, end), 200)}. ${total - covered} left.`)
}

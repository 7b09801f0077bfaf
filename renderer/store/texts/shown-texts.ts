import { firstSource } from '../../../shared/domain/first-source.js'
import type { SourceId } from '../../../shared/domain/ids.js'
import type { ViewState } from '../../../shared/domain/preferences.js'
import { inspecting } from '../claims/held-claim.js'
import { getState, noTexts, setState, type Jump, type Passage, type Side } from '../store.js'
import { textPlace } from './text-place.js'
import { textOf } from './texts.js'
import { tellError } from '../toasts.js'
import { setView } from '../view-state.js'
import { canGoBack, canGoForward, leave, placeAfter, placeBefore, type Place } from '../visited.js'

/** The source that is shown on a side; by default on the one that was used last. */
export function shownSource(
  { view, side }: { view: ViewState; side: Side },
  of: Side = side,
): SourceId | null {
  return (of === 'first' ? view.sourceId : view.beside) as SourceId | null
}

/** Shows a source's text: where it is shown already, else on the side that was used last. */
export async function showSource(id: SourceId): Promise<void> {
  const state = getState()
  if (shownSource(state, 'first') === id) setState({ side: 'first' })
  else if (shownSource(state, 'beside') === id) setState({ side: 'beside' })
  await showOn(getState().side, id)
}

async function showOn(side: Side, id: SourceId): Promise<void> {
  const { view, records } = getState()
  const source = records.source.get(id)
  if (!source) return
  const activeClaim = view.claimId ? records.claim.get(view.claimId) : null
  const shown: readonly (string | null)[] = side === 'first' ? [id, view.beside] : [view.sourceId, id]
  setView({
    ...(side === 'first' ? { sourceId: id } : { beside: id }),
    tabs: view.tabs.includes(id) ? view.tabs : [...view.tabs, id],
    ...(activeClaim && shown.includes(activeClaim.sourceId) ? {} : inspecting({ ...view, claimId: null })),
  })
  if (getState().texts[side]?.id === source.currentVersionId) return
  try {
    const version = await textOf(source)
    if (shownSource(getState(), side) !== id) return
    setState(({ texts }) => ({ texts: { ...texts, [side]: version }, selection: null }))
  } catch (error) {
    tellError(error)
  }
}

/** Brings what the sides show up to date with the records: sources that are gone, or that have another text now. */
export function refreshTexts(): void {
  const { view, records } = getState()
  const isThere = (id: string | null): id is SourceId => id !== null && records.source.has(id)
  const tabs = view.tabs.filter(isThere)
  if (tabs.length < view.tabs.length) setView({ tabs })
  if (view.beside !== null && !isThere(view.beside)) closeBeside()
  const first = firstSource(view, records.source.keys())
  if (first) void showOn('first', first)
  else {
    setView({ sourceId: null })
    setState({ texts: noTexts, side: 'first' })
  }
  const { beside } = getState().view
  if (beside) void showOn('beside', beside as SourceId)
}

/** Makes a side the one that commands act on. */
export function activateSide(side: Side): void {
  if (getState().side !== side) setState({ side, selection: null })
}

/** Shows a second text beside the first: the one given, else the next tab or source, else the same once more. */
export function openBeside(id?: SourceId): void {
  const { view, records } = getState()
  const other = [...view.tabs, ...records.source.keys()].find((one) => one !== view.sourceId)
  const wanted = id ?? other ?? view.sourceId
  if (!wanted) return
  setState({ side: 'beside' })
  void showOn('beside', wanted as SourceId)
}

export function closeBeside(): void {
  setView({ beside: null })
  setState(({ texts }) => ({ texts: { ...texts, beside: null }, side: 'first', selection: null }))
}

export function toggleScrollTogether(): void {
  setView({ scrollTogether: !getState().view.scrollTogether })
}

/** Closes a source's tab and shows its neighbour; the last one stays. Nothing of the source is lost. */
export function closeTab(id: string | null = shownSource(getState())): void {
  const { view } = getState()
  const at = id === null ? -1 : view.tabs.indexOf(id)
  if (at < 0 || view.tabs.length < 2) return
  const tabs = view.tabs.filter((tab) => tab !== id)
  const neighbour = (tabs[at] ?? tabs.at(-1)) as SourceId
  setView({ tabs })
  if (view.beside === id) closeBeside()
  if (view.sourceId === id) void showOn('first', neighbour)
}

/** Shows the next (1) or previous (-1) tab, going round. */
export function stepTab(by: 1 | -1): void {
  const { tabs } = getState().view
  const at = tabs.indexOf(shownSource(getState()) ?? '')
  const next = tabs[(at + by + tabs.length) % tabs.length]
  if (next) void showOn(getState().side, next as SourceId)
}

/** Shows a source and brings a passage of it into view, from where a person can go back. */
export function jumpTo({ source, start, end, selects = false }: Jump): void {
  rememberPlace()
  setView({ centre: 'text' })
  void showSource(source as SourceId)
  setState({ jump: { source, start, end, ...(selects && { selects }) } })
}

/** Shows two passages side by side, each in its text; one text may stand on both sides. */
export function jumpToBoth({ source, start, end }: Passage, beside: Passage): void {
  rememberPlace()
  // Two places that scroll together would drive each other away.
  setView({ centre: 'text', scrollTogether: false })
  setState({ side: 'first' })
  void showOn('first', source as SourceId)
  void showOn('beside', beside.source as SourceId)
  setState({ jump: { source, start, end, beside } })
}

/** What a jump brings into view on a side, if that side shows its source. */
export function passageFor(side: Side, jump: Jump): Passage {
  return side === 'beside' && jump.beside ? jump.beside : jump
}

/** Whether a side goes to what is shown of its source: where one text stands on both sides, only the one used last does. */
export function goesAlong(side: Side): boolean {
  const { view, side: used } = getState()
  return view.beside !== view.sourceId || side === used
}

/** Shows a source with its text versions. */
export function showVersionsOf(id: SourceId): void {
  void showSource(id)
  setState({ dialog: 'versions' })
}

/** Remembers where a person is, before going elsewhere. */
export function rememberPlace(): void {
  const here = placeNow()
  if (here) leave(here)
}

export const couldGoBack = canGoBack
export const couldGoForward = canGoForward

export const goBack = (): void => travel(placeBefore)
export const goForward = (): void => travel(placeAfter)

function travel(next: (here: Place) => Place | null): void {
  const here = placeNow()
  const place = here && next(here)
  if (!place) return
  setView(inspecting(place))
  keepScroll(place.sourceId, place.offset)
  void showSource(place.sourceId).then(() =>
    textPlace()?.view.restoreScroll({ offset: place.offset, above: 0 }),
  )
}

function placeNow(): Place | null {
  const { view } = getState()
  const sourceId = shownSource(getState())
  if (!sourceId) return null
  const offset = textPlace()?.view.scrollPosition().offset ?? view.scroll[sourceId] ?? 0
  return { sourceId, offset, claimId: view.claimId, fingerprint: view.fingerprint }
}

export function keepScroll(sourceId: string, offset: number): void {
  const { view } = getState()
  if (view.scroll[sourceId] !== offset) setView({ scroll: { ...view.scroll, [sourceId]: offset } })
}

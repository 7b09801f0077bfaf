import { copyDiagnostics, openLink } from '../case/case-actions.js'
import { focusOn, placeNamed } from '../focus.js'
import { getState, setState } from '../store.js'
import { textPlace } from '../texts/text-place.js'
import * as view from '../view-actions.js'
import { aCase, type Action, type Need } from './command.js'

/** What the middle of the window can show, in the order of its buttons. */
export const centres = [
  { id: 'text', label: 'Text' },
  { id: 'claims', label: 'Claims' },
  { id: 'triage', label: 'Triage' },
  { id: 'timeline', label: 'Timeline' },
  { id: 'review', label: 'Review' },
  { id: 'report', label: 'Report' },
] as const

/** Without one there is nothing to open: the program itself never looks. */
const aReleasesPage: Need = {
  holds: () => getState().releasesPage !== null,
  otherwise: 'This program names no page of its releases; About Stet tells its version',
}

const panes = ['left', 'text', 'inspector', 'messages'] as const

/** Whether a pane is there and not folded away. */
const isOpen = (name: (typeof panes)[number]): boolean =>
  (document.querySelector(`[data-pane="${name}"]`)?.getBoundingClientRect().width ?? 0) > 40

const areBeside = (): boolean => getState().view.centre === 'text' && getState().view.beside !== null

/** Where F6 stops: at each pane, and at both texts while two are beside each other. */
const paneStops = (): string[] =>
  panes.filter(isOpen).flatMap((name) => (name === 'text' && areBeside() ? ['first', 'beside'] : [name]))

/** The stop that has the focus; what stands over both texts belongs to the first. */
function stopNow(): string | undefined {
  const named = (name: 'pane' | 'side'): string | undefined =>
    document.activeElement?.closest<HTMLElement>(`[data-${name}]`)?.dataset[name]
  const pane = named('pane')
  return pane === 'text' && areBeside() ? (named('side') ?? 'first') : pane
}

/** Moves the focus to a stop; whether it is there then: a text that is still being read takes none. */
function takesFocus(stop: string): boolean {
  if (stop === 'first' || stop === 'beside') textPlace(stop)?.view.focus()
  else focusOn(`pane-${stop}`)
  return stopNow() === stop
}

/** Moves the focus to the next pane that takes it, or the one before (-1). */
function walkPanes(step: 1 | -1): void {
  const stops = paneStops()
  const current = Math.max(stops.indexOf(stopNow() ?? ''), step === 1 ? -1 : 0)
  const ahead = stops.map((_stop, index) => stops.at((current + step * (index + 1)) % stops.length)!)
  ahead.find(takesFocus)
  document.activeElement?.closest('[data-pane]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Lets go of what is active, nearest first: the field, then the claim or finding. */
function letGo(): void {
  const field = document.activeElement?.closest('[data-pane="inspector"]')
  if (!field) view.showNothing()
  focusOn('pane-text')
}

function openSearch(): void {
  view.showTab('search')
  requestAnimationFrame(() => placeNamed('search')?.focus())
}

function openCentre(centre: (typeof centres)[number]['id']): void {
  view.showCentre(centre)
  requestAnimationFrame(() => focusOn('pane-text'))
}

export const viewActions = {
  palette: { run: () => setState({ dialog: 'palette' }) },
  'show-text': { needs: [aCase], run: () => openCentre('text') },
  'show-claims': { needs: [aCase], run: () => openCentre('claims') },
  'show-triage': { needs: [aCase], run: () => openCentre('triage') },
  'show-timeline': { needs: [aCase], run: () => openCentre('timeline') },
  'show-review': { needs: [aCase], run: () => openCentre('review') },
  'show-report': { needs: [aCase], run: () => openCentre('report') },
  'list-sources': { needs: [aCase], run: () => view.showTab('sources') },
  'list-findings': { needs: [aCase], run: () => view.showTab('findings') },
  'list-claims': { needs: [aCase], run: () => view.showTab('claims') },
  search: { needs: [aCase], run: openSearch },
  'next-pane': { needs: [aCase], run: () => walkPanes(1) },
  'previous-pane': { needs: [aCase], run: () => walkPanes(-1) },
  'let-go': { needs: [aCase], run: letGo },
  'theme-light': { run: () => void view.setPreferences({ theme: 'light' }) },
  'theme-dark': { run: () => void view.setPreferences({ theme: 'dark' }) },
  'theme-system': { run: () => void view.setPreferences({ theme: 'system' }) },
  'show-keys': { run: () => setState({ dialog: 'keys' }) },
  'show-signs': { run: () => setState({ dialog: 'signs' }) },
  'copy-diagnostics': { run: () => void copyDiagnostics() },
  'newer-version': { needs: [aReleasesPage], run: () => void openLink(getState().releasesPage!) },
  about: { run: () => setState({ dialog: 'about' }) },
} satisfies Record<string, Action>

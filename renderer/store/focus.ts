import { getState } from './store.js'
import { textPlace } from './text-place.js'

/** The element that a panel has named with `data-focus`. */
export const placeNamed = (name: string): HTMLElement | null =>
  document.querySelector(`[data-focus="${name}"]`)

/** Moves the focus to a named place, or to the text. */
export function focusOn(place: string): void {
  if (place === 'pane-text') focusOnCentre()
  else if (place === 'pane-left') selectedTab()?.focus()
  else placeNamed(place)?.focus()
}

/** The text, or what is shown in its place. */
function focusOnCentre(): void {
  if (getState().view.centre === 'text') textPlace()?.view.focus()
  else (placeNamed('claims-table') ?? placeNamed('triage') ?? placeNamed('centre'))?.focus()
}

const selectedTab = (): HTMLElement | null =>
  document.querySelector('[data-pane="left"] [role="tab"][aria-selected="true"]')

/** Once what had the focus is gone from the window, puts it on the inspector, so that it is never lost. */
export function keepFocus(place: 'pane-inspector' | 'pane-text' = 'pane-inspector'): void {
  setTimeout(() => {
    if (document.activeElement === document.body) focusOn(place)
  }, 50)
}

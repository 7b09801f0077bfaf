import { getState, useStore } from './store.js'
import { textPlace } from './texts/text-place.js'

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

/** Once what had the focus is gone from the window, puts it on a pane, or else on the text, so that it is never lost. */
export function keepFocus(place = 'pane-inspector'): void {
  setTimeout(() => {
    for (const pane of [place, 'pane-text']) if (document.activeElement === document.body) focusOn(pane)
  }, 50)
}

/** The place of the pane that has the focus; the text where none has. */
export function focusedPane(): string {
  const pane = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane']
  return `pane-${pane ?? 'text'}`
}

/** What had the focus when a dialog came over the window. */
let beforeDialog: Element | null = null

/**
 * Gives the focus back to what had it before a dialog once the last one is closed, or else to the text. A dialog does so
 * itself, but not one that took the place of another, such as the merging after the reading of a copy.
 */
export function giveFocusBack(): () => void {
  return useStore.subscribe(({ dialog }, { dialog: before }) => {
    if (dialog !== null && before === null) beforeDialog = document.activeElement
    if (dialog !== null || before === null) return
    const last = beforeDialog
    setTimeout(() => {
      if (document.activeElement !== document.body || getState().dialog !== null) return
      if (last instanceof HTMLElement && last !== document.body && last.isConnected) last.focus()
      else focusOn('pane-text')
    }, 50)
  })
}

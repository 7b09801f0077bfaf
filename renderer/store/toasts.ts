import { keepFocus, placeNamed } from './focus.js'
import { getState, setState, type Toast } from './store.js'

let lastId = 0

/**
 * How long a line of information stays, in milliseconds, and longer while the pointer or the focus is on it. Errors stay
 * until they are closed.
 */
const staying = 5000

export function tell(message: string, action: Toast['action'] = null): void {
  show('info', message, action)
}

export function tellError(error: unknown): void {
  show('error', error instanceof Error ? error.message : String(error), null)
}

/** Closes a message; a focus that was in it goes to the text. */
export function closeToast(id: number): void {
  if (messageNamed(id)?.matches(':focus-within')) keepFocus('pane-text')
  setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** Closes what tells of a case that is no longer open: its “Undo” would have nothing to act on. Errors stay. */
export function closeInformation(): void {
  setState(({ toasts }) => ({ toasts: toasts.filter(({ tone }) => tone === 'error') }))
}

/** Closes the messages that offer an action which no longer does what they say. */
export function closeOffers(action: Toast['action']): void {
  for (const toast of getState().toasts) if (toast.action === action) closeToast(toast.id)
}

/** Tells a screen reader what is shown or was done; nobody sees it. */
export function announce(announcement: string): void {
  setState({ announcement })
}

function show(tone: Toast['tone'], message: string, action: Toast['action']): void {
  const same = getState().toasts.find((toast) => toast.message === message)
  if (same) closeToast(same.id)
  lastId += 1
  const id = lastId
  setState(({ toasts }) => ({ toasts: [...toasts, { id, tone, message, action }].slice(-4) }))
  if (tone === 'info') setTimeout(() => closeUnattended(id), staying)
}

function closeUnattended(id: number): void {
  if (messageNamed(id)?.matches(':hover, :focus-within')) setTimeout(() => closeUnattended(id), staying)
  else closeToast(id)
}

const messageNamed = (id: number): HTMLElement | null => placeNamed(`message-${id}`)

import { plainLine } from '../../shared/domain/plain-line.js'
import { keepFocus, placeNamed } from './focus.js'
import { getState, setState, type Toast } from './store.js'

let lastId = 0

/**
 * How long a line of information stays, in milliseconds, and longer while the pointer or the focus is on it. Errors stay
 * until they are closed.
 */
const staying = 5000

/** @param kind a message of a kind takes the place of the one before. */
export function tell(message: string, action: Toast['action'] = null, kind: Toast['kind'] = null): void {
  show({ tone: 'info', message, action, kind })
}

export function tellError(error: unknown): void {
  show({
    tone: 'error',
    message: error instanceof Error ? error.message : String(error),
    action: null,
    kind: null,
  })
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
  setState({ announcement: plainLine(announcement) })
}

function show(told: Omit<Toast, 'id'>): void {
  const { tone, kind } = told
  const message = plainLine(told.message)
  const isSame = (toast: Toast): boolean =>
    toast.message === message || (kind !== null && toast.kind === kind)
  const same = getState().toasts.find(isSame)
  if (same) closeToast(same.id)
  lastId += 1
  const id = lastId
  setState(({ toasts }) => ({ toasts: [...toasts, { id, ...told, message }].slice(-4) }))
  if (tone === 'info') setTimeout(() => closeUnattended(id), staying)
}

function closeUnattended(id: number): void {
  if (messageNamed(id)?.matches(':hover, :focus-within')) setTimeout(() => closeUnattended(id), staying)
  else closeToast(id)
}

const messageNamed = (id: number): HTMLElement | null => placeNamed(`message-${id}`)

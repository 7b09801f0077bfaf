import { getState, setState, type Toast } from './store.js'

let lastId = 0

/** How long a line of information stays, in milliseconds. Errors stay until they are closed. */
const staying = 5000

export function tell(message: string, action: Toast['action'] = null): void {
  show('info', message, action)
}

export function tellError(error: unknown): void {
  show('error', error instanceof Error ? error.message : String(error), null)
}

export function closeToast(id: number): void {
  setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** Closes what tells of a case that is no longer open: its “Undo” would have nothing to act on. Errors stay. */
export function closeInformation(): void {
  setState(({ toasts }) => ({ toasts: toasts.filter(({ tone }) => tone === 'error') }))
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
  if (tone === 'info') setTimeout(() => closeToast(id), staying)
}

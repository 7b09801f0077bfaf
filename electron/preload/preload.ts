import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Result } from '../../shared/ipc/result.js'
import { isLargerThan, mostFor } from '../../shared/ipc/size.js'

const tooLarge: Result<never> = {
  ok: false,
  error: {
    kind: 'too-large',
    message: 'What was to be done is larger than Stet takes at once, and was not. Do it in smaller parts.',
  },
}

/**
 * The bridge: the only way from the window's page to the rest. It passes on names and plain data; what they mean is in
 * `shared/ipc/contract.ts`, and the main process checks all of it again. What is too large is stopped here, since whoever gets it
 * must hold it first.
 */
contextBridge.exposeInMainWorld('stet', {
  call: async (name: string, argument: unknown) =>
    isLargerThan(argument, mostFor(name)) ? tooLarge : ipcRenderer.invoke('stet:call', name, argument),
  /** Files that a person dropped on the window. Their paths go to the main process without passing the page. */
  openDropped: (files: File[]) =>
    ipcRenderer.invoke('stet:dropped', files.map((file) => webUtils.getPathForFile(file)).filter(Boolean)),
  on: (listener: (name: string, event: unknown) => void) => {
    const forward = (_event: unknown, name: string, event: unknown): void => listener(name, event)
    ipcRenderer.on('stet:event', forward)
    return () => ipcRenderer.off('stet:event', forward)
  },
  platform: process.platform,
})

// While the page's code is on its way. What is asked of the system here for the first time, its code would wait for.
setTimeout(() => {
  localStorage.getItem('')
  Intl.DateTimeFormat.supportedLocalesOf([])
})

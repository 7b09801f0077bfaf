import { contextBridge, ipcRenderer, webUtils } from 'electron'

/**
 * The bridge: the only way from the window's page to the rest. It passes on names and plain data; what they mean is in
 * `shared/ipc/contract.ts`, and the main process checks all of it again.
 */
contextBridge.exposeInMainWorld('stet', {
  call: (name: string, argument: unknown) => ipcRenderer.invoke('stet:call', name, argument),
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

import { app, BrowserWindow, nativeTheme } from 'electron'
import { fileURLToPath } from 'node:url'
import { appOrigin } from './app-protocol.js'
import { guardContents } from './web-guards.js'

/** Background of the window until its page has painted, so that a start in the dark is not a flash of white. */
const background = { light: '#f6f5f2', dark: '#16181b' }

/** A window with the page of the app, shown once it has something to show. */
export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Stet',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  guardContents(window.webContents)
  window.once('ready-to-show', () => window.show())
  return window
}

export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${appOrigin}/index.html`)
}

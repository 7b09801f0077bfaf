import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { fileURLToPath } from 'node:url'
import type { WindowBounds } from '../service/app-data.js'
import { appOrigin } from './app-protocol.js'
import { guardContents } from './web-guards.js'

/** Background of the window until its page has painted, so that a start in the dark is not a flash of white. */
const background = { light: '#f6f5f2', dark: '#16181b' }

const usualSize = { width: 1440, height: 900 }

/** How far a further window stands from the one before, in CSS pixels. */
const step = 28

/**
 * A window with the page of the app, shown once it has something to show; where the last one was, if that is still on a
 * screen. `place` counts the windows there are.
 */
export function createWindow(last: WindowBounds | null, place: number): BrowserWindow {
  const bounds = last && isOnScreen(last) ? shifted(last, place * step) : usualSize
  const window = new BrowserWindow({
    ...bounds,
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
  if (last?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  return window
}

export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${appOrigin}/index.html`)
}

/** Where a window is when it is not maximized, and whether it is. */
export function boundsOf(window: BrowserWindow): WindowBounds {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
}

/** Tells where a window is once it was moved or resized and has come to rest. */
export function reportBounds(window: BrowserWindow, report: (bounds: WindowBounds) => void): void {
  let timer: NodeJS.Timeout | undefined
  const changed = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!window.isDestroyed()) report(boundsOf(window))
    }, 400)
  }
  window.on('resize', changed)
  window.on('move', changed)
  window.on('maximize', changed)
  window.on('unmaximize', changed)
}

/** Whether enough of a window would be in sight to take hold of it. */
function isOnScreen({ x, y, width }: WindowBounds): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const inSight = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    return inSight >= 120 && y >= workArea.y && y < workArea.y + workArea.height - 40
  })
}

function shifted({ x, y, width, height }: WindowBounds, by: number): Electron.Rectangle {
  return { x: x + by, y: y + by, width, height }
}

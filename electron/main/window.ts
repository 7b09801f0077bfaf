import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { fileURLToPath } from 'node:url'
import type { WindowBounds } from '../service/app-data.js'
import { appOrigin } from './app-protocol.js'
import { ground } from './ground.js'
import { guardContents } from './web-guards.js'

const usualSize = { width: 1440, height: 900 }

/** How far a further window stands from the one before, in CSS pixels. */
const step = 28

/** A window whose page is on its way. */
export interface StartedWindow {
  window: BrowserWindow
  /** Resolves when the page is there, with or without what it is to show. */
  loaded: Promise<void>
}

export interface WindowStart {
  /** Where the last one was, where this one goes if that is still on a screen. */
  last: WindowBounds | null
  /** How many windows there are. */
  place: number
  /** How large the page is drawn. */
  scale: number
  /** Whether a case is about to be shown: the page begins with the places for it. */
  showsCase: boolean
}

/** Makes a window, shows it and has it load the page of the app. */
export function startWindow({ last, place, scale, showsCase }: WindowStart): StartedWindow {
  const window = createWindow(last, place, scale)
  const loaded = loadPage(window, showsCase)
  // Told by whoever waits for it, which may come later.
  loaded.catch(() => {})
  return { window, loaded }
}

function createWindow(last: WindowBounds | null, place: number, scale: number): BrowserWindow {
  const bounds = last && isOnScreen(last) ? shifted(last, place * step) : usualSize
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Stet',
    // So that a start in the dark is not a flash of white.
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      zoomFactor: scale,
      devTools: !app.isPackaged,
    },
  })
  guardContents(window.webContents)
  // At once, in the colour of the theme: waiting for the page would only look as if nothing happened.
  if (last?.isMaximized) window.maximize()
  else window.show()
  return window
}

/** Loads the page; one that is about to show a case begins with the places for it, which its address asks for. */
export function loadPage(window: BrowserWindow, showsCase = false): Promise<void> {
  return window.loadURL(`${appOrigin}/index.html${showsCase ? '#case' : ''}`)
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

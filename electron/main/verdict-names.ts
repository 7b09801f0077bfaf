import { app, BrowserWindow } from 'electron'
import { defaultScale } from '../../shared/domain/preset-scales.js'

const usual: readonly string[] = defaultScale.verdicts.map(({ label }) => label)

const ofWindow = new WeakMap<BrowserWindow, readonly string[]>()
let shown = usual
let onChange: () => void = () => {}

/** Keeps what the verdicts of the case in a window are called; it counts unless another window has the focus. */
export function nameVerdicts(window: BrowserWindow, labels: readonly string[]): void {
  ofWindow.set(window, labels)
  const focused = BrowserWindow.getFocusedWindow()
  if (focused === null || focused === window) show(labels)
}

/** What the verdicts are called where the person is, in the order of their digits. */
export const verdictNames = (): readonly string[] => shown

/** Calls back whenever they are called something else: in another window, or by another scale. */
export function onVerdictNames(listener: () => void): void {
  onChange = listener
  app.on('browser-window-focus', (_event, window) => show(ofWindow.get(window) ?? usual))
}

function show(labels: readonly string[]): void {
  if (labels.join('\n') === shown.join('\n')) return
  shown = labels
  onChange()
}

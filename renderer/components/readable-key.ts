import { partsOf } from '../../shared/commands/key-names.js'
import { isMac } from '../bridge/bridge.js'

const printed: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageDown: 'Page ↓',
  PageUp: 'Page ↑',
  Escape: 'Esc',
  ' ': 'Space',
}

/** A key as it is printed on a keyboard: `Ctrl Shift P`, `h`, `Shift M`. */
export function readableKey(name: string): string {
  const { held, key } = partsOf(name)
  const isCapital = /^\p{Lu}$/u.test(key)
  return [
    held.includes('Alt-') && (isMac ? '⌥' : 'Alt'),
    held.includes('Ctrl-') && (isMac ? '⌃' : 'Ctrl'),
    held.includes('Mod-') && (isMac ? '⌘' : 'Ctrl'),
    (held.includes('Shift-') || isCapital) && (isMac ? '⇧' : 'Shift'),
    printed[key] ?? (held.includes('Mod-') ? key.toUpperCase() : key),
  ]
    .filter(Boolean)
    .join(' ')
}

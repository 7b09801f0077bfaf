import { partsOf } from '../../shared/commands/key-names.js'

const signs: Record<string, string> = {
  '+': 'Plus',
  ' ': 'Space',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
}

/** A key as Electron's menus write it; null for a sign that they do not know. */
export function acceleratorOf(name: string): string | null {
  const { held, key } = partsOf(name)
  const isCapital = /^[A-Z]$/.test(key)
  if (key.length === 1 && !/[\x21-\x7e ]/.test(key)) return null
  const modifiers = held.replace('Ctrl-', 'Ctrl+').replace('Mod-', 'CmdOrCtrl+').replaceAll('-', '+')
  return `${modifiers}${isCapital ? 'Shift+' : ''}${signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)}`
}

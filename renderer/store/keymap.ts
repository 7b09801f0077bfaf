import { isMac } from '../bridge/bridge.js'
import { commands, runCommand } from './commands.js'
import { getState } from './store.js'

const byKey = new Map(commands.flatMap((command) => command.keys.map((key) => [key, command.id] as const)))

/** What goes on while its key is held; of all else a held key is one. */
const repeatable = new Set([
  'next',
  'previous',
  'find-next',
  'find-previous',
  'text-larger',
  'text-smaller',
  'undo',
  'redo',
])

/** The name of a pressed key as commands write it: `h`, `?`, `Mod-Shift-o`, `F6`. */
export function keyName({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string {
  const mod = isMac ? metaKey : ctrlKey
  // With a modifier, Shift turns a digit into a sign that differs by keyboard: the digit is meant.
  const digit = mod && shiftKey ? /^Digit(\d)$/.exec(code)?.[1] : undefined
  const named = digit ?? (mod && key.length === 1 ? key.toLowerCase() : key)
  const shifted = shiftKey && (named.length > 1 || /[a-z0-9]/.test(named))
  return [altKey && 'Alt-', isMac && ctrlKey && 'Ctrl-', mod && 'Mod-', shifted && 'Shift-', named]
    .filter(Boolean)
    .join('')
}

/** Runs the command of a pressed key, if it has one that may be run where the focus is. */
export function handleKey(event: KeyboardEvent): void {
  if (isTaken(event) || event.isComposing || getState().dialog) return
  const name = keyName(event)
  const id = byKey.get(name)
  if (!id || (!isModified(name) && writesText(event.target))) return
  if (isFieldUndo(id) && writesText(event.target)) return
  if (event.repeat && !repeatable.has(id)) return event.preventDefault()
  if (runCommand(id)) event.preventDefault()
}

/**
 * Whether something nearer has handled the key. ProseMirror claims every Escape and Enter, and in the locked text also the
 * keys of undo and formats, though it does nothing with them.
 */
function isTaken({ defaultPrevented, key, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (!defaultPrevented || !(target instanceof HTMLElement)) return defaultPrevented
  if (isLockedText(target)) return false
  const isSwallowed = key === 'Escape' || (key === 'Enter' && (ctrlKey || metaKey))
  return !(isSwallowed && target.closest('.ProseMirror'))
}

const isModified = (name: string): boolean =>
  /^(Mod|Ctrl)-/.test(name) || /F\d/.test(name) || name === 'Escape'
const isFieldUndo = (id: string): boolean => id === 'undo' || id === 'redo'

const isLockedText = (target: HTMLElement): boolean =>
  target.closest('.text-document')?.getAttribute('aria-readonly') === 'true'

/** Whether keys pressed here write: fields and the note, but not the locked text. */
export function writesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (isLockedText(target)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

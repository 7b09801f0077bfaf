import { isMac } from '../bridge/bridge.js'
import type { CommandId } from '../../shared/commands/command-list.js'
import { keysInForce } from '../../shared/commands/key-bindings.js'
import { worksInFields } from '../../shared/commands/key-names.js'
import { runCommand } from './commands.js'
import { getState } from './store.js'

/** What goes on while its key is held; of all else a held key is one. */
const repeatable: ReadonlySet<CommandId> = new Set([
  'next',
  'previous',
  'find-next',
  'find-previous',
  'next-uncovered',
  'previous-uncovered',
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
  if (isTaken(event) || isInMenu(event) || event.isComposing || getState().dialog) return
  const name = keyName(event)
  const id = keysInForce(getState().preferences.keys).at(name)
  if (!id || (!worksInFields(name) && writesText(event.target))) return
  if (isFieldUndo(id) && writesText(event.target)) return
  if (event.repeat && !repeatable.has(id)) return event.preventDefault()
  if (runCommand(id)) event.preventDefault()
}

/** Whether a menu or an opened list has the focus: letters go to the entry that begins with them. */
function isInMenu({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('[role="menu"], .popover [role="listbox"]') !== null
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

const isFieldUndo = (id: CommandId): boolean => id === 'undo' || id === 'redo'

const isLockedText = (target: HTMLElement): boolean =>
  target.closest('.text-document')?.getAttribute('aria-readonly') === 'true'

/** Whether keys pressed here write: fields and the note, but not the locked text. */
export function writesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (isLockedText(target)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

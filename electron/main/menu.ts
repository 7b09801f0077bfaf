import { app, Menu, type MenuItemConstructorOptions as Item } from 'electron'
import { commandEntry, type CommandId } from '../../shared/commands/command-list.js'
import { keysInForce, type CustomKeys } from '../../shared/commands/key-bindings.js'
import { acceleratorOf } from './accelerator.js'
import { menuLayout, type MenuPart } from './menu-layout.js'

const isMac = process.platform === 'darwin'

/**
 * The native menus: the window's commands by name, with the keys that are in force. The window handles the keys itself
 * (they depend on where the focus is), so the accelerators here are only shown; macOS routes its keys through the menu.
 */
export function buildMenu(send: (name: string) => void, keys: CustomKeys): Menu {
  const inForce = keysInForce(keys)
  const entry = (id: CommandId): Item => {
    const accelerator = shownKey(inForce.of(id))
    return {
      id,
      label: commandEntry(id).label,
      click: () => send(id),
      ...(accelerator ? { accelerator, registerAccelerator: isMac } : {}),
    }
  }
  const item = (part: MenuPart): Item => (typeof part === 'string' ? entry(part) : part)
  const menus = menuLayout.map(({ label, sections }) => ({
    label,
    submenu: sections.flatMap((section, index) => [
      ...(index > 0 ? [{ type: 'separator' as const }] : []),
      ...section.filter(isOffered).map(item),
    ]),
  }))
  return Menu.buildFromTemplate([...(isMac ? [{ role: 'appMenu' } as const] : []), ...menus])
}

/** A bare letter is left out where the menu would take it from the fields. */
function shownKey([key]: readonly string[]): string | null {
  return !key || (isMac && !/(Mod|Ctrl|Alt)-/.test(key)) ? null : acceleratorOf(key)
}

const isOffered = (part: MenuPart): boolean =>
  typeof part === 'string' || part.role !== 'toggleDevTools' || !app.isPackaged

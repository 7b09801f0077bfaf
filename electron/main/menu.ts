import { app, Menu, type MenuItemConstructorOptions as Item } from 'electron'
import { commandEntry, type CommandId } from '../../shared/commands/command-list.js'
import { keysInForce, type CustomKeys } from '../../shared/commands/key-bindings.js'
import { plainLine } from '../../shared/domain/plain-line.js'
import { acceleratorOf } from './accelerator.js'
import { menuLayout, type MenuPart } from './menu-layout.js'
import { packageFacts } from './package-facts.js'

const isMac = process.platform === 'darwin'

/**
 * The native menus: the window's commands by name, with the keys that are in force. The window handles the keys itself
 * (they depend on where the focus is), so the accelerators here are only shown; macOS routes its keys through the menu.
 * `verdicts` are the names of those of the case's scale; the places after them are left out.
 */
export function buildMenu(send: (name: string) => void, keys: CustomKeys, verdicts: readonly string[]): Menu {
  const inForce = keysInForce(keys)
  const entry = (id: CommandId): Item => {
    const accelerator = shownKey(inForce.of(id))
    return {
      id,
      label: named(id, verdicts),
      visible:
        placeOf(id) <= verdicts.length && (id !== 'newer-version' || packageFacts().releasesPage !== null),
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

/** The place of the verdict that a command sets, from 1; 0 for any other command. */
const placeOf = (id: CommandId): number => Number(/^verdict-(\d)$/.exec(id)?.[1] ?? 0)

function named(id: CommandId, verdicts: readonly string[]): string {
  const verdict = verdicts[placeOf(id) - 1]
  if (verdict === undefined) return commandEntry(id).label
  // An ampersand would underline the letter after it, a tab would put what follows where the keys stand.
  return `Verdict: ${plainLine(verdict).replaceAll('\t', ' ').replaceAll('&', '&&')}`
}

/** A bare letter is left out where the menu would take it from the fields. */
function shownKey([key]: readonly string[]): string | null {
  return !key || (isMac && !/(Mod|Ctrl|Alt)-/.test(key)) ? null : acceleratorOf(key)
}

const isOffered = (part: MenuPart): boolean =>
  typeof part === 'string' || part.role !== 'toggleDevTools' || !app.isPackaged

import type { KeysInForce } from '../../../shared/commands/key-bindings.js'
import type { AppCommand } from '../../store/commands/command.js'
import { runCommand } from '../../store/commands.js'
import { readableKey } from '../../components/readable-key.js'
import { fitOf, folded } from './fit.js'
import type { PaletteEntry, PaletteSection } from './palette-entry.js'

const mostRecent = 8

/** The commands that were chosen last, the newest first. */
let recent: readonly string[] = []

export function noteChosen(id: string): void {
  recent = [id, ...recent.filter((one) => one !== id)].slice(0, mostRecent)
}

/** The commands that answer what was typed, the best first, and apart from them those that cannot be run now. */
export function commandSections(
  query: string,
  commands: readonly AppCommand[],
  keys: KeysInForce,
): PaletteSection[] {
  const others = commands.filter(({ id }) => id !== 'palette')
  const found = rankCommands(query, others, recent).map(({ command, fit }) => entryOf(command, fit, keys))
  const isRecent = ({ id }: PaletteEntry): boolean => !query.trim() && recent.includes(id)
  const ready = found.filter(({ why }) => why === null)
  return [
    { id: 'recent', title: 'Used last', entries: ready.filter(isRecent) },
    { id: 'commands', title: 'Commands', entries: ready.filter((entry) => !isRecent(entry)) },
    { id: 'unavailable', title: 'Not now', entries: found.filter(({ why }) => why !== null) },
  ]
}

/** Commands by how well they answer what was typed (folded), then by how lately they were chosen, then as listed. */
export function rankCommands<C extends Pick<AppCommand, 'id' | 'label' | 'group'>>(
  query: string,
  commands: readonly C[],
  recent: readonly string[],
): { command: C; fit: number }[] {
  const lateness = ({ id }: C): number => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  return commands
    .map((command) => ({ command, fit: fitOfCommand(query, command) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || lateness(a.command) - lateness(b.command))
}

/** The name of its group helps to find a command, less than its own name does. */
function fitOfCommand(query: string, { label, group }: Pick<AppCommand, 'label' | 'group'>): number {
  return fitOf(query, folded(label)) || Math.min(1, fitOf(query, folded(`${group} ${label}`)))
}

function entryOf(command: AppCommand, fit: number, keys: KeysInForce): PaletteEntry {
  const [key] = keys.of(command.id)
  return {
    id: command.id,
    label: command.label,
    about: command.group,
    key: key ? readableKey(key) : null,
    why: command.whyNot(),
    fit,
    run: () => {
      noteChosen(command.id)
      runCommand(command.id)
    },
  }
}

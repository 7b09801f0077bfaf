import { keysInForce } from '../../../shared/commands/key-bindings.js'
import { commands } from '../../store/commands.js'
import type { State } from '../../store/store.js'
import { commandSections } from './command-entries.js'
import { folded } from './fit.js'
import type { PaletteEntry, PaletteSection } from './palette-entry.js'
import { claimPlaces, findingPlaces, headingPlaces, numberPlaces, sourcePlaces } from './places.js'

/** The signs with which only places of one kind are looked for. */
export const signs = [
  { sign: '@', what: 'claims' },
  { sign: '!', what: 'findings' },
  { sign: '#', what: 'headings' },
  { sign: ':', what: 'paragraph or line' },
] as const

/** What can be chosen for what was typed: commands and places, the kind with the best answer first. */
export function paletteSections(
  typed: string,
  { records, texts, side, preferences }: State,
): PaletteSection[] {
  const text = texts[side]
  const rest = folded(typed.slice(1).trim())
  switch (typed[0]) {
    case '@':
      return [{ id: 'claims', title: 'Claims', entries: claimPlaces(rest, records) }]
    case '!':
      return [{ id: 'findings', title: 'Findings', entries: findingPlaces(rest, records) }]
    case '#':
      return [{ id: 'headings', title: 'Headings', entries: headingPlaces(rest, text) }]
    case ':':
      return [{ id: 'numbers', title: 'Places', entries: numberPlaces(rest, text, preferences.numbers) }]
    default:
  }
  const query = folded(typed.trim())
  const found = commandSections(query, commands, keysInForce(preferences.keys))
  if (!query) return found
  const unavailable = found.pop()!
  const places: PaletteSection[] = [
    { id: 'sources', title: 'Sources', entries: sourcePlaces(query, records) },
    { id: 'headings', title: 'Headings', entries: headingPlaces(query, text) },
    { id: 'claims', title: 'Claims', entries: claimPlaces(query, records).slice(0, 8) },
    { id: 'findings', title: 'Findings', entries: findingPlaces(query, records).slice(0, 8) },
  ]
  return [...[...found, ...places].sort((a, b) => bestFit(b.entries) - bestFit(a.entries)), unavailable]
}

const bestFit = (entries: readonly PaletteEntry[]): number => Math.max(0, ...entries.map(({ fit }) => fit))

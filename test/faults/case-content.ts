import { createCase, type CaseStore } from '../../db/case-store.js'
import { addClaim, idOf, idsFrom, importOf, instant, writeNote } from '../db/case-data.js'
import { SeededRandom } from './seeded-random.js'

export const claimsInBase = 40
const firstSource = 0x5000_0000
const firstNote = 0x1000_0000

/** Makes a case with three sources and `claimsInBase` claims, and leaves it open. */
export function createBaseCase(path: string): CaseStore {
  const store = createCase(path, { title: 'Faults', id: idOf(firstNote - 1), at: instant() })
  const text = Array.from({ length: 60 }, (_, line) => `On day ${line} the mayor of Aville spoke.`).join('\n')
  const imports = ['One', 'Two', 'Three'].map((title) => importOf(`${title}\n${text}`, title))
  store.importSources(imports, idsFrom(firstSource), 'Ada', instant(1))
  for (let claim = 1; claim <= claimsInBase; claim++) {
    store.perform(addClaim(claim, claim * 12, claim * 12 + 8, {}, firstSource), 'Ada', instant(claim))
  }
  return store
}

/** Writes version `version` of note `number` (from 0), whose text follows from the two alone. */
export function writeNumberedNote(store: CaseStore, number: number, version: number): void {
  const claim = 1 + (number % claimsInBase)
  const command = writeNote(firstNote + number, claim, numberedText(number, version))
  store.perform(command, 'Ada', instant(number + version))
}

const words = ['harbour', 'Tuesday', 'denied', 'the', '🙂', 'minutes', 'of', 'éclat', 'board', 'said']

/** From some 20 to 60,000 characters: a part of a page, or many overflowing ones. */
export function numberedText(number: number, version: number): string {
  const random = new SeededRandom(number * 1009 + version, 'note')
  const longest = random.pick([60, 60, 60, 300, 300, 800, 3000, 3000, 20_000, 60_000])
  const parts = [`Note ${number} version ${version}`]
  for (let length = 0; length < random.below(longest);) {
    const word = random.pick(words)
    parts.push(word)
    length += word.length + 1
  }
  return `${parts.join(' ')}.`
}

/**
 * The newest version of each note that the case holds, by number. Throws for a note that is not what was written, or
 * when any record is damaged.
 */
export function numberedVersions(store: CaseStore): Map<number, number> {
  const versions = new Map<number, number>()
  const { notes, damaged } = store.records()
  if (damaged[0]) throw new Error(`Damaged: ${JSON.stringify(damaged[0])}`)
  for (const { id, text } of notes) {
    const number = Number.parseInt(id.slice(-12), 16) - firstNote
    const version = Number(/ version (\d+)/.exec(text)?.[1])
    if (text !== numberedText(number, version)) throw new Error(`Note ${number} says something else: ${text}`)
    versions.set(number, version)
  }
  return versions
}

/** The notes that were acknowledged in a newer version than the case holds, or that it does not hold at all. */
export function lostNotes(
  acknowledged: ReadonlyMap<number, number>,
  held: ReadonlyMap<number, number>,
): number[] {
  return [...acknowledged].filter(([note, version]) => (held.get(note) ?? -1) < version).map(([note]) => note)
}

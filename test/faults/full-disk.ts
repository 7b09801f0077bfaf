import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { openCase } from '../../db/case-store.js'
import { writeFileWhole } from '../../electron/service/files/write-file.js'
import { StetError } from '../../shared/ipc/result.js'
import { createBaseCase, lostNotes, numberedVersions, writeNumberedNote } from './case-content.js'
import { lossIn } from './held-notes.js'
import { leaveRoom, makeRoom, type RoomKind } from './room-on-disk.js'
import { SeededRandom } from './seeded-random.js'
import { notesInOldCase, oldVersions, placeVersion } from './versions.js'

export interface FullDiskPlan {
  folder: string
  kind: RoomKind
  fillPoints: number
  seed: number
}

/** What one act on a disk that is filling up came to. */
export interface FullDiskOutcome {
  act: string
  /** The room that was left, in bytes. */
  room: number
  refused: boolean
  /** What went wrong beyond being refused; null when nothing did. */
  problem: string | null
}

const { folder, kind, fillPoints, seed } = JSON.parse(argv[2] ?? '') as FullDiskPlan
const path = join(folder, 'case.stet')

/** The kind of the error that an act was refused with; null when it was done. What is no StetError is thrown on. */
function refusalOf(act: () => unknown): string | null {
  try {
    act()
    return null
  } catch (thrown) {
    if (thrown instanceof StetError) return thrown.kind
    throw thrown
  }
}

/** Throws, as a problem of the outcome, unless the act was done or refused for want of room. */
function requireRoomRefusal(refusal: string | null): boolean {
  if (refusal !== null && refusal !== 'io') throw new Error(`It was refused as ${refusal}`)
  return refusal !== null
}

/** Throws unless the closed case holds these notes. */
function requireHeld(saved: ReadonlyMap<number, number>, file = path): void {
  const loss = lossIn(file, saved)
  if (loss !== null) throw new Error(loss)
}

const mostNotes = 300

/** Writes notes until there is no more room; then what was saved is there, and the same note can be saved. */
function save(room: number): boolean {
  createBaseCase(path).close()
  const store = openCase(path)
  const saved = new Map<number, number>()
  leaveRoom(kind, folder, room)
  let refused = false
  for (let note = 0; note < mostNotes && !refused; note++) {
    refused = requireRoomRefusal(refusalOf(() => writeNumberedNote(store, note, 0)))
    if (!refused) saved.set(note, 0)
  }
  const shown = numberedVersions(store)
  if (shown.size !== saved.size || lostNotes(saved, shown).length) throw new Error('It shows other notes')
  if (room % 2) {
    // Closed while the disk is full: what is in the log is not lost, and is found when it is opened again.
    requireRoomRefusal(refusalOf(() => store.close()))
    makeRoom(kind, folder)
  } else {
    makeRoom(kind, folder)
    writeNumberedNote(store, saved.size, 0)
    saved.set(saved.size, 0)
    store.close()
  }
  requireHeld(saved)
  return refused
}

/** Writes an export over an older one: the older stays whole until the newer is. */
async function exportFile(room: number): Promise<boolean> {
  const report = join(folder, 'report.html')
  const [before, after] = ['before '.repeat(1000), 'after '.repeat(100_000)]
  writeFileSync(report, before)
  leaveRoom(kind, folder, room)
  let refused = false
  try {
    await writeFileWhole(report, after)
  } catch (thrown) {
    refused = requireRoomRefusal(thrown instanceof StetError ? thrown.kind : String(thrown))
  }
  if (readFileSync(report, 'utf8') !== (refused ? before : after)) throw new Error('The export is torn')
  const left = readdirSync(folder).filter((name) => name !== 'report.html' && name !== 'ballast')
  if (left.length) throw new Error(`It left ${left.join(', ')}`)
  makeRoom(kind, folder)
  await writeFileWhole(report, after)
  return refused
}

/** Saves a copy over an older one: the older stays whole until the newer is. */
function backup(room: number): boolean {
  createBaseCase(path).close()
  const copy = join(folder, 'copy.stet')
  const store = openCase(path)
  const saved = new Map<number, number>()
  for (let note = 0; note < 20; note++) {
    if (note === 10) store.saveCopy(copy)
    writeNumberedNote(store, note, 0)
    saved.set(note, 0)
  }
  const before = readFileSync(copy)
  leaveRoom(kind, folder, room)
  const refused = requireRoomRefusal(refusalOf(() => store.saveCopy(copy)))
  if (refused && !readFileSync(copy).equals(before)) throw new Error('The copy of before is gone')
  const left = readdirSync(folder).filter((name) => !/^(ballast|(case|copy)\.stet(-wal)?)$/.test(name))
  if (left.length) throw new Error(`It left ${left.join(', ')}`)
  makeRoom(kind, folder)
  store.saveCopy(copy)
  store.close()
  requireHeld(saved)
  requireHeld(saved, copy)
  return refused
}

/** Opens a case of an older version, which migrates it; when that is refused, it can be done later. */
function migrate(room: number): boolean {
  placeVersion(oldVersions.at(-1) ?? 0, path)
  leaveRoom(kind, folder, room)
  const refused = requireRoomRefusal(refusalOf(() => openCase(path).close()))
  makeRoom(kind, folder)
  requireHeld(notesInOldCase)
  return refused
}

interface Act {
  name: string
  /** More room, in bytes, than it can need. */
  most: number
  run: (room: number) => boolean | Promise<boolean>
}

const acts: Act[] = [
  { name: 'save', most: 1_500_000, run: save },
  { name: 'export', most: 1_200_000, run: exportFile },
  { name: 'backup', most: 3_000_000, run: backup },
  ...(oldVersions.length ? [{ name: 'migrate', most: 2_000_000, run: migrate }] : []),
]

async function outcomeOf({ name, run }: Act, room: number): Promise<FullDiskOutcome> {
  try {
    return { act: name, room, refused: await run(room), problem: null }
  } catch (thrown) {
    return { act: name, room, refused: true, problem: String(thrown) }
  } finally {
    makeRoom(kind, folder)
    for (const file of readdirSync(folder)) rmSync(join(folder, file), { recursive: true })
  }
}

/** From no room at all to more than is needed. */
const outcomes: FullDiskOutcome[] = []
for (const act of acts) {
  const random = new SeededRandom(seed, act.name)
  for (let point = 0; point < fillPoints; point++) {
    const most = (act.most * point) / fillPoints
    outcomes.push(await outcomeOf(act, Math.floor(most * random.next())))
  }
}
process.stdout.write(JSON.stringify(outcomes))

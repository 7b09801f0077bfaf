import { writeSync } from 'node:fs'
import { argv } from 'node:process'
import { openCase, type CaseStore } from '../../db/case-store.js'
import { StetError } from '../../shared/ipc/result.js'
import { createBaseCase, writeNumberedNote } from './case-content.js'
import { openWithNormalSync } from './normal-sync.js'
import { SeededRandom } from './seeded-random.js'

/** What the writer does; handed over as JSON. */
export interface WriterPlan {
  path: string
  /** Make the case rather than open it. */
  create?: boolean
  /** Commit with synchronous=NORMAL, past the product's own guard: the control that must lose notes. */
  normalSync?: boolean
  /** The number of the first new note. */
  firstNote: number
  seed: number
  /** How many acts before it closes; without an end when left out. */
  acts?: number
  /** How often, among the acts, it makes the file whole, and closes and opens it again; probabilities. */
  checkpoints: number
  reopenings: number
}

/*
 * Run as a process of its own, to be killed, recorded or refused its calls. It says on stdout, a line each:
 * `opening`, `open`, `saved <note> <version>` once a note is on the disk, `refused <act> <kind>` with the kind of the
 * error, and `closed`.
 */
function say(line: string): void {
  try {
    writeSync(1, `${line}\n`)
  } catch (thrown) {
    // Whoever listens is behind: a pipe takes all of a short line or nothing.
    if ((thrown as NodeJS.ErrnoException).code !== 'EAGAIN') throw thrown
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    say(line)
  }
}

function write(plan: WriterPlan): void {
  const random = new SeededRandom(plan.seed, 'writer')
  const versions = new Map<number, number>()
  let next = plan.firstNote
  let store = opened(plan, plan.create ?? false)
  for (let act = 0; store && act < (plan.acts ?? Number.POSITIVE_INFINITY); act++) {
    const kind = random.next()
    if (kind < plan.checkpoints) attempt('checkpoint', () => store?.checkpoint())
    else if (kind < plan.checkpoints + plan.reopenings) {
      attempt('close', () => store?.close())
      store = opened(plan, false)
    } else {
      const note = versions.size && random.chance(0.3) ? random.pick([...versions.keys()]) : next++
      saveNote(store, note, versions)
    }
  }
  if (store) attempt('close', () => store?.close())
  say('closed')
}

/** A note that was refused is tried again at once, as a person would; then the writer goes on with others. */
function saveNote(store: CaseStore, note: number, versions: Map<number, number>): void {
  const version = (versions.get(note) ?? -1) + 1
  const save = () => writeNumberedNote(store, note, version)
  if (!attempt('save', save) && !attempt('save', save)) return
  versions.set(note, version)
  say(`saved ${note} ${version}`)
}

/** The open case; null when it could not be opened a few times over. */
function opened(plan: WriterPlan, create: boolean): CaseStore | null {
  const open = plan.normalSync ? openWithNormalSync : create ? createBaseCase : openCase
  for (let tries = 0; tries < 3; tries++) {
    let store: CaseStore | null = null
    say('opening')
    if (attempt('open', () => (store = open(plan.path)))) {
      say('open')
      return store
    }
  }
  return null
}

function attempt(what: string, act: () => unknown): boolean {
  try {
    act()
    return true
  } catch (thrown) {
    if (!(thrown instanceof StetError)) throw thrown
    say(`refused ${what} ${thrown.kind} ${JSON.stringify(thrown.message)}`)
    return false
  }
}

write(JSON.parse(argv[2] ?? '') as WriterPlan)

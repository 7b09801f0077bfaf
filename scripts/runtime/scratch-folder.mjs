import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isProcessAlive } from './process-alive.mjs'

const MARK = '.tmp~'
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Fills a folder so that it either exists complete or not at all: `fill` works in a scratch folder beside it, which
 * takes the final name only when `fill` is done. When another process was faster, its folder stays.
 * @param {string} target absolute path of the finished folder
 * @param {(scratch: string) => Promise<void>} fill
 */
export async function fillFolderAtomically(target, fill) {
  const parent = path.dirname(target)
  mkdirSync(parent, { recursive: true })
  removeAbandonedScratch(parent)
  const scratch = path.join(parent, scratchName(path.basename(target)))
  mkdirSync(scratch)
  try {
    await fill(scratch)
    publish(scratch, target)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** @param {string} scratch @param {string} target */
function publish(scratch, target) {
  try {
    renameSync(scratch, target)
  } catch (error) {
    if (!existsSync(target)) throw error
  }
}

// The name tells who works there, so that a later run can see whether anybody still does.
/** @param {string} base */
function scratchName(base) {
  return [base, MARK, os.hostname(), '~', process.pid, '~', randomBytes(4).toString('hex')].join('')
}

/**
 * Removes what interrupted runs left. A run on another machine (a shared home folder, a container) cannot be asked
 * whether it still lives, so its folder is given a day.
 * @param {string} parent
 */
function removeAbandonedScratch(parent) {
  for (const name of readdirSync(parent)) {
    const at = name.indexOf(MARK)
    if (at < 0) continue
    const [host, pid] = name.slice(at + MARK.length).split('~')
    const folder = path.join(parent, name)
    const abandoned = host === os.hostname() ? !isProcessAlive(Number(pid)) : isOlderThanADay(folder)
    if (abandoned) rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} folder */
function isOlderThanADay(folder) {
  const stats = statSync(folder, { throwIfNoEntry: false })
  return stats !== undefined && Date.now() - stats.mtimeMs > DAY_MS
}

import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { isProcessAlive } from './process-alive.mjs'
import { progress } from './progress.mjs'

const POLL_MS = 300
const FOREIGN_LOCK_MS = 15 * 60 * 1000

/**
 * Runs `work` while no other process runs the same work, so that two first runs at once fetch and build once.
 * It saves time only: correctness rests on `fillFolderAtomically`, so a lock lost in a race does no harm.
 * @template T
 * @param {string} lockFile
 * @param {string} waitingFor said once when it has to wait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function singleRun(lockFile, waitingFor, work) {
  for (let said = false; !takeLock(lockFile); said = true) {
    if (!said) progress(`another run is busy with ${waitingFor}; waiting for it`)
    if (isAbandoned(lockFile)) rmSync(lockFile, { force: true })
    else await sleep(POLL_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

/** @param {string} lockFile */
function takeLock(lockFile) {
  try {
    const file = openSync(lockFile, 'wx')
    writeSync(file, `${os.hostname()} ${process.pid}`)
    closeSync(file)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} lockFile */
function isAbandoned(lockFile) {
  try {
    const [host, pid] = readFileSync(lockFile, 'utf8').split(' ')
    const age = Date.now() - statSync(lockFile).mtimeMs
    if (host !== os.hostname()) return age > FOREIGN_LOCK_MS
    // Between creating the file and writing into it there is no pid yet.
    return pid ? !isProcessAlive(Number(pid)) : age > 5000
  } catch {
    return false
  }
}

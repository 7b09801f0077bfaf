import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { progress } from '../runtime/progress.mjs'
import { inProject } from '../runtime/project-folder.mjs'
import { singleRun } from '../runtime/single-run.mjs'
import { outFolder } from './entries.mjs'
import { hashInputs } from './input-hash.mjs'

export const stampFile = path.join(outFolder, '.stamp')

/** @returns {boolean} whether `out/` is what the sources as they are now would give */
export function isBuildFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashInputs()
}

/**
 * Builds `out/` unless it is fresh.
 * @returns {Promise<boolean>} whether it had to build
 */
export async function ensureBuild() {
  if (isBuildFresh()) return false
  return singleRun(inProject('.out-lock'), 'building', async () => {
    if (isBuildFresh()) return false
    await buildAll()
    return true
  })
}

// Built beside `out/` and swapped in whole, so that a failed or interrupted build leaves the last good one.
async function buildAll() {
  const started = Date.now()
  const stamp = hashInputs()
  const [fresh, old] = [inProject('.out-new'), inProject('.out-old')]
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true })
  mkdirSync(fresh)
  progress('building ...')
  // Loaded only now: the command line starts through here too, and mostly finds a fresh build.
  const { buildInto } = await import('./build-into.mjs')
  await buildInto(fresh)
  writeFileSync(path.join(fresh, '.stamp'), stamp)
  if (existsSync(outFolder)) renameSync(outFolder, old)
  renameSync(fresh, outFolder)
  rmSync(old, { recursive: true, force: true })
  progress(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

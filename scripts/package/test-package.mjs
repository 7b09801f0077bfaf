import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { ensureBuild, stampFile } from '../build/ensure-build.mjs'
import { ensureRuntime } from '../runtime/ensure-runtime.mjs'
import { inProject } from '../runtime/project-folder.mjs'
import { runCommand } from '../runtime/run-command.mjs'

/** Says what `dist/` was packaged from; gone as soon as something else is packaged there. */
export const packageStamp = inProject('dist', '.test-package-stamp')

/**
 * Packages the app for the tests, with whatever Electron is at hand, unless `dist/` is what that would give.
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function ensureTestPackage() {
  await ensureBuild()
  const runtime = await ensureRuntime({ mayInstall: true })
  const stamp = stampOf(runtime.packagingDist)
  if (existsSync(packageStamp) && readFileSync(packageStamp, 'utf8') === stamp)
    return { ok: true, output: '' }
  // A process of its own, because electron-builder writes to the standard output what only a failure makes interesting.
  const script = inProject('scripts', 'package.mjs')
  const { code, output } = await runCommand(process.execPath, [script, '--with-fallback-electron'])
  if (code === 0) writeFileSync(packageStamp, stamp)
  return { ok: code === 0, output }
}

/** @param {string} electronDist */
function stampOf(electronDist) {
  const hash = createHash('sha256').update(electronDist)
  for (const file of [stampFile, inProject('electron-builder.yml')]) hash.update(readFileSync(file))
  return hash.digest('hex')
}

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSqlite } from './build-sqlite.mjs'
import { cacheFolder } from './cache-folder.mjs'
import { inProject } from './project-folder.mjs'
import { runAsNode } from './run-as-node.mjs'
import { fillFolderAtomically } from './scratch-folder.mjs'
import { singleRun } from './single-run.mjs'
import { missingForCompiling, provideSystemPackages } from './system-packages.mjs'

// What the binaries that better-sqlite3 ships ask of the runtime.
const PREBUILT_NAPI_VERSION = 10

/**
 * Finds a SQLite binary that loads in a runtime, building one where better-sqlite3's own asks for a newer Node-API than
 * the runtime has.
 * @param {string} executable an Electron
 * @param {{ mayInstall: boolean }} options whether a missing compiler may be installed
 * @returns {Promise<string | null>} the path for better-sqlite3's `nativeBinding`, or null for its own binary
 */
export async function ensureSqliteBinding(executable, options) {
  const napiVersion = Number(await runAsNode(executable, 'process.stdout.write(process.versions.napi)'))
  if (napiVersion >= PREBUILT_NAPI_VERSION) return null
  const folder = bindingFolder(napiVersion)
  if (!existsSync(folder)) {
    await provideSystemPackages([missingForCompiling()], options)
    await singleRun(`${folder}.lock`, 'building SQLite', async () => {
      if (!existsSync(folder))
        await fillFolderAtomically(folder, (scratch) => buildSqlite(scratch, executable))
    })
  }
  return path.join(folder, 'better_sqlite3.node')
}

/** @param {number} napiVersion */
function bindingFolder(napiVersion) {
  const manifest = inProject('node_modules', 'better-sqlite3', 'package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
  const name = `better-sqlite3-${version}-napi${napiVersion}-${process.platform}-${process.arch}`
  return path.join(cacheFolder('sqlite'), name)
}

import { findElectron } from './find-electron.mjs'
import { ensureSqliteBinding } from './sqlite-binding.mjs'
import { missingForElectron, provideSystemPackages } from './system-packages.mjs'

/**
 * @typedef {import('./find-electron.mjs').ElectronRuntime & { sqliteBinding: string | null }} Runtime
 * `sqliteBinding` is the path of a SQLite binary, or null where better-sqlite3's own loads
 */

/**
 * Everything needed to start the app: an Electron and a SQLite that loads in it. Takes minutes the first time at worst.
 * @param {{ mayInstall: boolean }} options whether missing system packages may be installed
 * @returns {Promise<Runtime>}
 * @throws {import('./system-packages.mjs').MissingSystemPackages}
 */
export async function ensureRuntime(options) {
  const electron = await findElectron()
  await provideSystemPackages([await missingForElectron(electron.executable)], options)
  return { ...electron, sqliteBinding: await ensureSqliteBinding(electron.executable, options) }
}

/**
 * @param {Runtime} runtime
 * @returns {NodeJS.ProcessEnv} the environment the app starts in
 */
export function runtimeEnvironment(runtime) {
  const env = { ...process.env }
  // Set by some editors' terminals; Electron would start as a plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  if (runtime.sqliteBinding === null) delete env.STET_SQLITE_BINDING
  else env.STET_SQLITE_BINDING = runtime.sqliteBinding
  return env
}

import { mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * The folder for what is expensive to fetch or build and belongs to no checkout: runtimes and SQLite binaries.
 * STET_CACHE_DIR names another place.
 * @param {...string} parts
 * @returns {string} an absolute path; its folders exist
 */
export function cacheFolder(...parts) {
  const folder = path.join(cacheRoot(), ...parts)
  mkdirSync(folder, { recursive: true })
  return folder
}

function cacheRoot() {
  if (process.env.STET_CACHE_DIR) return path.resolve(process.env.STET_CACHE_DIR)
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) {
    return path.join(process.env.LOCALAPPDATA, 'stet', 'Cache')
  }
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'stet')
  // The XDG specification says that a relative path there must be ignored.
  const xdg = process.env.XDG_CACHE_HOME
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(os.homedir(), '.cache'), 'stet')
}

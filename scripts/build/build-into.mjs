import { build } from 'vite'
import { progress } from '../runtime/progress.mjs'
import { entryExists, nodeEntries, preloadEntry, rendererEntry } from './entries.mjs'
import { nodeConfig, preloadConfig, rendererConfig } from './vite-configs.mjs'

/**
 * Builds everything that runs.
 * @param {string} folder
 */
export async function buildInto(folder) {
  const entries = Object.fromEntries(Object.entries(nodeEntries).filter(([, source]) => present(source)))
  if (Object.keys(entries).length > 0) await build(nodeConfig(folder, entries))
  if (present(preloadEntry)) await build(preloadConfig(folder))
  if (present(rendererEntry)) await build(rendererConfig(folder))
}

/** @param {string} source */
function present(source) {
  if (!entryExists(source)) progress(`no ${source} yet; left out of the build`)
  return entryExists(source)
}

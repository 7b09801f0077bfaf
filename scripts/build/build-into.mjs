import { build } from 'vite'
import { nodeEntries } from './entries.mjs'
import { nodeConfig, preloadConfig, rendererConfig } from './vite-configs.mjs'

/**
 * Builds everything that runs.
 * @param {string} folder
 */
export async function buildInto(folder) {
  await build(nodeConfig(folder, nodeEntries))
  await build(preloadConfig(folder))
  await build(rendererConfig(folder))
}

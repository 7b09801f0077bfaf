import path from 'node:path'
import { build } from 'vite'
import { nodeEntries, startEntries } from './entries.mjs'
import { nodeConfig, preloadConfig, rendererConfig } from './vite-configs.mjs'

/**
 * Builds everything that runs.
 * @param {string} folder
 */
export async function buildInto(folder) {
  for (const [name, source] of Object.entries(startEntries))
    await build(nodeConfig(folder, { [name]: source }, path.posix.dirname(name)))
  await build(nodeConfig(folder, nodeEntries))
  await build(preloadConfig(folder))
  await build(rendererConfig(folder))
}

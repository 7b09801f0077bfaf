import { handOver } from '../runtime/hand-over.mjs'
import { inProject } from '../runtime/project-folder.mjs'

/**
 * Packages as electron-builder.yml says, with the Electron that electron-builder downloads.
 * @param {string[]} args for electron-builder
 */
export function packageRelease(args) {
  handOver(process.execPath, [inProject('node_modules', 'electron-builder', 'cli.js'), ...args])
}

import { runCommand, tail } from './run-command.mjs'

/**
 * Runs a piece of CommonJS in the Node.js inside an Electron, without a window.
 * @param {string} executable
 * @param {string} source
 * @returns {Promise<string>} what it wrote
 */
export async function runAsNode(executable, source) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { code, output } = await runCommand(executable, ['-e', source], { env, timeoutMs: 60_000 })
  if (code !== 0) {
    throw new Error(`${executable} could not run a line of JavaScript (exit code ${code}).\n${tail(output)}`)
  }
  return output.trim()
}

import { spawn } from 'node:child_process'

/**
 * @typedef {object} CommandOutcome
 * @property {number | null} code null when a signal ended it or it could not be started
 * @property {string} output standard output and error, in order of arrival
 * @property {boolean} timedOut
 */

/**
 * Runs a program to its end and collects what it wrote, or shows it as it comes. Never throws: a program that cannot be started is an outcome
 * like any other failure.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, show?: boolean }} [options]
 * with `show`, the output goes where ours goes and is not collected
 * @returns {Promise<CommandOutcome>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let timedOut = false
    const timer = setTimeout(
      () => {
        timedOut = true
        child.kill('SIGKILL')
      },
      options.timeoutMs ?? 2 ** 31 - 1,
    )
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    const finish = (/** @type {number | null} */ code) => {
      clearTimeout(timer)
      resolve({ code, output, timedOut })
    }
    child.on('error', (error) => {
      output += error.message
      finish(null)
    })
    child.on('close', finish)
  })
}

/**
 * @param {string} output
 * @returns {string} its last lines, for an error message
 */
export function tail(output, lines = 12) {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}

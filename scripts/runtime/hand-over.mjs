import { spawn } from 'node:child_process'
import { progress } from './progress.mjs'

/**
 * Becomes another program as far as Node can: same terminal and streams, signals passed on, same ending.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function handOver(command, args, env = process.env) {
  const child = spawn(command, args, { stdio: 'inherit', env })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('error', (error) => {
    progress(`${command} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 1
    if (signal === null) return
    // Ends by the same signal, so that a shell sees what happened.
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

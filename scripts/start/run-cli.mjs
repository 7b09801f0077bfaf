import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuild } from '../build/ensure-build.mjs'
import { outFolder } from '../build/entries.mjs'
import { runCommand } from '../runtime/run-command.mjs'

const cliFile = path.join(outFolder, 'cli', 'stet.js')

/**
 * Goes on as the command line, in this process: streams, signals and exit code are the command line's own.
 * @param {string[]} args
 */
export async function runCli(args) {
  await ensureBuild()
  process.argv = [process.execPath, cliFile, ...args]
  // For the app's SQLite in Electron; this Node loads better-sqlite3's own.
  delete process.env.STET_SQLITE_BINDING
  await import(pathToFileURL(cliFile).href)
}

/**
 * Runs the command line to its end, its output going where ours goes.
 * @param {string[]} args
 * @param {string} folder the folder that file names are relative to
 * @returns {Promise<number>} its exit code
 */
export async function callCli(args, folder) {
  await ensureBuild()
  const env = { ...process.env }
  delete env.STET_SQLITE_BINDING
  const { code } = await runCommand(process.execPath, [cliFile, ...args], { cwd: folder, env, show: true })
  return code ?? 1
}

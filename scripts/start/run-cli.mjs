import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuild } from '../build/ensure-build.mjs'
import { outFolder } from '../build/entries.mjs'
import { hasDisplay, sandboxArguments } from '../runtime/display.mjs'
import { ensureRuntime, runtimeEnvironment } from '../runtime/ensure-runtime.mjs'
import { handOver } from '../runtime/hand-over.mjs'
import { progress } from '../runtime/progress.mjs'
import { projectFolder } from '../runtime/project-folder.mjs'
import { runCommand } from '../runtime/run-command.mjs'

const cliFile = path.join(outFolder, 'cli', 'stet.cjs')

/**
 * Goes on as the command line, in this process: streams, signals and exit code are the command line's own.
 * @param {string[]} args
 */
export async function runCli(args) {
  await ensureBuild()
  if (asksForPages(args)) return runInElectron(args)
  process.argv = [process.execPath, cliFile, ...args]
  // For the app's SQLite in Electron; this Node loads better-sqlite3's own.
  delete process.env.STET_SQLITE_BINDING
  await import(pathToFileURL(cliFile).href)
}

/**
 * Pages are drawn by the program itself, with no window in sight. It needs a display all the same: without one it gets a
 * virtual one where that is installed.
 * @param {string[]} args
 */
async function runInElectron(args) {
  const isVirtual = !hasDisplay()
  if (isVirtual && !isOnPath('xvfb-run')) {
    progress(
      'a PDF needs a display, and there is none: install xvfb (“xvfb-run”), or write the report as HTML',
    )
    process.exitCode = 2
    return
  }
  const runtime = await ensureRuntime({ mayInstall: false })
  const command = [runtime.executable, ...sandboxArguments(), projectFolder, ...args]
  const [first, ...rest] = isVirtual ? ['xvfb-run', '-a', ...command] : command
  handOver(first, rest, runtimeEnvironment(runtime))
}

/** @param {string} name */
function isOnPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.some((folder) => folder && existsSync(path.join(folder, name)))
}

/**
 * @param {string[]} args
 * @returns {boolean} whether a report is asked for as PDF, by its form or by the name of its file
 */
function asksForPages([command, ...args]) {
  if (command !== 'report' && command !== 'export') return false
  const value = (/** @type {string[]} */ ...names) =>
    args.flatMap((arg, index) =>
      names.flatMap((name) => {
        if (arg === name) return [args[index + 1] ?? '']
        return arg.startsWith(`${name}=`) ? [arg.slice(name.length + 1)] : []
      }),
    )[0]
  const form = value('--format', '--form')
  return form === undefined ? /\.pdf$/i.test(value('--output', '-o') ?? '') : form === 'pdf'
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

import { existsSync } from 'node:fs'
import path from 'node:path'
import { ensureBuild } from '../build/ensure-build.mjs'
import { hasDisplay, sandboxArguments } from '../runtime/display.mjs'
import { ensureRuntime, runtimeEnvironment } from '../runtime/ensure-runtime.mjs'
import { handOver } from '../runtime/hand-over.mjs'
import { progress } from '../runtime/progress.mjs'
import { projectFolder } from '../runtime/project-folder.mjs'
import { MissingSystemPackages } from '../runtime/system-packages.mjs'
import { startHeadless } from './start-headless.mjs'

/**
 * @param {string[]} args flags and files for the app
 * @param {string} folder where file names are relative to
 */
export async function start(args, folder) {
  if (!hasDisplay()) {
    progress('there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window')
    return startHeadless(args, folder)
  }
  const runtime = await runtimeOrNull()
  if (runtime === null) return startHeadless(args, folder)
  await ensureBuild()
  const sandbox = sandboxArguments()
  if (sandbox.length > 0)
    progress('running as root, for whom Electron has no sandbox: starting with --no-sandbox')
  handOver(
    runtime.executable,
    [...sandbox, projectFolder, ...args.map((arg) => absolute(arg, folder))],
    runtimeEnvironment(runtime),
  )
}

// Starting the app must not change the system: what is missing is said, not installed.
async function runtimeOrNull() {
  try {
    return await ensureRuntime({ mayInstall: false })
  } catch (error) {
    if (!(error instanceof MissingSystemPackages)) throw error
    progress(error.message)
    progress('without that there is no window')
    return null
  }
}

/** The app's working folder is not the caller's. @param {string} argument @param {string} folder */
function absolute(argument, folder) {
  const file = path.resolve(folder, argument)
  return !argument.startsWith('-') && existsSync(file) ? file : argument
}

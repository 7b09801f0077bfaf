import { pathToFileURL } from 'node:url'
import { ensureBuild } from '../build/ensure-build.mjs'
import { hasDisplay } from '../runtime/display.mjs'
import { ensureRuntime, runtimeEnvironment } from '../runtime/ensure-runtime.mjs'
import { handOver } from '../runtime/hand-over.mjs'
import { inProject } from '../runtime/project-folder.mjs'
import { missingForVirtualDisplay, provideSystemPackages } from '../runtime/system-packages.mjs'

/**
 * Runs a bench that starts the built program in a real Electron, with the arguments of this process. Prepares everything for
 * it, as root on Debian the system's packages too.
 * @param {string} name of the folder in test/bench
 * @param {{ builds?: boolean }} [options] whether the bench needs the built program
 */
export async function benchInElectron(name, { builds = true } = {}) {
  const virtual = !hasDisplay()
  if (virtual) await provideSystemPackages([missingForVirtualDisplay()], { mayInstall: true })
  const runtime = await ensureRuntime({ mayInstall: true })
  if (builds) await ensureBuild()
  const [command, ...args] = [
    ...(virtual ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []),
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    '--import',
    pathToFileURL(inProject('test', 'db', 'source-hooks.mjs')).href,
    inProject('test', 'bench', name, 'run.ts'),
    ...process.argv.slice(2),
  ]
  handOver(command, args, { ...runtimeEnvironment(runtime), STET_E2E_ELECTRON: runtime.executable })
}

import { ensureBuild } from '../build/ensure-build.mjs'
import { hasDisplay } from '../runtime/display.mjs'
import { ensureRuntime, runtimeEnvironment } from '../runtime/ensure-runtime.mjs'
import { missingForVirtualDisplay, provideSystemPackages } from '../runtime/system-packages.mjs'
import { runVitest } from './run-vitest.mjs'

/**
 * Runs tests that drive the built app in a real Electron. Prepares everything for it, as root on Debian the system's
 * packages too.
 * @param {'e2e' | 'security'} project of vitest.config.ts
 * @param {string[]} filters names of test files, or parts of them
 */
export async function runInElectron(project, filters) {
  const virtual = !hasDisplay()
  if (virtual) await provideSystemPackages([missingForVirtualDisplay()], { mayInstall: true })
  const runtime = await ensureRuntime({ mayInstall: true })
  await ensureBuild()
  return runVitest(project, {
    filters,
    wrapper: virtual ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : [],
    env: { ...runtimeEnvironment(runtime), STET_E2E_ELECTRON: runtime.executable },
  })
}

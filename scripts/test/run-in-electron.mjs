import { availableParallelism } from 'node:os'
import { ensureBuild } from '../build/ensure-build.mjs'
import { hasDisplay } from '../runtime/display.mjs'
import { ensureRuntime, runtimeEnvironment } from '../runtime/ensure-runtime.mjs'
import { missingForVirtualDisplay, provideSystemPackages } from '../runtime/system-packages.mjs'
import { runVitest } from './run-vitest.mjs'
import { underDisplays } from './virtual-displays.mjs'

/**
 * Runs tests that drive the built app in a real Electron. Prepares everything for it, as root on Debian the system's
 * packages too.
 * @param {'e2e' | 'security'} project of vitest.config.ts
 * @param {string[]} filters names of test files, or parts of them
 * @param {{ packaged?: boolean }} [options] whether the tests drive the package instead of the development build
 */
export async function runInElectron(project, filters, { packaged = false } = {}) {
  const virtual = !hasDisplay()
  if (virtual) await provideSystemPackages([missingForVirtualDisplay()], { mayInstall: true })
  const runtime = await ensureRuntime({ mayInstall: true })
  await ensureBuild()
  return runVitest([project], {
    filters,
    wrapper: virtual ? underDisplays(Math.min(2, availableParallelism())) : [],
    env: {
      ...runtimeEnvironment(runtime),
      STET_E2E_ELECTRON: runtime.executable,
      ...(packaged ? { STET_E2E_PACKAGED: '1' } : {}),
    },
  })
}

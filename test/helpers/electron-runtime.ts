import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** What Playwright's `_electron.launch` takes. */
export interface LaunchTarget {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

/** The packaged program that all tests are to drive (every-test-packaged.ts); undefined in a run of the development build. */
const packageUnderTest = (): string | undefined => process.env.STET_E2E_PACKAGE

/** For the few tests that mean only one of the two. */
export const drivesPackage = (): boolean => packageUnderTest() !== undefined

/**
 * The development build in `out/`, in the Electron that scripts/test-e2e.mjs found, or the package when that is what is tested.
 * @param args flags and files for the app
 */
export function launchTarget(args: readonly string[] = []): LaunchTarget {
  const tested = packageUnderTest()
  if (tested) return { ...packagedTarget(args), executablePath: tested }
  const executablePath = process.env.STET_E2E_ELECTRON
  if (!executablePath) {
    throw new Error('Which Electron to test in is not set. Start these tests with "npm run test:e2e".')
  }
  return { executablePath, args: [...sandboxArguments(), projectFolder, ...args], env: plainEnvironment() }
}

/**
 * The packaged app in `dist/`. Its inspector is fused off, so `_electron.launch` cannot attach to it: start it with
 * `--remote-debugging-port` and connect with Playwright's `chromium.connectOverCDP`.
 * @param args flags and files for the app
 */
export function packagedTarget(args: readonly string[] = []): LaunchTarget {
  const executablePath = path.join(projectFolder, 'dist', 'linux-unpacked', 'stet')
  if (!existsSync(executablePath)) {
    throw new Error(`There is no packaged app at ${executablePath}. Make it with "npm run package:test".`)
  }
  const env = plainEnvironment()
  // It must start with the SQLite that was packaged, not with the one for development.
  delete env.STET_SQLITE_BINDING
  return { executablePath, args: [...sandboxArguments(), ...args], env }
}

/** Chromium refuses its sandbox to root on Linux; everybody else is tested with it. */
function sandboxArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Ours, without what vitest puts there and an app would not see in real life. */
function plainEnvironment(): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(VITEST|TEST$|NODE_ENV$|NODE_OPTIONS$)/.test(name)) env[name] = value
  }
  return env
}

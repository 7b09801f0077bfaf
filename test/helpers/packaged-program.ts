import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Browser, type Page } from 'playwright'
import { packagedTarget, type LaunchTarget } from './electron-runtime.js'

/** A copy of the packaged folder, which a test may change. */
export interface PackageCopy {
  folder: string
  executablePath: string
  remove: () => void
}

export function copyPackage(): PackageCopy {
  const folder = mkdtempSync(join(tmpdir(), 'stet-package-'))
  cpSync(dirname(packagedTarget().executablePath), folder, { recursive: true })
  chmodSync(folder, 0o755)
  return {
    folder,
    executablePath: join(folder, 'stet'),
    remove: () => {
      execFileSync('chmod', ['-R', 'u+w', folder])
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

/** The packaged folder as it is shipped but for one fuse: its inspector answers, so that Playwright can drive all of it. */
export async function drivablePackage(): Promise<PackageCopy> {
  const copy = copyPackage()
  await flipFuses(copy.executablePath, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  return copy
}

/** The account that owns nothing, for a start as somebody who is not root. */
export const nobody = 65_534

/** Lets `nobody` into a folder that holds a home, and at the display, and gives the package's sandbox helper its rights. */
export function handToNobody(home: string, { folder }: PackageCopy): Record<string, string> {
  execFileSync('chown', ['-R', `${nobody}:${nobody}`, home])
  const helper = join(folder, 'chrome-sandbox')
  chownSync(helper, 0, 0)
  chmodSync(helper, 0o4755)
  const { XAUTHORITY: authority } = process.env
  if (!authority) return {}
  const own = join(home, 'Xauthority')
  copyFileSync(authority, own)
  chownSync(own, nobody, nobody)
  return { XAUTHORITY: own }
}

export interface StartedPackage {
  program: ChildProcess
  browser: Browser
  page: Page
}

/**
 * Starts the packaged program as a person would, and attaches to its first page. Its inspector is fused off, so this is
 * all that can be driven of it.
 * @param user account to start it as, instead of one's own
 */
export async function startPackage(
  home: string,
  target: LaunchTarget,
  user?: number,
): Promise<StartedPackage> {
  const { executablePath, args } = target
  const env = homeEnvironment(target.env, home)
  const account = user === undefined ? {} : { uid: user, gid: user }
  const program = spawn(executablePath, ['--remote-debugging-port=0', ...args], {
    env,
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
  })
  const address = await debuggerAddress(program)
  await pageShown(new URL(address).host)
  const browser = await chromium.connectOverCDP(address)
  const page = browser.contexts().flatMap((context) => context.pages())[0]!
  await page.waitForLoadState('domcontentloaded')
  return { program, browser, page }
}

export function homeEnvironment(env: Record<string, string>, home: string): Record<string, string> {
  return { ...env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_CACHE_HOME: join(home, '.cache') }
}

/** Closes the window as a person would, and waits for the program to end. */
export async function quitPackage({ program, page }: StartedPackage): Promise<void> {
  const ended = once(program, 'exit')
  await page.close({ runBeforeUnload: true })
  await ended
}

/** Where a starting Chromium says that its debugger listens. */
async function debuggerAddress(program: ChildProcess): Promise<string> {
  const said: string[] = []
  for await (const line of createInterface({ input: program.stderr! })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    said.push(line)
    if (address) {
      program.stderr!.resume()
      return address
    }
  }
  throw new Error(`The packaged program ended before its debugger listened:\n${said.slice(-10).join('\n')}`)
}

/** Waits until the program has made its window: a debugger that attaches before is not told of it. */
async function pageShown(host: string): Promise<void> {
  for (;;) {
    const targets = (await (await fetch(`http://${host}/json`)).json()) as { type: string; url: string }[]
    if (targets.some(({ type, url }) => type === 'page' && url.startsWith('app:'))) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

import { app, protocol } from 'electron'
import type * as CommandLine from '../cli/run.js'
import type { PageFrame } from '../service/reports/report.js'
import { appScheme } from './app-protocol.js'
import { refuseNames } from './web-guards.js'

/**
 * Runs a command of the command line and ends with its exit code. No window is shown; pages are drawn out of sight under
 * the same guards as in the window, and without a display where there is none.
 */
export async function runCommand(args: string[]): Promise<void> {
  refuseNames()
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // The window in which pages are drawn is closed before their file is written.
  app.on('window-all-closed', () => {})
  // Built with what else runs in Node, not with the window's program, so that the package holds it once.
  const address = new URL('../cli/run.cjs', import.meta.url).href
  const { runCommandLine } = (await import(address)) as typeof CommandLine
  app.exit(await runCommandLine(args, { printPages }))
}

async function printPages(html: string, frame: PageFrame): Promise<Uint8Array> {
  await app.whenReady()
  const { printPages } = await import('./print-pages.js')
  return printPages(html, frame)
}

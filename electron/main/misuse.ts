import { app } from 'electron'
import { packageFacts } from './package-facts.js'
import { refusedSwitch } from './refused-switches.js'

/** The exit code for a start that was refused; as for a command that could not be carried out. */
const notCarriedOut = 2

/**
 * Ends a packaged program that was started with a switch which opens it to others. Called before anything else; only a
 * package that was made for the tests lets itself be driven.
 */
export function leaveIfMisused(): void {
  if (!app.isPackaged) return
  const misused = refusedSwitch(process.argv.slice(1), allowedSwitches())
  if (!misused) return
  process.stderr.write(
    `Stet does not start with ${JSON.stringify(misused.slice(0, 200))}: it would let others into the program. ` +
      'Start it without.\n',
  )
  app.exit(notCarriedOut)
  // The exit is not at once, and nothing more may happen before it.
  process.exit(notCarriedOut)
}

/** Chromium refuses its sandbox to root on Linux, and starts there only without. */
function allowedSwitches(): string[] {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(packageFacts().isTestPackage ? ['--remote-debugging-port=', '--inspect='] : []),
  ]
}

import { app } from 'electron'
import { packageFacts } from './package-facts.js'
import { refusedSwitch } from './refused-switches.js'
import { refusedVariable } from './refused-variables.js'

/** The exit code for a start that was refused; as for a command that could not be carried out. */
const notCarriedOut = 2

/**
 * Ends a packaged program that was started with a switch or a variable which opens it to others. Called before anything else;
 * only a package that was made for the tests lets itself be driven.
 */
export function leaveIfMisused(): void {
  if (!app.isPackaged) return
  const refusal = refusalOfStart()
  if (!refusal) return
  process.stderr.write(`${refusal}\n`)
  app.exit(notCarriedOut)
  // The exit is not at once, and nothing more may happen before it.
  process.exit(notCarriedOut)
}

/**
 * Lets a packaged program load no SQLite but its own: the variable that names another is for development. Called before
 * anything that opens a case or starts a worker or a process, which all look at it.
 */
export function loadOwnSqliteOnly(): void {
  if (app.isPackaged) delete process.env['STET_SQLITE_BINDING']
}

function refusalOfStart(): string | null {
  const misused = refusedSwitch(process.argv.slice(1), allowedSwitches())
  if (misused)
    return `Stet does not start with ${JSON.stringify(misused.slice(0, 200))}: it would let others into the program. Start it without.`
  const variable = refusedVariable(process.env, !isRootOnLinux())
  if (variable)
    return `Stet does not start while the variable ${variable} is set: it would let others into the program. Unset it, and start again.`
  return null
}

function allowedSwitches(): string[] {
  return [
    ...(isRootOnLinux() ? ['--no-sandbox'] : []),
    ...(packageFacts().isTestPackage ? ['--remote-debugging-port=', '--inspect='] : []),
  ]
}

/** Chromium refuses its sandbox to root on Linux, and starts there only without. */
function isRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

/** Electron takes Chromium's sandbox off by it before any code of the program runs, whatever it is set to. */
const sandboxOff = 'ELECTRON_DISABLE_SANDBOX'

/** The variable of the environment that the packaged program does not start with, if it is set. */
export function refusedVariable(env: NodeJS.ProcessEnv, canHaveSandbox: boolean): string | null {
  return canHaveSandbox && env[sandboxOff] !== undefined ? sandboxOff : null
}

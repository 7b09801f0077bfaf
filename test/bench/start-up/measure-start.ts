import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { homeEnvironment } from '../../helpers/packaged-program.js'
import type { LaunchTarget } from '../../helpers/electron-runtime.js'
import { idleVariable, told, type Told } from './watched-program.js'

/** Milliseconds for which a started program is left alone, first to settle and then to be watched. */
const idle = [6000, 10_000]

/** Milliseconds after which a program that has told nothing is ended. */
const patience = 60_000

/** Starts a watched program, and waits until it has told of its start and ended. */
export async function measureStart(
  target: LaunchTarget,
  home: string,
  { alone = false } = {},
): Promise<Told> {
  const env = homeEnvironment(target.env, home)
  if (alone) env[idleVariable] = JSON.stringify(idle)
  const program = spawn(target.executablePath, target.args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const late = setTimeout(() => program.kill('SIGKILL'), patience)
  const ended = new Promise((resolve) => program.once('close', resolve))
  let said: Told | undefined
  for await (const line of createInterface({ input: program.stdout }))
    if (line.startsWith(told)) said = JSON.parse(line.slice(told.length)) as Told
  await ended
  clearTimeout(late)
  if (!said) throw new Error(`${target.args.join(' ')} ended without telling of its start.`)
  return said
}

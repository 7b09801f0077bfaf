import { join } from 'node:path'
import { launchTarget, type LaunchTarget } from '../helpers/electron-runtime.js'

/** The control: the same Electron with a page of one line and without any of the guards. */
export function bareTarget(): LaunchTarget {
  const target = launchTarget()
  const folder = join(import.meta.dirname, 'bare-app')
  return { ...target, args: target.args.map((arg) => (arg.startsWith('-') ? arg : folder)) }
}

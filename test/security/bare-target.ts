import { join } from 'node:path'
import type { LaunchTarget } from '../helpers/electron-runtime.js'
import { targetIn } from '../helpers/copied-program.js'

/** The control: the same Electron with a page of one line and without any of the guards. */
export const bareTarget = (): LaunchTarget => targetIn(join(import.meta.dirname, 'bare-app'))

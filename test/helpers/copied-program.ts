import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchTarget, type LaunchTarget } from './electron-runtime.js'

/** A copy of the built program, whose code may be changed before it is started. */
export interface CopiedProgram {
  /** Holds `out` as it was built. */
  folder: string
  target: LaunchTarget
  remove: () => void
}

export function copyProgram(): CopiedProgram {
  const project = join(import.meta.dirname, '../..')
  const folder = mkdtempSync(join(tmpdir(), 'stet-copy-'))
  cpSync(join(project, 'out'), join(folder, 'out'), { recursive: true })
  for (const name of ['package.json', 'node_modules', 'samples'])
    symlinkSync(join(project, name), join(folder, name))
  return {
    folder,
    target: targetIn(folder),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  }
}

/** The Electron of these tests with the program of another folder. */
export function targetIn(folder: string): LaunchTarget {
  const target = launchTarget()
  return { ...target, args: target.args.map((arg) => (arg.startsWith('-') ? arg : folder)) }
}

import { accessSync, constants, mkdirSync } from 'node:fs'
import { reasonOf } from '../workers/system-refusal.js'

/** Why the program cannot keep its own data in a folder, and what to do; null when it can. The folder is made. */
export function ownFolderProblem(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
    return null
  } catch (cause) {
    return (
      `Stet keeps its preferences, backups and the list of cases in ${folder}, which cannot be written to: ` +
      `${reasonOf(cause)}. See that this account has a home folder that it may write to, and start again.`
    )
  }
}

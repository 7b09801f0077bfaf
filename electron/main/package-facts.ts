import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { factsIn, type PackageFacts } from './facts-in.js'

let known: PackageFacts | null = null

/** What the program's own package.json says of it. */
export function packageFacts(): PackageFacts {
  known ??= factsIn(JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')))
  return known
}

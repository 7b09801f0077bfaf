import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { WorkerName } from '../../electron/workers/start-worker.js'
import { workers } from './built-program.js'
import { temporaryFolder } from './temporary-folder.js'

const names: readonly WorkerName[] = ['db-worker', 'check-worker', 'import-worker', 'report-worker']

/** A folder of the real workers, each with its code put before it; `code` is CommonJS. */
export function changedWorkers(code: Partial<Record<WorkerName, string>>): URL {
  return workersOf(
    Object.fromEntries(names.map((name) => [name, `${code[name] ?? ''}\n${realWorker(name)}`])),
  )
}

/** A folder of workers that are nothing but this code, which is CommonJS. */
export function workersOf(code: Partial<Record<WorkerName, string>>): URL {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(code)) writeFileSync(join(folder, `${name}.cjs`), text)
  return new URL(`${pathToFileURL(folder).href}/`)
}

/** Code that is the built worker. */
export function realWorker(name: WorkerName): string {
  return `require(${JSON.stringify(fileURLToPath(new URL(`${name}.cjs`, workers)))})`
}

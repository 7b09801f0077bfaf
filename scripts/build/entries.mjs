import { inProject } from '../runtime/project-folder.mjs'

/** Where everything is built to. */
export const outFolder = inProject('out')

/**
 * What runs in Node: name in `out/` -> source. Each lies one folder deep, as do the chunks they share, so that
 * `new URL('../workers/db-worker.js', import.meta.url)` finds a worker from wherever that line ends up.
 */
export const nodeEntries = {
  'main/main': 'electron/main/main.ts',
  'cli/stet': 'electron/cli/stet.ts',
  'workers/db-worker': 'electron/workers/db-worker.ts',
  'workers/check-worker': 'electron/workers/check-worker.ts',
  'workers/gate-process': 'electron/workers/gate-process.ts',
  'workers/import-worker': 'electron/workers/import-worker.ts',
  'workers/report-worker': 'electron/workers/report-worker.ts',
}

export const preloadEntry = 'electron/preload/preload.ts'

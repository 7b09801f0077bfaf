import { inProject } from '../runtime/project-folder.mjs'

/** Where everything is built to. */
export const outFolder = inProject('out')

/* Name in `out/` -> source. Each lies one folder deep, as do the chunks, so that
   `new URL('../workers/db-worker.cjs', import.meta.url)` finds a worker from wherever that line ends up. */

/**
 * What the first window and the last case wait for. Each is built by itself: shared out among all that runs in Node its code
 * comes in forty files, and loading those takes longer than running them.
 */
export const startEntries = {
  'main/main': 'electron/main/main.ts',
  'workers/db-worker': 'electron/workers/db-worker.ts',
}

/** What else runs in Node; it shares its code. */
export const nodeEntries = {
  'cli/run': 'electron/cli/run.ts',
  'cli/stet': 'electron/cli/stet.ts',
  'workers/check-worker': 'electron/workers/check-worker.ts',
  'workers/gate-process': 'electron/workers/gate-process.ts',
  'workers/import-worker': 'electron/workers/import-worker.ts',
  'workers/report-worker': 'electron/workers/report-worker.ts',
}

export const preloadEntry = 'electron/preload/preload.ts'

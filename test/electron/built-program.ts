import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const project = new URL('../../', import.meta.url)

/** The build's own settings, not those of the tests around it. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITE')),
)

// The workers and the command line are tested as they are shipped; a fresh build costs next to nothing.
execFileSync(process.execPath, [fileURLToPath(new URL('scripts/build.mjs', project))], {
  env: environment,
  stdio: ['ignore', 'ignore', 'pipe'],
})

/** Folder of the built workers. */
export const workers = new URL('out/workers/', project)

/** The built command line. */
export const commandLine = fileURLToPath(new URL('out/cli/stet.cjs', project))

/** The texts of the sample case. */
export const sampleFolder = fileURLToPath(new URL('samples', project))

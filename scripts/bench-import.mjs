// `npm run bench:import [-- --runs=N]`: files of three kinds through the import worker beside the bare library calls.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { pathToFileURL } = await import('node:url')
  const { ensureBuild } = await import('./build/ensure-build.mjs')
  const { handOver } = await import('./runtime/hand-over.mjs')
  const { inProject } = await import('./runtime/project-folder.mjs')
  await ensureBuild()
  const hooks = pathToFileURL(inProject('test', 'db', 'source-hooks.mjs')).href
  const bench = inProject('test', 'bench', 'import', 'run.ts')
  handOver(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--import',
    hooks,
    bench,
    ...process.argv.slice(2),
  ])
})

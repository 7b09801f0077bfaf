// `npm run bench:export [-- --claims=N --bytes=N --runs=N]`: every form of a report of a large case beside the bare writing of
// as much.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { pathToFileURL } = await import('node:url')
  const { handOver } = await import('./runtime/hand-over.mjs')
  const { inProject } = await import('./runtime/project-folder.mjs')
  const hooks = pathToFileURL(inProject('test', 'db', 'source-hooks.mjs')).href
  const bench = inProject('test', 'bench', 'export', 'run.ts')
  const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning', '--import', hooks]
  handOver(process.execPath, [...flags, bench, ...process.argv.slice(2)])
})

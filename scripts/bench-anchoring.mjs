// `npm run bench:anchoring [-- --quotes=N --runs=N --text=FILE]`: quotes carried to an edited text, measured against exact
// search and against approximate search with scored context.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { pathToFileURL } = await import('node:url')
  const { handOver } = await import('./runtime/hand-over.mjs')
  const { inProject } = await import('./runtime/project-folder.mjs')
  const hooks = pathToFileURL(inProject('test', 'db', 'source-hooks.mjs')).href
  const bench = inProject('test', 'bench', 'anchoring', 'run.ts')
  const args = ['--disable-warning=ExperimentalWarning', '--import', hooks, bench, ...process.argv.slice(2)]
  handOver(process.execPath, args)
})

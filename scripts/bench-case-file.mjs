// `npm run bench:case-file [-- --full, or --claims=N --notes=N --sources=N --runs=N]`: a large case, measured against
// better-sqlite3 alone.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { pathToFileURL } = await import('node:url')
  const { handOver } = await import('./runtime/hand-over.mjs')
  const { inProject } = await import('./runtime/project-folder.mjs')
  const hooks = pathToFileURL(inProject('test', 'db', 'source-hooks.mjs')).href
  const bench = inProject('test', 'bench', 'case-file', 'run.ts')
  const args = ['--disable-warning=ExperimentalWarning', '--import', hooks, bench, ...process.argv.slice(2)]
  handOver(process.execPath, args)
})

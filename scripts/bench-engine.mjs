// `npm run bench:engine [-- --data=FOLDER --misses]`: the dates, the findings and the speed of the consistency engine, on the
// cases of the repository and on those of a folder (`dates/*.jsonl`, `consistency/*.jsonl`) beside it.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { pathToFileURL } = await import('node:url')
  const { handOver } = await import('./runtime/hand-over.mjs')
  const { inProject } = await import('./runtime/project-folder.mjs')
  const hooks = pathToFileURL(inProject('test', 'db', 'source-hooks.mjs')).href
  const bench = inProject('test', 'bench', 'engine', 'run.ts')
  const args = ['--disable-warning=ExperimentalWarning', '--import', hooks, bench, ...process.argv.slice(2)]
  handOver(process.execPath, args)
})

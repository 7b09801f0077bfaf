// `npm run test:unit [-- vitest's arguments]`: the tests that need only Node, with vitest's own output.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { handOver } = await import('./runtime/hand-over.mjs')
  const { inProject } = await import('./runtime/project-folder.mjs')
  const { unitProjects } = await import('./test/run-vitest.mjs')
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')
  const projects = unitProjects.map((project) => `--project=${project}`)
  handOver(process.execPath, [vitest, 'run', ...projects, ...process.argv.slice(2)])
})

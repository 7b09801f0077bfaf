// `npm run test:unit [-- vitest's arguments]`: the tests that need only Node, with vitest's own output.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { handOver } = await import('./runtime/hand-over.mjs')
  const { inProject } = await import('./runtime/project-folder.mjs')
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')
  handOver(process.execPath, [vitest, 'run', '--project=unit', ...process.argv.slice(2)])
})

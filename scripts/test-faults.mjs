// `npm run test:faults [-- vitest's arguments]`: case files killed, cut, filled, flipped and forged, in the full numbers.
// STET_FAULTS_SEED repeats a run; docs/reliability.md tells of the other settings.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { handOver } = await import('./runtime/hand-over.mjs')
  const { inProject } = await import('./runtime/project-folder.mjs')
  const { faultsEnvironment } = await import('./test/faults-environment.mjs')
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'run', '--project=faults', ...process.argv.slice(2)]
  handOver(process.execPath, args, faultsEnvironment(process.env))
})

// `npm run bench:workbench [-- --short --claims=N --findings=N --runs=N --json=<file>]`: the lists, the claims table, the timeline and
// the triage of a large case in a real Electron, beside bare pages that draw as much.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { benchInElectron } = await import('./bench/bench-in-electron.mjs')
  await benchInElectron('workbench')
})

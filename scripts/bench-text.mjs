// `npm run bench:text [-- --short, --full, --sizes=1m:10000 --runs=N --only=designs|app --json=<file>]`: the text with its
// claims in a real Electron, measured against other ways of showing it.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { benchInElectron } = await import('./bench/bench-in-electron.mjs')
  await benchInElectron('text', { builds: !process.argv.includes('--only=designs') })
})

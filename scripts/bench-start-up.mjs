// `npm run bench:start-up [-- --runs=N --claims=N]`: how long the program takes to show itself and the last case, beside an
// Electron with one bare page; what it does while nobody does anything, and the memory that it takes.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { benchInElectron } = await import('./bench/bench-in-electron.mjs')
  await benchInElectron('start-up')
})

// Prepares the runtime and prints where it is, as JSON: `node scripts/runtime/show-runtime.mjs`.
import { underModernNode } from './modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { ensureRuntime } = await import('./ensure-runtime.mjs')
  process.stdout.write(`${JSON.stringify(await ensureRuntime({ mayInstall: false }), null, 2)}\n`)
})

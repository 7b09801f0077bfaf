// `npm run build`: builds what runs into out/, unless it is fresh; with `--force`, in any case.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { rmSync } = await import('node:fs')
  const { ensureBuild, stampFile } = await import('./build/ensure-build.mjs')
  const { progress } = await import('./runtime/progress.mjs')
  if (process.argv.includes('--force')) rmSync(stampFile, { force: true })
  if (!(await ensureBuild())) progress('out/ is fresh; nothing to build')
})

// `npm run bench:text [-- --short, --full, --sizes=1m:10000 --runs=N --only=designs|app --json=<file>]`: the text with its
// claims in a real Electron, measured against other ways of showing it.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { pathToFileURL } = await import('node:url')
  const { ensureBuild } = await import('./build/ensure-build.mjs')
  const { hasDisplay } = await import('./runtime/display.mjs')
  const { ensureRuntime, runtimeEnvironment } = await import('./runtime/ensure-runtime.mjs')
  const { handOver } = await import('./runtime/hand-over.mjs')
  const { inProject } = await import('./runtime/project-folder.mjs')
  const { missingForVirtualDisplay, provideSystemPackages } = await import('./runtime/system-packages.mjs')
  const virtual = !hasDisplay()
  if (virtual) await provideSystemPackages([missingForVirtualDisplay()], { mayInstall: true })
  const runtime = await ensureRuntime({ mayInstall: true })
  if (!process.argv.includes('--only=designs')) await ensureBuild()
  const hooks = pathToFileURL(inProject('test', 'db', 'source-hooks.mjs')).href
  const bench = inProject('test', 'bench', 'text', 'run.ts')
  const [command, ...args] = [
    ...(virtual ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []),
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    '--import',
    hooks,
    bench,
    ...process.argv.slice(2),
  ]
  handOver(command, args, { ...runtimeEnvironment(runtime), STET_E2E_ELECTRON: runtime.executable })
})

// `npm run bench:workbench [-- --short --claims=N --findings=N --runs=N --json=<file>]`: the lists, the claims table, the timeline and
// the triage of a large case in a real Electron, beside bare pages that draw as much.
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
  await ensureBuild()
  const hooks = pathToFileURL(inProject('test', 'db', 'source-hooks.mjs')).href
  const [command, ...args] = [
    ...(virtual ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []),
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    '--import',
    hooks,
    inProject('test', 'bench', 'workbench', 'run.ts'),
    ...process.argv.slice(2),
  ]
  handOver(command, args, { ...runtimeEnvironment(runtime), STET_E2E_ELECTRON: runtime.executable })
})

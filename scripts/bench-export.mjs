// `npm run bench:export [-- --claims=N --bytes=N --runs=N]`: every form of a report of a large case beside the bare writing of
// as much. With `--printing` the printing of its PDF in a real Electron beside Electron's own.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { pathToFileURL } = await import('node:url')
  const { handOver } = await import('./runtime/hand-over.mjs')
  const { inProject } = await import('./runtime/project-folder.mjs')
  const hooks = pathToFileURL(inProject('test', 'db', 'source-hooks.mjs')).href
  const isPrinting = process.argv.includes('--printing')
  const bench = inProject('test', 'bench', 'export', isPrinting ? 'run-printing.ts' : 'run.ts')
  const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning', '--import', hooks]
  const command = [process.execPath, ...flags, bench, ...process.argv.slice(2)]
  if (!isPrinting) return handOver(command[0], command.slice(1))
  const { hasDisplay } = await import('./runtime/display.mjs')
  const { ensureRuntime, runtimeEnvironment } = await import('./runtime/ensure-runtime.mjs')
  const { missingForVirtualDisplay, provideSystemPackages } = await import('./runtime/system-packages.mjs')
  const isVirtual = !hasDisplay()
  if (isVirtual) await provideSystemPackages([missingForVirtualDisplay()], { mayInstall: true })
  const runtime = await ensureRuntime({ mayInstall: true })
  const [program, ...args] = [
    ...(isVirtual ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []),
    ...command,
  ]
  handOver(program, args, { ...runtimeEnvironment(runtime), STET_E2E_ELECTRON: runtime.executable })
})

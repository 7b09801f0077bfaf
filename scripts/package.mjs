// `npm run package`: the app as an unpacked folder in dist/, for this platform.
// `npm run package -- --linux AppImage deb`: anything after `--` goes to electron-builder as it is, for a release.
// `npm run package:test`: the folder also where only the fallback Electron is to be had.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { rmSync } = await import('node:fs')
  const { ensureBuild } = await import('./build/ensure-build.mjs')
  const { packageFolder } = await import('./package/package-folder.mjs')
  const { packageRelease } = await import('./package/package-release.mjs')
  const { packageStamp } = await import('./package/test-package.mjs')
  const args = process.argv.slice(2)
  await ensureBuild()
  rmSync(packageStamp, { force: true })
  if (args.length === 0) await packageFolder({ withFallback: false })
  else if (args[0] === '--with-fallback-electron') await packageFolder({ withFallback: true })
  else packageRelease(args)
})

import { DIR_TARGET, Platform, build } from 'electron-builder'
import path from 'node:path'
import { ensureRuntime } from '../runtime/ensure-runtime.mjs'
import { progress } from '../runtime/progress.mjs'
import { inProject, projectFolder } from '../runtime/project-folder.mjs'

/**
 * Makes the unpacked folder that an installer would install, from the Electron at hand.
 * @param {{ withFallback: boolean }} options whether it is for tests only: then the fallback Electron will do, which must
 * never be released
 */
export async function packageFolder({ withFallback }) {
  const runtime = await ensureRuntime({ mayInstall: false })
  if (runtime.source === 'fallback' && !withFallback) {
    throw new Error(
      `Only the fallback Electron ${runtime.version} is at hand, and it must not be given to anybody. To package it ` +
        'for a test all the same, run "npm run package:test".',
    )
  }
  await build({
    projectDir: projectFolder,
    targets: Platform.current().createTarget(DIR_TARGET),
    config: {
      extends: inProject('electron-builder.yml'),
      // A package for the tests says so in its package.json, and lets itself be driven (electron/main/misuse.ts).
      ...(withFallback ? { extraMetadata: { isTestPackage: true } } : {}),
      ...runtimeConfig(runtime),
    },
  })
  progress(`packaged into ${inProject('dist')}, with Electron ${runtime.version}`)
}

/**
 * @param {import('../runtime/ensure-runtime.mjs').Runtime} runtime
 * @returns {import('electron-builder').Configuration}
 */
function runtimeConfig(runtime) {
  const config = { electronDist: runtime.packagingDist, electronVersion: runtime.version }
  if (runtime.sqliteBinding === null) return config
  // better-sqlite3 prefers a binary in its build folder to the one it came with.
  const from = path.dirname(runtime.sqliteBinding)
  const to = 'node_modules/better-sqlite3/build/Release'
  return { ...config, files: [{ from, to, filter: ['better_sqlite3.node'] }] }
}

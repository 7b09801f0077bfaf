import react from '@vitejs/plugin-react'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createLogger } from 'vite'
import { inProject, projectFolder } from '../runtime/project-folder.mjs'
import { preloadEntry } from './entries.mjs'

// Electron is the runtime itself, better-sqlite3 brings a binary; all else is bundled.
const EXTERNAL = ['electron', 'better-sqlite3']

const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))

// What is bundled is given on with the app, so its licences are too.
const LICENSES = 'third-party-licenses.md'

/** @typedef {import('vite').InlineConfig} InlineConfig */

/** @returns {InlineConfig} */
function shared() {
  const logger = createLogger('warn')
  // The command line's standard output belongs to its user, also when it builds first.
  logger.warnOnce = logger.warn = (message) => void process.stderr.write(`${message}\n`)
  return { configFile: false, envDir: false, logLevel: 'warn', customLogger: logger, mode: 'production' }
}

/** @param {string} folder the build's `out` @returns {InlineConfig} */
export function rendererConfig(folder) {
  return {
    ...shared(),
    root: inProject('renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: path.join(folder, 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      sourcemap: true,
      // The content security policy allows no data: URLs for scripts and fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      license: { fileName: LICENSES },
    },
  }
}

/**
 * CommonJS, strict as the sources are: a thread of Node has found and run it some 25 ms before the same as ES modules.
 * @param {string} folder
 * @param {Record<string, string>} entries
 * @param {string} licenses the folder in it for the licences of what these are made of
 * @returns {InlineConfig}
 */
export function nodeConfig(folder, entries, licenses = '.') {
  return nodeBuild(folder, {
    license: { fileName: path.posix.join(licenses, LICENSES) },
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, inProject(source)])),
      output: {
        format: 'cjs',
        strict: true,
        entryFileNames: '[name].cjs',
        chunkFileNames: 'chunks/[name]-[hash].cjs',
      },
    },
  })
}

/**
 * A sandboxed preload script is one CommonJS file.
 * @param {string} folder
 * @returns {InlineConfig}
 */
export function preloadConfig(folder) {
  return nodeBuild(folder, {
    rolldownOptions: {
      input: inProject(preloadEntry),
      output: { format: 'cjs', strict: true, entryFileNames: 'preload/preload.cjs', codeSplitting: false },
    },
  })
}

/** @param {string} folder @param {import('vite').BuildOptions} options @returns {InlineConfig} */
function nodeBuild(folder, options) {
  return {
    ...shared(),
    root: projectFolder,
    publicDir: false,
    define: { STET_VERSION: JSON.stringify(version) },
    ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      ...options,
      rolldownOptions: { ...options.rolldownOptions, external: EXTERNAL },
    },
  }
}

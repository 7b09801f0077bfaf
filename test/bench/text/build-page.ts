import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Bundles the bench's page into a folder; answers its file. */
export async function buildPage(folder: string): Promise<string> {
  await build({
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    mode: 'production',
    root: fileURLToPath(new URL('./page', import.meta.url)),
    base: './',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome130',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
    },
  })
  return join(folder, 'index.html')
}

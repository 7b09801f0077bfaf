// `npm start [-- file ...]`: prepares what is missing, builds, and starts the app on this checkout. Where no window can
// be shown, it does the app's main job on the command line.
import { callerFolder } from './runtime/caller-folder.mjs'
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { start } = await import('./start/start.mjs')
  await start(process.argv.slice(2), callerFolder('start'))
})

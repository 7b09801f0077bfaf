// `npm run ready`: what should hold before every commit, without Electron.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { runSteps } = await import('./test/step.mjs')
  const { quickSteps } = await import('./test/steps.mjs')
  await runSteps(quickSteps)
})

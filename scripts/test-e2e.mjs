// `npm run test:e2e [-- name of a test file]`: builds, packages, and runs the tests in a real Electron only.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { runSteps } = await import('./test/step.mjs')
  const { endToEndStep, programSteps } = await import('./test/steps.mjs')
  await runSteps([...programSteps, endToEndStep(process.argv.slice(2))])
})

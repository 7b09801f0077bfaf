// `npm run test:e2e [-- name of a test file]`: builds, packages, and runs the tests in a real Electron only.
// `npm run test:e2e -- --packaged [name of a test file]`: the same tests, each of them in the package.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { runSteps } = await import('./test/step.mjs')
  const { endToEndStep, packagedStep, programSteps } = await import('./test/steps.mjs')
  const filters = process.argv.slice(2)
  const isPackaged = filters[0] === '--packaged'
  await runSteps([...programSteps, isPackaged ? packagedStep(filters.slice(1)) : endToEndStep(filters)])
})

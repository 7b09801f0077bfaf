// `npm test`: everything, a section a step, and at the end the line `N passed, N failed`.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { runSteps } = await import('./test/step.mjs')
  const steps = await import('./test/steps.mjs')
  const { endToEndStep, faultSteps, programSteps, quickSteps, securityStep } = steps
  await runSteps([...quickSteps, ...faultSteps, ...programSteps, endToEndStep([]), securityStep([])])
})

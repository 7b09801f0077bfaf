// `npm run test:security [-- name of a test file]`: the app attacked in a real Electron. STET_XSS_PAYLOADS names a folder of
// further payloads, one a line in files named .txt.
import { underModernNode } from './runtime/modern-node.mjs'

await underModernNode(import.meta.url, async () => {
  const { runSteps } = await import('./test/step.mjs')
  const { programSteps, securityStep } = await import('./test/steps.mjs')
  await runSteps([...programSteps, securityStep(process.argv.slice(2))])
})

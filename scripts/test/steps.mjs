import { ensureBuild } from '../build/ensure-build.mjs'
import { ensureTestPackage } from '../package/test-package.mjs'
import { inProject } from '../runtime/project-folder.mjs'
import { runInElectron } from './run-in-electron.mjs'
import { runVitest, unitProjects } from './run-vitest.mjs'
import { oneTest, programStep } from './step.mjs'

/** @typedef {import('./step.mjs').Step} Step */

const tool = (/** @type {string[]} */ ...parts) => inProject('node_modules', ...parts)

/**
 * What is quick and needs only Node: before every commit.
 * @type {(Step | Step[])[]}
 */
export const quickSteps = [
  [
    programStep('format', tool('prettier', 'bin', 'prettier.cjs'), ['--check', '.']),
    programStep('lint', tool('oxlint', 'bin', 'oxlint'), []),
    programStep('types', tool('typescript', 'bin', 'tsc'), ['--build']),
  ],
  { name: 'unit tests', run: () => runVitest(unitProjects) },
]

/**
 * Case files killed, cut, filled, flipped and forged, in small numbers; `npm run test:faults` takes the full ones.
 * @type {Step[]}
 */
export const faultSteps = [{ name: 'faults', run: () => runVitest(['faults']) }]

/**
 * What builds the app and packages it, for the tests in a real Electron.
 * @type {Step[]}
 */
export const programSteps = [
  { name: 'build', run: () => ensureBuild().then(() => oneTest(true, '')) },
  { name: 'package', run: () => ensureTestPackage().then(({ ok, output }) => oneTest(ok, output)) },
]

/**
 * Drives the app as a person would.
 * @param {string[]} filters names of test files, or parts of them; none for all
 * @returns {Step}
 */
export const endToEndStep = (filters) => ({ name: 'end to end', run: () => runInElectron('e2e', filters) })

/**
 * The same, in the package.
 * @param {string[]} filters as above
 * @returns {Step}
 */
export const packagedStep = (filters) => ({
  name: 'packaged',
  run: () => runInElectron('e2e', filters, { packaged: true }),
})

/**
 * Attacks the app: code in texts, ways out to the network, wrong calls.
 * @param {string[]} filters as above
 * @returns {Step}
 */
export const securityStep = (filters) => ({ name: 'security', run: () => runInElectron('security', filters) })

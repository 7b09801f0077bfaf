import { stripVTControlCharacters } from 'node:util'
import { runCommand } from '../runtime/run-command.mjs'
import { projectFolder } from '../runtime/project-folder.mjs'

/**
 * @typedef {object} StepResult
 * @property {number} passed
 * @property {number} failed
 * @property {string} note a few words beside the numbers, or nothing
 * @property {string} output what to show when it failed
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<StepResult>} run
 */

/**
 * Runs the steps one after the other, those of an inner list at the same time, going on after a failure, and ends with the
 * line `N passed, N failed`.
 * @param {readonly (Step | Step[])[]} steps
 */
export async function runSteps(steps) {
  const results = []
  for (const step of steps) results.push(...(await Promise.all([step].flat().map(runStep))))
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

/** @param {Step} step */
async function runStep(step) {
  const started = Date.now()
  const result = await step.run().catch(asFailure)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const numbers = `${result.passed} passed, ${result.failed} failed${result.note && `, ${result.note}`}`
  console.log(`${result.failed > 0 ? 'FAIL' : 'ok  '}  ${step.name.padEnd(12)} ${numbers}  (${seconds} s)`)
  if (result.failed > 0) console.log(indent(shortened(stripVTControlCharacters(result.output))))
  return result
}

/**
 * The result of a step that counts as one test.
 * @param {boolean} ok
 * @param {string} output
 * @returns {StepResult}
 */
export function oneTest(ok, output) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, note: '', output }
}

/** @param {unknown} error @returns {StepResult} */
function asFailure(error) {
  return { passed: 0, failed: 1, note: '', output: error instanceof Error ? error.message : String(error) }
}

/**
 * A step that is one program and counts as one test.
 * @param {string} name
 * @param {string} script a JavaScript file
 * @param {string[]} args
 * @returns {Step}
 */
export function programStep(name, script, args) {
  return {
    name,
    run: async () => {
      const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
      const { code, output } = await runCommand(process.execPath, [script, ...args], {
        cwd: projectFolder,
        env,
      })
      return oneTest(code === 0, output)
    },
  }
}

const MOST_LINES = 300

// A broken tool can write a hundred thousand lines; what went wrong stands at the start or in the summary at the end.
/** @param {string} text */
function shortened(text) {
  const lines = text.trimEnd().split('\n')
  const left = lines.length - MOST_LINES
  if (left <= 0) return text
  const half = MOST_LINES / 2
  return [...lines.slice(0, half), `... ${left} lines left out ...`, ...lines.slice(-half)].join('\n')
}

/** @param {string} text */
function indent(text) {
  return text.trimEnd().replace(/^/gm, '      ')
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inProject } from '../runtime/project-folder.mjs'
import { runCommand } from '../runtime/run-command.mjs'

/**
 * @typedef {import('./step.mjs').StepResult} StepResult
 */

/** The projects of vitest.config.ts that need only Node. */
export const unitProjects = /** @type {const} */ (['unit', 'window'])

/**
 * Runs projects of vitest.config.ts and counts their tests.
 * @param {readonly ('unit' | 'window' | 'faults' | 'e2e' | 'security')[]} projects
 * @param {{ wrapper?: string[], env?: NodeJS.ProcessEnv, filters?: string[] }} [options] `wrapper` is a command to run
 * vitest under
 * @returns {Promise<StepResult>}
 */
export async function runVitest(projects, { wrapper = [], env = process.env, filters = [] } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stet-vitest-'))
  const report = path.join(folder, 'report.json')
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const [command, ...args] = [
    ...wrapper,
    process.execPath,
    vitest,
    'run',
    ...projects.map((project) => `--project=${project}`),
    ...reporters,
    ...filters,
  ]
  try {
    const { code, output } = await runCommand(command, args, { cwd: inProject(), env: withoutColour(env) })
    const results = readReport(report)
    return {
      ...countTests(results, code),
      output: results === null ? output : failuresFirst(results, output),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {NodeJS.ProcessEnv} env */
function withoutColour(env) {
  return { ...env, NO_COLOR: '1', FORCE_COLOR: undefined }
}

/**
 * @param {VitestReport | null} report
 * @param {number | null} code vitest's exit code
 * @returns {{ passed: number, failed: number, note: string }}
 */
function countTests(report, code) {
  if (report === null) return { passed: 0, failed: 1, note: 'vitest ended without a report' }
  const passed = report.numPassedTests
  // A file that fails before its first test has no failed test to count.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  const skipped = report.numPendingTests + report.numTodoTests
  // A test that passed keeps the messages of the try before.
  const later = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === 'passed' && test.failureMessages.length > 0)
    .map((test) => `“${test.fullName}” at the second try only`)
  const note = [...(skipped > 0 ? [`${skipped} skipped`] : []), ...later].join(', ')
  // For instance an error outside of any test, or no test at all.
  if (code !== 0 && failed === 0) return { passed, failed: 1, note: `vitest ended with exit code ${code}` }
  return { passed, failed, note }
}

/**
 * What went wrong by name before everything else that vitest wrote, so that it is there even where only the start is kept.
 * @param {VitestReport} report
 * @param {string} output
 */
function failuresFirst(report, output) {
  const failures = report.testResults.flatMap((file) => {
    const name = path.relative(inProject(), file.name)
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && file.status === 'failed') return [`${name}\n${file.message}`]
    return failed.map((test) => `${name} > ${test.fullName}\n${test.failureMessages.join('\n')}`)
  })
  return [...failures, output].join('\n\n')
}

/**
 * The part of vitest's JSON report that is read here.
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ name: string, status: string, message: string, assertionResults: VitestResult[] }[]} testResults
 *
 * @typedef {object} VitestResult
 * @property {string} status
 * @property {string} fullName
 * @property {string[]} failureMessages
 */

/** @param {string} file @returns {VitestReport | null} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

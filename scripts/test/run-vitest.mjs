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
    return { ...countTests(report, code), output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {NodeJS.ProcessEnv} env */
function withoutColour(env) {
  return { ...env, NO_COLOR: '1', FORCE_COLOR: undefined }
}

/**
 * @param {string} reportFile
 * @param {number | null} code vitest's exit code
 * @returns {{ passed: number, failed: number, note: string }}
 */
function countTests(reportFile, code) {
  const report = readReport(reportFile)
  if (report === null) return { passed: 0, failed: 1, note: 'vitest ended without a report' }
  const passed = report.numPassedTests
  // A file that fails before its first test has no failed test to count.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  const skipped = report.numPendingTests + report.numTodoTests
  const note = skipped > 0 ? `${skipped} skipped` : ''
  // For instance an error outside of any test, or no test at all.
  if (code !== 0 && failed === 0) return { passed, failed: 1, note: `vitest ended with exit code ${code}` }
  return { passed, failed, note }
}

/**
 * The part of vitest's JSON report that is read here.
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/** @param {string} file @returns {VitestReport | null} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

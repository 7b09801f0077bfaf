import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Real workers, processes and windows take their time on a busy machine, which is no fault of what they do.
const patient = { poll: { timeout: 15_000 } }

/** What property tests draw their inputs from, hexadecimal: what is committed, or STET_TEST_SEED. */
function testSeed(): string {
  if (process.env.STET_TEST_SEED) return process.env.STET_TEST_SEED
  try {
    const tree = execFileSync('git', ['rev-parse', '--short=8', 'HEAD^{tree}'], { stdio: 'pipe' })
    return tree.toString().trim().slice(0, 8)
  } catch {
    return '1' // Without Git's folder, as unpacked from an archive.
  }
}

/** For tests that need only Node. */
const inNode = {
  env: { STET_TEST_SEED: testSeed() },
  setupFiles: ['test/helpers/seed-of-properties.ts'],
  globalSetup: ['test/helpers/memory-folder.ts'],
  maxWorkers: availableParallelism(),
  testTimeout: 30_000,
  hookTimeout: 60_000,
  expect: patient,
}

/** For tests that start a real Electron: as many at once as there are displays for, as windows on one would disturb each other. */
const inElectron = {
  setupFiles: ['test/helpers/own-display.ts'],
  maxWorkers: process.env.STET_E2E_DISPLAYS?.trim().split(' ').length ?? 1,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: patient,
}

/** What holds the state of a window, which is one for as long as its page, or puts a page into the process. */
const windowTests = ['test/renderer/{components,panels,store,timeline}/**/*.test.{ts,tsx}']

// `unit` and `window` need only Node: the files of `unit` share a process, those of `window` have one each. `e2e` and
// `security`, which attacks them, start real Electrons and are run by scripts/test-e2e.mjs and test-security.mjs, which hand
// over which Electron. `faults` harms case files on purpose; scripts/test-faults.mjs runs it at full length.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...inNode,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...windowTests, 'test/e2e/**', 'test/bench/**', 'test/faults/**', 'test/security/**'],
          isolate: false,
        },
      },
      { test: { ...inNode, name: 'window', include: windowTests } },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 3_600_000,
          hookTimeout: 60_000,
          expect: patient,
        },
      },
      {
        test: {
          name: 'security',
          include: ['test/security/**/*.test.ts'],
          ...inElectron,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // A window can miss a key on a machine that others use too. The run names whatever passed only this way.
          retry: 1,
          globalSetup: ['test/helpers/every-test-packaged.ts'],
          ...inElectron,
        },
      },
    ],
  },
})

import { env } from 'node:process'
import { SeededRandom } from './seeded-random.js'

/** How many of each fault a run goes through: the numbers that the promises name, and a form for every test run. */
const full = {
  kills: 1000,
  powerStates: 3000,
  fillPoints: 50,
  failingCalls: 400,
  byteFlips: 500,
  pageOverwrites: 200,
  truncations: 200,
  fuzzedFiles: Number.MAX_SAFE_INTEGER,
  migrationKills: 200,
}

const short: typeof full = {
  kills: 10,
  powerStates: 120,
  fillPoints: 6,
  failingCalls: 12,
  byteFlips: 24,
  pageOverwrites: 12,
  truncations: 12,
  fuzzedFiles: 40,
  migrationKills: 6,
}

/** Whether this is the run with the full numbers; what cannot be tried then counts as failed. */
export const isFull = env.STET_FAULTS === 'full'

/**
 * How often a fault is tried: `STET_FAULTS_KILLS=50` and so on for one of them, `STET_FAULTS=full` for the full numbers
 * of all.
 */
export function sizeOf(fault: keyof typeof full): number {
  const name = fault.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()
  const own = Number(env[`STET_FAULTS_${name}`])
  return own > 0 ? own : (isFull ? full : short)[fault]
}

/** The seed of this run, from `STET_FAULTS_SEED`; the script that starts the suite prints it. */
export const seed = Number(env.STET_FAULTS_SEED ?? 1)

/** The stream of random numbers of one part of the suite. */
export const randomFor = (part: string): SeededRandom => new SeededRandom(seed, part)

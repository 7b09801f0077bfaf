import { progress } from '../runtime/progress.mjs'

/**
 * The environment of a run of the faults in their full numbers: a seed of its own unless one is set, which is said.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function faultsEnvironment(env) {
  const seed = env.STET_FAULTS_SEED ?? String(Date.now() % 2 ** 31)
  progress(`the faults are drawn with the seed ${seed}; STET_FAULTS_SEED=${seed} draws them again`)
  return { ...env, STET_FAULTS: env.STET_FAULTS ?? 'full', STET_FAULTS_SEED: seed }
}

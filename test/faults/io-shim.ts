import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.js'

export interface Injection {
  error: 'EIO' | 'ENOSPC'
  /** The number of the call that fails, from 1. */
  at: number
  /** Whether all later ones fail too. */
  sticky: boolean
}

let library: string | null = null

/** Why file calls cannot be watched here; null when they can. It takes Linux with glibc, and a C compiler. */
export function shimProblem(): string | null {
  if (process.platform !== 'linux') return 'file calls can be watched on Linux only'
  if (spawnSync('cc', ['--version']).status !== 0) {
    return 'there is no C compiler (cc) to build what watches file calls'
  }
  const target = join(temporaryFolder(), 'io-shim.so')
  const source = join(import.meta.dirname, 'io-shim.c')
  const args = ['-shared', '-fPIC', '-O2', '-o', target, source, '-ldl', '-lpthread']
  const { status, stderr } = spawnSync('cc', args)
  if (status !== 0) return `io-shim.c could not be compiled: ${String(stderr)}`
  library = target
  return null
}

/** The environment of a program whose file calls in `folder` are recorded, or made to fail; after `shimProblem`. */
export function shimEnvironment(
  folder: string,
  what: { log?: string; injection?: Injection },
): NodeJS.ProcessEnv {
  const { log, injection } = what
  if (library === null) throw new Error('What watches file calls is not there; shimProblem says why')
  return {
    LD_PRELOAD: library,
    STET_FAULT_FOLDER: folder,
    ...(log !== undefined && { STET_FAULT_LOG: log }),
    ...(injection && { STET_FAULT_ERROR: injection.error, STET_FAULT_AT: String(injection.at) }),
    ...(injection?.sticky && { STET_FAULT_STICKY: '1' }),
  }
}

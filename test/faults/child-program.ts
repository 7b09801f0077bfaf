import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const hooks = pathToFileURL(join(import.meta.dirname, '../db/source-hooks.mjs')).href

/** Hundreds of children load the same code. */
const compileCache = join(tmpdir(), `stet-faults-code-${process.versions.node}`)

export interface ChildOptions {
  env?: NodeJS.ProcessEnv
  /** A command to run it under. */
  wrapper?: readonly string[]
}

/** Starts a program of this folder in a Node of its own. */
export function startChild(
  program: string,
  args: readonly string[],
  { env = {}, wrapper = [] }: ChildOptions = {},
): ChildProcessWithoutNullStreams {
  const [command = process.execPath, ...rest] = [
    ...wrapper,
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    '--import',
    hooks,
    join(import.meta.dirname, program),
    ...args,
  ]
  return spawn(command, rest, {
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: compileCache, ...env },
  })
}

export interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
}

/** Collects what a child says until it has ended; it is killed after `limitMs`. */
export function ended(child: ChildProcessWithoutNullStreams, limitMs = 120_000): Promise<Ending> {
  return new Promise((resolve, reject) => {
    let out = ''
    let err = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs)
    child.stdout.on('data', (part: Buffer) => (out += String(part)))
    child.stderr.on('data', (part: Buffer) => (err += String(part)))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, out, err })
    })
  })
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { commandLine } from '../built-program.js'

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the built command line as a process of its own in a folder, and waits for its end. */
export async function stet(folder: string, args: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [commandLine, ...args], { cwd: folder })
  child.stdin.on('error', () => {}).end(input)
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { code: code as number | null, stdout, stderr }
}

/** Starts a check that prints much, reads the first of it, and leaves. */
export async function stetReadInPart(folder: string, args: readonly string[], input: string): Promise<Ended> {
  const child = spawn(process.execPath, [commandLine, ...args], { cwd: folder })
  child.stdin.on('error', () => {}).end(input)
  const errors = text(child.stderr)
  const [first] = (await once(child.stdout, 'data')) as [Buffer]
  child.stdout.destroy()
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, stdout: String(first), stderr: await errors }
}

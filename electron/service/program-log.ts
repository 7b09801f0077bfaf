import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StetError } from '../../shared/ipc/result.js'

/**
 * What the program notes about itself, by event. Only facts of these kinds: no text, no title, no path and no message of
 * an error ever goes into the log, because any of them can quote what a person works on.
 */
export interface LogFacts {
  started: { version: string; electron: string; platform: string }
  ended: Record<string, never>
  'page-stopped': { reason: string; exitCode: number; times: number }
  'page-silent': { answer: 'waited' | 'closed' }
  'page-hung': { answer: 'waited' | 'restarted' }
  'process-stopped': { type: string; reason: string; exitCode: number }
  'worker-stopped': { worker: string; recovered: boolean }
  'call-failed': { call: string } & Fault
  fault: { where: string } & Fault
}

/** An error without its message: what kind it is and where in the program it arose. */
export interface Fault {
  name: string
  code: string
  frames: string[]
}

/** Bytes after which the log begins a new file, and how many files before it are kept. */
const longestFile = 1_000_000
const olderFiles = 2
const mostFrames = 12

/**
 * The program's log: one JSON object a line, in `stet.log`; older lines are in `stet.1.log` and `stet.2.log`. Writing is
 * immediate, since the next thing may be the end, and never throws: a full disk must not stop the work for its log.
 */
export class ProgramLog {
  readonly folder: string
  readonly #now: () => Date

  constructor(folder: string, now: () => Date = () => new Date()) {
    this.folder = folder
    this.#now = now
  }

  write<E extends keyof LogFacts>(event: E, facts: LogFacts[E]): void {
    const line = `${JSON.stringify({ time: this.#now().toISOString(), event, ...facts })}\n`
    try {
      mkdirSync(this.folder, { recursive: true })
      if (sizeOf(this.#path(0)) + line.length > longestFile) this.#rotate()
      appendFileSync(this.#path(0), line, { mode: 0o600 })
    } catch {
      // There is nowhere left to say it.
    }
  }

  /** The newest lines, the oldest of them first. */
  recent(count: number): string[] {
    const lines: string[] = []
    for (let age = 0; age <= olderFiles && lines.length < count; age++)
      lines.unshift(...linesOf(this.#path(age)))
    return lines.slice(-count)
  }

  #rotate(): void {
    for (let age = olderFiles; age > 0; age--) {
      if (sizeOf(this.#path(age - 1)) > 0) renameSync(this.#path(age - 1), this.#path(age))
    }
  }

  #path(age: number): string {
    return join(this.folder, age === 0 ? 'stet.log' : `stet.${age}.log`)
  }
}

/** What may be noted of anything that was thrown. Frames carry the names of functions and of the program's own files. */
export function faultOf(thrown: unknown): Fault {
  const error = thrown instanceof Error ? thrown : null
  const { code } = (error ?? {}) as { code?: unknown }
  return {
    name: error?.name ?? typeof thrown,
    code: error instanceof StetError ? error.kind : typeof code === 'string' ? code : '',
    frames: error ? framesOf(withoutMessage(error)) : [],
  }
}

/** The stack after the message, which could be written to look like frames; nothing where the message cannot be told off. */
function withoutMessage({ stack = '', message }: Error): string {
  const start = stack.indexOf(message)
  return start < 0 ? '' : stack.slice(start + message.length)
}

/** `function (file:line:column)` of each frame, without the folders. */
function framesOf(stack: string): string[] {
  const frames = [
    ...stack.matchAll(/^ {4}at (?:([\w$.<>#[\] ]{1,120}) \()?([^\n]{1,2000}?):(\d+):(\d+)\)?$/gm),
  ]
  return frames.slice(0, mostFrames).map(([, name, path, line, column]) => {
    const file = /[^/\\]{0,80}$/.exec(path!)![0]
    return `${name ?? '(top)'} (${file}:${line}:${column})`
  })
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Examination, Question } from './case-examiner.js'
import { startChild } from './child-program.js'

/** What the examining process did not survive. */
export interface Casualty {
  crashed: string
}

/** Has files examined by another process, which is started again when one of them brings it down. */
export class Examiner {
  readonly #limitMs: number
  #child: ChildProcessWithoutNullStreams | null = null

  /** A file that takes longer than `limitMs` counts as one that brings the process down. */
  constructor(limitMs = 20_000) {
    this.#limitMs = limitMs
  }

  examine(question: Question): Promise<Examination | Casualty> {
    const child = this.#child ?? startChild('case-examiner.ts', [])
    this.#child = child
    return new Promise((resolve) => {
      let complaint = ''
      const lines = createInterface({ input: child.stdout })
      const note = (part: Buffer) => void (complaint += String(part))
      const settle = (answer: Examination | Casualty) => {
        clearTimeout(timer)
        lines.close()
        child.stderr.off('data', note)
        child.off('close', down)
        resolve(answer)
      }
      const down = (code: number | null, signal: NodeJS.Signals | null) => {
        this.#child = null
        settle({ crashed: `${signal ?? code} ${complaint}` })
      }
      const timer = setTimeout(() => child.kill('SIGKILL'), this.#limitMs)
      child.stderr.on('data', note)
      child.on('close', down)
      lines.once('line', (line) => settle(JSON.parse(line) as Examination))
      child.stdin.write(`${JSON.stringify(question)}\n`)
    })
  }

  close(): void {
    this.#child?.kill()
    this.#child = null
  }
}

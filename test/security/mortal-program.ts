import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { copyProgram } from '../helpers/copied-program.js'
import type { LaunchTarget } from '../helpers/electron-runtime.js'

/** The parts of the program that run beside its main thread. */
export type Part = 'db-worker' | 'check-worker' | 'import-worker' | 'report-worker' | 'gate-process'

const parts: readonly Part[] = ['db-worker', 'check-worker', 'import-worker', 'report-worker', 'gate-process']

/** What the error says by which a part ends: as a text under examination would be quoted by one. */
export const lastWords = 'The secret mill burned on Tuesday'

/** The built program, any part of which can be made to end. */
export interface MortalProgram {
  target: LaunchTarget
  /**
   * Ends a part: the one that runs by now, or else the next one as soon as it has begun. A thread ends by an error that nobody
   * catches, a process is killed. Resolves once it has ended.
   */
  end: (part: Part) => Promise<void>
  remove: () => void
}

/** Copies the built program; each part of the copy is the real one, and looks for a sign to end beside its work. */
export function mortalProgram(): MortalProgram {
  const { folder, target, remove } = copyProgram()
  for (const part of parts) makeMortal(folder, part)
  return {
    target,
    end: async (part) => {
      writeFileSync(signOf(folder, part), '')
      while (existsSync(signOf(folder, part))) await wait(10)
    },
    remove,
  }
}

const signOf = (folder: string, part: Part): string => join(folder, `end-${part}`)

function makeMortal(folder: string, part: Part): void {
  const built = join(folder, 'out/workers', `${part}.cjs`)
  renameSync(built, join(folder, 'out/workers', `real-${part}.cjs`))
  const ending =
    part === 'gate-process'
      ? "process.kill(process.pid, 'SIGKILL')"
      : `throw new Error(${JSON.stringify(lastWords)})`
  writeFileSync(
    built,
    `const { existsSync, rmSync } = require('node:fs')
const sign = ${JSON.stringify(signOf(folder, part))}
const look = () => {
  if (!existsSync(sign)) return
  rmSync(sign)
  ${ending}
}
${part === 'gate-process' ? 'look()' : 'setInterval(look, 5)'}
require('./real-${part}.cjs')
`,
  )
}

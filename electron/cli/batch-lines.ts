import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { toAppError } from '../../shared/ipc/result.js'

/**
 * Answers one JSON request a line of standard input with one line of standard output, in order. A request that cannot be
 * answered gets a line with its `error`, so that a long run goes on. Resolves with 0, or 2 when any line failed.
 */
export async function answerLines(answer: (request: unknown) => unknown): Promise<number> {
  let failed = false
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue
    const reply = answerLine(line, answer)
    failed ||= 'error' in reply
    if (!process.stdout.write(`${JSON.stringify(reply)}\n`)) await once(process.stdout, 'drain')
  }
  return failed ? 2 : 0
}

function answerLine(line: string, answer: (request: unknown) => unknown): object {
  let id: unknown = null
  try {
    const request = JSON.parse(line) as unknown
    id = (request as { id?: unknown } | null)?.id ?? null
    return answer(request) as object
  } catch (error) {
    return { id, error: error instanceof SyntaxError ? 'The line is not JSON' : toAppError(error).message }
  }
}

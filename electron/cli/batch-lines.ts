import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { z } from 'zod'
import type { BatchRequest } from '../../shared/checks/batch.js'
import { StetError, toAppError } from '../../shared/ipc/result.js'
import { written } from '../../shared/domain/plain-line.js'

const requestSchema = z.object({
  id: z.string(),
  docs: z.array(z.object({ id: z.string(), text: z.string(), published: z.string().nullish() })),
})

/**
 * Answers one JSON request a line of standard input with one line of standard output, in order. A request that cannot be
 * answered gets a line with its `error`, so that a long run goes on. Resolves with 0, or 2 when any line failed.
 */
export async function answerLines(answer: (request: BatchRequest) => object): Promise<number> {
  let failed = false
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue
    const reply = answerLine(line, answer)
    failed ||= 'error' in reply
    if (!process.stdout.write(`${written(JSON.stringify(reply))}\n`)) await once(process.stdout, 'drain')
  }
  return failed ? 2 : 0
}

function answerLine(line: string, answer: (request: BatchRequest) => object): object {
  let id: unknown = null
  try {
    const request = JSON.parse(line) as unknown
    id = (request as { id?: unknown } | null)?.id ?? null
    const parsed = requestSchema.safeParse(request)
    if (!parsed.success) throw new StetError('invalid', z.prettifyError(parsed.error))
    return answer(parsed.data as BatchRequest)
  } catch (error) {
    return { id, error: error instanceof SyntaxError ? 'The line is not JSON' : toAppError(error).message }
  }
}

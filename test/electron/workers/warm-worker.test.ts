import { mkdtempSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { madeWorker, warmWorker } from '../../../electron/workers/warm-worker.js'

/** A folder with a worker `echo`, which answers each message with its own number of messages. */
function workerFolder(code = "let n = 0; parentPort.on('message', () => parentPort.postMessage(++n))"): URL {
  const folder = mkdtempSync(join(tmpdir(), 'stet-worker-'))
  writeFileSync(join(folder, 'echo.js'), `import { parentPort } from 'node:worker_threads'\n${code}`)
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  return pathToFileURL(`${folder}/`)
}

function ended<W extends Worker>(worker: W): W {
  onTestFinished(async () => void (await worker.terminate()))
  return worker
}

async function answerOf(worker: Worker): Promise<unknown> {
  const answer = once(worker, 'message')
  worker.postMessage(null)
  return (await answer)[0]
}

describe('a worker that was started ahead', () => {
  it('is the one that is asked for next, and of nobody after', async () => {
    const folder = workerFolder()
    warmWorker(folder, 'echo')
    const first = ended(madeWorker(folder, 'echo'))
    const second = ended(madeWorker(folder, 'echo'))
    expect(second).not.toBe(first)
    expect(await Promise.all([answerOf(first), answerOf(second)])).toEqual([1, 1])
  })

  it('is left alone by who needs one with limits', () => {
    const folder = workerFolder()
    warmWorker(folder, 'echo')
    const limited = ended(madeWorker(folder, 'echo', { maxOldGenerationSizeMb: 64 }))
    expect(ended(madeWorker(folder, 'echo'))).not.toBe(limited)
  })

  it('is made anew when it failed before anybody asked', async () => {
    const folder = workerFolder("throw new Error('no start')")
    await once(warmWorker(folder, 'echo'), 'exit').catch(() => {})
    const worker = ended(madeWorker(folder, 'echo'))
    const [error] = await once(worker, 'error')
    expect(error).toMatchObject({ message: 'no start' })
  })
})

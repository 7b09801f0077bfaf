import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { openCase } from '../../db/case-store.js'
import { addClaim, caseWithSources, idOf, instant, refusal } from './case-fixture.js'

const here = dirname(fileURLToPath(import.meta.url))
const kills = 6

function startWriter(path: string, first: number) {
  const hooks = pathToFileURL(join(here, 'source-hooks.mjs')).href
  return spawn(process.execPath, ['--import', hooks, join(here, 'note-writer.ts'), path, String(first)])
}

/** Starts the writer, kills it when it has said `enough` numbers; the numbers that it said. */
function killedWriter(path: string, first: number, enough: number): Promise<number[]> {
  const hooks = pathToFileURL(join(here, 'source-hooks.mjs')).href
  const writer = spawn(process.execPath, [
    '--import',
    hooks,
    join(here, 'note-writer.ts'),
    path,
    String(first),
  ])
  let said = ''
  let complaint = ''
  writer.stderr.on('data', (part: Buffer) => (complaint += String(part)))
  writer.stdout.on('data', (part: Buffer) => {
    said += String(part)
    if (said.split('\n').length > enough) writer.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    writer.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1).map(Number))
      else reject(new Error(`The writer ended by itself (${code}): ${complaint}`))
    })
  })
}

it('keeps every note that was answered when the process is killed while it writes', async () => {
  const { store, path } = caseWithSources()
  store.perform(addClaim(10), 'Ada', instant(1))
  store.close()
  let next = 1000
  for (let kill = 0; kill < kills; kill++) {
    const answered = await killedWriter(path, next, 5 + 17 * kill)
    const again = openCase(path)
    const texts = new Map(again.records().notes.map(({ id, text }) => [id, text]))
    for (const number of answered) {
      const again = number % 3 === 0 ? ' again' : ''
      expect(texts.get(idOf(number))).toBe(`Note ${number}${again} `.repeat(50).trim())
    }
    expect(again.verifyLog().problem).toBeNull()
    again.close()
    next = Math.max(...answered) + 100
  }
}, 60_000)

it('is not opened while another process writes it', async () => {
  const { store, path } = caseWithSources()
  store.perform(addClaim(10), 'Ada', instant(1))
  store.close()
  const writer = startWriter(path, 1000)
  await once(writer.stdout, 'data')
  const start = performance.now()
  expect(refusal(() => openCase(path)).kind).toBe('locked')
  expect(performance.now() - start).toBeLessThan(1000)
  const ended = once(writer, 'close')
  writer.kill('SIGKILL')
  await ended
  openCase(path).close()
}, 60_000)

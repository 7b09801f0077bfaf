import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import type { HandedPart } from '../../../../db/operations/reading/case-assembly.js'
import { reportResources } from '../../../../electron/service/reports/report-jobs.js'
import { sendAll } from '../../../../electron/workers/port-stream.js'
import type { ReportHandlers } from '../../../../electron/workers/report-handlers.js'
import { startWorker } from '../../../../electron/workers/start-worker.js'
import { usualRequest } from '../../../../shared/report/forms.js'
import { largeCase } from '../../../bench/export/large-case.js'
import { workers } from '../../built-program.js'
import { changedWorkers } from '../../changed-workers.js'
import { filesIn, temporaryFolder } from '../../temporary-folder.js'
import { addText, startWithCase } from '../running-service.js'

it.each(['reading', 'building'])(
  'that is cancelled while %s leaves no file, and what was there before',
  async (at) => {
    const started = await startWithCase()
    await addText(started)
    const folder = temporaryFolder()
    const path = join(folder, 'report.html')
    writeFileSync(path, 'there before')
    const before = filesIn(folder)
    started.person.report = path
    started.listen((name, event) => {
      if (name !== 'report.progress' || !event) return
      if ((event as { stage: string }).stage === at) void started.ask('report.cancel')
    })
    expect(await started.refusal('report.save', usualRequest('html'))).toMatchObject({ kind: 'cancelled' })
    expect(filesIn(folder)).toEqual(before)
  },
)

it('of a very large case is made within the memory that its worker has', async () => {
  const { info, staleSignOffs: _stale, ...records } = largeCase({ claims: 20_000, bytes: 2_000_000 }).snapshot
  const { remote, stop } = startWorker<ReportHandlers>(workers, 'report-worker', {
    resourceLimits: reportResources,
  })
  const path = join(temporaryFolder(), 'claims.csv')
  writeFileSync(path, '')
  const origin = { checker: 'Ada', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet' }
  const { port1, port2 } = new MessageChannel()
  const written = remote.write(path, 'claims.csv', usualRequest('csv'), origin, port1, null)
  await sendAll<HandedPart>(port2, [{ info, log: { entries: [], total: 0, head: null } }, records])
  await written
  await stop()
  expect((await readFile(path, 'utf8')).match(/\r\n/g)).toHaveLength(20_001)
})

/** The real workers, of which one ends when it is asked for `call`, which it begins. */
function workersWhereOneEnds(one: 'db-worker' | 'report-worker', call: string): URL {
  const ending = `require('node:worker_threads').parentPort.on('message', ({ name }) => {
  if (name === '${call}') setImmediate(() => process.exit(9))
})`
  return changedWorkers({ [one]: ending })
}

describe.each([
  ['db-worker', 'sendCase'],
  ['report-worker', 'write'],
] as const)('when the %s ends while the case is handed over, a report', (worker, call) => {
  it('is refused with what happened, and leaves no file behind', async () => {
    const workerFolder = workersWhereOneEnds(worker, call)
    const started = await startWithCase(undefined, { workerFolder })
    await addText(started)
    const folder = temporaryFolder()
    started.person.report = join(folder, 'report.html')
    const { kind, message } = await started.refusal('report.save', usualRequest('html'))
    expect(kind).toBe('internal')
    expect(message).toContain(`The ${worker} stopped (exit code 9)`)
    expect(filesIn(folder)).toEqual({})
  })
})

it('that could not be made keeps nobody from working on the case', async () => {
  const started = await startWithCase(undefined, {
    workerFolder: workersWhereOneEnds('report-worker', 'write'),
  })
  const { source } = await addText(started)
  started.person.report = join(temporaryFolder(), 'report.html')
  await started.refusal('report.save', usualRequest('html'))
  expect((await started.ask('source.text', { id: source })).text).toContain('The mill burned')
  expect(await started.ask('report.preview', usualRequest('html'))).toContain('The mill burned')
})

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changedWorkers } from '../changed-workers.js'
import { addText, startWithCase, type RunningService } from './running-service.js'

/** The real workers, of which the one that writes ends when it is asked this: usually for the history of “crash”. */
function workersThatCrash(when = "name === 'history' && args[0] === 'crash'"): URL {
  const crash = `require('node:worker_threads').parentPort.on('message', ({ name, args }) => {
  if (${when}) process.exit(9)
})`
  return changedWorkers({ 'db-worker': crash })
}

const told = ({ events }: RunningService): string[] =>
  events.flatMap(({ name, event }) => (name === 'error.raised' ? [event.message] : []))

/** A case whose worker stops is opened again by itself; what was said to be saved is there. */
describe('the worker that holds the case', () => {
  it('is started again when it stops, with all that was saved', async () => {
    const started = await startWithCase(undefined, { workerFolder: workersThatCrash() })
    const { source } = await addText(started)
    expect(await started.refusal('case.history', { key: 'crash' })).toMatchObject({ kind: 'internal' })
    await expect.poll(() => told(started).join()).toContain('was started again')
    expect((await started.ask('source.text', { id: source })).text).toContain('The mill burned')
    await started.ask('case.rename', { title: 'Goes on' })
    const { open } = await started.ask('app.start')
    expect(open?.info.title).toBe('Goes on')
    expect(open?.records.sources).toHaveLength(1)
  })

  it('is not started again and again when it keeps stopping', async () => {
    const started = await startWithCase(undefined, { workerFolder: workersThatCrash() })
    await started.refusal('case.history', { key: 'crash' })
    await expect.poll(() => told(started)).toHaveLength(1)
    await started.refusal('case.history', { key: 'crash' })
    await expect.poll(() => told(started).at(-1)).toContain('keeps stopping')
    expect(await started.refusal('case.rename', { title: 'X' })).toMatchObject({ kind: 'not-found' })
  })

  it('may stop while it closes the case, which can be opened again all the same', async () => {
    const started = await startWithCase(undefined, { workerFolder: workersThatCrash("name === 'close'") })
    await addText(started)
    started.person.newCase = join(started.folder, 'cases', 'Other.stet')
    expect((await started.ask('case.create'))?.name).toBe('Other.stet')
    started.person.case = started.path
    expect((await started.ask('case.open'))?.records.sources).toHaveLength(1)
  })

  it('may stop while the case is closed for a backup: the case is shown again as it was, and why', async () => {
    const started = await startWithCase(undefined, { workerFolder: workersThatCrash("name === 'close'") })
    await addText(started)
    await started.ask('backup.make')
    const [backup] = await started.ask('backup.list')
    await started.ask('case.rename', { title: 'After the backup' })
    expect((await started.refusal('backup.restore', { id: backup!.id })).kind).toBe('internal')
    expect((await started.ask('app.start')).open?.info.title).toBe('After the backup')
    expect(await started.ask('case.rename', { title: 'Goes on' })).toMatchObject({ title: 'Goes on' })
  })
})

describe('diagnostics', () => {
  it('tell versions, sizes and the log, and nothing of what is in the case', async () => {
    const started = await startWithCase(undefined, { workerFolder: workersThatCrash() })
    await addText(started, 'The secret mill burned on Tuesday, 3 March 2021.')
    await started.refusal('case.history', { key: 'crash' })
    await expect.poll(() => told(started)).toHaveLength(1)
    await started.ask('diagnostics.copy')
    const text = started.person.clipboard
    expect(text).toMatch(/^Stet 0\.0\.1\n/)
    expect(text).toContain('Case: 1 sources, 0 claims, 1 findings')
    expect(text).toContain('"event":"worker-stopped","worker":"db-worker","recovered":true')
    for (const secret of ['secret', 'Mill', 'ada', started.folder]) expect(text).not.toContain(secret)
  })
})

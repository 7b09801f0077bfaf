import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { endAhead, openAhead, takeAhead } from '../../../../electron/service/cases/begun-case.js'
import { CaseSession } from '../../../../electron/service/cases/case-session.js'
import { isOpenCase } from '../../../../electron/service/cases/open-cases.js'
import { initialViewState } from '../../../../shared/domain/preferences.js'
import { noHouseRules } from '../../../../shared/domain/house-rules.js'
import { workers } from '../../built-program.js'
import { changedWorkers } from '../../changed-workers.js'
import { temporaryFolder } from '../../temporary-folder.js'

/** A case file that nobody has open, and what a session of it needs. */
async function closedCase(title: string) {
  const folder = temporaryFolder()
  const path = join(folder, 'mill.stet')
  const backups = join(folder, 'backups')
  const options = {
    workers,
    emit: () => {},
    actor: () => 'Ada',
    backups,
    house: () => noHouseRules,
    onLost: () => {},
  }
  await (await CaseSession.create(path, title, options)).close()
  onTestFinished(endAhead)
  return { path, backups, options }
}

/** A db-worker that opens the case as the real one does, tells its state, and ends. */
function workersThatEndOnceOpen(): URL {
  const ending = `require('node:worker_threads').parentPort.on('message', ({ name }) => {
  if (name === 'undoState') setTimeout(() => process.exit(9), 50)
})`
  return changedWorkers({ 'db-worker': ending })
}

describe('a case that is opened ahead', () => {
  it('is held from then on, and given to the first who asks for it', async () => {
    const { path, backups, options } = await closedCase('Mill')
    openAhead(workers, path, backups)
    expect(isOpenCase(path)).toBe(true)
    expect(takeAhead(`${path}.other`)).toBeUndefined()
    const ahead = takeAhead(path)
    expect(takeAhead(path)).toBeUndefined()
    const session = await CaseSession.goOn(ahead!, options)
    expect((await session.state(initialViewState)).info.title).toBe('Mill')
    await session.close()
    expect(isOpenCase(path)).toBe(false)
  })

  it('is shown as it was opened, and after that as it is', async () => {
    const { path, options } = await closedCase('Mill')
    const session = await CaseSession.open(path, options)
    expect((await session.state(initialViewState)).info.title).toBe('Mill')
    await session.rename('Weir')
    expect((await session.state(initialViewState)).info.title).toBe('Weir')
    await session.close()
  })

  it('is not shown as it was opened once it was changed', async () => {
    const { path, options } = await closedCase('Mill')
    const session = await CaseSession.open(path, options)
    await session.rename('Weir')
    expect((await session.state(initialViewState)).info.title).toBe('Weir')
    await session.close()
  })

  it('is closed for everybody who waits for that', async () => {
    const { path, backups } = await closedCase('Mill')
    openAhead(workers, path, backups)
    void endAhead()
    await endAhead()
    expect(isOpenCase(path)).toBe(false)
  })

  it('whose worker ends before anybody asks is opened anew', async () => {
    const { path, backups, options } = await closedCase('Mill')
    openAhead(workersThatEndOnceOpen(), path, backups)
    await expect.poll(() => isOpenCase(path)).toBe(false)
    expect(takeAhead(path)).toBeUndefined()
    const session = await CaseSession.open(path, options)
    await session.close()
  })

  it('that cannot be opened is told to who asks for it, and can be tried again', async () => {
    const { path, backups, options } = await closedCase('Mill')
    writeFileSync(path, 'no case')
    openAhead(workers, path, backups)
    await expect(CaseSession.goOn(takeAhead(path)!, options)).rejects.toMatchObject({ kind: 'foreign' })
    expect(isOpenCase(path)).toBe(false)
    await expect(CaseSession.open(path, options)).rejects.toMatchObject({ kind: 'foreign' })
  })

  it('that nobody asked for is closed, and can be opened then', async () => {
    const { path, backups, options } = await closedCase('Mill')
    openAhead(workers, path, backups)
    await endAhead()
    expect(isOpenCase(path)).toBe(false)
    const session = await CaseSession.open(path, options)
    await session.close()
  })
})

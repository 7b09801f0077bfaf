import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isOpenCase } from '../../../electron/service/cases/open-cases.js'
import { startService, startWithCase } from './running-service.js'

/** A window may be closed at any time; whoever closes it waits for `end`. */
describe('a window that is closed while a case is being opened for it', () => {
  it('leaves the case to others', async () => {
    const { service: before, path, folder } = await startWithCase()
    await before.close()
    const { service } = await startService(folder)
    const opening = service.openCase(path).catch((error: unknown) => error)
    await service.end()
    expect(await opening).toMatchObject({ kind: 'cancelled' })
    expect(isOpenCase(path)).toBe(false)
    const other = await startService(folder)
    expect(await other.service.openCase(path)).toMatchObject({ name: basename(path) })
  })

  it('makes no case that stays open', async () => {
    const started = await startService()
    const making = started.refusal('case.open-sample')
    await started.service.end()
    expect((await making).kind).toBe('cancelled')
    expect(started.service.casePath).toBeNull()
  })
})

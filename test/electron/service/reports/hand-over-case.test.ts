import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CaseSession } from '../../../../electron/service/cases/case-session.js'
import { handOverCase, type HandOver } from '../../../../electron/service/reports/hand-over-case.js'
import { readHandedCase, type CasePorts } from '../../../../electron/workers/handed-case.js'
import { noHouseRules } from '../../../../shared/domain/house-rules.js'
import { workers } from '../../built-program.js'
import { temporaryFolder } from '../../temporary-folder.js'

/** A new case that is held by a real worker. */
async function newSession(): Promise<CaseSession> {
  const folder = temporaryFolder()
  return CaseSession.create(join(folder, 'mill.stet'), 'Mill', {
    workers,
    emit: () => {},
    actor: () => 'Ada',
    backups: join(folder, 'backups'),
    house: () => noHouseRules,
    onLost: () => {},
  })
}

const handOver: HandOver = { logEntries: 40, withCheckables: false }
const titleOf = async (...ports: CasePorts): Promise<string> => {
  const { snapshot } = await readHandedCase(...ports)
  return snapshot.info.title
}

describe('handing over a case', () => {
  it('answers what the reader made of it, after it was told that all was sent', async () => {
    const session = await newSession()
    const told: string[] = []
    const onSent = (): void => void told.push('sent')
    expect(await handOverCase(session, { ...handOver, onSent }, titleOf)).toBe('Mill')
    expect(told).toEqual(['sent'])
    await session.close()
  })

  it('of which the worker is gone is refused with why, and the reader waits for nothing', async () => {
    const session = await newSession()
    await session.close()
    await expect(handOverCase(session, handOver, titleOf)).rejects.toMatchObject({ kind: 'cancelled' })
  })

  it('to a reader that fails before it begins is refused with why, and the case goes on', async () => {
    const session = await newSession()
    const fails = async (): Promise<never> => {
      throw new RangeError('No reader')
    }
    await expect(handOverCase(session, handOver, fails)).rejects.toThrow('No reader')
    expect(await handOverCase(session, handOver, titleOf)).toBe('Mill')
    await session.close()
  })
})

import '../window.js'
import { describe, expect, it } from 'vitest'
import { showNow, takeCheckStatus, takeFindings } from '../../../../renderer/store/findings/checks-told.js'
import { getState } from '../../../../renderer/store/store.js'
import { idleCheck } from '../../../../shared/ipc/check-status.js'
import { findingOf, idOf } from '../../../db/case-data.js'

const one = findingOf('findingone', idOf(1), [3, 10])
const two = findingOf('findingtwo', idOf(1), [31, 40])
const running = { ...idleCheck, running: true, total: 3 }

const shown = () => [...getState().records.finding.keys()]

describe('what the checks tell while they run', () => {
  it('is shown at once when nothing is under way', () => {
    takeFindings({ added: [one], removed: [] })
    expect(shown()).toEqual(['findingone'])
  })

  it('comes with the number of texts that are done, never before it', async () => {
    takeCheckStatus(running)
    await expect.poll(() => getState().check.running).toBe(true)
    takeFindings({ added: [one], removed: [] })
    takeFindings({ added: [two], removed: ['findingone'] })
    takeCheckStatus({ ...running, done: 2, found: 1 })
    expect(shown()).toEqual([])
    await expect.poll(() => getState().check.done).toBe(2)
    expect(shown()).toEqual(['findingtwo'])
  })

  it('is all there when the run ends', () => {
    takeCheckStatus(running)
    showNow()
    takeFindings({ added: [one, two], removed: [] })
    takeCheckStatus(idleCheck)
    expect(shown()).toEqual(['findingone', 'findingtwo'])
    expect(getState().check).toEqual(idleCheck)
  })
})

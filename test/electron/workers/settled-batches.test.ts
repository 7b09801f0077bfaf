import { expect, it } from 'vitest'
import { SettledBatches } from '../../../electron/workers/settled-batches.js'
import type { SettledFindings } from '../../../shared/domain/case.js'

const step = (source: string): SettledFindings => ({
  sources: [source],
  textRules: ['weekday-mismatch'],
  caseRules: [],
  findings: [],
})

it('gathers the steps of a tenth of a second, and sends the rest when it is asked to', () => {
  let time = 0
  const sent: string[][] = []
  const batches = new SettledBatches(
    ({ sources }) => sent.push(sources),
    () => time,
  )
  for (const [source, at] of Object.entries({ a: 40, b: 90, c: 120, d: 180, e: 400, f: 410 })) {
    time = at
    batches.add(step(source))
  }
  expect(sent).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ])
  batches.flush()
  batches.flush()
  expect(sent.at(-1)).toEqual(['f'])
  expect(sent).toHaveLength(3)
})

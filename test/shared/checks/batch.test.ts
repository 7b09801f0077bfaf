import { expect, it } from 'vitest'
import { checkBatchLine, extractBatchLine } from '../../../shared/checks/batch.js'

it('answers a line of a batch', () => {
  const docs = [{ id: 'a', text: 'The bridge was opened on Tuesday, 4 May 2011.', published: '2011-05-05' }]
  expect(checkBatchLine({ id: 'x', docs })).toEqual({
    id: 'x',
    findings: [
      { category: 'weekday-mismatch', severity: 'error', spans: [{ doc: 'a', start: 25, end: 44 }] },
    ],
  })
  expect(extractBatchLine({ id: 'x', docs })).toEqual({
    id: 'x',
    dates: [{ start: 25, end: 44, type: 'DATE', value: '2011-05-04' }],
  })
})

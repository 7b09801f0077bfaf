import { describe, expect, it } from 'vitest'
import { unknownVerdictNotices } from '../../../../electron/workers/interchange/unknown-verdicts.js'

const saying = (...said: string[]) => said.map((one, index) => ({ where: `row ${index + 2}`, said: one }))

describe('the notice of verdicts that a case has not', () => {
  it('counts them, the most frequent first', () => {
    expect(unknownVerdictNotices(saying('Meh', 'True-ish', 'True-ish'))).toEqual([
      '3 verdicts are not in this case’s scale and are kept in internal notes: “True-ish” (2), “Meh” (1).',
    ])
  })

  it('names a few of many', () => {
    expect(unknownVerdictNotices(saying('a', 'b', 'c', 'd', 'e', 'f', 'g'))[0]).toMatch(
      /“e” \(1\) and 2 more\.$/,
    )
  })

  it('is one word for one, and nothing for none', () => {
    expect(unknownVerdictNotices(saying('Meh'))).toEqual([
      '1 verdict is not in this case’s scale and is kept in an internal note: “Meh” (1).',
    ])
    expect(unknownVerdictNotices([])).toEqual([])
  })
})

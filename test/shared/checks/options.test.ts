import { describe, expect, it } from 'vitest'
import { checkSettingsSchema, defaultCheckSettings } from '../../../shared/domain/check-settings.js'
import { runChecks } from '../../../shared/checks/run-checks.js'

const sources = [
  {
    id: 'a',
    text: 'It opened on Tuesday, 4 May 2011. The hall was closed on 31 June. They met yesterday afternoon.',
    published: null,
  },
]
const rulesIn = (options: Parameters<typeof runChecks>[1]) =>
  runChecks(sources, options).map(({ rule }) => rule)

describe('how a case tunes its checks', () => {
  it('runs everything unless told otherwise', () => {
    expect(rulesIn(defaultCheckSettings)).toEqual(['weekday-mismatch', 'impossible-date', 'undated-relative'])
  })

  it('leaves out rules that are off', () => {
    expect(rulesIn({ off: ['impossible-date'] })).toEqual(['weekday-mismatch', 'undated-relative'])
    expect(rulesIn({ rules: ['impossible-date'], off: ['impossible-date'] })).toEqual([])
  })

  it('tells only what is grave enough', () => {
    expect(rulesIn({ lowest: 'error' })).toEqual(['weekday-mismatch', 'impossible-date'])
  })

  it('takes settings from files of other versions', () => {
    expect(checkSettingsSchema.parse({ off: ['a-rule-of-the-future'] })).toEqual({
      ...defaultCheckSettings,
      off: ['a-rule-of-the-future'],
    })
  })
})

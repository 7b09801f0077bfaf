import { expect, it } from 'vitest'
import { caseScaleKey } from '../../../shared/domain/case-scale.js'
import { settingName } from '../../../shared/merge/setting-words.js'

it('names what is agreed for a case, and by its key what it has no name for', () => {
  expect(settingName(caseScaleKey)).toBe('scale of verdicts')
  expect(settingName('constructor')).toBe('constructor')
})

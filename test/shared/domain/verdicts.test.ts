import { describe, expect, it } from 'vitest'
import { claimTypes } from '../../../shared/domain/claim.js'
import { categories, severities } from '../../../shared/domain/finding.js'
import { relationTypes } from '../../../shared/domain/relation.js'
import { confidences, labelOf, statuses } from '../../../shared/domain/verdicts.js'

const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length

describe('the scales of judgement', () => {
  it.each(Object.entries({ statuses, confidences, severities, categories, claimTypes, relationTypes }))(
    '%s have a label of its own for each entry',
    (_name, scale: readonly { id: string; label: string }[]) => {
      expect(distinct(scale.map(({ id }) => id))).toBe(true)
      expect(distinct(scale.map(({ label }) => label))).toBe(true)
      for (const { id, label } of scale) expect(labelOf(scale, id)).toBe(label)
    },
  )

  it('refuse a label for what they do not have', () => {
    expect(() => labelOf(statuses, 'true')).toThrow('No entry "true"')
  })
})

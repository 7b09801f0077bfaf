import { describe, expect, it } from 'vitest'
import { acceptedClaimFields } from '../../../shared/domain/acceptance.js'
import { claimFieldsSchema } from '../../../shared/domain/claim.js'
import { categories } from '../../../shared/domain/finding.js'
import { defaultScale, presetScales } from '../../../shared/domain/preset-scales.js'

describe('a claim made by accepting a finding', () => {
  it.each(categories.map(({ id }) => id))('is a whole claim in query for %s', (category) => {
    const fields = acceptedClaimFields(category, defaultScale)
    expect(claimFieldsSchema.parse(fields)).toEqual(fields)
    expect(fields).toMatchObject({ status: 'query', confidence: null, correction: null, tags: [] })
  })

  it('gets the date of its event where the finding knows it', () => {
    const date = { eventDate: '2011-05-04', eventDateInferred: true }
    expect(acceptedClaimFields('order-conflict', defaultScale, date)).toMatchObject(date)
    expect(acceptedClaimFields('order-conflict', defaultScale)).toMatchObject({ eventDate: null })
  })

  it('gets the verdict that the category stands for, and none where the category settles nothing', () => {
    expect(acceptedClaimFields('weekday-mismatch', defaultScale)).toMatchObject({
      type: 'date',
      verdict: 'inconsistent',
    })
    expect(acceptedClaimFields('impossible-date', defaultScale)).toMatchObject({
      type: 'date',
      verdict: 'garbled',
    })
    expect(acceptedClaimFields('undated-relative', defaultScale)).toMatchObject({
      type: 'date',
      verdict: 'unverifiable',
    })
    expect(acceptedClaimFields('duplicate-sentence', defaultScale)).toMatchObject({ verdict: null })
  })

  it('never says that something is supported', () => {
    for (const scale of presetScales) {
      const supporting = scale.verdicts
        .filter(({ means }) => means.startsWith('supported'))
        .map(({ id }) => id)
      for (const { id } of categories)
        expect(supporting).not.toContain(acceptedClaimFields(id, scale).verdict)
    }
  })

  it('gets a verdict of the scale that says so, what is nearest, or none', () => {
    const [, confirmed, steps] = presetScales
    expect(acceptedClaimFields('number-conflict', confirmed!).verdict).toBe('disputed')
    expect(acceptedClaimFields('garbled-date', confirmed!).verdict).toBe('disputed')
    expect(acceptedClaimFields('undated-relative', confirmed!).verdict).toBe('unconfirmed')
    expect(acceptedClaimFields('undated-relative', steps!).verdict).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { acceptedClaimFields } from '../../../shared/domain/acceptance.js'
import { claimFieldsSchema } from '../../../shared/domain/claim.js'
import { categories } from '../../../shared/domain/finding.js'
import { verdicts } from '../../../shared/domain/verdicts.js'

describe('a claim made by accepting a finding', () => {
  it.each(categories.map(({ id }) => id))('is a whole claim in query for %s', (category) => {
    const fields = acceptedClaimFields(category)
    expect(claimFieldsSchema.parse(fields)).toEqual(fields)
    expect(fields).toMatchObject({ status: 'query', confidence: null, correction: null, tags: [] })
  })

  it('gets the verdict that the category stands for, and none where the category settles nothing', () => {
    expect(acceptedClaimFields('weekday-mismatch')).toMatchObject({ type: 'date', verdict: 'inconsistent' })
    expect(acceptedClaimFields('impossible-date')).toMatchObject({ type: 'date', verdict: 'garbled' })
    expect(acceptedClaimFields('undated-relative')).toMatchObject({ type: 'date', verdict: 'unverifiable' })
    expect(acceptedClaimFields('duplicate-sentence')).toMatchObject({ verdict: null })
  })

  it('never says that something is supported', () => {
    const kind = verdicts.map(({ id }) => id).filter((id) => id.startsWith('supported'))
    for (const { id } of categories) expect(kind).not.toContain(acceptedClaimFields(id).verdict)
  })
})

import { describe, expect, it } from 'vitest'
import { firstSource } from '../../../shared/domain/first-source.js'

describe('the source that a case is shown with', () => {
  const there = ['mill', 'court', 'letter']

  it('is the one that was shown last', () => {
    expect(firstSource({ sourceId: 'court', tabs: ['letter', 'court'] }, there)).toBe('court')
  })

  it('is the first tab that is still there, where that one is gone', () => {
    expect(firstSource({ sourceId: 'gone', tabs: ['lost', 'letter', 'court'] }, there)).toBe('letter')
  })

  it('is the first of the case where none was shown', () => {
    expect(firstSource({ sourceId: null, tabs: [] }, there)).toBe('mill')
  })

  it('is none in a case without sources', () => {
    expect(firstSource({ sourceId: 'gone', tabs: ['lost'] }, [])).toBe(null)
  })
})

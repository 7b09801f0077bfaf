import { describe, expect, it } from 'vitest'
import { uncoveredLines } from '../../../renderer/editor/coverage-margin.js'

describe('the lines with something that no claim covers', () => {
  it('have each kind once, also of words that stand a little higher or lower', () => {
    const line = (kind: number, top: number) => ({ kind, top, height: 24 })
    expect(uncoveredLines([line(0, 100), line(1, 102), line(1, 98), line(0, 130), line(3, 130)])).toEqual([
      { top: 100, height: 24, kinds: new Set([0, 1]) },
      { top: 130, height: 24, kinds: new Set([0, 3]) },
    ])
  })

  it('are none where nothing begins', () => {
    expect(uncoveredLines([])).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { wantedTop } from '../../../renderer/editor/scrolling.js'

const height = 800

describe('wantedTop', () => {
  it('leaves alone what is in view already', () => {
    expect(wantedTop(300, 330, height, 'nearest')).toBe(300)
  })

  it('moves what is just outside by no more than it must', () => {
    expect(wantedTop(-10, 20, height, 'nearest')).toBe(40)
    expect(wantedTop(790, 820, height, 'nearest')).toBe(730)
  })

  it('centres what is far away', () => {
    expect(wantedTop(5000, 5030, height, 'nearest')).toBe(385)
    expect(wantedTop(300, 330, height, 'center')).toBe(385)
  })

  it('shows the beginning of what does not fit', () => {
    for (const align of ['nearest', 'center', 'start'] as const)
      expect(wantedTop(100, 1500, height, align)).toBe(40)
  })
})

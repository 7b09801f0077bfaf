import { describe, expect, it } from 'vitest'
import { rowByKey } from '../../../renderer/components/row-by-key.js'

describe('the keys in a list of rows', () => {
  it.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 15],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 19],
    ['a', null],
  ])('%s goes from row 5 of 20 to %s', (key, expected) => {
    expect(rowByKey(key, 5, 20, 10)).toBe(expected)
  })

  it('have nowhere to go in an empty list', () => {
    expect(rowByKey('ArrowDown', 0, 0, 10)).toBeNull()
  })
})

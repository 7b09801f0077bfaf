import { describe, expect, it } from 'vitest'
import type { Mark } from '../../../../renderer/editor/marks-at.js'
import { nextMark } from '../../../../renderer/editor/plugins/opening.js'

const inner: Mark = { kind: 'claim', id: 'inner' }
const outer: Mark = { kind: 'claim', id: 'outer' }
const finding: Mark = { kind: 'finding', id: 'finding' }

describe('nextMark', () => {
  it('begins with the first and goes around', () => {
    const marks = [inner, outer, finding]
    expect(nextMark(marks, null)).toBe(inner)
    expect(nextMark(marks, inner)).toBe(outer)
    expect(nextMark(marks, outer)).toBe(finding)
    expect(nextMark(marks, finding)).toBe(inner)
  })

  it('begins anew elsewhere', () => {
    expect(nextMark([outer], inner)).toBe(outer)
    expect(nextMark([], inner)).toBeUndefined()
  })
})

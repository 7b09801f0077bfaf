import { describe, expect, it } from 'vitest'
import type { FindingMark } from '../../../renderer/editor/finding-marks.js'
import { linesOf } from '../../../renderer/editor/gutter.js'

const finding = (fingerprint: string): FindingMark => ({
  fingerprint,
  severity: 'check',
  message: fingerprint,
  spans: [],
})

describe('linesOf', () => {
  it('merges the findings of one line, also where a heading or a code span shifts their tops a little', () => {
    const [one, other, below] = [finding('one'), finding('other'), finding('below')]
    const lines = linesOf([
      { finding: below, top: 128, height: 28 },
      { finding: one, top: 100, height: 28 },
      { finding: other, top: 103, height: 22 },
    ])
    expect(lines.map(({ top, findings }) => [top, findings.map(({ fingerprint }) => fingerprint)])).toEqual([
      [100, ['one', 'other']],
      [128, ['below']],
    ])
  })

  it('shows a finding with two spans on a line once', () => {
    const twice = finding('twice')
    expect(linesOf([0, 0].map((top) => ({ finding: twice, top, height: 28 })))[0]!.findings).toHaveLength(1)
  })
})

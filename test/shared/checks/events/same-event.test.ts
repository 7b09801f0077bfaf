import { describe, expect, it } from 'vitest'
import { type CheckSource, createChecker, runChecks } from '../../../../shared/checks/run-checks.js'
import type { EngineCase } from '../../../bench/engine/case-score.js'
import { recordsOf } from '../../../bench/engine/json-lines.js'

const bench = new URL('../../../bench/engine/', import.meta.url)
const only = { rules: ['event-date-conflict'] } as const

const conflicts = (sources: readonly CheckSource[]): number => runChecks(sources, only).length

describe('whether two passages tell of one event', () => {
  const died = {
    id: 'a',
    text: 'Composer Lena Halvorsen died on 11 January 2004 at her home in Bergen.',
    published: null,
  }
  const left = {
    id: 'b',
    text: 'Halvorsen, who died in March 2004, left two unfinished operas.',
    published: null,
  }

  it('does not depend on which of them comes first', () => {
    expect([conflicts([died, left]), conflicts([left, died])]).toEqual([1, 1])
  })

  it('does not depend on which of them was edited last', () => {
    const checker = createChecker()
    expect(checker.run([died, left], only)).toHaveLength(1)
    const edited = { ...died, text: `${died.text} It snowed.` }
    expect(checker.run([edited, left], only)).toHaveLength(1)
  })

  it.each(['times', 'desk', 'wording'])(
    'does not depend on the order of the sources of a case of %s.jsonl',
    (name) => {
      const cases = recordsOf<EngineCase>(new URL(`${name}.jsonl`, bench).pathname)
      const differing = cases.flatMap(({ id, docs }) => {
        const sources = docs.map((doc) => ({ ...doc, published: doc.published ?? null }))
        if (sources.length < 2) return []
        return conflicts(sources) === conflicts(sources.toReversed()) ? [] : [id]
      })
      expect(differing).toEqual([])
    },
  )
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type BatchRequest, checkBatchLine } from '../../../shared/checks/batch.js'

interface Span {
  doc: string
  start: number
  end: number
}

interface Case extends BatchRequest {
  clean: boolean
  expected: { category: string; spans: Span[] }[]
}

const file = join(import.meta.dirname, '../../bench/engine/cases.jsonl')
const cases = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Case)

const overlaps = (a: Span, b: Span) => a.doc === b.doc && a.start < b.end && b.start < a.end

it('is silent on every clean case', () => {
  const told = cases
    .filter(({ clean }) => clean)
    .flatMap((one) => checkBatchLine(one).findings.map(({ category }) => `${one.id}: ${category}`))
  expect(told).toEqual([])
})

it('finds at least 97 of 100 planted slips', () => {
  const planted = cases.flatMap((one) => one.expected.map((slip) => ({ one, slip })))
  const missed = planted.filter(({ one, slip }) => {
    const category = slip.category.replace(/-cross$/, '')
    return !checkBatchLine(one).findings.some(
      (finding) =>
        finding.category === category &&
        finding.spans.some((span) => slip.spans.some((other) => overlaps(span, other))),
    )
  })
  expect(
    1 - missed.length / planted.length,
    missed.map(({ one }) => one.id).join(', '),
  ).toBeGreaterThanOrEqual(0.97)
})

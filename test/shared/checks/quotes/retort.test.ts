import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const found = (...texts: string[]): number =>
  runChecks(
    texts.map((text, index) => ({ id: String(index), text, published: null })),
    { rules: ['quote-altered'] },
  ).length

describe('a short quotation right behind another that it adds to', () => {
  it('is a retort', () => {
    expect(
      found('“It is a good law,” said Ann Lee. “It is a good beginning of a law,” said her neighbour.'),
    ).toBe(0)
    expect(
      found('“We were only lucky there,” he said. “We were only very lucky there,” said his mate.'),
    ).toBe(0)
  })

  it('is none where words are put for others, or in another text', () => {
    const first = '“The bow doors do not shut and nobody will listen,” he wrote to his sister.'
    expect(found(first, '“The bow doors do shut and nobody will listen,” he wrote to his sister.')).toBe(1)
    expect(found(`${first} “The stern doors do not shut and nobody will listen,” he wrote in May.`)).toBe(1)
  })
})

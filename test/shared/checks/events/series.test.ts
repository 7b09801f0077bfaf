import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const told = (texts: readonly string[]): string[] =>
  runChecks(
    texts.map((text, number) => ({ id: `s${number}`, text, published: null })),
    { rules: ['event-date-conflict'] },
  ).map(({ message }) => message)

/** What is told of many dates in the same words happens again and again; of two dates one may be a slip. */
describe('things that are told on many dates', () => {
  it('are no conflict, over several texts', () => {
    const texts = [6, 12, 18, 24].map(
      (day) => `Notes of the archive. The file was last updated on ${day} May 2024. It rained all day.`,
    )
    expect(told(texts)).toEqual([])
  })

  it('are no conflict within one', () => {
    expect(
      told([
        'The gauge at the lock was read on 3 May 2024. It stood high. The gauge at the lock was read on 13 May 2024. The gauge at the lock was read on 23 May 2024.',
      ]),
    ).toEqual([])
  })

  it('are a conflict where they have a name and so are one event', () => {
    const texts = [4, 14, 24].map((day) => `The Hallam Bridge collapsed on ${day} May 1931. Nobody was hurt.`)
    expect(told(texts).length).toBeGreaterThan(0)
  })
})

import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['event-date-conflict'] }).map(
    ({ message }) => message,
  )

describe('a thing that is told of by its noun alone', () => {
  it.each([
    'The new tram bridge over the Alm, opened on 19 June 2024, cost 61 million crowns. Since the bridge was opened on 9 June 2024, 30,000 people have used it each day.',
    'The tram bridge over the Alm was opened on 19 June 2024. The bridge was opened on 9 June 2024 by the mayor.',
  ])('is the one told of before: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'The road bridge was opened on 9 June 2024. The rail bridge was opened on 19 June 2024.',
    'The old bridge over the Alm was closed on 9 June 2024. The new bridge, opened on 19 June 2024, is wider.',
    'The new school in Lund was opened on 4 May 2018. In Halm the school was opened on 14 May 2018.',
    'A bridge was opened on 4 May 2018 at Lund. On 14 May 2018 the bridge was opened to lorries.',
    'The new bridge was opened on 19 June 2024. The tunnel was opened on 9 June 2024.',
    'The new tram bridge was opened on 19 June 2024. The bridge at Holm was opened on 9 June 2024.',
    'The new tram bridge was opened on 19 June 2024. The bridge was opened on 4 March 1924 by the king.',
    'The first bridge was opened on 9 June 2024. The bridge over the Alm was opened on 19 June 2024.',
  ])('may be another: %s', (text) => expect(messages(text)).toEqual([]))
})

describe('openings for different people or uses', () => {
  const openings = (first: string, second: string): number =>
    runChecks([{ id: 's', text: `The bridge was ${first}. The bridge was ${second}.`, published: null }], {
      rules: ['event-date-conflict'],
    }).length

  it('are stages, and not one event on two dates', () => {
    expect(openings('opened for traffic on 12 May 2001', 'opened by the Queen on 22 May 2001')).toBe(0)
    expect(openings('opened to lorries on 12 May 2001', 'opened to all drivers on 22 May 2001')).toBe(0)
  })

  it('are one where both say the same, or one says nothing', () => {
    expect(openings('opened for traffic on 12 May 2001', 'opened for traffic on 22 May 2001')).toBe(1)
    expect(openings('opened on 12 May 2001', 'opened by the Queen on 22 May 2001')).toBe(1)
  })
})

describe('what a clause tells of a name behind an apposition', () => {
  const told = 'Knut Berge, the chief executive of Orla Shipping, resigned on 8 September 2018.'
  const messagesWith = (other: string): string[] =>
    runChecks(
      [
        { id: 'a', text: told, published: null },
        { id: 'b', text: other, published: null },
      ],
      { rules: ['event-date-conflict'] },
    ).map(({ message }) => message)

  it('is told of the name', () => {
    expect(
      messagesWith(
        'Knut Berge, the head of Orla, who resigned on 18 September 2018, stays on as an adviser.',
      ),
    ).toHaveLength(1)
  })

  it('is not told of the name where the apposition has a name of its own and tells of kin', () => {
    expect(
      messagesWith('Knut Berge, the brother of Olaf, who resigned on 18 September 2018, stays on.'),
    ).toEqual([])
  })

  it('is told of nobody else', () => {
    expect(
      messagesWith('Ann Sund, the head of Lumen, who resigned on 18 September 2018, stays on as an adviser.'),
    ).toEqual([])
  })
})

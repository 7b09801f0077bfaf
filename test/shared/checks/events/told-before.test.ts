import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const conflicts = (...texts: string[]): number =>
  runChecks(
    texts.map((text, number) => ({ id: `s${number}`, text, published: null })),
    { rules: ['event-date-conflict'] },
  ).length

const first = 'The nurses of Galt walked out on 6 May 2019.'

describe('an event that a text goes back to', () => {
  it.each([
    ['by its noun', `${first} Since the walkout on 16 May 2019, no ward has been open.`],
    [
      'by its noun, with the date behind a comma',
      `${first} The walkout, on 16 May 2019, surprised everybody.`,
    ],
    ['by “when” and a pronoun', `${first} The minister was in Bern on 16 May 2019, when they walked out.`],
    ['by “the day”', `${first} On 16 May 2019, the day the nurses walked out, the minister was in Bern.`],
    [
      'by a pronoun for it',
      'Pell Bridge opened on 5 May 1964. It had cost a fortune when it opened on 15 May 1964.',
    ],
  ])('is found %s', (_, text) => expect(conflicts(text)).toBeGreaterThan(0))

  it.each([
    ['is one of several', `${first} The second walkout on 16 May 2019 lasted a day.`],
    [
      'is one of three that were told',
      `${first} The porters walked out on 9 May 2019. The walkout on 16 May 2019 was longer.`,
    ],
    ['is told of something else', `${first} The walkout of the pilots on 16 May 2019 grounded 40 aircraft.`],
    ['has the same date', `${first} Since the walkout on 6 May 2019, no ward has been open.`],
  ])('is no conflict when it %s', (_, text) => expect(conflicts(text)).toBe(0))

  it('is looked for behind the pronoun of an opening clause, but only under its own name', () => {
    const opened = 'The Lomond footbridge was opened on 5 October 1964.'
    expect(
      conflicts(opened, 'Since it opened on 15 October 1964, the Lomond footbridge has been painted twice.'),
    ).toBe(1)
    expect(
      conflicts(opened, 'Since it opened on 15 October 1964, the Arden footbridge has been painted twice.'),
    ).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('parts that the sentences behind a total tell', () => {
  it.each([
    [
      'bare numbers',
      'Kenya won eleven medals. Four were gold, all in the long races. There were also five silvers and three bronzes.',
      12,
    ],
    [
      'a list behind its length',
      'The helicopter saved 26 people. It made three flights: nine in the first, ten in the second and eight in the third.',
      27,
    ],
    [
      'numbers in the unit of the total',
      'The walk covers 86 kilometres. You do 24 on the first day, 19 on the second, 25 on the third and 28 on the last.',
      96,
    ],
    [
      'kinds of what was counted',
      'They caught 58 bats of three species. Most, 33, were common; the nets also held 16 noctules and 19 long-eared bats.',
      68,
    ],
    [
      'a sum that “all” gathers',
      'Three prisoners and two guards were hurt. All six were taken to hospital.',
      5,
    ],
  ])('are added up: %s', (_, text, sum) => expect(messages(text).join()).toContain(`make ${sum}`))

  it.each([
    [
      'the next sentence has the rest',
      'Of the 60 members 22 came and 35 sent their regrets. Nobody knew where the others were.',
    ],
    [
      'the next sentence has the one that is missing',
      'The box held 64 letters: 40 from Ann, 14 from Clara and 9 from the bank. One could not be read.',
    ],
    [
      'a number is an age',
      'The fair had 900 guests. There were 410 men, 360 women and 130 children under twelve.',
    ],
    [
      'a number is of a place',
      'The lifeboat saved 25 people. Twelve were children, all from one school. There were also six teachers and seven parents.',
    ],
    [
      '“made up” is the last part',
      'Turnover was £92 million. Shops brought £51 million and the catalogue £23 million; the web made up the remaining £18 million.',
    ],
  ])('are no slip where %s', (_, text) => expect(messages(text)).toEqual([]))

  it('are not lost among the small units of a measure', () => {
    const text =
      'It weighs 48 grams. The battery takes 21 grams of this, the case 17 and the lens the remaining 20.'
    expect(messages(text)).toHaveLength(1)
  })
})

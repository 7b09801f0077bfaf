import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('two figures and what lies between them', () => {
  it.each([
    ['a margin', 'Whitlock beat Gale by twelve votes, by 812 to 801, after two recounts.', 'is 11, not 12'],
    ['a majority', 'The bill was carried by 52 votes to 39, a majority of 15.', 'is 13, not 15'],
    [
      'a majority told in the next sentence',
      'Of the members 52 voted for the bill and 39 against. The majority of 15 was a surprise.',
      'is 13, not 15',
    ],
    [
      'what is left',
      'The storm cut off 18,000 homes. By noon 13,500 had been reconnected, leaving 5,500 still in the dark.',
      'is 4,500, not 5,500',
    ],
    [
      'how many more there are than there were',
      'The town has 48,310 people, 3,310 more than ten years ago, when there were 44,000.',
      'is 4,310, not 3,310',
    ],
    ['how many fewer', 'The school has 640 pupils, 40 fewer than in 2015, when it had 670.', 'is 30, not 40'],
    [
      'a change from one to the other',
      'The hospital treated 61,400 patients as against 58,900 the year before, an increase of 3,500.',
      'is 2,500, not 3,500',
    ],
    [
      'a change told first',
      'Enrolment has fallen by 4,100 in five years, from 61,300 to 58,200.',
      '3,100, not 4,100',
    ],
    [
      'how much is missing',
      'The course was 20.6 kilometres long, 700 metres short of the 21.1 kilometres it should have been.',
      'is 500, not 700',
    ],
    [
      'a balance of income and spending',
      'The club expects income of £24,600. Spending is put at £23,850. That would leave a surplus of £950.',
      'is 750, not 950',
    ],
  ])('must be right: %s', (_, text, said) => expect(messages(text).join()).toContain(said))

  it.each([
    ['it is right', 'Whitlock beat Gale by eleven votes, by 812 to 801.'],
    ['the figures are rounded', 'Income was £7.4 million and spending £7.8 million, a loss of £0.3 million.'],
    [
      'people are left in another state',
      'The fire service saved 120 people, with 40 in hospital, leaving 90 homeless.',
    ],
    ['it was the lead before', 'Leeds led by 12 points at half-time and won 88 to 79.'],
    ['no digit makes it right', 'The council sold 14 of its 60 flats in May, leaving 30 for rent.'],
    [
      'it is measured against something else',
      'It sold 4,300 cars, 300 more than in March and 500 more than in May.',
    ],
    ['it is a majority of the house', 'A vote of 310 to 205 gave the party a majority of 80.'],
    ['it is over all the others', 'The party won 300 seats to 200, a majority of 60 over all others.'],
    ['others won seats too', 'It won 326 seats against 200, a majority of 80.'],
    ['others won seats too and a digit would do', 'It won 326 seats against 200, a majority of 136.'],
    ['it is an overall majority', 'It won by 326 to 200, an overall majority of 116.'],
    ['it is a lead in the table', 'Leeds won 3 to 1, a lead of four points in the table.'],
    ['it is a lead in points and the score is of goals', 'Leeds won 3 to 1 for a lead of four points.'],
    [
      'the earlier figure is of something else',
      'The fair took £48,000, £3,000 more than in May, when it spent £9,000 on tents.',
    ],
  ])('is passed over when %s', (_, text) => expect(messages(text)).toEqual([]))
})

describe('what somebody is left with', () => {
  it('is the herd without what was taken, whichever figure is wrong', () => {
    expect(messages('Wolves have taken 57 of his 412 reindeer, so that he is left with 364.')).toHaveLength(1)
    expect(messages('Wolves have taken 57 of his 421 reindeer, so that he is left with 364.')).toEqual([])
    expect(messages('He had 421 reindeer and 57 dogs and is left with 12.')).toEqual([])
  })
})

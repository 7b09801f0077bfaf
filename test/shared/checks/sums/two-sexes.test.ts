import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('men and women behind the number of all', () => {
  it.each([
    ['The poll asked 1,200 people, 640 men and 540 women, in May.', '1,180'],
    ['The school has 412 pupils, 210 girls and 212 boys.', '422'],
  ])('make it: %s', (text, sum) => expect(messages(text).join()).toContain(sum))

  it.each([
    'The poll asked 1,200 people, 640 men and 560 women, in May.',
    'There were 41 members, 20 men and 18 women, and three who would not say.',
    'Of the 1,200 people in the hall 40 men and 60 women had come by train.',
    'The party of 40 people had 12 men and 9 women who could swim.',
    'The poll asked some 1,200 people, 640 men and 540 women, in May.',
    'The council has 15 members, eight men and six women; one seat is empty.',
    'There were 60 guests, 22 men and 30 women, with eight children.',
  ])('do, or are not all: %s', (text) => expect(messages(text)).toEqual([]))
})

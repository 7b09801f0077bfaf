import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('a list that ends with the rest', () => {
  it.each([
    [
      'There were 176 people aboard. Eighty-two were Iranians, 63 Canadians and 11 Ukrainians; the remaining 30 came from Britain.',
      '186',
    ],
    [
      'The garrison of 400 men held out for months. In May 250 men marched out, the other 250 having died.',
      '500',
    ],
    ['They have found seven planets. Three of them are cold; the other five are hot.', '8'],
    ['Of the 91 people on the ship who tested positive, 58 felt nothing and 43 were ill.', '101'],
    ['It had nine stations. Two of its stations are restaurants; the other six have been pulled down.', '8'],
  ])('does not make the total: %s', (text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'There were 176 people aboard. Eighty-two were Iranians, 63 Canadians and 11 Ukrainians; the remaining 20 came from Britain.',
    'The garrison of 400 men held out for months. In May 150 men marched out, the other 250 having died.',
    'Of the 120 pupils who sat the examination, 80 took French and 60 took German.',
    'Of the 90 letters 12 had stamps, and 40 were opened.',
    'The bank has 300 branches. Of these 120 are in the north; the other 150 of the group belong to its sister bank.',
  ])('makes it, or is of something else: %s', (text) => expect(messages(text)).toEqual([]))
})

describe('a total that parts are brought to', () => {
  it.each([
    [
      'It opened with 120 rooms. In 1912 45 rooms were added, and in 1929 a wing with 60 rooms brought the total to 235.',
      '225',
    ],
    ['A tour drew 80,000 visitors in ten weeks, about 80,000 a week.', '800,000'],
  ])('is another: %s', (text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'It opened with 120 rooms. In 1912 45 rooms were added, and in 1929 a wing with 60 rooms brought the total to 225.',
    'A tour drew 80,000 visitors in ten weeks, about 8,000 a week.',
    'The gift brought the collection to 4,000 pieces, 300 of them from Peru and 200 from Chile.',
    'She wrote 12 books in six years, one a year at first.',
  ])('is right, or of something else: %s', (text) => expect(messages(text)).toEqual([]))
})

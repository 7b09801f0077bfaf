import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['percentage-error'] }).map(
    ({ message }) => message,
  )

describe('a change in percent and as an amount', () => {
  it.each([
    [
      'In 2009 the country mined 5.4 million tonnes, and the board expects a rise of 3.7 per cent, or 400,000 tonnes.',
      '7.4 %',
    ],
    ['The fund held £80m in May. By June it had lost 5 per cent, or £6m, of that.', '7.5 %'],
  ])('is of another base: %s', (text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'In 2009 the country mined 5.4 million tonnes, and the board expects a rise of 3.7 per cent, or 200,000 tonnes.',
    'The index fell by 3.4 per cent, or 251 points, to 7,114. Another lost 26 points, or 3.5 per cent.',
    'Prices rose by 2.1 per cent, or 40 pounds for a family that spends 1,900 pounds on food.',
  ])('agrees, or has no base: %s', (text) => expect(messages(text)).toEqual([]))
})

describe('a rate before its figures', () => {
  it.each([
    ['Turnout fell to 52.3 per cent. Of the 1,240,000 voters 548,520 cast a ballot.', '44.2 %'],
    [
      'More than half of the pharmacies ran short, a survey found. Of the 812 pharmacies that replied, 390 told of shortages.',
      '48 %',
    ],
  ])('does not follow from them: %s', (text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'Turnout fell to 52.3 per cent. Of the 1,240,000 voters 648,520 cast a ballot.',
    'Turnout was 61 per cent. Of the 4,200 postal votes 318 were void.',
    'More than half of the pharmacies ran short, a survey found. Of the 812 pharmacies that replied, 490 told of shortages.',
    'Two thirds of the pupils come by bus. Of the 600 pupils 120 live in the village.',
  ])('follows, or is of something else: %s', (text) => expect(messages(text)).toEqual([]))
})

import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['percentage-error'] }).map(
    ({ message }) => message,
  )

describe('a share of what a clause divides', () => {
  it.each([
    ['They have bought it for £31 million, of which the banks lend £24.8 million, or 60 per cent.', '80 %'],
    ['Of the 380 who lived in the lower village 95, or one in five, are missing.', '25 %'],
    ['Of 198 states 99 had wanted more, or six in ten.', '50 %'],
    ['Loans fell from 910,000 in 2019 to 637,000 in 2022, by a quarter, but visits rose to 540,000.', '30 %'],
    ['The price of a stamp goes up from £1.25 to £1.35, or by 12 per cent.', '8 %'],
  ])('must follow from it: %s', (text, real) => expect(messages(text).join()).toContain(real))

  it.each([
    'They have bought it for £31 million, of which the banks lend £24.8 million, or 80 per cent.',
    'They have £31 million, of which they lend £24.8 million, 60 per cent to farmers.',
    'Of the 380 who lived in the lower village 95, or one in four, are missing.',
    'Of the 380 who lived there 95 are missing, one in five of them children.',
    'Of 198 states 99 had wanted more, or five in ten.',
    'Loans fell from 910,000 in 2019 to 682,500 in 2022, by a quarter, but visits rose to 540,000.',
    'The price of a stamp goes up from £1.25 to £1.35, or by 8 per cent.',
    'Loans fell from 910 in 2019 to 640 in 2020, but rose by a quarter to 800 in 2021.',
    'The rate went up from 1.2 to 1.3 per cent, or by about a tenth.',
  ])('does, or is of something else: %s', (text) => expect(messages(text)).toEqual([]))
})

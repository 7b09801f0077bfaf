import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('parts behind one that is told with its whole', () => {
  it.each([
    ['The Alliance won 34 of the 65 seats, the National Union 22 and the Greens 12.', '68'],
    ['The court ruled for them in 18 of the 30 complaints, against them in nine and sent four back.', '31'],
    [
      'The union said that 14 of its 22 branches had voted to strike, nine had voted against and two had not voted.',
      '25',
    ],
  ])('are more than the whole: %s', (text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'The Alliance won 34 of the 65 seats, the National Union 22 and the Greens nine.',
    'Six of the 14 boats had engines, nine had sails and two had both.',
    'He won 18 of his 30 matches, five of them by a knock-out and nine on points.',
  ])('fit into it, or may overlap: %s', (text) => expect(messages(text)).toEqual([]))
})

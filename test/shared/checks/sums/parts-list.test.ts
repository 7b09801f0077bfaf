import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('the parts of a list', () => {
  it.each([
    ['with verbs of two words', 'Of 44 boats 29 finished, nine gave up and five capsized.', '43, not 44'],
    [
      'behind a clause',
      'Of 44 boats that started 29 finished, nine gave up and five capsized.',
      '43, not 44',
    ],
    [
      'with “of” before what each is of',
      'They counted 214 pairs: 88 of pipit, 61 of skylark, 40 of stonechat and 23 of wren.',
      '212, not 214',
    ],
  ])('are read: %s', (_, text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'Of 44 boats 30 finished, nine gave up and five capsized.',
    'Of 44 boats that started 30 finished, nine gave up and five capsized.',
    'Of the 12 ships that sailed in May four were lost, two in a storm and two by fire.',
    'Of 198 states 99 had wanted more, or five in ten.',
    'They counted 214 pairs: 88 of pipit, 61 of skylark, 40 of stonechat and 25 of wren.',
    'Of 48 beds that were ordered in May two are new and one is broken.',
    'It has 900 pupils in 31 classes: 30 in the first, 28 in the second and 29 in the third.',
  ])('make the total, or are none: %s', (text) => expect(messages(text)).toEqual([]))
})

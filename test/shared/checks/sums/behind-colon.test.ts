import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('parts behind a colon, with another number before it', () => {
  it.each([
    'Wardens counted 214 breeding pairs of nine species this spring: 88 of pipit, 61 of skylark, 40 of stonechat and 23 of wren.',
    'Wardens counted 214 pairs in nine places: 88 in the north, 61 in the south, 40 in the west and 23 in the east.',
  ])('make the total: %s', (text) => expect(messages(text)).toEqual(['The parts make 212, not 214']))

  it.each([
    'Wardens counted 214 breeding pairs of nine species this spring: 88 of pipit, 61 of skylark, 40 of stonechat and 25 of wren.',
    'Wardens counted 214 breeding pairs of nine species this spring: 88 of pipit, 61 of skylark, 40 of stonechat.',
    'It has 900 pupils in 31 classes: 30 in the first, 28 in the second and 29 in the third.',
    'They visited 40 farms in three counties: Kent, Essex and Surrey.',
  ])('do, or are not all: %s', (text) => expect(messages(text)).toEqual([]))
})

import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('a number of people and a list of who they are', () => {
  it.each([
    ['Four people were killed: the driver, two students and a couple from Lyon.', '5'],
    ['The dead are the driver, two students and a couple, the police said: four people in all.', '5'],
    ['Three people were hurt: a man of 30 and his neighbour.', '2'],
  ])('must agree: %s', (text, listed) => expect(messages(text).join()).toContain(`The list has ${listed}`))

  it.each([
    'Five people were killed: the driver, two students and a couple from Lyon.',
    'Four people were killed: the driver, a father of two, and three students.',
    'Four people were killed: the driver, an off-duty nurse and two students.',
    'Four people were killed: the driver and her children.',
    'Three people were hurt: a man of 30, a woman and her child.',
    'Four people were asked: two said yes and two said no.',
    'Five people were hurt, the driver, two students and a couple: five in all.',
    'The driver and two students were on board, with a dog: three people in all.',
    'Two people were chosen: one from the north and one from the south.',
    'Ten people were aboard: two pilots, a steward and a band from Leeds.',
    'Ten people were aboard: two pilots, a steward and a choir from Leeds.',
  ])('do, or the list is of something else: %s', (text) => expect(messages(text)).toEqual([]))
})

import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['dangling-fragment'] }).map(
    ({ message }) => message,
  )

describe('a clause that stands alone', () => {
  it.each([
    [
      'The deputy mayor for transport, Henrik Aalto, who had drawn up the plan with the region.',
      'left hanging',
    ],
    ['Because the blood samples had never been sent to a second laboratory.', 'left hanging'],
    ['Although the owner, a retired postman who wishes to remain anonymous.', 'left hanging'],
    ['She took up her post in May and was praised for her calm by.', 'left hanging'],
    ['The zoo keeps four other tigers, which are.', 'left hanging'],
    ['The council agreed to the new plan for the harbour on condition that.', 'left hanging'],
  ])('is left hanging: %s', (text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'The deputy mayor for transport, Henrik Aalto, who had drawn up the plan, resigned.',
    'The chairman, Tom Askew, and the clerk, Ann Lee, who are not related, disagree.',
    'Because the samples had been lost they were taken a second time in June.',
    'The Riksbank’s governor and his deputy differ.',
    'For a whole hour the carriages of the guests went slowly by.',
    'Nobody could remember the name that she had been known by.',
  ])('has its main clause: %s', (text) => expect(messages(text)).toEqual([]))
})

import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['percentage-error'] }).map(
    ({ message }) => message,
  )

describe('odds beside those who asked and those who got', () => {
  it.each([
    'Last year 480 artists applied and 96 got money, one in four.',
    'On the day 900 runners entered and 90 finished, one in five.',
  ])('must follow from them: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'Last year 480 artists applied and 96 got money, one in five.',
    'Last year 480 artists applied and 96 got money, one in four of them women.',
    'Last year 480 artists applied and 96 came, one in three by bus.',
    'Last year 480 artists applied and 96 galleries answered, one in four.',
  ])('do, or tell of something else: %s', (text) => expect(messages(text)).toEqual([]))
})

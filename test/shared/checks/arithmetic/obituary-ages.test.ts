import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string, published: string | null = null): string[] =>
  runChecks([{ id: 's', text, published }], { rules: ['duration-arithmetic'] }).map(({ message }) => message)

describe('the age of somebody who has died', () => {
  it.each([
    'The organist Felix Brandl, who has died at 91, was born in Passau on 8 April 1937, the son of a bell founder.',
    'The organist Felix Brandl, who has died aged 91, played to the end. He was born on 8 April 1937.',
  ])('follows from the birth and the day of publication: %s', (text) =>
    expect(messages(text, '2018-02-24')).toHaveLength(1),
  )

  it.each([
    'The organist Felix Brandl, who has died at 91, was born in Passau on 8 April 1926.',
    'The organist Felix Brandl, who has died at 91, was a son of Otto, who was born in 1899.',
    'Otto Brandl has died. He was born in 1937. His mother died at 91.',
    'The inn has died at 11, as inns do. It was born of an idea in 1990.',
  ])('fits, or is that of another: %s', (text) => expect(messages(text, '2018-02-24')).toEqual([]))

  it('is not known of a text that nobody has dated', () => {
    expect(messages('Felix Brandl, who has died at 91, was born on 8 April 1937.')).toEqual([])
  })
})

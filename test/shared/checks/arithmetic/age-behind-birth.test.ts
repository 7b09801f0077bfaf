import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string, published: string | null = null): string[] =>
  runChecks([{ id: 's', text, published }], { rules: ['duration-arithmetic'] }).map(({ message }) => message)

describe('an age behind a birth', () => {
  it.each([
    'The bus left the road on Tuesday. The driver, born on 2 June 1971, was 58.',
    'The bus had left in the evening. It crashed on Tuesday. The driver, born on 2 June 1971, was 58.',
    'The driver, who was born on 2 June 1971, is 58.',
    'Ned Quill, who was born on the island in 1931 and is now 96, keeps the keys.',
    'Else Dahl, who was born in 1938, has never moved. “I am 91 and I like it here,” she says.',
  ])('must be that of the day of publication: %s', (text) =>
    expect(messages(text, '2019-05-15')).toHaveLength(1),
  )

  it.each([
    'The bus left the road on Tuesday. The driver, born on 2 June 1971, was 47.',
    'The bus left the road on Tuesday. The driver, born in 1971, was 12 when his father died.',
    'The bus left the road on Tuesday. The driver, born in 1971, was 300 metres away.',
    'In a film of 1991 the driver, born in 1971, was 20 and in love.',
    'The driver, born in 1971, was 20 and in love.',
    'Else Dahl was born in 1938. “I am 20 again,” she says.',
    'Else Dahl was born in 1938. “I am 45,” said her neighbour, Ann Lee.',
    'His sister, born in 1971, is 47. The driver is 58.',
    'Police said on Monday that the bones were those of a soldier. The soldier, born in 1920, was 23.',
    'The court heard on Monday how the victim, born in 1991, was 14 and alone at home.',
    'Rosa Lind, who was born in 1938, kept a diary. “I am 12 and I am afraid,” she wrote.',
  ])('is, or is that of another time: %s', (text) => expect(messages(text, '2019-05-15')).toEqual([]))

  it('says nothing of a text that nobody has dated', () => {
    expect(messages('The driver, who was born on 2 June 1971, is 58.')).toEqual([])
  })
})

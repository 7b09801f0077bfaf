import { describe, expect, it } from 'vitest'
import { createChecker } from '../../../shared/checks/run-checks.js'
import { checkableAt } from '../../../shared/coverage/checkables.js'
import { readCheckables } from '../../../shared/coverage/read-checkables.js'

const read = (text: string, published: string | null = null) =>
  readCheckables(createChecker().sections({ id: '1', text, published }))

/** What is to be covered, by kind. */
function checkablesOf(text: string): Record<string, string[]> {
  const packed = read(text)
  const all = Array.from(packed.starts, (_, place) => checkableAt(packed, place))
  const groups = Map.groupBy(all, ({ kind }) => kind)
  return Object.fromEntries(
    [...groups].map(([kind, list]) => [kind, list.map(({ start, end }) => text.slice(start, end))]),
  )
}

describe('what can be checked in a text', () => {
  it('are sentences, dates, numbers, names and quotations', () => {
    const text = [
      'The mill burned on 3 March 2021, said Tomas Wren. “Nobody saw it coming,” he added.',
      '',
      'It cost £38 million and took three weeks.',
    ].join('\n')
    expect(checkablesOf(text)).toEqual({
      sentence: [
        'The mill burned on 3 March 2021, said Tomas Wren.',
        '“Nobody saw it coming,” he added.',
        'It cost £38 million and took three weeks.',
      ],
      date: ['3 March 2021'],
      number: ['£38 million', 'three weeks'],
      name: ['Tomas Wren'],
      quotation: ['“Nobody saw it coming,”'],
    })
  })

  it('takes no sentences from headings, bylines, tables and ornaments, but what else is in them', () => {
    const text = [
      'Mill fire of 3 March 2021',
      'By Ines Oduya',
      '',
      '* * *',
      '',
      '2020\tMerrow\t12 boats',
    ].join('\n')
    const found = checkablesOf(text)
    expect(found.sentence).toBeUndefined()
    expect(found.date).toContain('3 March 2021')
    expect(found.name).toContain('Ines Oduya')
  })

  it('takes the entries of a list for sentences, without their numbers', () => {
    const found = checkablesOf('1. The gate failed.\n2. The board met.\n')
    expect(found.sentence?.join('|')).toMatch(/The gate failed\.\|.*The board met\./)
    expect(found.sentence).not.toContain('1.')
  })

  it('leaves out what says no time, lengths without a number, and a capital that may only begin the sentence', () => {
    expect(checkablesOf('Recently they waited for days. Nothing came.')).toEqual({
      sentence: ['Recently they waited for days.', 'Nothing came.'],
    })
  })

  it('is in reading order, the sentence before what is in it', () => {
    const { starts, ends } = read(
      'On 3 March 2021 the mill burned. In 2022 it was sold to Anna Merrow for £3 million.',
    )
    for (let at = 1; at < starts.length; at++) {
      const isLater = starts[at]! > starts[at - 1]! || ends[at]! <= ends[at - 1]!
      expect(isLater).toBe(true)
    }
  })

  it('does not depend on when the text was published', () => {
    const text = 'Last Wednesday the board met. On 3 March it met again, two days later it did not.'
    expect(read(text, '2021-03-20')).toEqual(read(text))
  })

  it('is nothing in an empty text', () => {
    expect(read('').starts).toHaveLength(0)
  })
})

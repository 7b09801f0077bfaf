import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surroundings } from '../../../shared/timeline/surroundings.js'

/** The surroundings of the first place of some words. */
function around(text: string, words: string): string {
  const start = text.indexOf(words)
  return surroundings(text, start, start + words.length)
}

describe('the words around a date', () => {
  it('are those of its sentence', () => {
    const text = 'Building. Work on the foundations began in May 2016. The two leaves were floated in.'
    expect(around(text, 'May 2016')).toBe('Work on the foundations began in May 2016.')
    expect(around('He said: “It was in May.” She agreed.', 'in May')).toBe('He said: “It was in May.')
  })

  it('do not run from one line into the next', () => {
    expect(around('A heading\nIn May 2016 it rained\nThe end', 'May 2016')).toBe('In May 2016 it rained')
  })

  it('are cut at a word, and say so, where a sentence is long', () => {
    const long = `${'word '.repeat(40)}in May 2016 ${'more '.repeat(40)}`
    expect(around(long, 'May 2016')).toMatch(/^…(word )+in May 2016( more)+…$/)
  })

  it('are not cut within a number', () => {
    expect(around('It cost 2.5 million in May 2016, or 3.1 today.', 'May 2016')).toBe(
      'It cost 2.5 million in May 2016, or 3.1 today.',
    )
  })

  it('hold the date in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '.', '\n', '”', ';'), maxLength: 300 }),
        fc.nat(300),
        (text, at) => {
          const start = Math.min(at, text.length)
          const found = surroundings(`${text.slice(0, start)}2016${text.slice(start)}`, start, start + 4)
          expect(found).toContain('2016')
          expect(found).not.toMatch(/[\n\r]/)
        },
      ),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createChecker, runChecks } from '../../../shared/checks/run-checks.js'
import { extractDates } from '../../../shared/checks/extract/dates.js'

const words = [
  'Tuesday',
  'March',
  'may',
  '4',
  '31',
  '2011',
  '2O25',
  '25:10',
  'the',
  'of',
  'after',
  'before',
  'two',
  'weeks',
  'ago',
  '(',
  ')',
  ',',
  '.',
  '-',
  '–',
  "'",
  '82',
  '“',
  '”',
  'a',
  'half',
  '\n',
  '\n\n',
  '____',
  '|',
  '4th',
  '1980s',
  'q3',
  'last',
  'this',
  'every',
  'said',
  'Anna Berg',
  '12',
  '%',
  '1,200',
  '3.5',
  'million',
  '/',
  ':',
  'pm',
  'UTC',
  'born',
  'died',
  'century',
  'BC',
  '0',
  '😀',
] as const

const soup = fc
  .array(fc.constantFrom(...words), { maxLength: 60 })
  .chain((parts) => fc.constantFrom(' ', '').map((gap) => parts.join(gap)))
const anyText = fc.oneof(
  soup,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)
const anyDate = fc.constantFrom(null, '2024', '2024-02', '2024-02-29', '2024-99-99', 'nonsense')

describe('on any input', () => {
  it('gives findings whose spans quote the text, and never throws', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), anyDate, (texts, published) => {
        const sources = texts.map((text, index) => ({ id: String(index), text, published }))
        for (const { spans, fingerprint } of runChecks(sources)) {
          expect(fingerprint).toMatch(/^[0-9a-z]{8,64}$/)
          for (const { source, start, end, quote } of spans) {
            expect(start).toBeLessThan(end)
            expect(texts[Number(source)]?.slice(start, end)).toBe(quote)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('extracts dates in order and inside the text', () => {
    fc.assert(
      fc.property(anyText, anyDate, (text, published) => {
        let last = 0
        for (const { start, end, value } of extractDates(text, { published })) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(value).not.toContain('NaN')
          last = end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('stays linear on long runs of one thing', () => {
    const runs = [
      'the 4 May ',
      '12 12 March ',
      '“',
      '(',
      '1,1,1,',
      '- - ',
      'after ',
      'a half of ',
      '4 and ',
      '\n|\n',
      'a'.repeat(50),
      'Was 4 May 2011 closed. ',
      'the mine opened on 4 May 2011 ',
      'born 1950 and died 1940, ',
      'of 12 ships 5% rose from 4 to 9, ',
      '“we said so today now then”, said Anna Berg. ',
      'X. ',
      'Anna Bergson and Anna Bergsen ',
      'after 4 May 2011 two days later, on 9 May 2011 ',
    ]
    // Work that grew with the square of these lengths would outlast the test.
    for (const run of runs) {
      const text = run.repeat(Math.ceil(40_000 / run.length))
      expect(() => runChecks([{ id: 'long', text, published: null }]), run).not.toThrow()
    }
  })
})

describe('a checker that is used again', () => {
  it('gives what a fresh one gives', () => {
    const checker = createChecker()
    const text = 'The bridge was opened on Tuesday, 4 May 2011. It was closed in June.'
    const edited = text.replace('Tuesday', 'Wednesday')
    for (const version of [text, edited, text]) {
      const sources = [{ id: 'a', text: version, published: null }]
      expect(checker.run(sources)).toEqual(runChecks(sources))
    }
  })

  it('stops between steps when it is told to', () => {
    expect(
      runChecks([{ id: 'a', text: 'On Tuesday, 4 May 2011.', published: null }], {
        signal: { aborted: true },
      }),
    ).toEqual([])
  })

  it('keeps a fingerprint when the text moves', () => {
    const fingerprints = (text: string) =>
      runChecks([{ id: 'a', text, published: null }]).map(({ fingerprint }) => fingerprint)
    const sentence = 'It was opened on Tuesday, 4 May 2011, by the mayor.'
    expect(fingerprints(`The town has a new hall. ${sentence}`)).toEqual(fingerprints(sentence))
  })
})

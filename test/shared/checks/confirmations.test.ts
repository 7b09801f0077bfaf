import { describe, expect, it } from 'vitest'
import { confirmationSchema } from '../../../shared/domain/finding.js'
import { createChecker, runChecks } from '../../../shared/checks/run-checks.js'

const inOrder = (text: string, published: string | null = null) =>
  createChecker().confirmations([{ id: 'a', text, published }])
const messages = (text: string) => inOrder(text).map(({ message }) => message)

describe('what was looked into and is in order', () => {
  it.each([
    ['It opened on Wednesday, 4 May 2011.', '4 May 2011 was a Wednesday'],
    [
      'The siege began on 24 February 2022. They met four days after the siege began, on 28 February 2022.',
      '“four days” fits: the dates give 4 days',
    ],
    [
      'He was born on 3 March 1921 and died on 17 June 1989, aged 68.',
      '“aged 68” fits: the dates give an age of 68',
    ],
    ['She served for six years, from 1958 to 1964.', '“six years” fits: the dates give about 6 years'],
    [
      'The session ran from 9:00 to 11:30, a 150-minute meeting.',
      '“150-minute” fits: the dates give 2 h 30 min',
    ],
    ['Founded in 1875, it marked its centenary in 1975.', '“centenary” fits: the dates give 100 years'],
    ['It has 48 members: 21 men and 27 women.', 'The parts make 48'],
    ['Sales rose by 25 percent, from 80 to 100 tonnes.', 'From 80 to 100 is 25 %'],
    ['Prices doubled from 40 to 80 cents.', 'From 40 to 80 is “doubled”'],
    ['Of the 400 people asked, 120 (30%) agreed.', '120 of 400 is 30 %'],
    ['One in five households (20 per cent) had no water.', '“one in five” is 20 %'],
  ])('%s', (text, message) => {
    expect(messages(text)).toContain(message)
    expect(runChecks([{ id: 'a', text, published: null }])).toEqual([])
  })

  it('says how it came to that', () => {
    const [found] = inOrder('It opened on Wednesday, 4 May 2011.')
    expect(() => confirmationSchema.parse(found)).not.toThrow()
    expect(found?.explanation.arithmetic).toEqual(['4 May 2011 was a Wednesday.'])
    expect(found?.spans).toEqual([{ source: 'a', start: 13, end: 34, quote: 'Wednesday, 4 May 2011' }])
  })

  it('names what was assumed', () => {
    const [found] = inOrder('It opened on Tuesday, 4 May.', '2021-05-20')
    expect(found?.explanation.assumptions).toEqual([
      'The year of “Tuesday, 4 May” is not said; 2021 was taken from the date of publication.',
    ])
  })

  it('gives both ends when a date is no single day', () => {
    expect(
      messages(
        'The war began in February 2022. They met four days after the war began, on 28 February 2022.',
      ),
    ).toEqual(['“four days” fits: the dates give 0 to 27 days'])
  })

  it('is silent on what does not hold, and on rules that are off', () => {
    expect(messages('It opened on Tuesday, 4 May 2011. It has 48 members: 21 men and 20 women.')).toEqual([])
    const sources = [{ id: 'a', text: 'It opened on Wednesday, 4 May 2011.', published: null }]
    expect(createChecker().confirmations(sources, { off: ['weekday-mismatch'] })).toEqual([])
  })

  it('leaves a later run as it is', () => {
    const checker = createChecker()
    const sources = [{ id: 'a', text: 'It opened on Tuesday, 4 May 2011.', published: null }]
    checker.run(sources)
    checker.confirmations([])
    expect(checker.run(sources)).toEqual(runChecks(sources))
  })
})

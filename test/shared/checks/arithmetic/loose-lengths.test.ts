import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string, published: string | null = null): string[] =>
  runChecks([{ id: 's', text, published }], { rules: ['duration-arithmetic'] }).map(({ message }) => message)

describe('a length of what was told before, in whichever sentences', () => {
  it.each([
    [
      'the whole of a work',
      'Work on the canal began in April 1903. Two contractors failed. When the first barge passed in October 1911 the job had taken five and a half years.',
      '8.5 years',
    ],
    [
      'the time between two days',
      'The first shop was raided on 2 August 2015 and the last on 29 January 2016. Over the sixteen months between the two, eleven were.',
      '5.9 months',
    ],
    [
      'those years',
      'She taught here from 1951 until she retired in 1989. In those twenty-eight years she missed four days.',
      '38 years',
    ],
    [
      'a span with its name',
      'The Vega left Bergen on 14 January. She reached Suez on 2 February, after a voyage of thirty-one days.',
      '19 days',
    ],
    [
      'a time that an end closes',
      'The envoys were seized on 17 December 1996. The last of them were held for 226 days, until they were freed on 22 April 1997.',
      '126 days',
    ],
    [
      'a length told before its beginning and its end',
      'The repair was a three-year project. The first slates were laid in March 2011, and the hall was reopened in April 2016.',
      '5.1 years',
    ],
    [
      'an office told as a range',
      'He was minister from 1998 to 2004. He cut inflation. His eight years in office were stormy.',
      '6 years',
    ],
  ])('must fit: %s', (_, text, real) => expect(messages(text).join()).toContain(real))

  it.each([
    'Work on the canal began in April 1903. When the first barge passed in October 1911 the job had taken eight and a half years.',
    'The strike began on 3 March and ended on 15 April. It had taken three weeks to prepare.',
    'He became editor in 1990. When he retired in 2005 he had been married for four years.',
    'She taught here from 1951 until she retired in 1989. In those thirty-eight years she missed four days.',
    'He was minister from 1998 to 2004. His six years in office were stormy.',
  ])('does where it fits, or is that of something else: %s', (text) => expect(messages(text)).toEqual([]))
})

describe('a date told by its distance', () => {
  it.each([
    [
      'from what the words for it do not name',
      'The treaty was concluded on 4 March 1713. On 11 August 1722, fourteen years after the ink had dried, the army crossed.',
      '9.4 years',
    ],
    [
      'from the day that was planned',
      'The contract foresaw completion in June 1998. The hall opened in October 2002, six years and four months late.',
      '52 months',
    ],
  ])('must fit: %s', (_, text, real) => expect(messages(text).join()).toContain(real))

  it.each([
    'The treaty was concluded on 4 March 1713. On 11 August 1722, nine years after the ink had dried, the army crossed.',
    'The mill burned on 3 May 1840. He sold it on 6 June 1852, two years after his wife’s death.',
    'It was taken over in 1961. Lund had bought a share in 1958. The name was revived in 2006, forty-five years after the takeover.',
    'Work began in 1953 and was broken off for eighteen months after the flood of 1955.',
  ])('does, or is counted from something else: %s', (text) => expect(messages(text)).toEqual([]))
})

describe('hours and minutes of a meeting or a flight', () => {
  it.each([
    'The chair opened the meeting at 7.30 pm. Three quotes will be asked for. The meeting, which had lasted an hour and ten minutes, was closed at 9.40 pm.',
    'Flight 417 took off at 06:55. Three quarters of an hour into the flight, at 08:40, a passenger smelled smoke.',
    'It began at half past nine in the morning and ended at 11.30 am, after half an hour.',
  ])('must fit its ends: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'The chair opened the meeting at 7.30 pm. The meeting, which had lasted two hours and ten minutes, was closed at 9.40 pm.',
    'Flight 417 took off at 06:55. An hour and three quarters into the flight, at 08:40, a passenger smelled smoke.',
    'The meeting began at 14:00. A talk was put off until 15:15 because of a fault, and lasted half an hour.',
  ])('is left alone: %s', (text) => expect(messages(text)).toEqual([]))
})

describe('a length up to the day of publication', () => {
  const sinceMay = (said: string): string =>
    `She has led the board since May 2011. “${said} it is time for someone else,” she said.`

  it('must fit the beginning told before, whoever says it', () => {
    expect(messages(sinceMay('After eight years in the chair'), '2023-09-05').join()).toContain('12 years')
    expect(messages(sinceMay('After twelve years in the chair'), '2023-09-05')).toEqual([])
    expect(messages(sinceMay('After two years in the wilderness'), '2023-09-05')).toEqual([])
  })
})

describe('the ages of the only person whose birth a text tells', () => {
  it.each([
    'Marta Kowal (1888–1967) painted little. Her first show sold nothing. She was sixty-four when in 1942 she was forced to leave.',
    'Henrik Dahl (12 March 1869 – 2 November 1941) was a botanist. He died at his home in Roskilde eighty-two years old.',
    'Harald succeeded his father in 1103 at the age of twenty-four. Born in the year 1089, he had been brought up in Kiev.',
  ])('must fit its date: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'Marta Kowal (1888–1967) painted little before she was forty. She was fifty-four when in 1942 she was forced to leave.',
    'Henrik Dahl (12 March 1869 – 2 November 1941) was a botanist. His brother was sixty-four when he died in 1942.',
    'Juhan Rebane, born in 1902, was made a professor at thirty-one, having published the work for which he is known in 1931.',
  ])('do, or are of somebody or something else: %s', (text) => expect(messages(text)).toEqual([]))
})

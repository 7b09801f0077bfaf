import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string, published: string | null = null): string[] =>
  runChecks([{ id: 's', text, published }], { rules: ['duration-arithmetic'] }).map(({ message }) => message)

describe('lengths of time', () => {
  it.each([
    [
      'between two times of day',
      'They broke in at 9.40 pm and left twenty minutes later, at 10.20 pm.',
      '0 h 40 min',
    ],
    [
      'above a hundred in words',
      'It was made automatic in 1994, a hundred and sixty years after it was lit in 1844.',
      '150',
    ],
    [
      'until an end told behind them',
      'The bridge was swept away in 1573. For sixty years, until the new one was opened in 1603, there was a ferry.',
      '30 years',
    ],
    [
      'up to an end told before them',
      'He became its director in 1972. When he retired in 1999 he had been in charge for thirty-seven years.',
      '27 years',
    ],
    [
      'of an office that a longer sentence tells of',
      'Born in 1931, she was elected mayor in 1974. She held the office for fourteen years, until 1990.',
      '16 years',
    ],
    [
      'in hours and minutes',
      'She left Vik at 6.20 a.m. and reached Ost at 11.05 a.m., after five hours and 45 minutes in the water.',
      '4 h 45 min',
    ],
    [
      'in hours and minutes “later”',
      'They went out at 11.15 GMT and were back at 17.40 GMT, seven hours and 25 minutes later.',
      '6 h 25 min',
    ],
    [
      'with the part of the day behind each time',
      'She set out at 6.20 in the morning and reached Ost at 11.05 in the morning, after five hours and 45 minutes.',
      '4 h 45 min',
    ],
    [
      'that is still to come',
      'Work is to start in March 2019 and to end in September 2024, after seven and a half years.',
      '5.5 years',
    ],
    [
      'behind “until”',
      'At 4.35 p.m. the power failed, and they hung there until 9.50 p.m., for six and a quarter hours.',
      '5 h 15 min',
    ],
    [
      'in which so much was done',
      'The tour begins in Boston on 2 May 2024 and ends in Seattle on 19 May 2024: ten concerts in 28 days.',
      '17 days',
    ],
    [
      'that an anniversary tells before the beginning',
      'The society kept its fortieth anniversary on 4 June 2016. Founded in 1966 by teachers, it has 820 members.',
      '50 years',
    ],
  ])('must fit: %s', (_, text, real) => expect(messages(text).join()).toContain(real))

  it.each([
    'They broke in at about 9.40 pm and left half an hour later, at 10.20 pm.',
    'It was made automatic in 1994, a hundred and fifty years after it was lit in 1844.',
    'He did 4,000 operations between 1997 and 2011, about 285 a year.',
    'She left Vik at 6.20 a.m. and reached Ost at 11.05 a.m., after two hours and a break of ten minutes.',
    'The tour begins in Boston on 2 May 2024 and ends in Seattle on 19 May 2024: ten concerts in 18 days.',
    'They went out at 11.15 GMT and were back at 17.40 GMT, six hours and 25 minutes later.',
    'Work is to start in March 2019 and to end in September 2024, after five and a half years.',
    'It closed at 4 p.m. and opened again at 8 p.m., two hours later than usual.',
    'The doors open at 7 p.m. and we stay until 9.50 p.m., for ten minutes of which we sing.',
    'The riots began on 3 May 2024 and ended on 9 May 2024, with 20 dead in two days.',
    'She joined the BBC in 1972. When she retired in 1999 she had been an editor for twelve years.',
  ])('are passed over where they do: %s', (text) => expect(messages(text)).toEqual([]))
})

describe('a meeting', () => {
  const minutes = (length: string): string =>
    `The chairman opened the meeting at 10.15 am. Dues came in. The meeting closed at 12.05 pm, having lasted ${length}.`

  it('lasts from its opening to its close', () => {
    expect(messages(minutes('two hours and fifty minutes')).join()).toContain('1 h 50 min')
    expect(messages(minutes('an hour and fifty minutes'))).toEqual([])
  })
})

describe('what has lasted until now', () => {
  const ship = (length: string): string =>
    `She was built at Turku in 2003 and has sailed in the Baltic for ${length}.`

  it('is measured by the day of publication', () => {
    expect(messages(ship('twenty-eight years'), '2021-02-04').join()).toContain('18 years')
    expect(messages(ship('eighteen years'), '2021-02-04')).toEqual([])
    expect(messages(ship('twenty-eight years'))).toEqual([])
  })

  it.each([
    'The house was built in 1990 and has stood empty for twenty-four years.',
    'The school was built in 1890 and has been empty for ten years.',
    'She joined the board in 2010 and has chaired it for five years.',
  ])('may have begun later: %s', (text) => expect(messages(text, '2024-05-04')).toEqual([]))
})

describe('ages', () => {
  it.each([
    [
      'of an obituary that tells the birth twice',
      'Walter Hensby, who has died aged 93, was born on 2 February 1927. Walter Hensby, born 2 February 1927; died 28 June 2018.',
      'an age of 91',
    ],
    [
      'as a year of life',
      'She was born at Graz in 1902. She died on 3 June 1980, in her eighty-third year.',
      'an age of 77 or 78',
    ],
    [
      'as a year of life that is so called',
      'She was born at Graz in 1902. She died on 3 June 1980, in the house, in her eighty-third year of life.',
      'an age of 77 or 78',
    ],
    [
      'of a book',
      'Born in 1958, she was a nurse. Her first book appeared in 1993, when she was 45.',
      '34 or 35',
    ],
  ])('must fit: %s', (_, text, real) => expect(messages(text).join()).toContain(real))

  it('are measured by the day of publication', () => {
    const text = 'Lucy Brand, 42, who was born in 1985, is the youngest.'
    expect(messages(text, '2019-05-04').join()).toContain('an age of 33 or 34')
    expect(messages(text, '2028-05-04')).toEqual([])
    expect(messages(text)).toEqual([])
  })

  it.each([
    'Mark Hall, 50, whose wife was born in 1980, is the youngest.',
    'Lucy Brand, 50, said her son, born in 2010, was ill.',
    'Lucy Brand, 50, came with her daughter, who was born in 2010.',
    'Mark Hall, 50, and Ann Reed, born in 1980, won.',
    'Mark Hall, 50, beat Ann Reed. She was born in 1980.',
    'Lucy Brand, 50, has two sons, born in 2010 and 2012.',
    'Lucy Brand, 50, has twins. Her son Karl, born in 2010, was ill.',
  ])('are of their own births: %s', (text) => expect(messages(text, '2024-05-04')).toEqual([]))

  it.each([
    'Born on 29 February 1908, she liked to say that she was 21 when she died on 3 March 1992.',
    'The brothers were born two years apart, Karl in 1871 and Ernst in 1873. Their mother died in 1933 at the age of 82.',
    'She was born in 1902. A show was held in 1972, when she was 70. She died on 3 June 1980.',
    'He was born on 3 May 1920. He died on 5 June 2001, in his 45th year as organist.',
    'He was born on 3 May 1920. He died on 5 June 2001, in his fiftieth year at the school.',
  ])('are passed over where they are of another day, or of another: %s', (text) =>
    expect(messages(text)).toEqual([]),
  )
})

describe('an end on a weekday', () => {
  const strike = (told: string): string[] => messages(`The strike ended on Wednesday, ${told}.`, '2024-02-15')

  it('is that of the week of publication, or of one beside it', () => {
    expect(strike('seven weeks after it began on 10 January').join()).toContain('5 weeks')
    expect(strike('five weeks after it began on 10 January')).toEqual([])
    expect(strike('six weeks after it began on 10 January')).toEqual([])
    expect(strike('35 days after the walkout of 10 January')).toEqual([])
  })

  it('is not counted from another weekday', () => {
    expect(messages('Two were hurt on Tuesday, eight days after a fire on Monday.', '2024-02-15')).toEqual([])
  })
})

describe('the date of an event between commas', () => {
  const left = (length: string): string[] =>
    messages(`She left hospital on Thursday, ${length} after the fall, on 17 March.`, '2016-05-20')

  it('is the beginning, where the end stands before the length', () => {
    expect(left('seven weeks').join()).toContain('9 weeks')
    expect(left('nine weeks')).toEqual([])
    expect(messages('Two weeks after the fall, on 31 March, she left.', '2016-05-20')).toEqual([])
  })
})

describe('the time since a start that a sentence before tells', () => {
  const crash = (length: string): string[] =>
    messages(
      `The express had left Munich at 5.47 a.m. and was due in Hamburg at noon. A wheel broke at 10.57 a.m., after ${length}.`,
    )

  it('is told wrong by whole hours', () => {
    expect(crash('three hours and ten minutes').join()).toContain('5 h 10 min')
    expect(crash('five hours and ten minutes')).toEqual([])
  })

  it('may be that of a part', () => {
    expect(crash('two hours and forty minutes of rain')).toEqual([])
    expect(
      messages('The meeting began at 9.15 a.m. She fainted at 11 a.m., after ten minutes on her feet.'),
    ).toEqual([])
  })
})

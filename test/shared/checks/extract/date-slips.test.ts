import { describe, expect, it } from 'vitest'
import { dateSlipsOf } from '../../../../shared/checks/extract/en/date-slips.js'
import { tokenize } from '../../../../shared/checks/extract/tokens.js'

/** The slips of a text as `words=reading`; only the words where nothing can be guessed. */
function slipsIn(text: string): string[] {
  const tokens = tokenize(text)
  return dateSlipsOf(tokens).map(({ first, next, reading }) => {
    const words = text.slice(tokens[first]?.start, tokens[next - 1]?.end)
    return reading === null ? words : `${words}=${reading}`
  })
}

describe('names that are broken', () => {
  it.each([
    ['It closed in Febuary 203.', 'Febuary 203=February'],
    ['They sailed on Apirl 3.', 'Apirl 3=April'],
    ['They sailed on 3 Arpil.', '3 Arpil=April'],
    ['On 0ctober 14, 1998 they voted.', '0ctober=October'],
    ['It was lit on 4 Ju1y 1858.', 'Ju1y=July'],
    ['It was M0nday again.', 'M0nday=Monday'],
    ['He enlisted in Novem-ber 1914.', 'Novem-ber=November'],
    ['He left on Octo ber 3.', 'Octo ber=October'],
    ['The trial opened on Wendesday 14 May 2014.', 'Wendesday=Wednesday'],
    ['She spoke on Thrusday and left.', 'Thrusday=Thursday'],
    ['Stamped 12-MRA-1998.', '12-MRA-1998=March'],
    ['Reported on 11/0ct/2014.', '11/0ct/2014=October'],
    ['Snow depth, Janaury to March 1999.', 'Janaury=January'],
    ['Entries on 15 Mach 2012 and later.', '15 Mach 2012=March'],
    ['Logged on 7Jnaury 1910.', '7Jnaury 1910=7 January'],
  ])('%s', (text, expected) => expect(slipsIn(text)).toEqual([expected]))

  it.each([
    'Anthony Munday 14 was printed in 1598.',
    'On Thursdays and on Tuesdays the hall is let.',
    'Marsh 12 and Augusta 4 won; Julius came third in Novembre.',
    'In the sept emberment of 12 things.',
    '/F14 22 0 R /F13 21 0 R /F36 12 0 R',
  ])('is silent on: %s', (text) => expect(slipsIn(text)).toEqual([]))
})

describe('numbers that are broken', () => {
  it.each([
    ['It was rebuilt in 2O25.', '2O25=2025'],
    ['It was built in 19S4.', '19S4=1954'],
    ['He left on June 4h, 2013.', 'June 4h=4th'],
    ['Opened 1Oth June 1931.', '1Oth June=10th'],
    ['He joined on April 1Ist, 2011.', 'April 1Ist=1st'],
    ['It was July the 1Oth.', 'July the 1Oth=10th'],
    ['The first edition (179l) is lost.', '179l=1791'],
    ['Fee due Dec. 2O, 1999.', '2O=20'],
    ['On the 1 5th of May they came.', '1 5th of May=15th'],
    ['Deposited on 10 May May 2003.', '10 May May'],
    ['The flood of 3 March2004.', '3 March2004=March 2004'],
    ['It sat on May 15, 15, 2003.', 'May 15, 15'],
    ['Taken 19999-12-01.', '19999-12-01'],
    ['The comet of 18 58 was seen.', '18 58=1858'],
    ['It burned on the th of May.', 'th of May'],
    ['Granted on March , 1911.', 'March , 1911'],
    ['The bank failed on April 1 5, 1932.', 'April 1 5, 1932=15'],
    ['Signed on March 3 2,024 by both.', 'March 3 2,024=2024'],
    ['It opened in 19 92.', '19 92=1992'],
    ['It opened in 1 987 and closed.', '1 987=1987'],
    ['It expired in 201 9.', '201 9=2019'],
    ['The survey of 1 9 8 4 found lead.', '1 9 8 4=1984'],
    ['Between 1992 and 199 it fell by a third.', '199'],
    ['Received on 2O21-03-14.', '2O21-03-14=2021-03-14'],
    ['Updated: 2022-1O-05.', '2022-1O-05=2022-10-05'],
    ['Signed at Lisbon, 19 19 November 1889.', '19 19 November 1889'],
  ])('%s', (text, expected) => expect(slipsIn(text)).toEqual([expected]))

  it.each([
    'On March 3, 2,024 people came; in March 1,999 were left.',
    'It switched to i686 in 2010, and i810 went.',
    'Date: Mon Aug 21 21:23:45 2017 +0930',
    'Date: Sat Dec 16 00:53:07 2006 +0200',
    'In 1 984 cases of 2 014 the test was negative.',
    'Between 1992 and 199 people left the village.',
    'The letter of March 3d, 1865, and that of March 22d.',
    'The goods cost 1 9 8 4 each.',
    'They took the 4 th place.',
    'The option Some((1i32)) is checked.',
    'It calls Some(1i32).',
  ])('is silent on: %s', (text) => expect(slipsIn(text)).toEqual([]))
})

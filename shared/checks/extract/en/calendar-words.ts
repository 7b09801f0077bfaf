import type { FeastName } from '../feasts.js'

/** Month names and their usual abbreviations. Abbreviations may carry a full stop in the text. */
export const months: ReadonlyMap<string, number> = new Map([
  ...[
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ].map((name, index): [string, number] => [name, index + 1]),
  ...(
    [
      ['jan', 1],
      ['feb', 2],
      ['febr', 2],
      ['mar', 3],
      ['apr', 4],
      ['jun', 6],
      ['jul', 7],
      ['aug', 8],
      ['sep', 9],
      ['sept', 9],
      ['oct', 10],
      ['nov', 11],
      ['dec', 12],
    ] as const
  ).map(([name, month]): [string, number] => [name, month]),
])

export const monthNames = [...months.keys()].slice(0, 12)

export const monthTitles = monthNames.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`)

/** Months that are a common word or a given name too: bare, they need a preposition or a number beside them. */
export const ambiguousMonths = new Set([
  'march',
  'april',
  'may',
  'june',
  'august',
  'mar',
  'jan',
  'dec',
  'sep',
  'jun',
])

/** Weekday names and abbreviations, ISO numbered: 1 is Monday. */
export const weekdays: ReadonlyMap<string, number> = new Map([
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 7],
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
])

export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** Plural weekdays: a set ("on Fridays"). */
export const weekdayPlurals: ReadonlyMap<string, number> = new Map(
  weekdayNames.map((name, index): [string, number] => [`${name.toLowerCase()}s`, index + 1]),
)

/** Seasons, by the codes of TIMEX3. */
export const seasons: ReadonlyMap<string, string> = new Map([
  ['spring', 'SP'],
  ['springtime', 'SP'],
  ['summer', 'SU'],
  ['summertime', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
  ['wintertime', 'WI'],
])

/** Parts of a day, by the codes of TIMEX3. */
export const dayParts: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'],
  ['mornings', 'MO'],
  ['afternoon', 'AF'],
  ['afternoons', 'AF'],
  ['evening', 'EV'],
  ['evenings', 'EV'],
  ['night', 'NI'],
  ['nights', 'NI'],
])

/** Feasts that move, as the words after which they are sure. */
export const feasts: readonly (readonly [string, FeastName])[] = [
  ['easter sunday', 'easter'],
  ['easter monday', 'easter-monday'],
  ['easter', 'easter'],
  ['good friday', 'good-friday'],
  ['ash wednesday', 'ash-wednesday'],
  ['ascension day', 'ascension'],
  ['pentecost', 'pentecost'],
  ['whit monday', 'whit-monday'],
  ['thanksgiving day', 'thanksgiving'],
  ['thanksgiving', 'thanksgiving'],
]

/** Words before which a holiday is no day but a kind: "Christmas sales", "the Easter Rising". */
export const holidayNouns = new Set(
  (
    'sales season period shopping card cards party parties tree trees dinner lunch carol carols market markets holiday holidays ' +
    'present presents gift gifts break rising island egg eggs story island service services play concert album song rush and'
  ).split(' '),
)

/** Holidays on a fixed day, as the words after which the date is sure: [words, month, day]. */
export const holidays: readonly (readonly [string, number, number])[] = [
  ['christmas eve', 12, 24],
  ['christmas day', 12, 25],
  ['christmas', 12, 25],
  ["new year's eve", 12, 31],
  ["new year's day", 1, 1],
  ["new year's", 1, 1],
  ['boxing day', 12, 26],
  ['halloween', 10, 31],
  ["valentine's day", 2, 14],
  ["st patrick's day", 3, 17],
  ['bastille day', 7, 14],
  ['may day', 5, 1],
  ['armistice day', 11, 11],
]

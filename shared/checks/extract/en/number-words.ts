const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const ordinalOnes =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
const ordinalTens = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'

/** Cardinals below a hundred that are one word. */
export const cardinals: ReadonlyMap<string, number> = new Map([
  ...ones.split(' ').map((word, index): [string, number] => [word, index]),
  ...tens.split(' ').map((word, index): [string, number] => [word, (index + 2) * 10]),
])

/** Words that multiply the cardinal before them. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1_000],
  ['lakh', 100_000],
  ['million', 1_000_000],
  ['crore', 10_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
  ['bn', 1_000_000_000],
])

/** Ordinals up to a hundred that are one word. */
export const ordinals: ReadonlyMap<string, number> = new Map([
  ...ordinalOnes.split(' ').map((word, index): [string, number] => [word, index]),
  ...ordinalTens.split(' ').map((word, index): [string, number] => [word, (index + 2) * 10]),
])

/** Words for a number that is not said: "several weeks". */
export const vagueCounts = new Set([
  'several',
  'many',
  'few',
  'numerous',
  'countless',
  'various',
  'multiple',
  'dozens',
])

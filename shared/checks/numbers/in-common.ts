import { datesOfSentence } from '../check-context.js'
import { intersects } from '../extract/calendar.js'
import { stemOf } from '../extract/en/stem.js'
import { speechVerbs } from '../extract/en/title-words.js'
import type { DateMention } from '../extract/mention.js'
import type { Token } from '../extract/tokens.js'
import type { Figure } from './figure.js'

/** "the footbridge" is "the bridge". */
export function speaksOf({ around }: Figure, noun: string): boolean {
  return around.has(noun) || (noun.length > 3 && [...around].some((stem) => stem.endsWith(noun)))
}

export function inOrder(a: Figure, b: Figure): [Figure, Figure] {
  return a.sentence.start <= b.sentence.start ? [a, b] : [b, a]
}

export function lacks(names: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...names].some((name) => !other.has(name))
}

export function sharedNames(a: Figure, b: Figure): number {
  return countShared(a.names, b.around) + countShared(b.names, a.around)
}

/** Words of matter in common, with the noun of one that the other sentence speaks of: "bribes worth €340,000". */
export function sharedMatter(a: Figure, b: Figure): number {
  const isSpokenOf = (noun: string, { around }: Figure): number => (noun !== '' && around.has(noun) ? 1 : 0)
  return countShared(a.around, b.around) + isSpokenOf(a.quantity.noun, b) + isSpokenOf(b.quantity.noun, a)
}

export function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const stem of a) if (b.has(stem)) count++
  return count
}

/** Whether both have other numbers and share none of them. */
export function areApart(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((value) => b.has(value))
}

/** Whether both say which of the kind they count, in other words: "primary schools", "secondary schools". */
export function areSetApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && countShared(a, b) === 0
}

/** "the north tower" and "the south tower": a pair of words that sets two things apart. */
const opposites = [
  'north south east west',
  'left right',
  'upper lower',
  'old new',
  'men women',
  'boy girl',
  'import export',
  'win los',
  'first last',
  'summer winter',
  'morn even',
  'adult child',
  'eastern western northern southern',
  'inner outer',
  'small larg big',
  'first second third fourth fifth sixth seventh eighth',
].map((row) => row.split(' ').map(stemOf))

export function differsByOpposite(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return opposites.some(
    (row) =>
      row.some((word) => a.has(word) && !b.has(word)) && row.some((word) => b.has(word) && !a.has(word)),
  )
}

/** Two dated sentences must speak of days that meet. */
export function datesAgree(a: Figure, b: Figure): boolean {
  const [x, y] = [a, b].map(({ section, sentence }) =>
    datesOfSentence(section, sentence).filter(
      (date) => date.interval !== null && !isOfReport(sentence.paragraph.annotated.tokens, date),
    ),
  )
  if (!x?.length || !y?.length) return true
  return x.some((one) =>
    y.some((other) => one.interval && other.interval && intersects(one.interval, other.interval)),
  )
}

/** Whether the paragraphs of two figures tell of days that have none in common: two editions of one race. */
export function areOfOtherDays(a: Figure, b: Figure): boolean {
  const [x, y] = [a, b].map(({ section, sentence }) =>
    section.dates.filter(
      ({ paragraph, interval }) => paragraph === sentence.paragraph.index && interval !== null,
    ),
  )
  if (!x?.length || !y?.length) return false
  return !x.some((one) =>
    y.some((other) => one.interval && other.interval && intersects(one.interval, other.interval)),
  )
}

/** "the mayor said on Monday": the day of the words, and not of what was counted. */
function isOfReport(tokens: readonly Token[], { expression: { first } }: DateMention): boolean {
  const word = (step: number): string => tokens[first - step]?.lower ?? ''
  return speechVerbs.has(word(1)) || (/^(on|in|late|early)$/.test(word(1)) && speechVerbs.has(word(2)))
}

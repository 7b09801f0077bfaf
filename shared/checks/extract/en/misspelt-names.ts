import { editDistance } from '../edit-distance.js'
import { monthNames, months, weekdayNames, weekdayPlurals, weekdays } from './calendar-words.js'

/** Words and names that lie one or two letters from a month and are none. */
const realWords = new Set(
  (
    'marsh match mach arch larch starch marches marched marcher marcha marchi marc marco merch aprils juno jane jude ' +
    'dune tune rune prune junes jung junk jury judy julys duly jolly jilly sully holly augusta augusto augustus ' +
    'augusts octobers remember member dismember ember embers members remembers decembers novembers ' +
    'octave octopus mary many mays lay day say way bay pay ray hay gust guest just must'
  ).split(' '),
)

/** Months of other languages: not misspelt. */
const foreignMonths = new Set(
  (
    'avril janvier januar februar februari januari septembre octobre novembre decembre settembre ottobre dezember oktober ' +
    'novembro septiembre noviembre diciembre mayo mai maj juni juli juin juillet augusti auguste marche'
  ).split(' '),
)

/**
 * The month that a misspelt word most likely means, by its distance in letters: one for short names, two for those of
 * seven letters and more. Null for months themselves, for those of other languages, and for words that are too short to
 * tell. Other words count only where nothing but a month can stand (`isPlaceOfMonth`): "15 Mach 2012".
 */
export function misspeltMonth(word: string, isPlaceOfMonth = false): number | null {
  if (word.length < 4 || word.length > 12 || months.has(word) || foreignMonths.has(word)) return null
  if (realWords.has(word) && !isPlaceOfMonth) return null
  return nearestName(word, monthNames, 7)
}

/** The month whose abbreviation of three letters has two of them swapped: "MRA". */
export function misspeltAbbreviation(word: string): number | null {
  if (word.length !== 3) return null
  const [a = '', b = '', c = ''] = word
  return months.get(b + a + c) ?? months.get(a + c + b) ?? null
}

const realWeekdayWords = new Set([
  'sundry',
  'sunda',
  'munday',
  'thursby',
  'sundae',
  'monda',
  'midday',
  'mayday',
])

/**
 * The weekday that a misspelt word most likely means, ISO numbered: at one letter, at two for Wednesday, Thursday and
 * Saturday. Null for weekdays themselves, their plurals and other words.
 */
export function misspeltWeekday(word: string): number | null {
  if (weekdays.has(word) || weekdayPlurals.has(word) || realWeekdayWords.has(word)) return null
  return nearestName(word, lowerWeekdays, 8)
}

const lowerWeekdays = weekdayNames.map((name) => name.toLowerCase())

/** The number, from 1, of the name nearest to a word: one letter off, or two where the name has `long` letters. */
function nearestName(word: string, names: readonly string[], long: number): number | null {
  let best: number | null = null
  let bestDistance = 3
  names.forEach((name, index) => {
    if (name.length < 4 || Math.abs(name.length - word.length) > 2) return
    if (name.charCodeAt(0) !== word.charCodeAt(0) && name.charCodeAt(1) !== word.charCodeAt(0)) return
    const allowed = name.length >= long ? 2 : 1
    const distance = editDistance(word, name, allowed)
    if (distance <= allowed && distance < bestDistance) {
      best = index + 1
      bestDistance = distance
    }
  })
  return best
}

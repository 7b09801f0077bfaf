import { editDistance } from '../edit-distance.js'
import { monthNames, months } from './calendar-words.js'

/** Words and names that lie one or two letters from a month and are none. */
const realWords = new Set(
  (
    'marsh match mach arch larch starch marches marched marcher marcha marchi marc marco merch avril aprils jun juno jane jude ' +
    'dune tune rune prune junes jung junk jury judy july julys duly jolly jilly sully holly augusta augusto augustus auguste ' +
    'augusts octobers remember member dismember ember embers members remembers decembers novembers ' +
    'octave october octopus december november september february january janvier januar februar februari januari avril ' +
    'septembre octobre novembre decembre settembre ottobre dezember oktober novembro septiembre noviembre diciembre ' +
    'mayo mai maj june juni juli juin juillet august augusti may mary many mays lay day say way bay pay ray hay marche ' +
    'gust guest just must'
  ).split(' '),
)

/**
 * The month that a misspelt word most likely means, by its distance in letters: one for short names, two for those of
 * seven letters and more. Null for months themselves, for other words, and for words that are too short to tell.
 */
export function misspeltMonth(word: string): number | null {
  if (word.length < 4 || word.length > 12 || months.has(word) || realWords.has(word)) return null
  let best: number | null = null
  let bestDistance = 3
  monthNames.forEach((name, index) => {
    if (name.length < 4 || Math.abs(name.length - word.length) > 2) return
    if (name.charCodeAt(0) !== word.charCodeAt(0) && name.charCodeAt(1) !== word.charCodeAt(0)) return
    const allowed = name.length >= 7 ? 2 : 1
    const distance = editDistance(word, name, allowed)
    if (distance <= allowed && distance < bestDistance) {
      best = index + 1
      bestDistance = distance
    }
  })
  return best
}

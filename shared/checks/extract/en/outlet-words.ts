import { editDistance } from '../edit-distance.js'

/** Words of newspapers, agencies and their desks, as bylines have them. */
const outletWords =
  'news times press post daily herald tribune guardian reuters associated agency journal mail telegraph observer chronicle gazette standard express broadcasting correspondent reporter editor staff service desk bureau media radio television weekly sunday'.split(
    ' ',
  )

/** Names and words that are a letter from one of them. */
const realWords = new Set(
  'new newt views pews timers tames tomes presses pressed posts poster port past pose post-times dairy heralds mails main mall maid mai radios medias stuff staffs staves desks dusk edit editors services serviced agencies'.split(
    ' ',
  ),
)

/** The outlet's word that a misspelt one most likely means; null for words that are right or too far from any. */
export function misspeltOutlet(word: string): string | null {
  if (word.length < 5 || realWords.has(word) || outletWords.includes(word)) return null
  const meant = outletWords.find(
    (outlet) =>
      outlet.length >= 4 && editDistance(word, outlet, 1) === 1 && word.charAt(0) === outlet.charAt(0),
  )
  if (!meant || word === `${meant}s` || word === `${meant}y`) return null
  return meant.charAt(0).toUpperCase() + meant.slice(1)
}

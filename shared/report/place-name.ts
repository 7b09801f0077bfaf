import type { Place } from './places.js'
import type { Wording } from './wording.js'

/** Where a passage stands, as short as a column needs: "S1 ¶ 4, p. 12". */
export function placeName(place: Place, words: Wording): string {
  if (!place.source) return words.say('not in the case')
  const parts = [paragraphMark(place), pinpoint(place, words)].filter((part) => part !== null)
  return `S${place.source.number}${parts.length ? ` ${parts.join(', ')}` : ''}`
}

/** "¶ 4", or "¶¶ 4–6". */
export function paragraphMark({ paragraphs }: Place): string | null {
  if (!paragraphs) return null
  const { first, last } = paragraphs
  return first === last ? `¶\u00A0${first}` : `¶¶\u00A0${first}–${last}`
}

/** The page as citations have it: "p. 12", or "pp. 12–13"; null where the original has no pages. */
export function pinpoint({ pages }: Place, words: Wording): string | null {
  if (!pages) return null
  const { first, last } = pages
  return first === last
    ? words.say('p. {page}', { page: first })
    : words.say('pp. {first}–{last}', { first, last })
}

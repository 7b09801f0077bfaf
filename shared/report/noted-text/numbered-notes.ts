import type { ClaimCard } from '../claim-cards.js'
import { noteLine, claimHeading, claimLines } from '../office/claim-lines.js'
import { placeName } from '../place-name.js'
import { inQuotationMarks } from '../quotation-marks.js'
import type { Wording } from '../wording.js'

/** What the note on a claim says: its judgement, then a line each for what is known of it. */
export function claimNote(card: ClaimCard, words: Wording): { heading: string; lines: string[] } {
  const missing = card.anchored ? '' : ` (${words.say('not in the text')})`
  return {
    heading: claimHeading(card, words),
    lines: [
      `${inQuotationMarks(card.context.quote, words)} (${placeName(card.place, words)})${missing}`,
      ...claimLines(card, words),
      ...card.notes.map((note) => noteLine(note, words)),
    ],
  }
}

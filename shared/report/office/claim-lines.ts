import { workInWords } from '../citation.js'
import type { ClaimCard, EvidenceEntry } from '../claim-cards.js'
import { noteText } from '../note-blocks.js'
import { placeName } from '../place-name.js'
import { inQuotationMarks } from '../quotation-marks.js'
import type { Wording } from '../wording.js'

/** "Claim 3: ≠ Inconsistent". */
export function claimHeading({ number, verdict }: ClaimCard, words: Wording): string {
  const judged = verdict ? `${verdict.sign} ${verdict.label}` : words.say('No verdict yet')
  return `${words.say('Claim {number}', { number })}: ${judged}`
}

/** What a claim quotes, and whether that is not in the text any more. */
export function quoteOf({ context, anchored }: ClaimCard, words: Wording): string {
  return anchored ? context.quote : `${context.quote} (${words.say('not in the text')})`
}

/** What is known of a claim but its quote and its notes, a line each; nothing is said of what is not known. */
export function claimLines(card: ClaimCard, words: Wording): string[] {
  const { typeLabel, statusLabel, confidenceLabel, correction, findings } = card
  const confidence = confidenceLabel && `${words.say('Confidence')}: ${confidenceLabel}`
  return [
    [typeLabel, statusLabel, confidence].filter(Boolean).join(' · '),
    ...(correction === null ? [] : [`${words.say('Proposed wording')}: ${wording(correction, words)}`]),
    ...facts(card, words),
    ...card.evidence.map((piece) => evidenceLine(piece, words)),
    ...findings.map(({ number, message }) => `${words.say('Flagged')} (F${number}): ${message}`),
  ]
}

/** A note as a line; `Internal note (M. Okafor): …`. */
export function noteLine({ internal, author, blocks }: ClaimCard['notes'][number], words: Wording): string {
  return `${words.say(internal ? 'Internal note' : 'Note')}${author && ` (${author})`}: ${noteText(blocks)}`
}

/** A proposed wording; an empty one proposes to leave the passage out. */
export function wording(correction: string, words: Wording): string {
  return correction === '' ? words.say('Leave the passage out') : correction
}

function facts(card: ClaimCard, words: Wording): string[] {
  const { claimant, eventDate, eventDateInferred, tags, relations, assessments, signatures } = card
  const inferred = eventDateInferred ? ` (${words.say('inferred')})` : ''
  return [
    ...(claimant === null ? [] : [`${words.say('Claimant')}: ${claimant}`]),
    ...(eventDate === null ? [] : [`${words.say('Event date')}: ${words.date(eventDate)}${inferred}`]),
    ...(tags.length ? [`${words.say('Tags')}: ${tags.join(', ')}`] : []),
    ...relations.map(({ phrase, other }) => `${phrase} ${words.say('Claim {number}', { number: other })}`),
    ...assessments.map(({ name, roleLabel, standing, verdictLabel, comment }) => {
      return `${name} (${roleLabel}) ${standing}: ${verdictLabel}${comment === null ? '' : `: ${comment}`}`
    }),
    ...signatures.map(({ name, roleLabel, at, isStale }) => {
      const since = isStale ? ` (${words.say('Changed since')})` : ''
      return `${name} (${roleLabel}) ${words.say('signed on')} ${words.instant(at)}${since}`
    }),
  ]
}

export function evidenceLine(piece: EvidenceEntry, words: Wording): string {
  const { stanceLabel, quote, place, url, archivedUrl, accessed, grade } = piece
  const parts = [
    `${stanceLabel}: ${workInWords(piece, (date) => words.date(date))}`,
    place && placeName(place, words),
    quote && inQuotationMarks(quote),
    url,
    archivedUrl && `${words.say('Archived copy')} ${archivedUrl}`,
    accessed && `${words.say('Accessed')} ${words.date(accessed)}`,
    grade && `${words.say('Grade')} ${grade}`,
  ]
  return parts.filter(Boolean).join(', ')
}

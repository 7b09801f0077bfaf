import { workInWords } from '../citation.js'
import type { AssessmentEntry, SignatureEntry } from '../review-entries.js'
import type { ClaimCard, EvidenceEntry, NoteEntry } from '../claim-cards.js'
import { noteWithAddresses } from '../note-blocks.js'
import { placeName } from '../place-name.js'
import { inQuotationMarks } from '../quotation-marks.js'
import type { Label, Wording } from '../wording.js'
import type { Fact } from './body-blocks.js'

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
  return [...judgement(card, words), ...proof(card, words)].map(inALine)
}

/** How a claim was judged, what should stand there, and why it was flagged. */
export function judgement(card: ClaimCard, words: Wording): Fact[] {
  const { typeLabel, statusLabel, confidenceLabel, priority, claimant, eventDate, tags, findings } = card
  const confidence = confidenceLabel && `${words.say('Confidence')}: ${confidenceLabel}`
  const high = priority === 'high' && words.say('High priority')
  const inferred = card.eventDateInferred ? ` (${words.say('inferred')})` : ''
  const fact = (label: Label, text: string | null): Fact[] =>
    text === null ? [] : [{ label: words.say(label), text }]
  return [
    ...fact('Status', [statusLabel, typeLabel, confidence, high].filter(Boolean).join(' · ')),
    ...fact('Proposed wording', proposedWording(card, words)),
    ...fact('Claimant', claimant),
    ...fact('Event date', eventDate && `${words.date(eventDate)}${inferred}`),
    ...fact('Tags', tags.length ? tags.join(', ') : null),
    ...findings.flatMap(({ number, categoryLabel, message }) =>
      fact('Flagged', `F${number} ${categoryLabel}: ${message}`),
    ),
  ]
}

/** What a claim rests on, what others said of it, and which claims go with it. */
export function proof(card: ClaimCard, words: Wording): Fact[] {
  const { evidence, assessments, signatures, relations } = card
  return [
    ...evidence.map((piece) => ({ label: piece.stanceLabel, text: evidenceText(piece, words) })),
    ...[
      ...assessments.map((one) => assessmentText(one, words)),
      ...signatures.map((one) => signatureText(one, words)),
    ].map((text) => ({ label: words.say('Review'), text })),
    ...relations.map(({ phrase, other }) => ({
      label: words.say('Other claims'),
      text: `${phrase} ${words.say('Claim {number}', { number: other })}`,
    })),
  ]
}

/** A note, with who wrote it and when. */
export function noteFact({ internal, author, updatedAt, blocks }: NoteEntry, words: Wording): Fact {
  const signed = [author, words.instant(updatedAt)].filter(Boolean).join(', ')
  return {
    label: words.say(internal ? 'Internal note' : 'Note'),
    text: `${noteWithAddresses(blocks)} (${signed})`,
  }
}

/** A note as a line: "Internal note: … (M. Okafor, 3 February 2026, 09:30 UTC)". */
export function noteLine(note: NoteEntry, words: Wording): string {
  return inALine(noteFact(note, words))
}

/** A proposed wording; an empty one proposes to leave the passage out. */
export function wording(correction: string, words: Wording): string {
  return correction === '' ? words.say('Leave the passage out') : correction
}

/** What somebody said of a claim after its checker, and when. */
export function assessmentText(assessment: AssessmentEntry, words: Wording): string {
  const { name, roleLabel, standing, sign, verdictLabel, comment, at } = assessment
  const why = comment === null ? '' : `: ${comment}`
  return `${name} (${roleLabel}) ${standing}: ${[sign, verdictLabel].filter(Boolean).join(' ')}, ${words.instant(at)}${why}`
}

/** A piece of evidence as a line. */
export function evidenceLine(piece: EvidenceEntry, words: Wording): string {
  return `${piece.stanceLabel}: ${evidenceText(piece, words)}`
}

function evidenceText(piece: EvidenceEntry, words: Wording): string {
  const { quote, place, url, archivedUrl, accessed, grade } = piece
  const cited = [
    workInWords(piece, (date) => words.date(date)),
    place && placeName(place, words),
    quote && inQuotationMarks(quote, words),
  ]
  const detail = (label: Label, value: string | null): string | null =>
    value && `${words.say(label)}: ${value}`
  return [
    cited.filter(Boolean).join(', '),
    detail('Address', url),
    detail('Archived copy', archivedUrl),
    detail('Accessed', accessed && words.date(accessed)),
    detail('Grade', grade),
  ]
    .filter(Boolean)
    .join('; ')
}

function signatureText({ name, roleLabel, at, round, isStale, comment }: SignatureEntry, words: Wording) {
  const details = [
    round === null ? '' : `, ${round}`,
    isStale ? ` (${words.say('Changed since')})` : '',
    comment === null ? '' : `: ${comment}`,
  ]
  return `${name} (${roleLabel}) ${words.say('signed on')} ${words.instant(at)}${details.join('')}`
}

/** What is to be changed must say so where nothing was proposed. */
function proposedWording({ correction, verdict }: ClaimCard, words: Wording): string | null {
  if (correction !== null) return wording(correction, words)
  return verdict?.mustFix ? words.say('None proposed') : null
}

const inALine = ({ label, text }: Fact): string => `${label}: ${text}`

import type { ClaimCard, EvidenceEntry } from '../claim-cards.js'
import { noteText } from '../note-blocks.js'
import { readableDate } from '../readable-date.js'
import type { Segment } from '../text-blocks.js'
import { escapeXml, paragraph, run } from './wordprocessing.js'

/** The comment on a claim: its verdict, what to write instead, the notes, the evidence and why it was flagged. */
export function commentXml(card: ClaimCard, checker: string, at: string): string {
  const { number, verdict, correction, typeLabel, statusLabel, confidenceLabel } = card
  const judged = verdict ? `${verdict.sign} ${verdict.label}` : 'No verdict yet'
  const axes = [typeLabel, statusLabel, confidenceLabel && `confidence ${confidenceLabel.toLowerCase()}`]
  const lines = [
    run(`Claim ${number}: ${judged}`, { strong: true }),
    run(axes.filter(Boolean).join(' · ')),
    correction === null ? '' : run(`Proposed wording: ${correction === '' ? 'leave out' : correction}`),
    ...facts(card).map((line) => run(line)),
    ...card.notes.map(({ blocks, author, internal }) =>
      run(`${internal ? 'Internal note' : 'Note'}${author && ` (${author})`}: ${noteText(blocks)}`),
    ),
    ...card.evidence.map((piece) => run(evidenceLine(piece))),
    ...card.findings.map(({ number: finding, message }) => run(`Flagged (F${finding}): ${message}`)),
  ]
  const body = lines.filter((line) => line !== '').map((line) => paragraph(line, 'CommentText'))
  const name = checker || 'Checker'
  return `<w:comment w:id="${number}" w:author="${escapeXml(name)}" w:date="${escapeXml(at)}" w:initials="${escapeXml(initials(name))}">${body.join('')}</w:comment>`
}

function facts({
  claimant,
  eventDate,
  eventDateInferred,
  tags,
  relations,
  assessments,
}: ClaimCard): string[] {
  return [
    ...(claimant === null ? [] : [`Claimant: ${claimant}`]),
    ...(eventDate === null
      ? []
      : [`Event date: ${readableDate(eventDate)}${eventDateInferred ? ' (inferred)' : ''}`]),
    ...(tags.length ? [`Tags: ${tags.join(', ')}`] : []),
    ...relations.map(({ phrase, other }) => `${phrase} claim ${other}`),
    ...assessments.map(({ name, roleLabel, standing, verdictLabel, comment }) => {
      return `${name} (${roleLabel}) ${standing}, ${verdictLabel}${comment === null ? '' : `: ${comment}`}`
    }),
  ]
}

export function evidenceLine({
  stanceLabel,
  title,
  quote,
  url,
  archivedUrl,
  accessed,
  grade,
}: EvidenceEntry) {
  const parts = [
    quote && `“${quote}”`,
    url,
    archivedUrl && `archived ${archivedUrl}`,
    accessed && `accessed ${readableDate(accessed)}`,
    grade && `grade ${grade}`,
  ]
  return [`${stanceLabel}: ${title}`, ...parts.filter(Boolean)].join(', ')
}

function initials(name: string): string {
  return Array.from(name.matchAll(/\p{L}/gu), ([letter]) => letter)
    .filter((_, index, letters) => index === 0 || letters[index] !== letters[index]!.toLowerCase())
    .slice(0, 3)
    .join('')
}

/** Where the comments begin and end, as the segments of a text are walked in order. */
export class CommentEdges {
  readonly #first = new Map<number, Segment>()
  readonly #last = new Map<number, Segment>()

  constructor(segments: readonly Segment[]) {
    for (const segment of segments) {
      for (const number of segment.claims) {
        if (!this.#first.has(number)) this.#first.set(number, segment)
        this.#last.set(number, segment)
      }
    }
  }

  /** The claims that some segment carries, in the order of their numbers. */
  get numbers(): number[] {
    return [...this.#first.keys()].sort((a, b) => a - b)
  }

  runXml(segment: Segment): string {
    const at = (edges: Map<number, Segment>): number[] =>
      segment.claims.filter((number) => edges.get(number) === segment)
    return [
      ...at(this.#first).map((number) => `<w:commentRangeStart w:id="${number}"/>`),
      run(segment.text, segment),
      ...at(this.#last).map(
        (number) =>
          `<w:commentRangeEnd w:id="${number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${number}"/></w:r>`,
      ),
    ].join('')
  }
}

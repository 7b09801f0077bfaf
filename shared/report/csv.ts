import type { ClaimCard, EvidenceEntry } from './claim-cards.js'
import { noteText } from './note-blocks.js'
import type { Place } from './places.js'
import type { ReportModel } from './report-model.js'

const columns: readonly [string, (card: ClaimCard) => string][] = [
  ['Claim', (card) => String(card.number)],
  ['Source', ({ place }) => (place.source ? `S${place.source.number} ${place.source.title}` : '')],
  ['Paragraph', ({ place }) => paragraphs(place)],
  ['Quote', (card) => card.context.quote],
  ['In the current text', (card) => (card.anchored ? 'yes' : 'no')],
  ['Type', (card) => card.typeLabel],
  ['Claimant', (card) => card.claimant ?? ''],
  ['Event date', (card) => card.eventDate ?? ''],
  ['Event date inferred', (card) => (card.eventDate ? yesNo(card.eventDateInferred) : '')],
  ['Status', (card) => card.statusLabel],
  ['Verdict', (card) => card.verdict?.label ?? ''],
  ['Must fix', (card) => yesNo(card.verdict?.mustFix === true)],
  ['Confidence', (card) => card.confidenceLabel ?? ''],
  ['Priority', (card) => card.priority],
  ['Tags', (card) => card.tags.join('; ')],
  ['Proposed wording', (card) => card.correction ?? ''],
  ['Public notes', (card) => notes(card, false)],
  ['Internal notes', (card) => notes(card, true)],
  ['Evidence', (card) => card.evidence.map(evidence).join('\n')],
  ['Findings', (card) => card.findings.map((finding) => `F${finding.number} ${finding.message}`).join('\n')],
  ['Other claims', (card) => card.relations.map(({ phrase, other }) => `${phrase} ${other}`).join('\n')],
]

/**
 * The claims of a report as CSV (RFC 4180, one row a claim, a head row, lines end in CR LF) behind a byte order mark, by
 * which spreadsheets know that it is UTF-8.
 */
export function reportCsv({ cards }: ReportModel): string {
  const rows = [
    columns.map(([label]) => label),
    ...cards.map((card) => columns.map(([, cell]) => cell(card))),
  ]
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}

/**
 * One cell, quoted. A spreadsheet would run what begins with = + - @, a tab, CR or NUL as a formula, so an apostrophe
 * goes before it, and before apostrophes that stand before such a character, so that `cellValue` can take it back.
 */
export function csvCell(value: string): string {
  const text = value.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/^'*[=+\-@\t\r\0]/, "'$&")
  return `"${text.replaceAll('"', '""')}"`
}

/** What a cell that `csvCell` wrote said before, given the cell without its quotes. */
export function cellValue(cell: string): string {
  return /^''*[=+\-@\t\r\0]/.test(cell) ? cell.slice(1) : cell
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no')

function paragraphs({ paragraphs }: Place): string {
  if (!paragraphs) return ''
  const { first, last } = paragraphs
  return first === last ? String(first) : `${first} to ${last}`
}

function notes(card: ClaimCard, internal: boolean): string {
  const chosen = card.notes.filter((note) => note.internal === internal)
  return chosen.map(({ blocks, author }) => `${noteText(blocks)}${author && ` (${author})`}`).join('\n\n')
}

function evidence({ stanceLabel, title, quote, url, archivedUrl, accessed, grade }: EvidenceEntry): string {
  const parts = [
    quote && `“${quote}”`,
    url,
    archivedUrl && `archived: ${archivedUrl}`,
    accessed && `accessed ${accessed}`,
    grade && `grade ${grade}`,
  ]
  return [`${stanceLabel}: ${title}`, ...parts.filter((part) => part)].join(', ')
}

import type { ClaimCard } from './claim-cards.js'
import { noteWithAddresses } from './note-blocks.js'
import { priorityLabels } from './priority-labels.js'
import { evidenceLine } from './office/claim-lines.js'
import type { Pieces } from './pieces.js'
import type { Place } from './places.js'
import type { ReportModel } from './report-model.js'
import { wordingOf, type Label, type Wording } from './wording.js'

const columns: readonly [Label, (card: ClaimCard, words: Wording) => string][] = [
  ['Claim', (card) => String(card.number)],
  ['Source', ({ place }) => (place.source ? `S${place.source.number} ${place.source.title}` : '')],
  ['Paragraph', ({ place }) => paragraphs(place)],
  ['Page', ({ place }) => pages(place)],
  ['Quote', (card) => card.context.quote],
  ['In the current text', (card, words) => yesNo(card.anchored, words)],
  ['Type', (card) => card.typeLabel],
  ['Claimant', (card) => card.claimant ?? ''],
  ['Event date', (card) => card.eventDate ?? ''],
  ['Event date inferred', (card, words) => (card.eventDate ? yesNo(card.eventDateInferred, words) : '')],
  ['Status', (card) => card.statusLabel],
  ['Verdict', (card) => card.verdict?.label ?? ''],
  ['Must fix', (card, words) => yesNo(card.verdict?.mustFix === true, words)],
  ['Confidence', (card) => card.confidenceLabel ?? ''],
  ['Priority', (card, words) => words.say(priorityLabels[card.priority])],
  ['Tags', (card) => card.tags.join('; ')],
  ['Proposed wording', (card) => card.correction ?? ''],
  ['Public notes', (card) => notes(card, false)],
  ['Internal notes', (card) => notes(card, true)],
  ['Evidence', (card, words) => card.evidence.map((piece) => evidenceLine(piece, words)).join('\n')],
  ['Findings', (card) => card.findings.map((finding) => `F${finding.number} ${finding.message}`).join('\n')],
  ['Other claims', (card) => card.relations.map(({ phrase, other }) => `${phrase} ${other}`).join('\n')],
]

/**
 * The claims of a report as CSV (RFC 4180, one row a claim, a head row, lines end in CR LF) behind a byte order mark, by
 * which spreadsheets know that it is UTF-8.
 */
export function* reportCsv({ cards, language }: ReportModel): Pieces {
  const words = wordingOf(language)
  yield `\uFEFF${columns.map(([label]) => csvCell(words.say(label))).join(',')}\r\n`
  for (const card of cards) {
    let row = ''
    for (const [, cell] of columns) row += `${row && ','}${csvCell(cell(card, words))}`
    yield `${row}\r\n`
  }
}

/**
 * Where a spreadsheet could see the start of a formula: at the start of a cell and, for one that takes semicolons or tabs for
 * what parts cells (as those of most countries of Europe do), behind such a sign or a line break within it. In Chinese, Japanese
 * and Korean, the wide forms of the signs begin one too.
 */
const formulas = /(?<=^|[;\t\r\n])'*[=+\-@＝＋－＠]|^'*[\t\r\n\0]/g
/** What every cell has that cannot be written as it is, and few others; found sooner. */
const suspect = /^['=+\-@＝＋－＠\t\r\n\0]|[;\t\r\n]['=+\-@＝＋－＠]|["\uD800-\uDFFF]/
const everyMark = /(?<=^|[;\t\r\n])'(?='*[=+\-@＝＋－＠])|^'(?='*[\t\r\n\0])/g

/**
 * One cell, quoted. An apostrophe goes before what a spreadsheet would run as a formula, and before apostrophes that stand
 * before such, so that `cellValue` can take it back.
 */
export function csvCell(value: string): string {
  if (!suspect.test(value)) return `"${value}"`
  const text = value.replace(/\p{Surrogate}/gu, '\uFFFD').replace(formulas, "'$&")
  return `"${text.replaceAll('"', '""')}"`
}

/** What a cell that `csvCell` wrote said before, given the cell without its quotes. */
export function cellValue(cell: string): string {
  return cell.replace(everyMark, '')
}

const yesNo = (value: boolean, words: Wording): string => words.say(value ? 'yes' : 'no')

function paragraphs({ paragraphs }: Place): string {
  if (!paragraphs) return ''
  const { first, last } = paragraphs
  return first === last ? String(first) : `${first}–${last}`
}

function pages({ pages }: Place): string {
  if (!pages) return ''
  return pages.first === pages.last ? pages.first : `${pages.first}–${pages.last}`
}

function notes(card: ClaimCard, internal: boolean): string {
  const chosen = card.notes.filter((note) => note.internal === internal)
  return chosen
    .map(({ blocks, author }) => `${noteWithAddresses(blocks)}${author && ` (${author})`}`)
    .join('\n\n')
}

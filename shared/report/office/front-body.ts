import { checkableKinds } from '../../coverage/checkables.js'
import type { ClaimCard, EvidenceEntry } from '../claim-cards.js'
import type { FindingEntry } from '../finding-entries.js'
import { figuresOf } from '../figures.js'
import { placeName } from '../place-name.js'
import type { ReportModel, SourceEntry } from '../report-model.js'
import type { Summary } from '../summary.js'
import type { Label, Wording } from '../wording.js'
import { empty, lead, paragraph, rowsOf, tableOf, type BodyBlock, type BodyTable } from './body-blocks.js'
import { evidenceLine, quoteOf, wording } from './claim-lines.js'
import { quotesOf } from './findings-body.js'

/** What has to change before the piece can go out. */
export function mustFix(model: ReportModel, words: Wording): BodyBlock[] {
  const { mustFix, openErrors } = model
  return [
    ...claimTable(mustFix, model, words, 'No claim has a verdict that calls for a change.'),
    ...(openErrors.length ? errorTable(openErrors, words) : []),
  ]
}

/** What nobody has answered yet. */
export function queries(model: ReportModel, words: Wording): BodyBlock[] {
  return claimTable(model.queries, model, words, 'No query is open.')
}

/** Where a report has cards evidence is only named here: addresses need the width of a page, and stand with the claim. */
function claimTable(
  cards: readonly ClaimCard[],
  { template }: ReportModel,
  words: Wording,
  none: Label,
): BodyBlock[] {
  if (!cards.length) return empty(none, words)
  const proof = (piece: EvidenceEntry): string =>
    template === 'must-fix' ? evidenceLine(piece, words) : `${piece.stanceLabel}: ${piece.title}`
  const rows = rowsOf(cards, (card) => [
    String(card.number),
    quoteOf(card, words),
    placeName(card.place, words),
    judgedAs(card, words),
    card.correction === null ? words.say('None proposed') : wording(card.correction, words),
    card.evidence.map(proof).join('\n'),
  ])
  const columns = [
    ['Claim', 0.11],
    ['As written', 0.22],
    ['Location', 0.13],
    ['Verdict', 0.17],
    ['Proposed wording', 0.19],
    ['Evidence', 0.18],
  ] as const
  return [tableOf(columns, rows, words)]
}

function judgedAs({ verdict, priority }: ClaimCard, words: Wording): string {
  const judged = verdict ? `${verdict.sign} ${verdict.label}` : words.say('No verdict yet')
  return priority === 'high' ? `${judged}\n${words.say('High priority')}` : judged
}

function errorTable(findings: readonly FindingEntry[], words: Wording): BodyBlock[] {
  const rows = rowsOf(findings, ({ number, message, passages }) => [
    `F${number}`,
    quotesOf(passages, words),
    message,
  ])
  const columns = [
    ['Finding', 0.13],
    ['As written', 0.46],
    ['What is wrong', 0.41],
  ] as const
  return [
    { kind: 'heading', level: 2, text: words.say('Open findings') },
    lead(words.say('Errors that the automatic checks report and that nobody has accepted or dismissed yet.')),
    tableOf(columns, rows, words),
  ]
}

/** The figures that an editor looks for, and what the claims cover. */
export function overview({ summary, sources }: ReportModel, words: Wording): BodyBlock[] {
  const coverage = sources.filter((source) => source.coverage)
  return [
    lead(figuresOf(summary, words)),
    ...(summary.claims ? [countTable(summary, words)] : []),
    ...(coverage.length ? coverageTable(coverage, words) : []),
  ]
}

/** The claims by verdict and, beside that, by status. */
function countTable({ verdicts, statuses }: Summary, words: Wording): BodyTable {
  const named = verdicts.map(({ verdict, count }) => {
    return { label: verdict ? `${verdict.sign} ${verdict.label}` : words.say('No verdict yet'), count }
  })
  const counts = (all: readonly { label: string; count: number }[]): string[][] =>
    all.flatMap(({ label, count }) => (count ? [[label, String(count)]] : []))
  const [left, right] = [counts(named), counts(statuses)]
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
    ...(left[index] ?? ['', '']),
    ...(right[index] ?? ['', '']),
  ])
  const columns = [
    ['Verdict', 0.36],
    ['Claims', 0.14],
    ['Status', 0.36],
    ['Claims', 0.14],
  ] as const
  return tableOf(columns, rows, words)
}

function coverageTable(sources: readonly SourceEntry[], words: Wording): BodyBlock[] {
  const share = 0.72 / checkableKinds.length
  return [
    {
      kind: 'table',
      shares: [0.28, ...checkableKinds.map(() => share)],
      head: [words.say('What the claims cover'), ...checkableKinds.map(({ label }) => words.label(label))],
      rows: sources.map(({ number, record, coverage }) => [
        `S${number} ${record.title}`,
        ...coverage!.map(({ covered, total }) => (total ? `${covered} / ${total}` : '–')),
      ]),
    },
    paragraph(
      words.say(
        'Covered of all that can be checked in the text. Something is covered when claims lie over at least half of it.',
      ),
    ),
  ]
}

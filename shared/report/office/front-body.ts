import { checkableKinds } from '../../coverage/checkables.js'
import type { ClaimCard } from '../claim-cards.js'
import type { FindingEntry } from '../finding-entries.js'
import { figuresOf } from '../figures.js'
import { placeName } from '../place-name.js'
import { inQuotationMarks } from '../quotation-marks.js'
import type { ReportModel, SourceEntry } from '../report-model.js'
import type { Label, Wording } from '../wording.js'
import { empty, paragraph, rowsOf, tableOf, type BodyBlock, type BodyTable } from './body-blocks.js'
import { quoteOf, wording } from './claim-lines.js'

/** What has to change before the piece can go out. */
export function mustFix({ mustFix, openErrors }: ReportModel, words: Wording): BodyBlock[] {
  return [
    ...claimTable(mustFix, words, 'No claim has a verdict that calls for a change.'),
    ...(openErrors.length ? errorTable(openErrors, words) : []),
  ]
}

/** What nobody has answered yet. */
export function queries({ queries }: ReportModel, words: Wording): BodyBlock[] {
  return claimTable(queries, words, 'No query is open.')
}

/** Evidence is only named here: addresses need the width of a page, and stand with the claim. */
function claimTable(cards: readonly ClaimCard[], words: Wording, none: Label): BodyBlock[] {
  if (!cards.length) return empty(none, words)
  const rows = rowsOf(cards, (card) => [
    String(card.number),
    quoteOf(card, words),
    placeName(card.place, words),
    judgedAs(card, words),
    card.correction === null ? words.say('None proposed') : wording(card.correction, words),
    card.evidence.map(({ stanceLabel, title }) => `${stanceLabel}: ${title}`).join('\n'),
  ])
  const columns = [
    ['Claim', 0.1],
    ['As written', 0.26],
    ['Place', 0.09],
    ['Verdict', 0.17],
    ['Proposed wording', 0.2],
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
    passages.map(({ quote, place }) => `${inQuotationMarks(quote)} (${placeName(place, words)})`).join('\n'),
    message,
  ])
  const columns = [
    ['Finding', 0.13],
    ['As written', 0.46],
    ['What is wrong', 0.41],
  ] as const
  return [
    { kind: 'heading', level: 2, text: words.say('Open findings') },
    paragraph(
      words.say('Errors that the automatic checks report and that nobody has accepted or dismissed yet.'),
    ),
    tableOf(columns, rows, words),
  ]
}

/** The figures that an editor looks for, and what the claims cover. */
export function overview({ summary, sources }: ReportModel, words: Wording): BodyBlock[] {
  const counts = (head: Label, rows: string[][]): BodyTable =>
    tableOf(
      [
        [head, 0.7],
        ['Claims', 0.3],
      ],
      rows,
      words,
    )
  const coverage = sources.filter((source) => source.coverage)
  return [
    paragraph(figuresOf(summary, words)),
    counts(
      'Verdict',
      summary.verdicts
        .filter(({ count }) => count > 0)
        .map(({ verdict, count }) => [
          verdict ? `${verdict.sign} ${verdict.label}` : words.say('No verdict yet'),
          String(count),
        ]),
    ),
    counts(
      'Status',
      summary.statuses.filter(({ count }) => count > 0).map(({ label, count }) => [label, String(count)]),
    ),
    ...(coverage.length ? coverageTable(coverage, words) : []),
  ]
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
